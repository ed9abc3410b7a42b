"""From answers in their lexical form to typed cells, and from cells to safe text.

A spreadsheet takes a cell that begins with `=`, `+`, `-` or `@` for a formula; text that a
stranger wrote must never be one.
"""

import math
import re
from collections.abc import Callable
from datetime import date, datetime

from fieldaudit.form.definition import Kind, Question
from fieldaudit.package.exports.content import Cell, CellKind

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
_NUMBER = re.compile(r"-?\d+(\.\d+)?([eE][-+]?\d+)?")
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_EXACT = 10**15
"""Spreadsheets keep 15 digits of a number."""

_KINDS = {
    Kind.INTEGER: CellKind.INTEGER,
    Kind.DECIMAL: CellKind.DECIMAL,
    Kind.RANGE: CellKind.DECIMAL,
    Kind.DATE: CellKind.DATE,
    Kind.DATETIME: CellKind.MOMENT,
}
_TYPES = {"int": CellKind.INTEGER, "decimal": CellKind.DECIMAL}


def kind_of(question: Question) -> CellKind:
    """Return what the cells of a question's column are."""
    if question.kind is Kind.CALCULATE:
        return _TYPES.get(question.type, CellKind.TEXT)
    return _KINDS.get(question.kind, CellKind.TEXT)


def cell_of(text: str, kind: CellKind) -> Cell:
    """Return the typed value of an answer; text that is none of its kind stays text."""
    if not text:
        return None
    try:
        return _READERS[kind](text)
    except (ValueError, OverflowError):
        return text


def clean(text: str) -> str:
    """Return text without the control characters that XML and spreadsheets refuse."""
    return _UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", text)


def is_formula(text: str) -> bool:
    """Tell whether a spreadsheet would take this text for a formula; a plain number is none."""
    return text.startswith(_FORMULA) and _NUMBER.fullmatch(text) is None


def spelled(cell: Cell) -> str:
    """Return a cell as text: numbers with a point, dates and times in ISO 8601."""
    if cell is None:
        return ""
    if isinstance(cell, datetime | date):
        return cell.isoformat()
    return clean(str(cell))


def guarded(cell: Cell) -> str:
    """Return a cell as text that no spreadsheet runs; an apostrophe makes a formula text."""
    text = spelled(cell)
    return f"'{text}" if isinstance(cell, str) and is_formula(text) else text


def _integer(text: str) -> int:
    number = int(text)
    if abs(number) >= _EXACT:
        raise ValueError(text)
    return number


def _decimal(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError(text)
    return number


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError(text)
    return moment


_READERS: dict[CellKind, Callable[[str], Cell]] = {
    CellKind.TEXT: str,
    CellKind.INTEGER: _integer,
    CellKind.DECIMAL: _decimal,
    CellKind.DATE: date.fromisoformat,
    CellKind.MOMENT: _moment,
}
