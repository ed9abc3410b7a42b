"""The structure of the pages written into a PDF: tree, parents of every marked piece, flags.

Knows what `structure` recorded and how a PDF spells it; nothing of what the pages say.
"""

from fieldaudit.package.pdf_file import PdfFile, text_string
from fieldaudit.package.structure import Annotation, Content, Element, Role, Structure


class StructureTree:
    """Gives keys to pages and annotations while they are written, and writes the tree at the end.

    A key leads from a page or an annotation to the elements that it belongs to (ISO 32000-2,
    14.7.5.4).
    """

    def __init__(self, file: PdfFile) -> None:
        """Begin without pages."""
        self._file = file
        self._next = 0
        self._pages: list[tuple[int, int]] = []
        self._annotations: dict[Annotation, tuple[int, int]] = {}
        self._numbers: dict[Element, int] = {}
        self._owners: dict[int, str] = {}

    def page(self, number: int) -> str:
        """Return the entries of the next page, which is the object `number`."""
        self._pages.append((number, self._key()))
        return f"/Tabs/S/StructParents {self._pages[-1][1]}"

    def annotation(self, told: Annotation, number: int) -> str:
        """Return the entry of an annotation, which is the object `number`."""
        self._annotations[told] = (number, self._key())
        return f"/StructParent {self._annotations[told][1]}"

    def write(self, structure: Structure) -> str:
        """Write the tree; return the entries of the catalogue."""
        root = self._file.reserve()
        top = self._element(structure.document, root)
        for (_, key), page in zip(self._pages, range(1, len(self._pages) + 1), strict=True):
            owners = structure.parents.get(page, [])
            rows = " ".join(f"{self._numbers[owner]} 0 R" for owner in owners)
            self._owners[key] = f"{self._file.put(f'[{rows}]')} 0 R"
        parents = " ".join(f"{key} {owner}" for key, owner in sorted(self._owners.items()))
        tree = f"/ParentTree<</Nums[{parents}]>>/ParentTreeNextKey {self._next}"
        self._file.put(f"<</Type/StructTreeRoot/K {top} 0 R{tree}>>", root)
        marked = "/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true>>"
        return f"/StructTreeRoot {root} 0 R{marked}"

    def _key(self) -> int:
        self._next += 1
        return self._next - 1

    def _element(self, element: Element, parent: int) -> int:
        """Write an element with everything in it; return its number."""
        number = self._numbers[element] = self._file.reserve()
        first = next((kid.page for kid in element.kids if isinstance(kid, Content)), 0)
        parts = [f"/S/{element.role.value}/P {parent} 0 R"]
        if first:
            parts.append(f"/Pg {self._pages[first - 1][0]} 0 R")
        if element.alt:
            parts.append(f"/Alt {text_string(element.alt)}")
        parts.append(_attributes(element))
        kids = [self._kid(kid, number, first) for kid in element.kids if _holds(kid)]
        if kids:
            parts.append(f"/K[{' '.join(kids)}]" if len(kids) != 1 else f"/K {kids[0]}")
        return self._file.put(f"<<{''.join(parts)}>>", number)

    def _kid(self, kid: Element | Content | Annotation, parent: int, first: int) -> str:
        if isinstance(kid, Element):
            return f"{self._element(kid, parent)} 0 R"
        page = self._pages[kid.page - 1][0]
        if isinstance(kid, Annotation):
            number, key = self._annotations[kid]
            self._owners[key] = f"{parent} 0 R"
            return f"<</Type/OBJR/Pg {page} 0 R/Obj {number} 0 R>>"
        if kid.page == first:
            return str(kid.number)
        return f"<</Type/MCR/Pg {page} 0 R/MCID {kid.number}>>"


def _holds(kid: Element | Content | Annotation) -> bool:
    """Tell whether anything of an element stands on a page; an empty cell keeps its column."""
    if not isinstance(kid, Element):
        return True
    return kid.role is Role.CELL or any(map(_holds, kid.kids))


def _attributes(element: Element) -> str:
    """Return what a reader asks of a cell: which way a head goes, and how far it spans."""
    told = ""
    if element.role is Role.HEAD:
        told = "/Scope/Column" if element.span == 1 else "/Scope/Row"
    if element.role in (Role.HEAD, Role.CELL) and element.span > 1:
        told += f"/ColSpan {element.span}"
    return f"/A<</O/Table{told}>>" if told else ""
