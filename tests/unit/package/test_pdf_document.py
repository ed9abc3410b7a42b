import hashlib
import io
from collections.abc import Callable
from typing import Any

import pikepdf
import pytest
from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFString
from reportlab.pdfgen.canvas import Canvas

from fieldaudit.package.pdf_document import Spelled, StreamedDocument
from fieldaudit.package.pdf_output import Output

Deed = Callable[[StreamedDocument, Canvas], None]


def written(deed: Deed, pages: int = 1) -> bytes:
    made = io.BytesIO()
    document = StreamedDocument(Output(made))
    canvas = Canvas("", pagesize=(9, 9), invariant=1)
    canvas._doc = document
    document.Catalog.__NoDefault__ = [*document.Catalog.__NoDefault__, "A"]
    deed(document, canvas)
    for number in range(pages):
        canvas.rect(0, 0, number, number)
        canvas.showPage()
    document.finish(canvas, info=PDFDictionary(), identity="12" * 16)
    assert document.output.place == len(made.getvalue())
    return made.getvalue()


def opened(deed: Deed, pages: int = 1) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(written(deed, pages)))


def test_another_reader_needs_no_repair() -> None:
    def deed(document: StreamedDocument, _: Canvas) -> None:
        document.Catalog.A = document.stream({"B": 1}, b"abc")

    with opened(deed) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert pdf.Root.A.read_raw_bytes() == b"abc"
        assert bytes(pdf.trailer.ID[0]) == b"\x12" * 16


def test_every_stream_ends_with_a_line_break_of_its_own() -> None:
    def deed(document: StreamedDocument, _: Canvas) -> None:
        document.Catalog.A = document.pieces({}, [b"abc"])

    data = written(deed)
    assert data.count(b"\nendstream\n") == data.count(b"endstream") > 1


def test_pieces_are_packed_into_one_stream() -> None:
    def deed(document: StreamedDocument, _: Canvas) -> None:
        document.Catalog.A = document.pieces({}, [b"ab", b"", b"c" * 5000])

    with opened(deed) as pdf:
        assert pdf.Root.A.read_bytes() == b"ab" + b"c" * 5000
        assert len(pdf.Root.A.read_raw_bytes()) < 100


def test_what_is_spelled_later_is_led_to_before() -> None:
    def deed(document: StreamedDocument, _: Canvas) -> None:
        place = Spelled()
        document.Catalog.A = PDFDictionary({"B": document.Reference(place)})
        document.write_spelled(place, "(first)")

    with opened(deed) as pdf:
        assert str(pdf.Root.A.B) == "first"


@pytest.mark.parametrize("count", [1, 64, 65, 200])
def test_every_page_hangs_in_its_order(count: int) -> None:
    with opened(lambda _, __: None, count) as pdf:
        sides = [page.obj.Contents.read_bytes().split(b" re")[0][-2:] for page in pdf.pages]
        assert [int(side.split()[-1]) for side in sides] == [n % 100 for n in range(count)]
        assert pdf.Root.Pages.Count == count
        assert len(pdf.Root.Pages.Kids) == -(-count // 64)


def test_drawings_are_told_by_their_hash() -> None:
    seen: list[Any] = []
    with opened(lambda document, _: seen.append(document), 3) as pdf:
        lying = [page.obj.Contents.read_raw_bytes() for page in pdf.pages]
    assert seen[0].drawings == [hashlib.sha256(each).hexdigest() for each in lying]


def test_a_page_takes_the_entries_that_it_is_given() -> None:
    def deed(document: StreamedDocument, _: Canvas) -> None:
        document.page_entries = {"StructParents": 7, "Lang": PDFString("zh")}

    with opened(deed) as pdf:
        page = pdf.pages[0].obj
        assert (int(page.StructParents), str(page.Lang)) == (7, "zh")


def test_nothing_finished_is_kept() -> None:
    seen: list[Any] = []
    written(lambda document, _: seen.append(document), 3)
    assert set(seen[0].idToObject.values()) == {None}
