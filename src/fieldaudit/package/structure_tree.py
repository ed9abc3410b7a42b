"""The structure of the pages written into a PDF: tree, parents of every marked piece, flags.

Knows pikepdf and what `structure` recorded; nothing of what the pages say.
"""

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from fieldaudit.package.structure import Annotation, Content, Element, Role, Structure


def add_structure(pdf: Pdf, structure: Structure) -> None:
    """Write the tree into a painted PDF whose pages carry the marks."""
    writer = _Writer(pdf)
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    root.K = writer.element(structure.document, root)
    parents: list[Object | int] = []
    for number, owners in sorted(structure.parents.items()):
        writer.pages[number - 1].StructParents = number - 1
        rows = Array([writer.made[owner] for owner in owners])
        parents += [number - 1, pdf.make_indirect(rows)]
    for key, owner in writer.annotations:
        parents += [key, owner]
    root.ParentTree = pdf.make_indirect(Dictionary(Nums=Array(parents)))
    root.ParentTreeNextKey = writer.key
    for page in writer.pages:
        page.Tabs = Name.S
    pdf.Root.StructTreeRoot = root
    pdf.Root.MarkInfo = Dictionary(Marked=True)
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)


class _Writer:
    """Makes an object of each element, parents first."""

    def __init__(self, pdf: Pdf) -> None:
        self.pages = [page.obj for page in pdf.pages]
        self.made: dict[Element, Object] = {}
        self.annotations: list[tuple[int, Object]] = []
        self.key = len(self.pages)
        self._pdf = pdf

    def element(self, element: Element, parent: Object) -> Object:
        """Write an element with everything in it."""
        made = self._pdf.make_indirect(Dictionary(S=Name("/" + element.role.value), P=parent))
        self.made[element] = made
        first = next((kid.page for kid in element.kids if isinstance(kid, Content)), 0)
        if first:
            made.Pg = self.pages[first - 1]
        if element.alt:
            made.Alt = String(element.alt)
        _attributes(made, element)
        kids = [self._kid(kid, made, first) for kid in element.kids if _holds(kid)]
        made.K = kids[0] if len(kids) == 1 else Array(kids)
        return made

    def _kid(self, kid: Element | Content | Annotation, parent: Object, first: int) -> Object | int:
        if isinstance(kid, Element):
            return self.element(kid, parent)
        if isinstance(kid, Annotation):
            return self._annotation(kid, parent)
        if kid.page == first:
            return kid.number
        return Dictionary(Type=Name.MCR, Pg=self.pages[kid.page - 1], MCID=kid.number)

    def _annotation(self, kid: Annotation, parent: Object) -> Object:
        page = self.pages[kid.page - 1]
        held = page.Annots[kid.number]
        held.StructParent = self.key
        self.annotations.append((self.key, parent))
        self.key += 1
        return Dictionary(Type=Name.OBJR, Pg=page, Obj=held)


def _holds(kid: Element | Content | Annotation) -> bool:
    """Tell whether anything of an element stands on a page."""
    return not isinstance(kid, Element) or any(map(_holds, kid.kids))


def _attributes(made: Object, element: Element) -> None:
    """Write what a reader asks of a cell: which way a head goes, and how far it spans."""
    if element.role not in (Role.HEAD, Role.CELL):
        return
    told = Dictionary(O=Name.Table)
    if element.role is Role.HEAD:
        told.Scope = Name.Column if element.span == 1 else Name.Row
    if element.span > 1:
        told.ColSpan = element.span
    if len(told) > 1:
        made.A = told
