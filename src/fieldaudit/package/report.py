"""The monthly report as text: Markdown and HTML from the same tables, read back and counted.

What is written is one file without pictures or links, so that it can be mailed and printed.
"""

import html
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from fieldaudit.errors import BadInput, Code
from fieldaudit.package.exports.cells import clean
from fieldaudit.package.exports.content import Cell, Column, Table
from fieldaudit.texts import Language

_STYLE = """body{font:14px/1.5 "Noto Sans SC","Microsoft YaHei",sans-serif;margin:2em}
table{border-collapse:collapse;margin:0 0 2em}
th,td{border:1px solid #ccd4dc;padding:4px 8px;text-align:left;vertical-align:top}
th{background:#e8eef4}"""


@dataclass(frozen=True, slots=True)
class ReportContent:
    """Everything that a report says."""

    title: str
    """Its title."""

    about: str
    """Title of the facts."""

    facts: tuple[tuple[str, str], ...]
    """Label and text: survey, cut-off date, rule version …"""

    tables: tuple[Table, ...]
    """In the order in which they are read."""

    language: Language
    """Its language."""

    def facts_table(self) -> Table:
        """Return the facts as a table."""
        columns = (Column("fact", self.about), Column("value", self.title))
        return Table("about", self.about, columns, self.facts, plain=True)


def write_markdown(out: Path, content: ReportContent) -> dict[str, int]:
    """Write Markdown into the new file `out`; return the rows of each table, counted in it."""
    parts = [f"# {_md(content.title)}", ""]
    parts += [f"* {_md(label)}: {_md(text)}" for label, text in content.facts]
    for table in content.tables:
        parts += ["", f"## {_md(table.title)}", ""]
        parts.append(_line(column.label for column in table.columns))
        parts.append(_line("---" for _ in table.columns))
        parts += [_line(map(told, row)) for row in table.rows]
    out.write_text("\n".join(parts) + "\n", "utf-8")
    lines = out.read_text("utf-8").split("\n")
    return _counted(out, content, lines, head="## ", row="| ", heads=2)


def write_html(out: Path, content: ReportContent) -> dict[str, int]:
    """Write one HTML page into the new file `out`; return the rows of each table in it."""
    safe = html.escape
    language = "zh-CN" if content.language == "zh" else "en"
    parts = [f'<!doctype html><html lang="{language}"><head><meta charset="utf-8">']
    parts += [f"<title>{safe(content.title)}</title><style>{_STYLE}</style></head><body>"]
    parts += [f"<h1>{safe(content.title)}</h1>", "<ul>"]
    parts += [f"<li>{safe(label)}: {safe(text)}</li>" for label, text in content.facts]
    parts.append("</ul>")
    for table in content.tables:
        parts += [f"<h2>{safe(table.title)}</h2>", "<table>"]
        parts.append(_cells("th", (column.label for column in table.columns)))
        parts += [_cells("td", map(told, row)) for row in table.rows]
        parts.append("</table>")
    out.write_text("\n".join([*parts, "</body></html>"]) + "\n", "utf-8")
    lines = out.read_text("utf-8").split("\n")
    return _counted(out, content, lines, head="<h2>", row="<tr>", heads=1)


def told(cell: Cell) -> str:
    """Return a cell as a person reads it: at most four decimals."""
    if isinstance(cell, float):
        return f"{cell:.4f}".rstrip("0").rstrip(".")
    return "" if cell is None else clean(str(cell)).replace("\n", " ").replace("\r", " ")


def _line(cells: Iterable[str]) -> str:
    return "| " + " | ".join(_md(cell) for cell in cells) + " |"


def _cells(tag: str, cells: Iterable[str]) -> str:
    return "<tr>" + "".join(f"<{tag}>{html.escape(cell)}</{tag}>" for cell in cells) + "</tr>"


def _md(text: str) -> str:
    """Return text that a Markdown reader shows as it is."""
    return html.escape(text, quote=False).replace("|", "\\|").replace("\n", " ")


def _counted(
    out: Path, content: ReportContent, lines: list[str], *, head: str, row: str, heads: int
) -> dict[str, int]:
    """Count the rows below each title and compare them with what should be there."""
    found: list[int] = []
    for line in lines:
        if line.startswith(head):
            found.append(-heads)
        elif line.startswith(row) and found:
            found[-1] += 1
    wanted = {table.id: len(table.rows) for table in content.tables}
    if found != list(wanted.values()):
        raise BadInput(Code.EXPORT_MISMATCH, file=out.name, where=f"{found}")
    return wanted
