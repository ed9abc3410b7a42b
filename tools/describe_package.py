"""Write the tables of docs/data-files.md from the docstrings of the package's records.

Run: `python tools/describe_package.py [--check]`. Each record is a table of its fields.
"""

import ast
import sys
from dataclasses import fields
from inspect import getsource
from pathlib import Path
from textwrap import dedent

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))
DOCUMENT = ROOT / "docs" / "data-files.md"
BEGIN, END = "<!-- records -->", "<!-- end of records -->"


def tables() -> str:
    """Return one Markdown table for each record."""
    from fieldaudit.package import basis, content, evidence, vouching
    from fieldaudit.package.manifest import NOT_DATA

    records = (
        *(content.PackageContent, content.Balance, content.VisitContent, content.SiteContent),
        *(content.SectionContent, evidence.ItemContent, evidence.FindingContent),
        *(evidence.PhotoContent, evidence.PlaceContent, evidence.CoverageContent, evidence.Bin),
        *(evidence.Cell, evidence.RelationContent, vouching.SignOff, vouching.Seal),
        *(vouching.RevisionContent, basis.ParameterContent, basis.SourceContent),
        content.FigureContent,
    )
    parts = []
    for record in records:
        said = _said(record)
        rows = [
            f"| `{each.name}` | {said.get(each.name, '')} |"
            for each in fields(record)
            if each.name not in NOT_DATA
        ]
        title = (record.__doc__ or "").split("\n")[0].rstrip(".")
        parts.append("\n".join([f"### {title}", "", "| key | meaning |", "|---|---|", *rows]))
    return "\n\n".join(parts)


def _said(record: type) -> dict[str, str]:
    """Return field → the first sentence of the docstring below it."""
    (made,) = ast.parse(dedent(getsource(record))).body
    found, last = {}, ""
    for node in made.body if isinstance(made, ast.ClassDef) else ():
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            last = node.target.id
        elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and last:
            text = str(node.value.value)
            found[last] = " ".join(text.split()).replace("|", "\\|").rstrip(".")
    return found


def main() -> int:
    """Write the document, or with `--check` tell whether it is as it should be."""
    text = DOCUMENT.read_text("utf-8")
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    wanted = f"{before}{BEGIN}\n\n{tables()}\n\n{END}{after}"
    if "--check" in sys.argv:
        return int(wanted != text)
    DOCUMENT.write_text(wanted, "utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
