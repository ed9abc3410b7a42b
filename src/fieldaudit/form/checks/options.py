"""The parameters column holds `key=value` pairs, and a list's file can be read."""

import re
from collections.abc import Iterator

from fieldaudit.errors import Problem
from fieldaudit.form.checks.book import Book, Line
from fieldaudit.form.checks.files import LISTS
from fieldaudit.form.checks.kinds import typed
from fieldaudit.form_codes import FormCode

_PAIR = re.compile(r"[\w-]+=\S+")
_GAP = re.compile(r"\s*=\s*")
_NUMBER = re.compile(r"-?\d+(\.\d+)?")
_RANGE = ("start", "end", "step")


def problems(book: Book) -> Iterator[Problem]:
    """Yield parameters that are no pairs or numbers, and lists in files of no known kind."""
    for line in book.survey:
        kind = typed(line.text("type"))
        file = kind.list_name if kind.from_file else ""
        if file and "${" not in file and not file.lower().endswith(LISTS):
            yield Problem(FormCode.FORM_LIST_FILE, line.where, {"file": file})
        yield from _parameters(line, kind.word)


def _parameters(line: Line, word: str) -> Iterator[Problem]:
    text = _GAP.sub("=", line.text("parameters"))
    pairs = [pair for pair in re.split(r"[\s,;]+", text) if pair]
    for pair in pairs:
        if not _PAIR.fullmatch(pair):
            yield Problem(FormCode.FORM_PAIR, line.where, {"text": pair})
            return
    given = dict(pair.split("=", 1) for pair in pairs)
    for name in _RANGE if word == "range" else ():
        value = given.get(name)
        if value is not None and not _NUMBER.fullmatch(value):
            yield Problem(FormCode.FORM_RANGE, line.where, {"name": name, "text": value})
