"""Reading a checklist in whatever file it comes: XLSForm (`.md`, `.csv`, `.xlsx`) or XForm.

The door for files. Tables go through pyxform, which is loaded when the first table comes.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from fieldaudit.errors import BadInput, Problem
from fieldaudit.form.attachments import LAST_SAVED
from fieldaudit.form.checks import support
from fieldaudit.form.checks.book import Line, book_of
from fieldaudit.form.checks.nesting import DEEPEST, depth
from fieldaudit.form.complaints import complaint
from fieldaudit.form.definition import Form
from fieldaudit.form.mapping_sheet import SHEET, rules_data, sheet_lines
from fieldaudit.form.plan import unbound
from fieldaudit.form.planning import plan_for
from fieldaudit.form.ragged import ragged_row
from fieldaudit.form.reading import Reading
from fieldaudit.form.vetting import taken
from fieldaudit.form.xform import read_xform
from fieldaudit.form_codes import FormCode

if TYPE_CHECKING:
    from pyxform.xls2json_backends import DefinitionData

_ROW = re.compile(r"\[row : (\d+)\]\s*")


def read_form(source: Path | str | bytes, kind: str = "") -> Reading:
    """Read a checklist.

    Args:
        source: where it lies, or its content.
        kind: `md`, `csv`, `xlsx` or `xml`; empty: by the file's suffix.

    Returns:
        The form with remarks, or no form with the faults that forbid it.

    Raises:
        BadInput: the file is too large, of no known kind, or made to do harm.
        Surroundings: the file cannot be read.
    """
    data, kind, name = taken(source, kind)
    if kind == "xml":
        return checked(data, name, {})
    return _from_table(data, kind, name)


def checked(data: bytes, name: str, rows: Mapping[str, int]) -> Reading:
    """Read an XForm and try whether it can run.

    Args:
        data: the XML.
        name: the file's name, for messages.
        rows: question name → row of the survey sheet it came from.
    """
    try:
        form, remarks = read_xform(data, name)
    except BadInput as error:
        return Reading(None, (Problem(error.code, name, error.params),))
    plan = plan_for(form)
    faults = plan.problems
    remarks = [*plan.remarks, *unbound(form, plan.slots), *_files(form), *remarks]
    told = tuple(_placed(problem, rows) for problem in (*faults, *remarks))
    return Reading(None if faults else form, told)


def _files(form: Form) -> Iterator[Problem]:
    """Yield a remark for each list that lies in a file beside the form."""
    for one in form.model.secondary:
        if one.source and one.source != LAST_SAVED:
            yield Problem(FormCode.FORM_FILE_MISSING, one.id, {"file": one.file})


def _placed(problem: Problem, rows: Mapping[str, int]) -> Problem:
    """Add sheet and row to a problem that names a question."""
    row = rows.get(problem.where.rpartition("/")[2])
    if row is None:
        return problem
    return Problem(problem.code, f"{problem.where} (survey!{row})", problem.params)


def _from_table(data: bytes, kind: str, name: str) -> Reading:
    workbook = workbook_of(data, kind, name)
    if isinstance(workbook, Problem):
        return Reading(None, (workbook,))
    reading = from_workbook(workbook, name)
    form = reading.form
    if form is None:
        return reading
    rules = rules_data(rows_of_rules(workbook, data, kind), form.id, form.version)
    return replace(reading, mappings=rules)


def rows_of_rules(workbook: "DefinitionData", data: bytes, kind: str) -> tuple[Line, ...]:
    """Return the rows of a table's `mappings` sheet; none without it."""
    here = any(str(name).strip().lower() == SHEET for name in workbook.sheet_names or ())
    return sheet_lines(data, kind) if here else ()


def workbook_of(data: bytes, kind: str, name: str) -> "DefinitionData | Problem":
    """Return the sheets of a table that has been vetted, or why there are none.

    Raises:
        BadInput: sections lie too deep inside each other for anyone to read.
    """
    # Loading pyxform takes a third of a second, which no start-up should pay.
    from pyxform.xls2json_backends import get_xlsform

    try:
        workbook: DefinitionData = get_xlsform(data, file_type=f".{kind}")
    except _pyxform_errors() as error:
        ragged = ragged_row(data.decode("utf-8-sig")) if kind == "md" else ""
        return Problem(FormCode.FORM_CELLS, ragged) if ragged else complaint(error, name)
    if depth(book_of(workbook)) > DEEPEST:
        raise BadInput(FormCode.FORM_DEPTH, file=name, most=DEEPEST)
    return workbook


def from_workbook(workbook: "DefinitionData", name: str) -> Reading:
    """Read a checklist whose sheets have been taken out of their file."""
    from dataclasses import asdict

    from pyxform.xls2xform import convert

    book = book_of(workbook)
    survey = list(workbook.survey or ())
    rows = {str(row.get("name")): number for number, row in enumerate(survey, 2) if row.get("name")}
    warnings: list[str] = []
    try:
        result = convert(asdict(workbook), warnings=warnings)
    except _pyxform_errors() as error:
        told = (complaint(error, name, survey), *support.problems(book))
        return Reading(None, told)
    reading = checked(result.xform.encode(), name, rows)
    remarks = [_remark(text, name) for text in warnings]
    return Reading(reading.form, (*reading.problems, *support.problems(book), *remarks))


def _remark(text: str, name: str) -> Problem:
    match = _ROW.search(text)
    where = f"survey!{match[1]}" if match else name
    return Problem(FormCode.FORM_REMARK, where, {"detail": _ROW.sub("", text)})


def _pyxform_errors() -> tuple[type[Exception], ...]:
    """Return what pyxform raises: its own errors, and Python's for tables it did not foresee."""
    from pyxform.errors import PyXFormError

    return (
        PyXFormError,
        ArithmeticError,
        AttributeError,
        LookupError,
        OSError,
        RecursionError,
        SyntaxError,
        TypeError,
        ValueError,
    )
