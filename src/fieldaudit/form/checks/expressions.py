"""Every expression can be understood, and every function in it is known."""

import re
from collections.abc import Iterator

from fieldaudit.errors import BadInput, Problem
from fieldaudit.form.checks.book import Book, Cell
from fieldaudit.form.checks.references import REFERENCE
from fieldaudit.form.markup import PREFIXES
from fieldaudit.form.xpath.expression import compile_expression
from fieldaudit.form_codes import FormCode

COLUMNS = frozenset(
    {
        "calculation",
        "choice_filter",
        "constraint",
        "fa:pass",
        "readonly",
        "relevant",
        "repeat_count",
        "required",
    }
)
"""Columns that hold expressions."""

_QUOTES = str.maketrans("‘’“”", "''\"\"")
"""Quotes that a word processor made; pyxform takes them for plain ones."""

_WORDS = frozenset({"yes", "no", "true", "false"})


def problems(book: Book) -> Iterator[Problem]:
    """Yield the cells whose expression cannot be compiled."""
    namespaces = {**PREFIXES, **book.namespaces}
    for line in book.survey:
        for column, cell in line.all():
            if column not in COLUMNS or cell.text.lower() in _WORDS:
                continue
            reason = _reason(column, cell, namespaces)
            if reason:
                params = {"column": cell.column, "expression": cell.text, "reason": reason}
                yield Problem(FormCode.FORM_CELL_EXPRESSION, line.where, params)


def _reason(column: str, cell: Cell, namespaces: dict[str, str]) -> str:
    text = plain(cell.text)
    if column == "choice_filter":
        text = f"x[{text}]"
    try:
        compile_expression(text, namespaces)
    except BadInput as error:
        return str(error)
    return ""


def plain(text: str) -> str:
    """Return an expression of the table as plain XPath: a path in place of each `${name}`."""
    return REFERENCE.sub(_path, text.translate(_QUOTES))


def _path(match: re.Match[str]) -> str:
    name = match[2].replace(" ", "_") or "x"
    return f" instance('__last-saved')/data/{name} " if match[1] else f" /data/{name} "
