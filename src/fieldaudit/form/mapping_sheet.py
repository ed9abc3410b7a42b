"""The `mappings` sheet of a checklist: rules for carrying older versions' answers over, as rows.

ODK's tools skip a sheet of that name. Knows tables and rules; which answers there are, is for
others to know.
"""

import io
import json
import re
from collections.abc import Iterable, Iterator
from decimal import Decimal, InvalidOperation

from fieldaudit.form.checks.book import Cell, Line

SHEET = "mappings"
"""The sheet's name."""

COLUMNS = ("version", "from", "to", "split", "factor", "offset", "choices")
"""Its columns: the old version, the old question, the new one or ones, and what is done."""

_PIPE = re.compile(r"(?<!\\)\|")
_RULER = re.compile(r"[\s|:-]+")
_PAIR = re.compile(r"([^\s=]+)=([^\s=]+)")


def sheet_lines(data: bytes, kind: str) -> tuple[Line, ...]:
    """Return the filled rows of the sheet in a table that has been vetted; none without it."""
    if kind == "xlsx":
        rows = _excel(data)
    elif kind == "md":
        rows = _markdown(data.decode("utf-8-sig"))
    else:
        return ()
    numbered = enumerate(rows, 1)
    _, head = next(numbered, (1, []))
    lines = (Line(SHEET, number, _cells(head, row)) for number, row in numbered)
    return tuple(line for line in lines if line.cells)


def rules_data(lines: Iterable[Line], form: str, version: str) -> dict[str, bytes]:
    """Return the rules of a sheet as JSON, by the old version that they start from.

    Rows that `form.checks.mappings` finds fault with are left out.

    Args:
        lines: the rows.
        form: form id.
        version: version of the form that the sheet is in.
    """
    found: dict[str, list[dict[str, object]]] = {}
    for line in lines:
        rule = _rule(line)
        if rule and line.text("version"):
            found.setdefault(line.text("version"), []).append(rule)
    return {
        old: json.dumps(
            {"form": form, "from": old, "to": version, "rules": rules}, ensure_ascii=False
        ).encode()
        for old, rules in found.items()
    }


def targets_of(line: Line) -> list[str]:
    """Return the new questions of a row."""
    return line.text("to").split()


def pairs_of(text: str) -> Iterator[tuple[str, re.Match[str] | None]]:
    """Yield each word of a `choices` cell, with old and new choice where it is a pair."""
    for word in re.sub(r"\s*=\s*", "=", text).split():
        yield word, _PAIR.fullmatch(word)


def number_of(text: str) -> Decimal | None:
    """Return a finite number; None for what is none."""
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def _rule(line: Line) -> dict[str, object]:
    targets, source = targets_of(line), line.text("from")
    if not (targets and source):
        return {}
    rule: dict[str, object] = {"from": source, "to": targets if len(targets) > 1 else targets[0]}
    if line.text("split"):
        rule["split"] = _unquoted(line.text("split"))
    for column in ("factor", "offset"):
        if number_of(line.text(column)) is not None:
            rule[column] = line.text(column)
    choices = {pair[1]: pair[2] for _, pair in pairs_of(line.text("choices")) if pair}
    return {**rule, "choices": choices} if choices else rule


def _unquoted(text: str) -> str:
    """Return what stands between quotes, which keep a space from being taken for nothing."""
    quoted = len(text) > 2 and text[0] == text[-1] and text[0] in "\"'"  # noqa: PLR2004
    return text[1:-1] if quoted else text


def _cells(head: list[str], row: list[str]) -> dict[str, tuple[Cell, ...]]:
    named = [(column.strip(), text.strip()) for column, text in zip(head, row, strict=False)]
    return {column.lower(): (Cell(column, "", text),) for column, text in named if column and text}


def _excel(data: bytes) -> list[list[str]]:
    from openpyxl import load_workbook

    workbook = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    for sheet in workbook.worksheets:
        if sheet.title.strip().lower() == SHEET:
            rows = sheet.iter_rows(max_col=50, values_only=True)
            return [["" if cell is None else _written(cell) for cell in row] for row in rows]
    return []


def _written(cell: object) -> str:
    """Return a version or number as its author typed it: spreadsheets make 2.0 of 2."""
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)


def _markdown(text: str) -> list[list[str]]:
    rows: list[list[str]] = []
    inside = False
    for line in text.splitlines():
        stripped = line.strip()
        if not stripped.startswith("|") or _RULER.fullmatch(stripped):
            continue
        cells = [cell.replace("\\|", "|").strip() for cell in _PIPE.split(stripped)[1:-1]]
        if cells and cells[0]:
            inside = cells[0].lower() == SHEET
        if inside and any(cells[1:]):
            rows.append(cells[1:])
    return rows
