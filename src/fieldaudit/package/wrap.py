"""Break Chinese and Latin text into lines of a width.

Chinese breaks anywhere but before a closing and after an opening mark; Latin words stay
whole unless one alone is too long.
"""

from functools import lru_cache

from fieldaudit.package.fonts import face
from fieldaudit.package.style import Style

_NOT_FIRST = frozenset("、。，．：；！？）］｝】》〉」』”’…—·%‰℃°,.:;!?)]}/")
_NOT_LAST = frozenset("（［｛【《〈「『“‘([{#")
_AFTER = frozenset(" -/_,;:")
_WIDE = 0x2E80
"""First code point of the East Asian blocks."""


@lru_cache(maxsize=50_000)
def wrap(text: str, width: float, style: Style) -> tuple[str, ...]:
    """Return the lines of `text`; a line break in it starts a new one. At least one line."""
    widths = face(style.bold).widths
    limit = width * 1000 / style.size
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lengths = [widths.get(ord(letter), 1000.0) for letter in paragraph]
        lines.extend(_lines(paragraph, lengths, limit))
    return tuple(lines)


def ellipsis(text: str, width: float, style: Style) -> str:
    """Return the first line of `text`, cut with … where it is longer than one line."""
    lines = wrap(text.replace("\n", " "), width, style)
    if len(lines) == 1:
        return lines[0]
    room = width - face(style.bold).width("…", style.size)
    return wrap(text.replace("\n", " "), room, style)[0] + "…"


def _lines(text: str, lengths: list[float], limit: float) -> list[str]:
    if sum(lengths) <= limit:
        return [text.strip(" ")]
    lines: list[str] = []
    start, used, last = 0, 0.0, 0
    for index, length in enumerate(lengths):
        if index > start and _may_break(text[index - 1], text[index]):
            last = index
        # A space at the end of a line takes no room.
        if used + length > limit and index > start and text[index] != " ":
            cut = last if last > start else index
            lines.append(text[start:cut].strip(" "))
            start = last = cut
            used = sum(lengths[start:index])
        used += length
    lines.append(text[start:].strip(" "))
    return lines


def _may_break(before: str, after: str) -> bool:
    if after in _NOT_FIRST or before in _NOT_LAST or after == " ":
        return False
    return ord(before) >= _WIDE or ord(after) >= _WIDE or before in _AFTER
