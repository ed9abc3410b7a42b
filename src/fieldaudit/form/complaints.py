"""What pyxform says is wrong with a table, as problems with sheet, row and a remedy.

Its English sentence stays as a detail; ours leads.
"""

import re
from collections.abc import Mapping

from fieldaudit.errors import Code, Problem

_ROW = re.compile(r"\[row : (\w+)\]\s*")
_SHEET = re.compile(r"[Oo]n the '(\w+)' sheet|sheet(?: named|:)? '(\w+)'|(\w+) sheet")
_NAMED = re.compile(r"named '([^']+)'|\$\{([^}]+)\}")
_FOREIGN = re.compile(r"unexpected keyword argument '(\w+?)(?:_header)?'")
_TYPE = re.compile(r"[Uu]nknown question type '?(.*?)'?\.?$", re.MULTILINE)

_BY_CODE = {
    "NAMES_001": Code.FORM_NAME_DUPLICATE,
    "NAMES_002": Code.FORM_NAME_DUPLICATE,
    "NAMES_003": Code.FORM_NAME_DUPLICATE,
    "NAMES_004": Code.FORM_NAME_DUPLICATE,
    "NAMES_005": Code.FORM_NAME_DUPLICATE,
    "NAMES_007": Code.FORM_CHOICES,
    "NAMES_006": Code.FORM_CHOICES,
    "NAMES_013": Code.FORM_HEADER,
    "SURVEY_001": Code.FORM_NESTING,
    "SURVEY_002": Code.FORM_NESTING,
}
_BY_FAMILY = {
    "ENTITY": Code.FORM_ENTITIES,
    "HEADER": Code.FORM_HEADER,
    "LABEL": Code.FORM_CHOICES,
    "NAMES": Code.FORM_NAME_INVALID,
    "PYREF": Code.FORM_REFERENCE_UNKNOWN,
    "RANGE": Code.FORM_PARAMETERS,
    "SURVEY": Code.FORM_PARAMETERS,
}
_BY_WORD = (
    ("There has been a problem trying to replace", Code.FORM_REFERENCE_UNKNOWN),
    ("must be unique", Code.FORM_NAME_DUPLICATE),
    ("Names must begin", Code.FORM_NAME_INVALID),
    ("entity", Code.FORM_ENTITIES),
    ("Reference variable", Code.FORM_REFERENCE_UNKNOWN),
    ("choices sheet", Code.FORM_CHOICES),
    ("list name", Code.FORM_CHOICES),
    ("arameter", Code.FORM_PARAMETERS),
    ("must be set to", Code.FORM_PARAMETERS),
    ("sheet named", Code.FORM_HEADER),
    ("header", Code.FORM_HEADER),
    ("Unmatched", Code.FORM_NESTING),
    ("with no name", Code.FORM_NAME_INVALID),
    ("not user-visible", Code.FORM_REFERENCE_UNKNOWN),
)


def complaint(error: Exception, file: str, rows: Mapping[str, int] | None = None) -> Problem:
    """Return the problem that an exception of pyxform tells of.

    Args:
        error: what was raised.
        file: the table's file name.
        rows: question name → row of the survey sheet.
    """
    detail = str(error).strip() or type(error).__name__
    where = _where(error, detail, rows or {}) or file
    detail = _ROW.sub("", detail)
    foreign = _FOREIGN.search(detail)
    if foreign:
        return Problem(Code.FORM_SHEET_CSV, file, {"sheet": foreign[1]})
    unknown = _TYPE.search(detail)
    if unknown:
        params = {"type": unknown[1], "detail": detail}
        return Problem(Code.FORM_TYPE_UNKNOWN, where, params)
    return Problem(_code(error, detail), where, {"detail": detail})


def _code(error: Exception, detail: str) -> Code:
    name = getattr(getattr(error, "code", None), "name", "")
    family = name.partition("_")[0]
    found = _BY_CODE.get(name) or _BY_FAMILY.get(family)
    if found is not None:
        return found
    return next((code for word, code in _BY_WORD if word in detail), Code.FORM_ROW)


def _where(error: Exception, detail: str, rows: Mapping[str, int]) -> str:
    """Return sheet and row as `survey!7`; only the sheet, or nothing, when that is all."""
    context: Mapping[str, object] = getattr(error, "context", None) or {}
    match, sheet_match = _ROW.search(detail), _SHEET.search(detail)
    row = str(context.get("row") or (match[1] if match else ""))
    named = sheet_match and next(filter(None, sheet_match.groups()), None)
    sheet = str(context.get("sheet") or named or "")
    if not row.isdigit():
        question = _NAMED.search(detail)
        found = question and rows.get(question[1] or question[2])
        row, sheet = (str(found), "survey") if found else ("", sheet)
    if row:
        return f"{sheet or 'survey'}!{row}"
    return sheet
