"""The published attacks on PDF signatures, each really built on a signed package.

Universal forgery, incremental saving and wrapping: Mladenov et al., "1 Trillion Dollar Refund"
(CCS 2019). Shadow attacks: Mainka et al. (NDSS 2021). Evil annotation and sneaky signature:
Rohlmann et al., "Breaking the Specification: PDF Certification" (S&P 2021).
"""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner

from fieldaudit.package.revisions import _references
from fieldaudit.package.sign import _KeyHolder
from fieldaudit.package.verdict import Outcome, PackageVerdict
from fieldaudit.package.verify import verify_package
from tests.kit.identity import an_identity
from tests.kit.packages import KEYS, NOW, gap, signed_bytes

BAD = {Outcome.CHANGED, Outcome.UNSIGNED, Outcome.INCOMPLETE, Outcome.UNREADABLE}
PAINT = b"1 1 1 rg 0 0 600 850 re f 0 0 0 rg BT ET"


def judged(data: bytes, folder: Path) -> PackageVerdict:
    path = folder / "attacked.pdf"
    path.write_bytes(data)
    return verify_package(path, trusted=KEYS, now=NOW)


def test_the_package_that_is_attacked_is_genuine(tmp_path: Path) -> None:
    assert judged(signed_bytes(), tmp_path).outcome is Outcome.GENUINE


def updated(folder: Path, change: Callable[[IncrementalPdfFileWriter], None]) -> bytes:
    """Return the package after an incremental update."""
    path = folder / "updated.pdf"
    path.write_bytes(signed_bytes())
    with path.open("rb+") as stream:
        writer = IncrementalPdfFileWriter(stream)
        change(writer)
        writer.write_in_place()
    return path.read_bytes()


# Universal signature forgery: a signature that a careless reader skips and calls valid.

FORGERIES = {
    "no /Contents": (rb"/Contents <[0-9a-fA-F]+>", b""),
    "/Contents null": (rb"/Contents <[0-9a-fA-F]+>", b"/Contents null"),
    "/Contents empty": (rb"/Contents <[0-9a-fA-F]+>", b"/Contents <>"),
    "/Contents zero": (rb"/Contents <[0-9a-fA-F]+>", b"/Contents <00>"),
    "no /ByteRange": (rb"/ByteRange ?\[[^\]]+\]", b""),
    "/ByteRange null": (rb"/ByteRange ?\[[^\]]+\]", b"/ByteRange null"),
    "/ByteRange empty": (rb"/ByteRange ?\[[^\]]+\]", b"/ByteRange []"),
    "/ByteRange negative": (rb"/ByteRange ?\[[^\]]+\]", b"/ByteRange [0 -1 -1 -1]"),
    "/ByteRange of zeros": (rb"/ByteRange ?\[[^\]]+\]", b"/ByteRange [0 0 0 0]"),
    "/ByteRange text": (rb"/ByteRange ?\[[^\]]+\]", b"/ByteRange [a b c d]"),
    "other /SubFilter": (rb"/SubFilter ?/ETSI.CAdES.detached", b"/SubFilter /none"),
    "other /Type": (rb"/Type ?/Sig\b", b"/Type /Gis"),
}


@pytest.mark.parametrize("name", FORGERIES)
@pytest.mark.parametrize("keep", [True, False])
def test_universal_forgery(tmp_path: Path, name: str, keep: bool) -> None:
    pattern, put = FORGERIES[name]
    data, count = re.subn(
        pattern, lambda found: put.ljust(len(found[0])) if keep else put, signed_bytes(), count=1
    )
    assert count == 1
    assert judged(data, tmp_path).outcome in BAD


# Incremental saving: more after the signature, with as little of an update as a reader needs.


def page_object() -> int:
    with Path(signed_path()).open("rb") as stream:
        return int(leaves(PdfFileReader(stream).root)[0].idnum)


def leaves(root: generic.DictionaryObject) -> list[generic.IndirectObject]:
    """Return the pages, in order."""
    return [
        generic.IndirectObject(each.idnum, each.generation, each.pdf) for each in _references(root)
    ]


def signed_path() -> str:
    import tempfile

    path = Path(tempfile.gettempdir(), "fieldaudit-attacked.pdf")
    path.write_bytes(signed_bytes())
    return str(path)


