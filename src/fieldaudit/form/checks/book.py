"""A checklist's sheets as rows with their numbers and columns under one name each.

Knows how XLSForm spells its headers, nothing of what the cells mean.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyxform.xls2json_backends import DefinitionData

_WRAPPERS = frozenset({"bind", "body", "control", "instance", "media"})
_NAMES = {
    "big_image": "big-image",
    "calculate": "calculation",
    "caption": "label",
    "command": "type",
    "constraining_message": "constraint_message",
    "count": "repeat_count",
    "jr:constraintmsg": "constraint_message",
    "jr:count": "repeat_count",
    "jr:requiredmsg": "required_message",
    "list_name": "list_name",
    "read_only": "readonly",
    "relevance": "relevant",
    "requiredmsg": "required_message",
    "tag": "name",
    "value": "name",
}
_YES = frozenset({"yes", "true", "true()"})
_NAMESPACE = re.compile(r'([\w.-]+)="([^"]*)"')


@dataclass(frozen=True, slots=True)
class Cell:
    """One filled cell."""

    column: str
    """Header as written."""

    language: str
    """The header's language; empty for none."""

    text: str
    """What stands in it."""


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a sheet."""

    sheet: str
    """The sheet's name."""

    number: int
    """Row number as a spreadsheet shows it."""

    cells: Mapping[str, tuple[Cell, ...]]
    """Filled cells by column; several for a translated one."""

    @property
    def where(self) -> str:
        """The row as problems name it: `survey!7`."""
        return f"{self.sheet}!{self.number}"

    def text(self, column: str) -> str:
        """Return the first text of a column; empty when there is none."""
        found = self.cells.get(column)
        return found[0].text if found else ""

    def all(self) -> Iterator[tuple[str, Cell]]:
        """Yield every filled cell with its column."""
        for column, cells in self.cells.items():
            for cell in cells:
                yield column, cell


@dataclass(frozen=True, slots=True)
class Book:
    """All sheets of one checklist that the rules look at."""

    survey: tuple[Line, ...] = ()
    """The questions, rows that are switched off left out."""

    choices: tuple[Line, ...] = ()
    """The options of all lists."""

    external: tuple[Line, ...] = ()
    """The options of lists that a phone would look up in a database."""

    mappings: tuple[Line, ...] = ()
    """The rules for carrying older versions' answers over."""

    settings: Line = field(default_factory=lambda: Line("settings", 2, {}))
    """The settings."""

    languages: tuple[str, ...] = ()
    """Languages of the questions' labels, in order of columns."""

    sheets: frozenset[str] = frozenset()
    """Names of all sheets, small letters."""

    @property
    def namespaces(self) -> dict[str, str]:
        """Prefixes that the settings declare."""
        return dict(_NAMESPACE.findall(self.settings.text("namespaces")))

    def lines(self) -> Iterator[Line]:
        """Yield the rows of all sheets."""
        yield from (*self.survey, *self.choices, *self.external, *self.mappings)
        if self.settings.cells:
            yield self.settings


def book_of(workbook: "DefinitionData") -> Book:
    """Return the sheets of a table that pyxform has taken out of its file."""
    header: Mapping[str, object] = next(iter(workbook.survey_header or ()), {})
    heads = [column_of(str(head)) for head in header if head is not None]
    survey = _lines("survey", workbook.survey)
    settings = _lines("settings", workbook.settings)
    return Book(
        survey=tuple(line for line in survey if line.text("disabled").lower() not in _YES),
        choices=_lines("choices", workbook.choices),
        external=_lines("external_choices", workbook.external_choices),
        settings=settings[0] if settings else Line("settings", 2, {}),
        languages=tuple(dict.fromkeys(tongue for name, tongue in heads if name == "label")),
        sheets=frozenset(str(name).lower() for name in workbook.sheet_names or ()),
    )


def _lines(sheet: str, rows: Sequence[Mapping[str, object]] | None) -> tuple[Line, ...]:
    return tuple(Line(sheet, number, _cells(row)) for number, row in enumerate(rows or (), 2))


def _cells(row: Mapping[str, object]) -> dict[str, tuple[Cell, ...]]:
    found: dict[str, tuple[Cell, ...]] = {}
    for head, value in row.items():
        text = "" if value is None else str(value).strip()
        if head is None or not text:
            continue
        column, language = column_of(str(head))
        found[column] = (*found.get(column, ()), Cell(str(head), language, text))
    return found


def column_of(header: str) -> tuple[str, str]:
    """Return the column that a header names, and its language.

    `bind::fa:pass` is `fa:pass`, `media::image::English (en)` is `image` in English.
    """
    parts = [part.strip() for part in header.split("::")]
    if len(parts) == 1 and not header.lower().startswith(("jr:", "fa:")):
        parts = [part.strip() for part in header.split(":")]
    if parts[0].lower() in _WRAPPERS and len(parts) > 1:
        parts = parts[1:]
    name = parts[0] if ":" in parts[0] else parts[0].lower().replace(" ", "_").replace("-", "_")
    known = _NAMES.get(name.lower(), name)
    return known, parts[1] if len(parts) > 1 else ""
