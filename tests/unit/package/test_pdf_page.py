import io

import pikepdf
import pytest

from fieldaudit.package.pdf_file import PdfFile
from fieldaudit.package.pdf_page import Page, PageTree, colour_of
from fieldaudit.package.surface import Letters, Pen

RED = Pen("", "#FF0000")


def test_letters_are_named_only_when_they_change() -> None:
    page = Page(PdfFile(io.BytesIO()))
    assert page.taken(Letters(9)) == "0.1216 0.1373 0.1569 rg /F0 9 Tf "
    assert page.taken(Letters(9)) == ""
    assert "/F1 9 Tf" in page.taken(Letters(9, bold=True))


def test_a_filled_shape_takes_the_colour_of_letters_away_and_back() -> None:
    page = Page(PdfFile(io.BytesIO()))
    page.taken(Letters(9))
    page.shape("0 0 1 1 re", RED)
    assert page.taken(Letters(9)) != ""
    page.shape("0 0 2 2 re", RED)
    assert page.drawing().count(b"1 0 0 rg") == 2


def test_a_line_leaves_the_letters() -> None:
    page = Page(PdfFile(io.BytesIO()))
    page.taken(Letters(9))
    page.shape("0 0 m 1 1 l", Pen())
    assert page.taken(Letters(9)) == ""
    page.shape("0 0 m 2 2 l", Pen())
    assert page.drawing().count(b" w ") == 1


@pytest.mark.parametrize(
    ("pen", "operator"),
    [(Pen(), b"S"), (RED, b"f"), (Pen(fill="#000000"), b"B"), (Pen("", ""), b"n")],
)
def test_a_pen_strokes_and_fills(pen: Pen, operator: bytes) -> None:
    page = Page(PdfFile(io.BytesIO()))
    page.shape("0 0 1 1 re", pen)
    assert page.drawing().split()[-1] == operator


def test_colours_go_from_0_to_1() -> None:
    assert colour_of("#FF8000") == "1 0.502 0"


@pytest.mark.parametrize("count", [1, 64, 65, 200])
def test_every_page_hangs_in_its_order(count: int) -> None:
    made = io.BytesIO()
    file = PdfFile(made)
    tree = PageTree(file)
    for number in range(count):
        page = file.reserve()
        box = f"/MediaBox[0 0 {number + 1} 9]"
        file.put(f"<</Type/Page/Parent {tree.add(page)} 0 R{box}>>", page)
    root = file.put(f"<</Type/Catalog/Pages {tree.write()} 0 R>>")
    file.finish(root=root, info=file.put("<<>>"), identity="0" * 32)
    with pikepdf.open(made) as pdf:
        assert [int(page.obj.MediaBox[2]) for page in pdf.pages] == list(range(1, count + 1))
        assert pdf.Root.Pages.Count == count
