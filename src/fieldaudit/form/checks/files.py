"""Every file that the form shows or chooses from lies beside it."""

import re
from collections.abc import Collection, Iterator

from fieldaudit.errors import Problem
from fieldaudit.form.checks.book import Book, Line
from fieldaudit.form.checks.expressions import COLUMNS
from fieldaudit.form.checks.kinds import typed
from fieldaudit.form_codes import FormCode

_MEDIA = frozenset({"image", "audio", "video", "big-image"})
_PULLDATA = re.compile(r"pulldata\(\s*['\"]([^'\"]+)['\"]")
LISTS = (".csv", ".geojson", ".xml")
"""Kinds of files that a list may lie in."""

_SUFFIXES = {"csv-external": ".csv", "xml-external": ".xml"}


def problems(book: Book, present: Collection[str]) -> Iterator[Problem]:
    """Yield the files that are named and not there.

    Args:
        book: the checklist.
        present: names of the files beside it, in small letters.
    """
    told: set[str] = set()
    for line in book.lines():
        for file in _named(line):
            if file.lower() not in present and file not in told:
                told.add(file)
                yield Problem(FormCode.FORM_FILE_MISSING, line.where, {"file": file})


def _named(line: Line) -> Iterator[str]:
    kind = typed(line.text("type")) if line.sheet == "survey" else None
    if kind is not None and kind.from_file and kind.list_name.lower().endswith(LISTS):
        yield kind.list_name
    if kind is not None and kind.word in _SUFFIXES:
        yield line.text("name") + _SUFFIXES[kind.word]
    for column, cell in line.all():
        if column in _MEDIA and "${" not in cell.text:
            yield cell.text.rpartition("/")[2]
        if column in COLUMNS:
            yield from (_with_suffix(table) for table in _PULLDATA.findall(cell.text))


def _with_suffix(table: str) -> str:
    return table if table.lower().endswith(".csv") else f"{table}.csv"
