"""What a tagged PDF owes to a reader who hears it (ISO 32000-2, 14.7 and 14.8; ISO 14289-1).

Every text is decoration or belongs to an element, each element leads to its pieces and back,
figures have words, tables have heads, headings leave out no rank.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary

from tests.conformance.pdfa import operations

Pieces = dict[tuple[int, int], Any]
"""Number of the page and of the piece → its element."""

_TEXT = ("P", "H1", "H2", "H3", "TH", "TD")
_INSIDE = {
    **{"Document": {"Sect", "P", "H1", "H2", "H3", "Table", "Figure", "Link", "Form"}},
    **{"Sect": {"Sect", "P", "H1", "H2", "H3", "Table", "Figure", "Link", "Form"}},
    **{"Table": {"TR"}, "TR": {"TH", "TD"}, "TH": {"Link", "P"}, "TD": {"Link", "P"}},
    **{"P": {"Link"}, "Link": set(), "Form": set(), "Figure": {"Link"}},
    **{"H1": {"Link"}, "H2": {"Link"}, "H3": {"Link"}},
}


def breaches(path: Path) -> list[str]:
    """Return what a reader would miss; nothing for a file that is tagged well."""
    with pikepdf.open(path) as pdf:
        return list(_breaches(pdf))


def elements(pdf: pikepdf.Pdf) -> list[Any]:
    """Return all elements of the structure, in reading order."""
    return list(_walk(pdf.Root.StructTreeRoot.K))


def kids(element: Any) -> list[Any]:
    """Return what an element holds, as a list."""
    held = element.get("/K", Array())
    return list(held) if isinstance(held, Array) else [held]


def role(element: Any) -> str:
    """Return the type of an element."""
    return str(element.S).lstrip("/")


def _breaches(pdf: pikepdf.Pdf) -> Iterator[str]:
    root: Any = pdf.Root
    nothing: Any = {}
    if not (root.get("/MarkInfo", nothing).get("/Marked", False) and "/Lang" in root):
        yield "not marked, or without language"
    if not root.get("/ViewerPreferences", nothing).get("/DisplayDocTitle", False):
        yield "shows no title"
    every = elements(pdf)
    yield from _nesting(every)
    yield from _words(every)
    yield from _ranks(every)
    yield from _tables(every)
    yield from _pieces(pdf, every)


def _walk(element: Any) -> Iterator[Any]:
    yield element
    for kid in kids(element):
        if isinstance(kid, Dictionary) and "/S" in kid:
            yield from _walk(kid)


def _nesting(every: list[Any]) -> Iterator[str]:
    for element in every:
        for kid in kids(element):
            if isinstance(kid, Dictionary) and "/S" in kid:
                if role(kid) not in _INSIDE[role(element)]:
                    yield f"{role(kid)} in {role(element)}"
                if kid.P.objgen != element.objgen:
                    yield f"{role(kid)} names another parent"
        if not kids(element) and role(element) not in ("TD", "TH"):
            yield f"empty {role(element)}"


def _words(every: list[Any]) -> Iterator[str]:
    for element in every:
        if role(element) == "Figure" and not str(element.get("/Alt", "")).strip():
            yield "figure without words"


def _ranks(every: list[Any]) -> Iterator[str]:
    last = 0
    for rank in (int(role(each)[1]) for each in every if role(each) in ("H1", "H2", "H3")):
        if rank > last + 1:
            yield f"H{rank} after H{last}"
        last = rank


def _tables(every: list[Any]) -> Iterator[str]:
    for table in (each for each in every if role(each) == "Table"):
        rows = kids(table)
        wide = {sum(_span(cell) for cell in kids(row)) for row in rows}
        if len(wide) != 1:
            yield f"rows of {sorted(wide)} columns"
        if any(role(cell) != "TH" for cell in kids(rows[0])):
            yield "table without head"
        heads = [cell for row in rows for cell in kids(row) if role(cell) == "TH"]
        if any("/Scope" not in cell.get("/A", {}) for cell in heads):
            yield "head without scope"


def _span(cell: Any) -> int:
    return int(cell.get("/A", {}).get("/ColSpan", 1))


def _pieces(pdf: pikepdf.Pdf, every: list[Any]) -> Iterator[str]:
    """Compare the pieces that elements name with those on the pages, and the way back."""
    numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
    named: Pieces = {}
    for element in every:
        for kid in kids(element):
            if isinstance(kid, Dictionary) and kid.get("/Type") == "/MCR":
                named[numbers[kid.Pg.objgen], int(kid.MCID)] = element
            elif not isinstance(kid, Dictionary):
                named[numbers[element.Pg.objgen], int(kid)] = element
    parents = _parents(pdf)
    for number, page in enumerate(pdf.pages, 1):
        owners = parents[int(page.obj.StructParents)]
        if None in _drawn(page):
            yield f"page {number}: text outside of everything"
        found = set(_marked(page))
        if found != {piece for on, piece in named if on == number}:
            yield f"page {number}: pieces that no element names, or that are nowhere"
        yield from (
            f"page {number}: piece {piece} leads back elsewhere"
            for piece in found
            if owners[piece].objgen != named[number, piece].objgen
        )
        for each in page.obj.get("/Annots", []):
            owner = parents[int(each.StructParent)]
            if all(each.objgen != kid.Obj.objgen for kid in kids(owner) if "/Obj" in kid):
                yield f"page {number}: annotation that no element names"


def _parents(pdf: pikepdf.Pdf) -> dict[int, Any]:
    numbers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
    return {int(numbers[at]): numbers[at + 1] for at in range(0, len(numbers), 2)}


def _marked(page: pikepdf.Page) -> Iterator[int]:
    for operands, operator in operations(page):
        if str(operator) == "BDC":
            yield int(operands[1].MCID)


def _drawn(page: pikepdf.Page) -> Iterator[int | str | None]:
    """Yield for each text the number of its piece, `Artifact`, or None outside of both."""
    now: int | str | None = None
    for operands, operator in operations(page):
        name = str(operator)
        if name == "BDC":
            now = int(operands[1].MCID)
        elif name == "BMC":
            now = str(operands[0]).lstrip("/")
        elif name == "EMC":
            now = None
        elif name in ("Tj", "Do"):
            yield now
