"""Which of two versions of a checklist is the newer one.

A version is whatever its author wrote: `3`, `1.10`, `v2`, `20220708`, `2022070801`, `2022-07-08`.
"""

import re

_PARTS = re.compile(r"[0-9]+|[^\W\d_]+")
_DAY = re.compile(r"((?:19|20)[0-9]{2})(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])([0-9]{0,6})")
_BEFORE = frozenset({"a", "alpha", "b", "beta", "dev", "draft", "pre", "preview", "rc"})
_EARLY, _END, _NUMBER, _WORD = range(4)

Key = tuple[tuple[int, int, str], ...]
"""Sorts versions, the oldest first."""


def version_key(version: str) -> Key:
    """Return what versions are compared by: numbers as numbers, dates as dates.

    `9` < `10`, `1.9` < `1.10`, `20220708` < `2022070801` < `2022-07-09`, `2.0rc1` < `2.0`;
    a version without any letter or digit is the oldest.
    """
    parts: list[str] = _PARTS.findall(version.strip().lower())
    if len(parts) > 1 and parts[0] in ("v", "version"):
        parts = parts[1:]
    found = [_part(piece) for part in parts for piece in _pieces(part)]
    return (*found, (_END, 0, "")) if found else ()


def _pieces(part: str) -> list[str]:
    """Take a date without marks apart: year, month, day, and a number of that day."""
    day = _DAY.fullmatch(part)
    return [piece for piece in day.groups() if piece] if day else [part]


def _part(text: str) -> tuple[int, int, str]:
    """Rank one part; numbers of any length by length first, which needs no arithmetic."""
    if text.isascii() and text.isdigit():
        digits = text.lstrip("0")
        return _NUMBER, len(digits), digits
    return _EARLY if text in _BEFORE else _WORD, 0, text
