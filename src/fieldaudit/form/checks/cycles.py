"""No question's value or relevance depends on itself."""

from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter

from fieldaudit.errors import Problem
from fieldaudit.form.checks.book import Book, Line
from fieldaudit.form.checks.references import REFERENCE, named
from fieldaudit.form_codes import FormCode

_COLUMNS = ("calculation", "relevant")


def problems(book: Book) -> Iterator[Problem]:
    """Yield each circle of questions once, until none is left."""
    homes = {name: lines[0] for name, lines in named(book).items()}
    reads = {name: _reads(line) & homes.keys() for name, line in homes.items()}
    while True:
        try:
            TopologicalSorter(reads).prepare()
        except CycleError as error:
            circle = list(reversed(error.args[1]))
            params = {"questions": " → ".join(circle)}
            yield Problem(FormCode.FORM_CYCLE, homes[circle[0]].where, params)
            # Cut this circle, so that others come to light.
            reads[circle[0]] = set()
        else:
            return


def _reads(line: Line) -> set[str]:
    found = (REFERENCE.findall(line.text(column)) for column in _COLUMNS)
    return {name for column in found for last_saved, name in column if not last_saved}
