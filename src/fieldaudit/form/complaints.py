"""What pyxform says is wrong with a table, as problems with sheet, row and a remedy.

Its English sentence stays as a detail; ours leads.
"""

import re
from collections.abc import Mapping, Sequence

from fieldaudit.codes import Trouble
from fieldaudit.errors import Problem
from fieldaudit.form_codes import FormCode

_ROW = re.compile(r"\[row : (\w+)\]\s*")
_SHEET = re.compile(r"[Oo]n the '(\w+)' sheet|for sheet: '(\w+)'")
_NAMED = re.compile(
    r"named '([^']+)'|named ([\w.-]+)\.|'name' value '([^']+)'|\$\{([^}]+)\}|^Question '([^']+)'"
)
_KEYS = re.compile(r"[a-z]+(?:-[a-z]+)+|\b(?:quality|randomize|seed|rows|app)\b")
_COUNT = "_count"
_TYPE = re.compile(r"[Uu]nknown question type '?(.*?)'?\.?$", re.MULTILINE)

_KNOWN = (
    (r"named '(?P<name>.+)' has no label or hint", FormCode.FORM_ASKS_NOTHING),
    (r"Missing calculation", FormCode.FORM_CALCULATION_MISSING),
    (r"The name '(?P<name>\w+)' is reserved", FormCode.FORM_NAME_RESERVED),
    (r"'name' value '(?P<name>.+)' is invalid. Repeat names", FormCode.FORM_REPEAT_TWICE),
    (r"Choice filter not supported with or_other", FormCode.FORM_OTHER_FILTER),
    (r"\$\{(?P<name>.+)\} is not user-visible.*\$\{(?P<at>.+)\}", FormCode.FORM_TRIGGER_HIDDEN),
    (r"'trigger' value is invalid. Reference variable", FormCode.FORM_TRIGGER_LIST),
    (r"sheet named 'survey'.*were found: '(?P<like>[^']+)'", FormCode.FORM_SHEET_LIKE),
    (r"sheet named 'survey'", FormCode.FORM_SHEET_MISSING),
    (
        r"'(?P<sheet>\w+)'. Headers that are different.*found: (?P<names>.+?)\.",
        FormCode.FORM_HEADER_TWICE,
    ),
    (
        r"'(?P<sheet>\w+)'. One or more required.*found: (?P<names>.+?)\.",
        FormCode.FORM_HEADER_MISSING,
    ),
    (
        r"keys for.* are '(?P<known>.*)'. The.*key\(s\): '(?P<names>.*)'",
        FormCode.FORM_PARAMETER_KEYS,
    ),
    (r"same instance id.*Instance name: '(?P<name>[^']+)'", FormCode.FORM_LIST_NAMESAKE),
    (r"'definition' was not recognized", FormCode.FORM_NO_TABLE),
    (r"Duplicate column header: (?P<names>.+)", FormCode.FORM_COLUMN_TWICE),
    (r"unexpected keyword argument '(?P<sheet>\w+?)(?:_header)?'", FormCode.FORM_SHEET_CSV),
)
"""What pyxform says often, in words of our own; `at` names the question that is meant."""

_BY_CODE = {
    "NAMES_001": FormCode.FORM_NAME_DUPLICATE,
    "NAMES_002": FormCode.FORM_NAME_DUPLICATE,
    "NAMES_003": FormCode.FORM_NAME_DUPLICATE,
    "NAMES_004": FormCode.FORM_NAME_DUPLICATE,
    "NAMES_005": FormCode.FORM_NAME_DUPLICATE,
    "NAMES_007": FormCode.FORM_CHOICES,
    "NAMES_006": FormCode.FORM_CHOICES,
    "NAMES_013": FormCode.FORM_HEADER,
    "SURVEY_001": FormCode.FORM_NESTING,
    "SURVEY_002": FormCode.FORM_NESTING,
}
_BY_FAMILY = {
    "ENTITY": FormCode.FORM_ENTITIES,
    "HEADER": FormCode.FORM_HEADER,
    "LABEL": FormCode.FORM_CHOICES,
    "NAMES": FormCode.FORM_NAME_INVALID,
    "PYREF": FormCode.FORM_REFERENCE_UNKNOWN,
    "RANGE": FormCode.FORM_PARAMETERS,
    "SURVEY": FormCode.FORM_PARAMETERS,
}
_BY_WORD = (
    ("There has been a problem trying to replace", FormCode.FORM_REFERENCE_UNKNOWN),
    ("must be unique", FormCode.FORM_NAME_DUPLICATE),
    ("Names must begin", FormCode.FORM_NAME_INVALID),
    ("entity", FormCode.FORM_ENTITIES),
    ("Reference variable", FormCode.FORM_REFERENCE_UNKNOWN),
    ("choices sheet", FormCode.FORM_CHOICES),
    ("list name", FormCode.FORM_CHOICES),
    ("arameter", FormCode.FORM_PARAMETERS),
    ("must be set to", FormCode.FORM_PARAMETERS),
    ("sheet named", FormCode.FORM_HEADER),
    ("header", FormCode.FORM_HEADER),
    ("Unmatched", FormCode.FORM_NESTING),
    ("with no name", FormCode.FORM_NAME_INVALID),
    ("not user-visible", FormCode.FORM_REFERENCE_UNKNOWN),
)


