import io

import pikepdf

from fieldaudit.package.pdf_file import PdfFile
from fieldaudit.package.pdf_font import PdfFont


def embedded(*texts: str) -> tuple[pikepdf.Pdf, list[str]]:
    made = io.BytesIO()
    file = PdfFile(made)
    font = PdfFont(file.reserve(), bold=False)
    shown = [font.shown(text) for text in texts]
    font.embed(file)
    pages = file.put("<</Type/Pages/Kids[]/Count 0>>")
    root = file.put(f"<</Type/Catalog/Pages {pages} 0 R/F {font.number} 0 R>>")
    file.finish(root=root, info=file.put("<<>>"), identity="0" * 32)
    return pikepdf.open(made), shown


def test_glyphs_are_numbered_as_they_are_shown() -> None:
    pdf, shown = embedded("千兆", "兆a")
    pdf.close()
    assert shown == ["00010002", "00020003"]


def test_every_number_leads_back_to_its_character() -> None:
    letters = [chr(0x4E00 + n) for n in range(250)]
    pdf, shown = embedded("".join(letters))
    with pdf:
        told = pdf.Root.F.ToUnicode.read_bytes().decode()
    assert told.count("beginbfchar") == 3
    for place, letter in enumerate(letters):
        assert f"<{shown[0][4 * place : 4 * place + 4]}> <{ord(letter):04X}>" in told


def test_widths_stand_beside_the_glyphs() -> None:
    pdf, _ = embedded("千i")
    with pdf:
        cid = pdf.Root.F.DescendantFonts[0]
        first, widths = cid.W
        assert int(first) == 0
        assert int(widths[1]) == 1000
        assert 0 < int(widths[2]) < 400
        assert len(cid.FontDescriptor.FontFile2.read_bytes()) < 5000


def test_a_character_without_a_glyph_shows_the_blank_one() -> None:
    pdf, shown = embedded("𠮷千")
    pdf.close()
    assert shown == ["00000001"]


def test_two_subsets_have_two_names() -> None:
    names = []
    for text in ("千", "兆"):
        pdf, _ = embedded(text)
        with pdf:
            names.append(str(pdf.Root.F.BaseFont))
    assert names[0] != names[1]
    assert all(name.endswith("+NotoSansSC-Regular") for name in names)
