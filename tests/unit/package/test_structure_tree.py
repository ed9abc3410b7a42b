import io

import pikepdf
from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName
from reportlab.pdfgen.canvas import Canvas

from fieldaudit.package.pdf_document import StreamedDocument
from fieldaudit.package.pdf_output import Output
from fieldaudit.package.structure import Annotation, Role, Structure
from fieldaudit.package.structure_tree import StructureTree


def table() -> Structure:
    structure = Structure()
    structure.begin(Role.TABLE)
    structure.begin(Role.ROW)
    structure.begin(Role.HEAD, span=3)
    head = structure.leaf()
    assert head is not None
    structure.content(1, head)
    structure.content(2, head)
    structure.annotation(2, Role.LINK)
    for _ in range(3):
        structure.end()
    structure.begin(Role.FIGURE, alt="照片 1")
    figure = structure.leaf()
    assert figure is not None
    structure.content(2, figure)
    structure.end()
    structure.begin(Role.PARAGRAPH)
    structure.end()
    return structure


def written(structure: Structure) -> pikepdf.Pdf:
    """Return two pages with one link on the second."""
    made = io.BytesIO()
    document = StreamedDocument(Output(made))
    canvas = Canvas("", pagesize=(9, 9), invariant=1)
    canvas._doc = document
    tree = StructureTree(document)
    for number in (1, 2):
        if number == 2:
            link = PDFDictionary({"Type": PDFName("Annot"), "Subtype": PDFName("Link")})
            canvas._addAnnotation(link)
            link["StructParent"] = tree.annotation(Annotation(2, 0), document.told(link))
        document.page_entries = tree.page(document.thisPageName())
        canvas.showPage()
    tree.write(structure)
    document.finish(canvas, info=PDFDictionary(), identity="0" * 32)
    return pikepdf.open(made)


def owners(pdf: pikepdf.Pdf) -> dict[int, pikepdf.Object]:
    nums = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
    return {int(nums[at]): nums[at + 1] for at in range(0, len(nums), 2)}


def test_tree_leads_down_to_the_pieces_and_back() -> None:
    with written(table()) as pdf:
        document = pdf.Root.StructTreeRoot.K
        head = document.K[0].K.K
        assert [str(kid.S) for kid in document.K] == ["/Table", "/Figure"]
        assert (str(head.A.O), str(head.A.Scope), int(head.A.ColSpan)) == ("/Table", "/Row", 3)
        assert head.K[0] == 0
        assert head.K[1].MCID == 0
        assert head.K[1].Pg.objgen == pdf.pages[1].obj.objgen
        keys = [int(page.obj.StructParents) for page in pdf.pages]
        assert owners(pdf)[keys[0]][0].objgen == head.objgen
        assert owners(pdf)[keys[1]][1].objgen == document.K[1].objgen
        assert str(document.K[1].Alt) == "照片 1"


def test_annotations_know_their_element() -> None:
    with written(table()) as pdf:
        link = pdf.pages[1].Annots[0]
        key = int(link.StructParent)
        assert str(owners(pdf)[key].S) == "/Link"
        assert owners(pdf)[key].K.Obj.objgen == link.objgen
        assert pdf.Root.StructTreeRoot.ParentTreeNextKey == max(owners(pdf)) + 1


def test_keys_of_pages_and_annotations_differ() -> None:
    with written(table()) as pdf:
        keys = [int(page.obj.StructParents) for page in pdf.pages]
        keys.append(int(pdf.pages[1].Annots[0].StructParent))
        assert sorted(keys) == [0, 1, 2]


def test_pages_say_that_they_are_marked() -> None:
    with written(table()) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert {str(page.obj.Tabs) for page in pdf.pages} == {"/S"}
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
