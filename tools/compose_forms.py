"""Place the shared blocks of `forms/blocks/common.md` into every bundled checklist.

A checklist is complete in itself, so that ODK Collect runs the same file; what several
checklists share is written once and copied between marker lines by this tool:

    <!-- block opening -->                       rows of the table `opening`
    <!-- block relations item=RES-34 … -->       the same, with @item@ filled in
    <!-- lists -->                               the shared choice lists that the survey uses
    <!-- end -->                                 closes either

`--check` writes nothing and exits 1 when a checklist is out of step. It knows Markdown
tables, not XLSForm's meaning.
"""

import argparse
import re
import shlex
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

FORMS = Path(__file__).resolve().parent.parent / "forms"
BLOCKS = Path("blocks") / "common.md"
CHOICES = "choices"
MARKER = re.compile(r"^<!--\s*(block|lists|end)\b\s*(.*?)\s*-->$")
PLACEHOLDER = re.compile(r"@([a-z]+)@")
SELECT = re.compile(r"^(?:select_one|select_multiple|rank)\s+(\S+)")

Row = Mapping[str, str]
"""One table row: column name → cell."""


class OutOfOrder(Exception):
    """A checklist or the block file cannot be composed; the text says where and why."""


@dataclass(frozen=True, slots=True)
class Table:
    """A Markdown table of XLSForm: its first cell names it, its first row is the header."""

    header: Sequence[str]
    """Column names in order."""

    rows: Sequence[Row]
    """The rows below the header."""


def cells(line: str) -> list[str] | None:
    """Return the cells of a table line, the naming cell first; None for any other line."""
    text = line.strip()
    if not text.startswith("|") or not text.endswith("|") or not text.strip("|-: "):
        return None
    return [cell.strip() for cell in text[1:-1].split("|")]


def tables(text: str) -> dict[str, Table]:
    """Read all tables of a file by name."""
    found: dict[str, list[list[str]]] = {}
    current: list[list[str]] = []
    for line in text.splitlines():
        row = cells(line)
        if row and row[0]:
            current = found.setdefault(row[0], [])
        elif row:
            current.append(row[1:])
    return {name: _table(rows) for name, rows in found.items()}


def _table(rows: Sequence[Sequence[str]]) -> Table:
    """Turn raw rows into a table; the first is the header."""
    header = rows[0] if rows else []
    return Table(header, [dict(zip(header, row, strict=False)) for row in rows[1:]])


def used_lists(survey: Table) -> list[str]:
    """Return the choice lists that the survey's questions name, in order, each once."""
    names = (SELECT.match(row.get("type", "")) for row in survey.rows)
    return list(dict.fromkeys(match[1] for match in names if match))


def rendered(row: Row, header: Sequence[str]) -> str:
    """Write a row in the column order of the checklist that receives it."""
    lost = [column for column, cell in row.items() if cell and column not in header]
    if lost:
        raise OutOfOrder(f"has no column for {', '.join(lost)}")
    return "| | " + " | ".join(row.get(column, "") for column in header) + " |"


def filled(row: Row, values: Mapping[str, str]) -> Row:
    """Replace the `@name@` marks of a block's row."""

    def value(match: re.Match[str]) -> str:
        if match[1] not in values:
            raise OutOfOrder(f"gives no {match[1]}= to a block that needs it")
        return values[match[1]]

    return {column: PLACEHOLDER.sub(value, cell) for column, cell in row.items()}


def block_lines(words: str, blocks: Mapping[str, Table], header: Sequence[str]) -> list[str]:
    """Write the rows of the block that a marker asks for (`relations item=RES-34`)."""
    name, *settings = shlex.split(words)
    if name not in blocks:
        raise OutOfOrder(f"asks for the unknown block {name}")
    values = dict(setting.split("=", 1) for setting in settings)
    return [rendered(filled(row, values), header) for row in blocks[name].rows]


def list_lines(wanted: Sequence[str], shared: Table, header: Sequence[str]) -> list[str]:
    """Write those shared choice lists that are wanted, in the block file's order."""
    rows = [row for row in shared.rows if row["list_name"] in wanted]
    return [rendered(row, header) for row in rows]


def own_lines(lines: Sequence[str]) -> Iterator[str]:
    """Yield the lines of a checklist without what stands between markers."""
    inside = False
    for line in lines:
        marker = MARKER.match(line)
        if marker and (marker[1] == "end") != inside:
            raise OutOfOrder(f"has a marker out of place: {line}")
        if marker:
            inside = marker[1] != "end"
        if marker or not inside:
            yield line
    if inside:
        raise OutOfOrder("ends inside a block")


def composed(text: str, blocks: Mapping[str, Table]) -> str:
    """Return the checklist with all its blocks and lists as the block file has them now."""
    own = list(own_lines(text.splitlines()))
    headers = {name: table.header for name, table in tables("\n".join(own)).items()}
    with_blocks: list[str] = []
    for line in own:
        with_blocks.append(line)
        marker = MARKER.match(line)
        if marker and marker[1] == "block":
            with_blocks += block_lines(marker[2], blocks, headers["survey"])
    return "\n".join(_with_lists(with_blocks, blocks[CHOICES], headers[CHOICES])) + "\n"


def _with_lists(lines: Sequence[str], shared: Table, header: Sequence[str]) -> Iterator[str]:
    """Yield the lines with the shared lists placed; they depend on the blocks' questions."""
    found = tables("\n".join(lines))
    wanted = used_lists(found["survey"])
    own = {row["list_name"] for row in found[CHOICES].rows}
    known = own | {row["list_name"] for row in shared.rows}
    if missing := [name for name in wanted if name not in known]:
        raise OutOfOrder(f"uses choice lists that nobody defines: {', '.join(missing)}")
    for line in lines:
        yield line
        marker = MARKER.match(line)
        if marker and marker[1] == "lists":
            yield from list_lines([name for name in wanted if name not in own], shared, header)


def compose(folder: Path, *, write: bool) -> list[Path]:
    """Compose every checklist in a folder; return those that were out of step."""
    blocks = tables((folder / BLOCKS).read_text(encoding="utf-8"))
    stale = []
    for path in sorted(folder.glob("*.md")):
        text = path.read_text(encoding="utf-8")
        try:
            fresh = composed(text, blocks)
        except OutOfOrder as error:
            raise OutOfOrder(f"{path.name} {error}") from error
        if fresh != text:
            stale.append(path)
            if write:
                path.write_text(fresh, encoding="utf-8", newline="\n")
    return stale


def main(arguments: Sequence[str] | None = None) -> int:
    """Compose or check the checklists; return the exit code."""
    parser = argparse.ArgumentParser(description="Place the shared blocks into the checklists.")
    parser.add_argument("--check", action="store_true", help="only tell which are out of step")
    parser.add_argument("--forms", type=Path, default=FORMS, help="folder of the checklists")
    options = parser.parse_args(arguments)
    try:
        stale = compose(options.forms, write=not options.check)
    except OutOfOrder as error:
        sys.stderr.write(f"{error}\n")
        return 2
    for path in stale:
        sys.stdout.write(f"{'out of step' if options.check else 'composed'}: {path.name}\n")
    return 1 if stale and options.check else 0


if __name__ == "__main__":
    sys.exit(main())
