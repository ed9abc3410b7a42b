import io
from pathlib import Path

import pikepdf
import pytest
from reportlab.pdfbase.pdfdoc import PDFDictionary

from fieldaudit.package.pdf_surface import PdfSurface
from fieldaudit.package.surface import Box, Letters, Pen
from tests.kit.content import a_jpeg, a_photo
from tests.kit.pages import page_texts


def painted() -> bytes:
    made = io.BytesIO()
    surface = PdfSurface(made)
    surface.mark("first", "第一页", 0, 40)
    surface.text((50, 50), "核查记录 −31.0 dBm ✓", Letters(12))
    surface.photo(Box(50, 100, 200, 100), a_photo(1, "a"))
    surface.link(Box(50, 40, 100, 20), "second")
    surface.end_page()
    surface.mark("second", "第二页", 0, 40)
    surface.text((50, 50), "加粗", Letters(12, bold=True))
    surface.photo(Box(50, 100, 100, 100), a_photo(1, "a"))
    surface.line([(1, 1), (5, 5), (9, 1)], Pen("", "#FF0000"), closed=True)
    surface.circle((100, 100), 5, Pen(dash=(1, 1)))
    surface.watermark("草稿")
    surface.end_page()
    surface.finish(info=PDFDictionary(), identity="0" * 32)
    return made.getvalue()


def of_subtype(pdf: pikepdf.Pdf, subtype: str) -> list[pikepdf.Object]:
    held = (each for each in pdf.objects if not isinstance(each, pikepdf.Array))
    return [each for each in held if hasattr(each, "get") and each.get("/Subtype") == subtype]


def test_text_can_be_read_back(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(painted())
    texts = page_texts(tmp_path / "a.pdf")
    assert "核查记录−31.0dBm✓" in texts[0]
    assert "加粗" in texts[1]


def test_the_same_calls_give_the_same_bytes() -> None:
    assert painted() == painted()


def test_a_photo_is_stored_once_as_it_came() -> None:
    with pikepdf.open(io.BytesIO(painted())) as pdf:
        images = of_subtype(pdf, "/Image")
        assert [image.read_raw_bytes() for image in images] == [a_jpeg(1)]


def test_a_photo_keeps_its_proportions() -> None:
    with pikepdf.open(io.BytesIO(painted())) as pdf:
        scales = [
            [float(each) for each in step.operands[:4]]
            for page in pdf.pages
            for step in pikepdf.parse_content_stream(page)
            if str(step.operator) == "cm" and float(step.operands[0]) > 50
        ]
    assert [(round(a, 1), round(d, 1)) for a, _, _, d in scales] == [(133.3, 100), (100, 75)]


def test_only_the_two_faces_are_used_and_embedded() -> None:
    with pikepdf.open(io.BytesIO(painted())) as pdf:
        fonts = of_subtype(pdf, "/TrueType")
        assert {str(font.BaseFont)[8:] for font in fonts} == {
            "NotoSansSC-Regular",
            "NotoSansSC-Bold",
        }
        assert all("/FontFile2" in font.FontDescriptor for font in fonts)


def test_places_are_targets() -> None:
    with pikepdf.open(io.BytesIO(painted())) as pdf:
        with pdf.open_outline() as outline:
            assert [entry.title for entry in outline.root] == ["第一页", "第二页"]
        assert len(pdf.pages[0].Annots) == 1


def test_a_damaged_photo_leaves_a_frame_and_is_named() -> None:
    surface = PdfSurface(io.BytesIO())
    photo = a_photo(7, "a", jpeg=b"damaged")
    surface.photo(Box(0, 0, 10, 10), photo)
    surface.photo(Box(0, 20, 10, 10), photo)
    assert surface.photos.damaged == [photo]


def test_a_surface_can_be_of_another_size() -> None:
    made = io.BytesIO()
    surface = PdfSurface(made, (200, 60))
    surface.end_page()
    surface.finish(info=PDFDictionary(), identity="0" * 32)
    with pikepdf.open(made) as pdf:
        assert [float(each) for each in pdf.pages[0].MediaBox] == pytest.approx([0, 0, 200, 60])
