"""Tables from outside, CSV or XLSX, as rows of text; hostile until vetted.

Reads the first sheet alone. Numbers lose a needless `.0`, so that a code stays a code.
"""

import csv
import io
import warnings
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from pathlib import Path

from fieldaudit.errors import BadInput, Code, Problem

BYTE_LIMIT = 50 * 1024 * 1024
UNPACKED_LIMIT = 300 * 1024 * 1024
ROW_LIMIT = 100_000
COLUMN_LIMIT = 300
CELL_LIMIT = 10_000

_MOST_ROWS = Problem(Code.LIMIT_ROWS, params={"count": f"{ROW_LIMIT:,}"})
_ROWS = ROW_LIMIT + 2  # the header, and one more to notice that there are too many
_ZIP = b"PK\x03\x04"
_ENCODINGS = ("utf-8-sig", "gb18030")
_SEPARATORS = ",;\t"


@dataclass(frozen=True, slots=True)
class Row:
    """One row that is not blank."""

    number: int
    """Its number as a spreadsheet shows it, from 1."""

    cells: tuple[str, ...]
    """Its cells as text, trimmed; the last one is not blank."""

    def cell(self, column: int) -> str:
        """Return the text in a column; empty beyond the row's end."""
        return self.cells[column] if column < len(self.cells) else ""


def read_table(source: Path | bytes, file: str) -> list[Row]:
    """Return the rows that are not blank, the header first; at least one data row.

    Args:
        source: the file or its bytes.
        file: its name, for messages.

    Raises:
        BadInput: FILE_NOT_FOUND, FILE_UNREADABLE, REGISTER_UNREADABLE, REGISTER_TOO_LARGE,
            REGISTER_EMPTY.
    """
    data = source if isinstance(source, bytes) else _load(source)
    if len(data) > BYTE_LIMIT:
        raise BadInput(Code.REGISTER_TOO_LARGE, file=file, limit=f"{BYTE_LIMIT >> 20} MB")
    raw: Iterable[Iterable[object]]
    raw = _sheet(data, file) if data.startswith(_ZIP) else _separated(data, file)
    every = (Row(number, _trimmed(cells)) for number, cells in enumerate(raw, start=1))
    rows = [row for row in islice(every, _ROWS) if row.cells]
    if len(rows) > ROW_LIMIT + 1:
        raise BadInput(Code.REGISTER_TOO_LARGE, file=file, limit=_MOST_ROWS)
    if len(rows) < 2:  # noqa: PLR2004 - a header and something below it
        raise BadInput(Code.REGISTER_EMPTY, file=file)
    return rows


def _load(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(BYTE_LIMIT + 1)
    except FileNotFoundError as error:
        raise BadInput(Code.FILE_NOT_FOUND, file=path) from error
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise BadInput(Code.FILE_UNREADABLE, file=path, reason=reason) from error


def _separated(data: bytes, file: str) -> Iterator[list[str]]:
    """Yield the rows of a CSV; Excel writes it in GBK, and with semicolons in some countries."""
    text = _decoded(data, file)
    first = text.lstrip().partition("\n")[0]
    separator = max(_SEPARATORS, key=first.count)
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    except csv.Error as error:
        raise BadInput(Code.REGISTER_UNREADABLE, file=file) from error


def _decoded(data: bytes, file: str) -> str:
    if b"\0" not in data:
        for encoding in _ENCODINGS:
            try:
                return data.decode(encoding)
            except UnicodeDecodeError:
                continue
    raise BadInput(Code.REGISTER_UNREADABLE, file=file)


def _sheet(data: bytes, file: str) -> list[tuple[str, ...]]:
    """Return the rows of an XLSX's first sheet."""
    # costs 95 ms that no start-up should pay
    from openpyxl import load_workbook

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            unpacked = sum(member.file_size for member in archive.infolist())
        if unpacked > UNPACKED_LIMIT:
            limit = f"{UNPACKED_LIMIT >> 20} MB"
            raise BadInput(Code.REGISTER_TOO_LARGE, file=file, limit=limit)
        with warnings.catch_warnings():
            # it warns of drop-down lists and the like, which do not matter here
            warnings.simplefilter("ignore")
            book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            sheet = book.worksheets[0]
            sheet.reset_dimensions()  # what a file says of its size is often wrong
            every = sheet.iter_rows(max_col=COLUMN_LIMIT, values_only=True)
            return [_trimmed(cells) for cells in islice(every, _ROWS)]
    except (OSError, ValueError, TypeError, LookupError, SyntaxError, AttributeError) as error:
        raise BadInput(Code.REGISTER_UNREADABLE, file=file) from error
    except (zipfile.BadZipFile, EOFError, RuntimeError) as error:
        raise BadInput(Code.REGISTER_UNREADABLE, file=file) from error


def _trimmed(cells: Iterable[object]) -> tuple[str, ...]:
    """Return the cells as text, without the blank ones at the end."""
    texts = [_text(cell) for cell in islice(cells, COLUMN_LIMIT)]
    while texts and not texts[-1]:
        texts.pop()
    return tuple(texts)


def _text(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    if isinstance(cell, datetime):
        cell = cell.isoformat(sep=" ")
    return str(cell).strip()[:CELL_LIMIT]
