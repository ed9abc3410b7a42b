"""A workbook for Excel, WPS and LibreOffice: one sheet for each table.

Above the rows stand what a person reads and, below it, the column's stable id. Text stays text,
whatever it begins with; numbers and dates are numbers and dates. A time carries its offset from
UTC in the column beside it, because cells know no time zones.
"""

import math
import re
import sys
import unicodedata
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fieldaudit.errors import BadInput, Code, Problem, Surroundings
from fieldaudit.package.exports.cells import clean, is_formula
from fieldaudit.package.exports.content import Cell, CellKind, Column, Table

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

LONGEST = 32_767
"""Characters that a cell holds."""

OFFSET = ":offset"
"""Ending of the id of the column that holds the offset of a time."""

_TITLE = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]|^'|'$")
_NARROW, _WIDE = 8, 48
_ID_WIDTH, _HEAD_WIDTH = 12, 24
_IDS = ("visit", "id", "parent", "instance", "sha256")
"""Columns that nobody reads to the end."""
_LOOKED_AT = 200
"""Rows that decide over the widths."""
_FROZEN = 3
_SAME = timedelta(milliseconds=5)
_DIGITS = 1e-14
"""A spreadsheet keeps 15 digits of a number."""
_FORMATS = {CellKind.DATE: "yyyy-mm-dd", CellKind.MOMENT: "yyyy-mm-dd hh:mm:ss"}
_ERRORS = {"#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A"}


def write_workbook(out: Path, tables: Sequence[Table]) -> tuple[Problem, ...]:
    """Write tables as sheets into the new file `out`, and return which cells had to be cut."""
    from openpyxl import Workbook

    try:
        return _write(Workbook(write_only=True), out, tables)
    except _serialisation_errors() as error:
        full = any(name in str(error) for name in ("ENOSPC", "EFBIG", "EDQUOT"))
        code = Code.DISK_FULL if full else Code.FILE_UNWRITABLE
        raise Surroundings(code, file=out.name, reason=str(error)) from error


def _serialisation_errors() -> tuple[type[Exception], ...]:
    """The library writes through lxml where it is there; its full disk is no OSError."""
    lxml = sys.modules.get("lxml.etree")
    return (lxml.SerialisationError,) if lxml else ()


def _write(book: "Workbook", out: Path, tables: Sequence[Table]) -> tuple[Problem, ...]:
    styles = _Styles()
    problems: list[Problem] = []
    for title, table in zip(sheet_titles(tables), tables, strict=True):
        sheet = book.create_sheet(title)
        _lay_out(sheet, table)
        for row in _rows(table):
            sheet.append([styles.cell(sheet, value, place) for place, value in row])
        problems += _cuts(table)
    book.save(out)
    return tuple(problems)


def check_workbook(path: Path, tables: Sequence[Table]) -> dict[str, int]:
    """Read a workbook again, compare each cell, and return the number of rows by table.

    Raises:
        BadInput: EXPORT_MISMATCH with the first place that differs.
    """
    from openpyxl import load_workbook

    with path.open("rb") as stream:
        try:
            book = load_workbook(stream, read_only=True)
        except (ValueError, KeyError, zipfile.BadZipFile) as error:
            raise BadInput(Code.EXPORT_MISMATCH, file=path.name, where=str(error)) from error
        for title, table in zip_longest(book.sheetnames, tables):
            if table is None or title is None:
                raise BadInput(Code.EXPORT_MISMATCH, file=path.name, where=str(title))
            _compare(path, table, book[title].iter_rows(values_only=True))
        book.close()
    return {table.id: len(table.rows) for table in tables}


def sheet_titles(tables: Sequence[Table]) -> list[str]:
    """Return a title that Excel accepts for each table, each once."""
    taken: dict[str, str] = {}
    for table in tables:
        base = _FORBIDDEN.sub("-", clean(table.title)).strip() or table.id
        title, number = base[:_TITLE], 1
        while title.casefold() in taken:
            number += 1
            title = f"{base[: _TITLE - 1 - len(str(number))]}~{number}"
        taken[title.casefold()] = title
    return list(taken.values())


def shown(value: Cell) -> Cell:
    """Return a cell as a workbook holds it."""
    if isinstance(value, datetime):
        return value.replace(tzinfo=None)
    if not isinstance(value, str):
        return value
    text = clean(value).replace("\r\n", "\n").replace("\r", "\n")
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def _spread(table: Table) -> list[Column]:
    """Return the columns of the sheet: a time is followed by its offset."""
    found: list[Column] = []
    for column in table.columns:
        found.append(column)
        if column.kind is CellKind.MOMENT:
            offset = replace(column, id=column.id + OFFSET, label="UTC±", kind=CellKind.TEXT)
            found.append(offset)
    return found


def _rows(table: Table) -> Iterator[list[tuple[str, Cell]]]:
    """Yield the rows of the sheet from the top; each cell with the name of its style."""
    columns = _spread(table)
    yield [("head", column.label or column.id) for column in columns]
    if not table.plain:
        yield [("id", column.id) for column in columns]
    for row in table.rows:
        cells: list[tuple[str, Cell]] = []
        for column, value in zip(table.columns, row, strict=True):
            cells.append((column.kind.value, shown(value)))
            if column.kind is CellKind.MOMENT:
                cells.append(("text", _offset(value)))
        yield cells


