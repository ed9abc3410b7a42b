import pikepdf
import pytest

from fieldaudit.package.structure import Annotation, Role, Structure
from fieldaudit.package.structure_tree import add_structure


@pytest.fixture
def pdf() -> pikepdf.Pdf:
    made = pikepdf.new()
    for _ in range(2):
        made.add_blank_page()
    link = made.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.Annot))
    made.pages[1].obj.Annots = pikepdf.Array([link])
    return made


def table() -> Structure:
    structure = Structure()
    structure.begin(Role.TABLE)
    structure.begin(Role.ROW)
    structure.begin(Role.HEAD, span=3)
    head = structure.leaf()
    assert head is not None
    structure.content(1, head)
    structure.content(2, head)
    structure.link(2)
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


def test_tree_leads_down_to_the_pieces_and_back(pdf: pikepdf.Pdf) -> None:
    add_structure(pdf, table())
    document = pdf.Root.StructTreeRoot.K
    head = document.K[0].K.K
    assert [str(kid.S) for kid in document.K] == ["/Table", "/Figure"]
    assert (str(head.A.O), str(head.A.Scope), int(head.A.ColSpan)) == ("/Table", "/Row", 3)
    assert head.K[0] == 0
    assert head.K[1].MCID == 0
    assert head.K[1].Pg.objgen == pdf.pages[1].obj.objgen
    nums = pdf.Root.StructTreeRoot.ParentTree.Nums
    assert nums[1][0].objgen == head.objgen
    assert nums[3][1].objgen == document.K[1].objgen
    assert str(document.K[1].Alt) == "照片 1"


def test_annotations_know_their_element(pdf: pikepdf.Pdf) -> None:
    structure = table()
    structure.field("office")
    structure.fields["office"].kids.append(Annotation(2, 0))
    add_structure(pdf, structure)
    key = int(pdf.pages[1].Annots[0].StructParent)
    nums = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
    owners = {int(nums[at]): nums[at + 1] for at in range(0, len(nums), 2)}
    assert key >= 2
    assert str(owners[key].S) == "/Form"
    assert pdf.Root.StructTreeRoot.ParentTreeNextKey == key + 1


def test_pages_say_that_they_are_marked(pdf: pikepdf.Pdf) -> None:
    add_structure(pdf, table())
    assert pdf.Root.MarkInfo.Marked
    assert [page.obj.StructParents for page in pdf.pages] == [0, 1]
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
