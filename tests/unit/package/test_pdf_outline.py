import io

import pikepdf
from hypothesis import given
from hypothesis import strategies as st

from fieldaudit.package.pdf_file import PdfFile
from fieldaudit.package.pdf_outline import Bookmark, write_outline

Tree = list[tuple[str, list]]


def read(levels: list[int]) -> Tree:
    made = io.BytesIO()
    file = PdfFile(made)
    page, pages = file.reserve(), file.reserve()
    place = f"[{page} 0 R/XYZ 0 0 0]"
    number = write_outline(file, [Bookmark(f"千{n}", place, each) for n, each in enumerate(levels)])
    file.put(f"<</Type/Page/Parent {pages} 0 R/MediaBox[0 0 9 9]>>", page)
    file.put(f"<</Type/Pages/Kids[{page} 0 R]/Count 1>>", pages)
    told = f"/Outlines {number} 0 R" if number else ""
    root = file.put(f"<</Type/Catalog/Pages {pages} 0 R{told}>>")
    file.finish(root=root, info=file.put("<<>>"), identity="0" * 32)
    with pikepdf.open(made) as pdf, pdf.open_outline() as outline:
        return [inside(entry) for entry in outline.root]


def inside(entry: pikepdf.OutlineItem) -> tuple[str, list]:
    return entry.title, [inside(each) for each in entry.children]


def flat(tree: Tree) -> list[str]:
    return [name for title, below in tree for name in (title, *flat(below))]


def test_levels_become_a_tree() -> None:
    below: Tree = [("千1", []), ("千2", [("千3", [])])]
    assert read([0, 1, 1, 2, 0]) == [("千0", below), ("千4", [])]


def test_nothing_marked_is_no_outline() -> None:
    assert read([]) == []


@given(st.lists(st.integers(0, 3), max_size=30))
def test_every_bookmark_is_there_in_order(levels: list[int]) -> None:
    assert flat(read(levels)) == [f"千{n}" for n in range(len(levels))]
