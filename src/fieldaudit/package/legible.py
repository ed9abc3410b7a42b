"""A content as the page's faces can print it, and the characters that they lack."""

from dataclasses import replace
from enum import Enum
from typing import Any, TypeVar

from fieldaudit.errors import Code, Problem
from fieldaudit.package.content import PackageContent
from fieldaudit.package.fonts import printable
from fieldaudit.package.manifest import FIELD_NAMES

Value = TypeVar("Value")

_MOST_PROBLEMS = 200


def legible(content: PackageContent) -> tuple[PackageContent, tuple[Problem, ...]]:
    """Return the content with every text printable, and a problem for each character replaced."""
    reader = _Reader()
    shown = reader.value(content, "")
    return shown, tuple(reader.problems[:_MOST_PROBLEMS])


class _Reader:
    """Walks records and remembers what it had to replace."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def value(self, value: Value, where: str) -> Value:
        """Return `value` with every text in it printable."""
        changed: Any = value
        if isinstance(value, str) and not isinstance(value, Enum):
            changed = self._text(value, where)
        elif isinstance(value, tuple):
            shown = tuple(self.value(each, where) for each in value)
            same = all(a is b for a, b in zip(shown, value, strict=True))
            changed = value if same else shown
        elif names := FIELD_NAMES[type(value)]:
            changed = self._record(value, names, where)
        return changed  # type: ignore[no-any-return] # the same type as came in

    def _record(self, record: Any, names: tuple[str, ...], where: str) -> object:
        place = getattr(record, "id", "") or getattr(record, "code", "") or where
        changed = {}
        for name in names:
            value = getattr(record, name)
            if value and (shown := self.value(value, place)) is not value:
                changed[name] = shown
        return replace(record, **changed) if changed else record

    def _text(self, text: str, where: str) -> str:
        shown, missing = printable(text)
        for letter in missing:
            point = f"U+{ord(letter):04X}"
            known = {"character": letter, "code_point": point}
            self.problems.append(Problem(Code.GLYPH_MISSING, where, known))
        return text if shown == text else shown
