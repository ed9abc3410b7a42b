"""A table as CSV that Excel opens rightly: UTF-8 with a byte order mark, RFC 4180, CRLF.

Without the mark Excel reads Chinese as gibberish. The first row holds the columns' ids.
"""

import csv
import io
from collections.abc import Iterator
from itertools import zip_longest
from typing import BinaryIO

from fieldaudit.errors import BadInput, Code
from fieldaudit.package.exports.cells import guarded
from fieldaudit.package.exports.content import Table

_LONGEST = 2**31 - 1
"""A trace of some thousand points is longer than what the reader takes by itself."""


def write_csv(stream: BinaryIO, table: Table) -> None:
    """Write a table to an open binary stream, which stays open."""
    text = io.TextIOWrapper(stream, "utf-8-sig", newline="")
    csv.writer(text, lineterminator="\r\n").writerows(csv_rows(table))
    text.flush()
    text.detach()


def check_csv(stream: BinaryIO, table: Table, *, file: str) -> int:
    """Read a table again and return the number of its rows.

    Raises:
        BadInput: EXPORT_MISMATCH with the first row that differs.
    """
    text = io.TextIOWrapper(stream, "utf-8-sig", newline="")
    csv.field_size_limit(_LONGEST)
    pairs = zip_longest(csv_rows(table), csv.reader(text, strict=True))
    for number, (wanted, found) in enumerate(pairs, 1):
        # A row of one empty field and an empty line are the same to a reader.
        if wanted != found and not (wanted == [""] and found == []):
            raise BadInput(Code.EXPORT_MISMATCH, file=file, where=f"{table.id}:{number}")
    text.detach()
    return len(table.rows)


def csv_rows(table: Table) -> Iterator[list[str]]:
    """Yield the head and the rows as text that no spreadsheet runs."""
    yield [guarded(column.label if table.plain else column.id) for column in table.columns]
    for row in table.rows:
        yield [guarded(value) for value in row]