@pytest.mark.parametrize("ending", [b"", b"\ntrailer\n<</Root 1 0 R>>\n", b"\n%%EOF\n"])
def test_incremental_saving_with_half_an_update(tmp_path: Path, ending: bytes) -> None:
    body = b"\n%d 0 obj\n<</Length %d>>\nstream\n%s\nendstream\nendobj" % (
        page_object(), len(PAINT), PAINT,
    )  # fmt: skip
    assert judged(signed_bytes() + body + ending, tmp_path).outcome in BAD


def test_incremental_saving_with_a_copied_signature(tmp_path: Path) -> None:
    """The update ends with the old signature once more, so that it seems to cover all."""
    whole = signed_bytes()
    start = whole.rindex(b"obj", 0, gap(whole)[0]) - 10
    copy = whole[start : whole.index(b"endobj", gap(whole)[1]) + 6]
    painted = updated(tmp_path, repaint)
    assert judged(painted + b"\n" + copy + b"\n%%EOF\n", tmp_path).outcome in BAD


def repaint(writer: IncrementalPdfFileWriter) -> None:
    reference, _ = writer.find_page_for_modification(0)
    reference.get_object()["/Contents"] = writer.add_object(generic.StreamObject(stream_data=PAINT))
    writer.update_container(reference.get_object())


# Signature wrapping: the second signed part moves away, and other objects take its place.


def test_signature_wrapping(tmp_path: Path) -> None:
    whole = signed_bytes()
    start, end = gap(whole)
    tail = whole[end:]
    xref = int(re.findall(rb"startxref\s+(\d+)", whole)[-1])
    assert xref > end
    ranges = re.search(rb"/ByteRange ?\[[^\]]+\]", whole)
    assert ranges
    room = xref - end
    evil = b"\n9999 0 obj\n<</Length %d>>\nstream\n%s\nendstream\nendobj\n" % (len(PAINT), PAINT)
    middle = evil.ljust(room)
    # Where the trailer leads to, the attacker's table lies; the genuine rest follows behind it.
    table = b"xref\n0 0\ntrailer\n" + whole[whole.rindex(b"<<", 0, whole.rindex(b">>")) :]
    moved = end + len(middle) + len(table)
    wrapped = whole[:end] + middle + table + tail
    for data in (
        wrapped,
        wrapped.replace(ranges[0], b"/ByteRange [0 %d %d %d]" % (start, moved, len(tail)), 1),
    ):
        assert judged(data, tmp_path).outcome in BAD


# Shadow attacks: prepared before the signature, switched on after it.


def test_shadow_hide(tmp_path: Path) -> None:
    """What covered the page is taken off."""

    def uncover(writer: IncrementalPdfFileWriter) -> None:
        reference, _ = writer.find_page_for_modification(0)
        resources = reference.get_object()["/Resources"]
        resources["/XObject"] = generic.DictionaryObject()
        writer.update_container(reference.get_object())
        writer.update_container(resources)

    assert judged(updated(tmp_path, uncover), tmp_path).outcome is Outcome.CHANGED


def test_shadow_replace(tmp_path: Path) -> None:
    """The same text in another font, where other letters stand at its codes."""

    def swap_fonts(writer: IncrementalPdfFileWriter) -> None:
        reference, _ = writer.find_page_for_modification(0)
        fonts = reference.get_object()["/Resources"]["/Font"]
        first = fonts[sorted(fonts)[0]]
        first["/Encoding"] = pdf_name("/Identity-V")
        writer.update_container(first)

    assert judged(updated(tmp_path, swap_fonts), tmp_path).outcome is Outcome.CHANGED


def test_shadow_hide_and_replace(tmp_path: Path) -> None:
    """A second document rode along unseen; the update only points to it."""

    def other_page(writer: IncrementalPdfFileWriter) -> None:
        root = writer.root
        other = generic.DictionaryObject({pdf_name("/Type"): pdf_name("/Pages")})
        other[pdf_name("/Kids")] = generic.ArrayObject([leaves(writer.root)[1]])
        other[pdf_name("/Count")] = generic.NumberObject(1)
        root["/Pages"] = writer.add_object(other)
        writer.update_root()

    assert judged(updated(tmp_path, other_page), tmp_path).outcome is Outcome.CHANGED


