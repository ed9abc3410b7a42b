"""Everything that is wrong with a checklist file, in one go: our own rules, then pyxform's word.

The door for authors; `form.xlsform` is the one for use, and stops at what forbids it.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from fieldaudit.errors import Problem
from fieldaudit.form.attachments import beside, gathered
from fieldaudit.form.checks import (
    audit,
    cycles,
    expressions,
    files,
    formulas,
    labels,
    lists,
    mappings,
    names,
    nesting,
    options,
    parameters,
    references,
    trial,
    types,
)
from fieldaudit.form.checks.book import Book, book_of
from fieldaudit.form.definition import Form
from fieldaudit.form.reading import Reading
from fieldaudit.form.vetting import taken
from fieldaudit.form.xlsform import checked, from_workbook, rows_of_rules, workbook_of
from fieldaudit.form_codes import FormCode

if TYPE_CHECKING:
    from pyxform.xls2json_backends import DefinitionData

RULES = (
    types,
    names,
    labels,
    lists,
    references,
    nesting,
    expressions,
    cycles,
    audit,
    formulas,
    options,
    mappings,
)
"""The rules that look at rows alone, each with a function `problems(book)`."""

_PLACE = re.compile(r"\b(survey|choices|settings|external_choices|entities|mappings)!(\d+)")
_SHEETS = ("survey", "choices", "settings", "external_choices", "entities", "mappings")
_MOST = 500
"""Problems of one kind that are worth listing."""

_TRIES = 20
_EMPTY = frozenset({FormCode.FORM_ROW, FormCode.FORM_REMARK})
_PARAMETERS = frozenset({FormCode.FORM_PARAMETERS, FormCode.FORM_PARAMETER_KEYS})
_TWINS = frozenset({FormCode.FORM_SEVERITY, FormCode.FORM_PHOTO_RULE})


def check_file(file: Path, known: Collection[str] | None = None) -> Reading:
    """Read a checklist and list everything that is wrong with it, by sheet and row.

    Args:
        file: where it lies; the files that it refers to lie beside it.
        known: names of the thresholds that rules may ask for; None: not looked at.

    Returns:
        The form, if it can be used, and all problems in order of sheets and rows.

    Raises:
        BadInput: the file is too large, of no known kind, or made to do harm.
        Surroundings: the file cannot be read.
    """
    data, kind, name = taken(file, "")
    own: list[Problem] = []
    if kind == "xml":
        reading = checked(data, name, {})
    else:
        workbook = workbook_of(data, kind, name)
        if isinstance(workbook, Problem):
            return Reading(None, (workbook,))
        book = replace(book_of(workbook), mappings=rows_of_rules(workbook, data, kind))
        own = [*row_problems(book), *files.problems(book, frozenset(beside(file)))]
        if kind == "xlsx":
            own += formulas.formula_cells(data)
        reading = _complained(workbook, name)
    found = [*own, *_left(reading, own)]
    if reading.form is not None:
        found += _of_form(reading.form, file, known, own)
    return Reading(reading.form, tuple(_in_order(found)))


def row_problems(book: Book) -> Iterator[Problem]:
    """Yield what the rows of a table show to be wrong."""
    for rule in RULES:
        yield from islice(rule.problems(book), _MOST)


def _complained(workbook: "DefinitionData", name: str) -> Reading:
    """Read a table; pyxform stops at the first bad parameter, so take each away and go on."""
    told: list[Problem] = []
    for _ in range(_TRIES):
        reading = from_workbook(workbook, name)
        first = next(iter(reading.problems), None)
        row = _PLACE.fullmatch(first.where) if first is not None else None
        if reading.form is not None or first is None or row is None:
            break
        survey = list(workbook.survey or ())
        index = int(row[2]) - 2
        bad = first.code in _PARAMETERS and row[1] == "survey" and index < len(survey)
        if not bad or "parameters" not in survey[index]:
            break
        told.append(first)
        survey[index] = {key: cell for key, cell in survey[index].items() if key != "parameters"}
        workbook = replace(workbook, survey=survey)
    further = reading.problems
    if told:
        # Without its parameters pyxform may stumble over a row in ways that tell nobody anything.
        further = tuple(problem for problem in further if problem.code not in _EMPTY)
    return Reading(None if told else reading.form, (*told, *further))


def _left(reading: Reading, own: list[Problem]) -> Iterator[Problem]:
    """Yield what pyxform or the form's plan found beside what our own rules have said."""
    # A file that is missing is no reason for what else is wrong.
    faults = [
        problem
        for problem in own
        if problem.code is not FormCode.FORM_FILE_MISSING and Reading(None, (problem,)).faults
    ]
    told = {_row(problem) for problem in faults}
    twins = {(_row(problem), problem.code) for problem in own}
    for problem in reading.problems:
        row = _row(problem)
        fault = reading.form is None and bool(Reading(None, (problem,)).faults)
        if fault and (row in told if row else faults):
            continue
        if problem.code in _TWINS and (row, problem.code) in twins:
            continue
        if problem.code is FormCode.FORM_FILE_MISSING:
            # Told by row, or after looking beside the file.
            continue
        yield problem


def _of_form(
    form: Form, file: Path, known: Collection[str] | None, own: list[Problem]
) -> Iterator[Problem]:
    """Yield what only a form that can be opened shows."""
    attachments, missing = gathered(form, beside(file))
    named = {problem.params.get("file") for problem in own}
    yield from (problem for problem in missing if problem.params.get("file") not in named)
    yield from trial.problems(form, attachments)
    if known is not None:
        yield from parameters.problems(form, known)


def _row(problem: Problem) -> str:
    match = _PLACE.search(problem.where)
    return match[0] if match else ""


def _in_order(problems: Iterable[Problem]) -> Iterator[Problem]:
    """Yield problems by sheet and row, those without a row last, each sentence once."""
    told: set[str] = set()
    for problem in sorted(problems, key=_rank):
        sentence = str(problem)
        if sentence not in told:
            told.add(sentence)
            yield problem


def _rank(problem: Problem) -> tuple[int, int]:
    match = _PLACE.search(problem.where)
    return (_SHEETS.index(match[1]), int(match[2])) if match else (len(_SHEETS), 0)
