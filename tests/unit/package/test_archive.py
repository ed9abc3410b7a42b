import io
from collections.abc import Iterator

import pikepdf
import pytest

from fieldaudit.package.archive import date
from fieldaudit.package.manifest import MANIFEST_NAME, PRINTS_NAME
from tests.kit.packages import signed_bytes


@pytest.fixture
def pdf() -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(io.BytesIO(signed_bytes(signed=False))) as opened:
        yield opened


def test_metadata_name_part_conformance_and_title(pdf: pikepdf.Pdf) -> None:
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as meta:
        assert (meta["pdfaid:part"], meta["pdfaid:conformance"]) == ("3", "B")
        assert "千兆城市建设现场检查记录" in meta["dc:title"]
        assert meta["dc:title"] == str(pdf.docinfo.Title)
        assert meta["xmp:CreateDate"] == "2022-07-09T10:00:00+08:00"
    assert pdf.docinfo.CreationDate == "D:20220709100000+08'00'"


def test_files_are_associated_with_their_relationship(pdf: pikepdf.Pdf) -> None:
    kinds = {str(spec.UF): str(spec.AFRelationship) for spec in pdf.Root.AF}
    assert kinds == {
        "visits.json": "/Data",
        MANIFEST_NAME: "/Data",
        PRINTS_NAME: "/Data",
        "residential-2022.2.xml": "/Source",
        "gnettrack-2022-07-08.csv": "/Source",
    }
    assert pdf.attachments["visits.json"].get_file().mime_type == "application/json"


def test_colour_is_srgb(pdf: pikepdf.Pdf) -> None:
    intent = pdf.Root.OutputIntents[0]
    profile = intent.DestOutputProfile.read_bytes()
    assert profile[36:40] == b"acsp"
    assert intent.DestOutputProfile.N == 3


def test_annotations_are_printed(pdf: pikepdf.Pdf) -> None:
    flags = [int(each.F) for page in pdf.pages for each in page.obj.get("/Annots", [])]
    assert flags
    assert all(flag & 4 and not flag & 2 for flag in flags)


def test_signature_fields_are_empty_and_visible(pdf: pikepdf.Pdf) -> None:
    fields = list(pdf.Root.AcroForm.Fields)
    assert [str(field.T) for field in fields] == ["Signature1", "Signature2", "Signature3"]
    for field in fields:
        left, bottom, right, top = (float(each) for each in field.Rect)
        assert right - left > 150
        assert top - bottom > 40
        assert "/V" not in field


def test_no_transparency_no_script_no_encryption(pdf: pikepdf.Pdf) -> None:
    assert not pdf.is_encrypted
    assert "/Names" in pdf.Root
    assert "/JavaScript" not in pdf.Root.Names
    for each in pdf.objects:
        if isinstance(each, pikepdf.Dictionary):
            assert "/SMask" not in each
            assert each.get("/ca", 1) == 1


def test_every_font_is_embedded(pdf: pikepdf.Pdf) -> None:
    records = [each for each in pdf.objects if isinstance(each, pikepdf.Dictionary)]
    fonts = [each for each in records if each.get("/Type") == "/Font"]
    assert all("/FontFile2" in font.FontDescriptor for font in fonts)
    assert all("/ToUnicode" in font for font in fonts)


@pytest.mark.parametrize(
    ("iso", "spelled"),
    [
        ("2022-07-09T10:00:00+08:00", "D:20220709100000+08'00'"),
        ("2022-07-09T10:00:00-03:30", "D:20220709100000-03'30'"),
        ("2022-07-09T10:00:00", "D:20220709100000"),
    ],
)
def test_dates_are_spelled_as_pdf_wants(iso: str, spelled: str) -> None:
    assert date(iso) == spelled
