"""No cell is a spreadsheet formula or a command in disguise.

A formula is not what is read, but what a spreadsheet once made of it; text that starts like one
would run when somebody opens an export.
"""

import io
import re
import zipfile
from collections.abc import Iterator

from fieldaudit.errors import Problem
from fieldaudit.form.checks.book import Book
from fieldaudit.form_codes import FormCode

_STARTS = re.compile(r"=|[+@-][^|]{0,200}\|[^!]{0,200}!")
_FORMULA = re.compile(rb"<f[ />]")
_SHOWN = 40
_SHEETS = frozenset({"survey", "choices", "settings", "external_choices", "entities", "mappings"})


def problems(book: Book) -> Iterator[Problem]:
    """Yield cells whose text starts like a formula."""
    for line in book.lines():
        for _, cell in line.all():
            if _STARTS.match(cell.text):
                yield _problem(line.where, cell.column, cell.text)


def formula_cells(data: bytes) -> Iterator[Problem]:
    """Yield the formulas of an Excel file that has been vetted."""
    if not _has_formulas(data):
        return
    from openpyxl import load_workbook

    workbook = load_workbook(io.BytesIO(data), read_only=True, data_only=False)
    for sheet in workbook.worksheets:
        if sheet.title.lower() not in _SHEETS:
            continue
        for row in sheet.iter_rows():
            for cell in row:
                if getattr(cell, "data_type", "") == "f":
                    where = f"{sheet.title}!{cell.row}"
                    yield _problem(where, cell.column_letter, str(cell.value))


def _has_formulas(data: bytes) -> bool:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        sheets = [name for name in archive.namelist() if name.startswith("xl/worksheets/")]
        return any(_FORMULA.search(archive.read(name)) for name in sheets)


def _problem(where: str, column: str, text: str) -> Problem:
    short = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
    return Problem(FormCode.FORM_FORMULA, where, {"column": column, "text": short})