def test_shadow_by_table_alone(tmp_path: Path) -> None:
    """No new object at all: a new table leads to another old one."""
    whole = signed_bytes()
    with Path(signed_path()).open("rb") as stream:
        pages = [each.idnum for each in leaves(PdfFileReader(stream).root)[:2]]
    other = re.search(rb"(?<!\d)%d 0 obj" % pages[1], whole)
    assert other
    last = int(re.findall(rb"startxref\s+(\d+)", whole)[-1])
    root = re.findall(rb"/Root (\d+) 0 R", whole)[-1]
    table = b"xref\n%d 1\n%010d 00000 n \ntrailer\n<</Size 9999/Root %s 0 R/Prev %d>>\n" % (
        pages[0], other.start(), root, last,
    )  # fmt: skip
    data = whole + table + b"startxref\n%d\n%%%%EOF\n" % len(whole)
    assert judged(data, tmp_path).outcome in BAD


# Certification: what the first signature permits is not all that somebody could add.


@pytest.mark.parametrize("kind", ["/FreeText", "/Stamp", "/Redact", "/Highlight", "/Widget"])
def test_evil_annotation(tmp_path: Path, kind: str) -> None:
    def annotate(writer: IncrementalPdfFileWriter) -> None:
        box = generic.ArrayObject(generic.NumberObject(each) for each in (0, 0, 600, 850))
        look = generic.StreamObject(stream_data=PAINT)
        look[pdf_name("/Subtype")] = pdf_name("/Form")
        look[pdf_name("/BBox")] = box
        seen = generic.DictionaryObject({pdf_name("/N"): writer.add_object(look)})
        evil = generic.DictionaryObject(
            {
                pdf_name("/Type"): pdf_name("/Annot"),
                pdf_name("/Subtype"): pdf_name(kind),
                pdf_name("/Rect"): box,
                pdf_name("/AP"): seen,
            }
        )
        writer.register_annotation(writer.find_page_for_modification(0)[0], writer.add_object(evil))

    assert judged(updated(tmp_path, annotate), tmp_path).outcome is Outcome.CHANGED


def sneaky(folder: Path, field: str, box: tuple[int, int, int, int] | None) -> bytes:
    """Sign with a stranger's key, in a field that lies over a page or was moved there."""
    path = folder / "sneaky.pdf"
    path.write_bytes(signed_bytes())
    new = SigFieldSpec(field, on_page=0, box=box) if box else None
    meta = PdfSignatureMetadata(field, md_algorithm="sha256", subfilter=SigSeedSubFilter.PADES)
    signer = PdfSigner(meta, _KeyHolder(an_identity("陌生人")), new_field_spec=new)
    with path.open("rb+") as stream:
        writer = IncrementalPdfFileWriter(stream)
        signer.sign_pdf(writer, existing_fields_only=box is None, in_place=True)
    return path.read_bytes()


def test_sneaky_signature_in_a_new_field(tmp_path: Path) -> None:
    verdict = judged(sneaky(tmp_path, "Evil", (0, 0, 600, 850)), tmp_path)
    assert verdict.outcome is Outcome.CHANGED
    assert "陌生人" in [each.name for each in verdict.signers if not each.trusted]


def test_a_strangers_signature_in_an_empty_field_is_a_strangers(tmp_path: Path) -> None:
    verdict = judged(sneaky(tmp_path, "Signature2", None), tmp_path)
    assert verdict.outcome is Outcome.GENUINE_UNKNOWN_SIGNER


def test_an_empty_field_that_was_moved(tmp_path: Path) -> None:
    def move(writer: IncrementalPdfFileWriter) -> None:
        for held in writer.root["/AcroForm"]["/Fields"]:
            field = held.get_object()
            if field["/T"] == "Signature3":
                whole = (0, 0, 600, 850)
                field["/Rect"] = generic.ArrayObject(map(generic.NumberObject, whole))
                writer.update_container(field)

    assert judged(updated(tmp_path, move), tmp_path).outcome is Outcome.CHANGED
