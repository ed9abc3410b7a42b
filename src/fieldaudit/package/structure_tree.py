"""The structure of the pages written into a PDF: tree, parents of every marked piece, flags.

Knows what `structure` recorded and how a PDF spells it; nothing of what the pages say.
"""

from typing import Any

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFString

from fieldaudit.package.pdf_document import Spelled, StreamedDocument
from fieldaudit.package.structure import Annotation, Content, Element, Role, Structure


class StructureTree:
    """Gives keys to pages and annotations while they are written, and writes the tree at the end.

    A key leads from a page or an annotation to the elements that it belongs to (ISO 32000-2,
    14.7.5.4).
    """

    def __init__(self, document: StreamedDocument) -> None:
        """Begin without pages."""
        self._document = document
        self._next = 0
        self._pages: list[tuple[str, int]] = []
        self._annotations: dict[Annotation, tuple[str, int]] = {}
        self._held: dict[Element, str] = {}
        self._owners: dict[int, str] = {}

    def page(self, name: str) -> dict[str, Any]:
        """Return the entries of the next page, which has this name in the document."""
        self._pages.append((name, self._key()))
        return {"Tabs": PDFName("S"), "StructParents": self._pages[-1][1]}

    def annotation(self, told: Annotation, reference: str) -> int:
        """Return the key of an annotation."""
        self._annotations[told] = (reference, self._key())
        return self._annotations[told][1]

    def write(self, structure: Structure) -> None:
        """Write the tree, and lead to it from the catalogue."""
        document, catalogue = self._document, self._document.Catalog
        root = PDFDictionary({"Type": PDFName("StructTreeRoot")})
        root["K"] = self._element(structure.document, document.told(root))
        for page, (_, key) in enumerate(self._pages, 1):
            owners = structure.parents.get(page, [])
            rows = " ".join(self._held[owner] for owner in owners)
            self._owners[key] = self._spell(Spelled(), f"[{rows}]")
        parents = " ".join(f"{key} {owner}" for key, owner in sorted(self._owners.items()))
        root["ParentTree"] = f"<</Nums[{parents}]>>"
        root["ParentTreeNextKey"] = self._next
        catalogue.StructTreeRoot = root
        catalogue.MarkInfo = PDFDictionary({"Marked": "true"})
        catalogue.ViewerPreferences = PDFDictionary({"DisplayDocTitle": "true"})

    def _key(self) -> int:
        self._next += 1
        return self._next - 1

    def _spell(self, place: Spelled, text: str) -> str:
        """Write an object under the number that `place` has; return what leads to it."""
        reference = self._document.told(place)
        self._document.write_spelled(place, text)
        return reference

    def _element(self, element: Element, parent: str) -> str:
        """Write an element with everything in it; return what leads to it."""
        place = Spelled()
        own = self._held[element] = self._document.told(place)
        first = next((kid.page for kid in element.kids if isinstance(kid, Content)), 0)
        parts = [f"/S/{element.role.value}/P {parent}"]
        if first:
            parts.append(f"/Pg {self._page(first)}")
        if element.alt:
            parts.append(f"/Alt{PDFString(element.alt).format(self._document).decode()}")
        parts.append(_attributes(element))
        kids = [self._kid(kid, own, first) for kid in element.kids if _holds(kid)]
        if kids:
            parts.append(f"/K[{' '.join(kids)}]" if len(kids) != 1 else f"/K {kids[0]}")
        return self._spell(place, f"<<{''.join(parts)}>>")

    def _page(self, number: int) -> str:
        name, _ = self._pages[number - 1]
        return self._document.known(name)

    def _kid(self, kid: Element | Content | Annotation, parent: str, first: int) -> str:
        if isinstance(kid, Element):
            return self._element(kid, parent)
        page = self._page(kid.page)
        if isinstance(kid, Annotation):
            reference, key = self._annotations[kid]
            self._owners[key] = parent
            return f"<</Type/OBJR/Pg {page}/Obj {reference}>>"
        if kid.page == first:
            return str(kid.number)
        return f"<</Type/MCR/Pg {page}/MCID {kid.number}>>"


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