def _offset(value: Cell) -> Cell:
    return value.isoformat()[-6:] if isinstance(value, datetime) else None


class _Styles:
    """The looks of cells, made once."""

    def __init__(self) -> None:
        from openpyxl.cell import WriteOnlyCell
        from openpyxl.styles import Alignment, Font, PatternFill

        self._make = WriteOnlyCell
        self._wrapped = Alignment(wrap_text=True, vertical="top")
        self._fonts = {"head": Font(bold=True), "id": Font(color="FF5F6B7A", size=9)}
        self._fill = PatternFill("solid", fgColor="FFE8EEF4")

    def cell(self, sheet: "WriteOnlyWorksheet", value: Cell, look: str) -> Any:
        """Return a cell, or the bare value where it needs no style."""
        if look in self._fonts:
            return self._head(sheet, str(value), look)
        if isinstance(value, str):
            return self._text(sheet, value)
        if isinstance(value, datetime | date):
            made = self._make(sheet, value)
            made.number_format = _FORMATS[
                CellKind.MOMENT if isinstance(value, datetime) else CellKind.DATE
            ]
            return made
        return value

    def _head(self, sheet: "WriteOnlyWorksheet", value: str, look: str) -> Any:
        made = self._text(sheet, value)
        made = made if not isinstance(made, str) else self._make(sheet, made)
        made.font, made.fill = self._fonts[look], self._fill
        made.alignment = self._wrapped
        return made

    def _text(self, sheet: "WriteOnlyWorksheet", value: str) -> Any:
        dangerous = is_formula(value) or value.startswith("=") or value in _ERRORS
        if not dangerous and "\n" not in value and _breadth(value) <= _WIDE:
            return value
        made = self._make(sheet, value)
        made.data_type = "s"
        if dangerous:
            made.quotePrefix = True
        made.alignment = self._wrapped
        return made


def _lay_out(sheet: "WriteOnlyWorksheet", table: Table) -> None:
    """Set what must be known before the first row: widths, what stays in sight, the filter."""
    from openpyxl.utils import get_column_letter

    columns = _spread(table)
    top = 1 if table.plain else 2
    frozen = min(_FROZEN, len(columns))
    sheet.freeze_panes = f"{get_column_letter(frozen)}{top + 1}"
    last = get_column_letter(max(len(columns), 1))
    sheet.auto_filter.ref = f"A{top}:{last}{top + len(table.rows)}"
    for number, width in enumerate(widths(table), 1):
        sheet.column_dimensions[get_column_letter(number)].width = width


def widths(table: Table) -> list[float]:
    """Return the width of each column of the sheet, in characters."""
    columns = _spread(table)
    head, *rows = _rows(replace(table, rows=table.rows[:_LOOKED_AT]))
    found = [min(_breadth(str(label)), _HEAD_WIDTH) for _, label in head]
    for row in rows[0 if table.plain else 1 :]:
        found = [
            max(width, _breadth(_seen(cell))) for width, (_, cell) in zip(found, row, strict=True)
        ]
    found = [_ID_WIDTH if c.id in _IDS else w for c, w in zip(columns, found, strict=True)]
    return [float(min(max(width + 2, _NARROW), _WIDE)) for width in found]


def _seen(value: Cell) -> str:
    if isinstance(value, datetime):
        return "2022-07-08 09:00:00"
    return "" if value is None else str(value).partition("\n")[0]


def _breadth(text: str) -> int:
    """Return how wide a text is; Chinese characters are as wide as two Latin ones."""
    return sum(2 if unicodedata.east_asian_width(each) in "WF" else 1 for each in text)


def _cuts(table: Table) -> Iterator[Problem]:
    for number, row in enumerate(table.rows, 1):
        for column, value in zip(table.columns, row, strict=True):
            if isinstance(value, str) and len(value) > LONGEST:
                params = {"table": table.id, "column": column.id, "row": number}
                yield Problem(Code.EXPORT_CELL_CUT, str(row[0]), params)


def _compare(path: Path, table: Table, found: Iterator[tuple[Cell, ...]]) -> None:
    for number, (row, there) in enumerate(zip_longest(_rows(table), found), 1):
        # A reader leaves out the empty cells at the end of a row.
        cells = zip_longest([value for _, value in row or ()], there or ())
        if row is None or there is None or not all(_same(*each) for each in cells):
            raise BadInput(Code.EXPORT_MISMATCH, file=path.name, where=f"{table.id}:{number}")


def _same(wanted: Cell, found: Cell) -> bool:
    if isinstance(wanted, datetime) and isinstance(found, datetime):
        return abs(wanted - found) < _SAME
    if isinstance(wanted, date) and isinstance(found, datetime):
        return found == datetime(wanted.year, wanted.month, wanted.day)
    if isinstance(wanted, float) and isinstance(found, int | float):
        return math.isclose(wanted, found, rel_tol=_DIGITS)
    return (None if wanted == "" else wanted) == found
