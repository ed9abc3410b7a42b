"""What is wrong with a checklist, as the rows of a table: sheet, row, how grave, one sentence."""

import re
from dataclasses import dataclass

from fieldaudit.errors import Problem
from fieldaudit.form.reading import Reading
from fieldaudit.gui.labels import explain

_PLACE = re.compile(r"(\w+)!(\d+)")
_PLACED = re.compile(r"(?:survey|choices|settings|external_choices|entities)!\d+(?:[：:,]| 的)\s?")
"""How a sentence begins that names its place first."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One problem of a checklist."""

    sheet: str
    """Name of the sheet; empty for the checklist as a whole."""

    row: str
    """Row as a spreadsheet shows it; empty for none."""

    grave: bool
    """Whether it ought to be mended; else it is a remark."""

    words: str
    """What is wrong and what to do."""


def faults(reading: Reading) -> list[Fault]:
    """Return the problems of a checklist in their order."""
    grave = set(map(id, reading.faults))
    return [_fault(problem, grave=id(problem) in grave) for problem in reading.problems]


def _fault(problem: Problem, *, grave: bool) -> Fault:
    place = _PLACE.search(problem.where)
    sheet, row = place.groups() if place else ("", "")
    # The place has columns of its own.
    words = _without_place(explain(problem)) if place else explain(problem)
    return Fault(sheet, row, grave, words)


def _without_place(words: str) -> str:
    named = _PLACED.match(words)
    return words[named.end() :] if named else words