def complaint(error: Exception, file: str, rows: Sequence[Mapping[str, object]] = ()) -> Problem:
    """Return the problem that an exception of pyxform tells of.

    Args:
        error: what was raised.
        file: the table's file name.
        rows: the rows of the survey sheet, as far as they could be read.
    """
    detail = str(error).strip() or type(error).__name__
    place = _Place(error, detail, rows)
    detail = _ROW.sub("", detail)
    for pattern, code in _KNOWN:
        found = re.search(pattern, detail, re.DOTALL)
        if found:
            params = {key: text for key, text in found.groupdict().items() if key != "at"}
            where = place.of(found.groupdict().get("at") or "") or file
            return Problem(code, where, params)
    where = place.of("") or file
    unknown = _TYPE.search(detail)
    if unknown:
        return Problem(FormCode.FORM_TYPE_UNKNOWN, where, {"type": unknown[1], "detail": detail})
    return Problem(_code(error, detail, where), where, {"detail": detail})


def _code(error: Exception, detail: str, where: str) -> Trouble:
    if where.startswith("entities") or "'save_to' value" in detail:
        return FormCode.FORM_ENTITIES
    if re.search(r"'parameters \(|^seed value|^Invalid value for", detail):
        return FormCode.FORM_PARAMETERS
    name = getattr(getattr(error, "code", None), "name", "")
    family = name.partition("_")[0]
    found = _BY_CODE.get(name) or _BY_FAMILY.get(family)
    if found is not None:
        return found
    return next((code for word, code in _BY_WORD if word in detail), FormCode.FORM_ROW)


class _Place:
    """Where in the table a complaint belongs."""

    def __init__(self, error: Exception, detail: str, rows: Sequence[Mapping[str, object]]) -> None:
        """Take what the complaint itself says of its place."""
        context: Mapping[str, object] = getattr(error, "context", None) or {}
        match, sheet = _ROW.search(detail), _SHEET.search(detail)
        self._row = str(context.get("row") or (match[1] if match else ""))
        self._sheet = str(context.get("sheet") or (sheet and (sheet[1] or sheet[2])) or "")
        self._detail = detail
        self._rows = rows

    def of(self, name: str) -> str:
        """Return sheet and row as `survey!7`; only the sheet, or nothing, when that is all.

        Args:
            name: the question that is meant, where the complaint's kind tells; else empty.
        """
        if self._row.isdigit() and not name:
            return f"{self._sheet or 'survey'}!{self._row}"
        number = self._named(name) or self._with_parameter()
        return f"survey!{number}" if number else self._sheet

    def _named(self, name: str) -> int:
        match = _NAMED.search(self._detail)
        named = name or next((text for text in match.groups() if text), "") if match else name
        numbers = {str(row.get("name")): number for number, row in enumerate(self._rows, 2)}
        return numbers.get(named) or numbers.get(named.removesuffix(_COUNT)) or 0

    def _with_parameter(self) -> int:
        """Return the only row whose parameters name a key that the complaint names."""
        keys = set(_KEYS.findall(self._detail))
        found = [
            number
            for number, row in enumerate(self._rows, 2)
            if keys & {pair.partition("=")[0] for pair in str(row.get("parameters") or "").split()}
        ]
        return found[0] if len(found) == 1 else 0
