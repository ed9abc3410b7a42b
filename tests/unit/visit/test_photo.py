import hashlib
import io
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import ExifTags, Image

from fieldaudit.codes import Trouble
from fieldaudit.errors import BadInput, Code
from fieldaudit.visit.photo import BYTE_LIMIT, inspect_photo
from tests.kit.photos import a_jpeg, a_photo, four_corners
from tests.rules.tree import ROOT

REAL = ROOT.parent / "shared" / "real" / "photos"

WHOLE = {kind: a_jpeg(kind=kind) for kind in ("JPEG", "PNG", "WEBP")}


def refusal(data: bytes) -> Trouble:
    with pytest.raises(BadInput) as caught:
        inspect_photo(data, "a.jpg")
    assert "a.jpg" in str(caught.value)
    return caught.value.code


def test_a_photo_tells_what_its_camera_wrote() -> None:
    data = a_photo(orientation=6, position="29.62 106.49 240 5")
    facts = inspect_photo(data, "现场.jpg")
    assert facts.name == "现场.jpg"
    assert facts.sha256 == hashlib.sha256(data).hexdigest()
    assert facts.size == len(data)
    assert facts.media_type == "image/jpeg"
    assert (facts.width, facts.height, facts.orientation) == (240, 320, 6)
    assert facts.taken_at == "2022-07-08T10:00:00+08:00"
    assert facts.position == "29.62 106.49 240 5"
    assert facts.device == "fieldaudit example"
    assert facts.warnings == ()


@pytest.mark.parametrize(
    ("kind", "media_type"),
    [("JPEG", "image/jpeg"), ("PNG", "image/png"), ("WEBP", "image/webp"), ("MPO", "image/jpeg")],
)
def test_known_formats_are_named(kind: str, media_type: str) -> None:
    facts = inspect_photo(a_jpeg(kind=kind), "a")
    assert (facts.media_type, facts.width, facts.height) == (media_type, 120, 80)


@pytest.mark.parametrize("mode", ["L", "P", "CMYK", "RGBA", "LA", "I;16", "1"])
def test_every_kind_of_pixel_is_read(mode: str) -> None:
    image = four_corners().convert(mode.replace("I;16", "I"))
    kind = "JPEG" if mode == "CMYK" else "PNG"
    out = io.BytesIO()
    image.convert(mode).save(out, kind)
    assert inspect_photo(out.getvalue(), "a").width == 120


def test_what_a_photo_lacks_is_said() -> None:
    codes = [problem.code for problem in inspect_photo(a_jpeg(), "a.jpg").warnings]
    assert codes == [Code.PHOTO_WITHOUT_POSITION, Code.PHOTO_WITHOUT_TIME]


@pytest.mark.parametrize(
    ("software", "edited"),
    [("Adobe Photoshop 24.1", True), ("美图秀秀 9.0".encode(), True), ("HarmonyOS 2.0.0", False)],
)
def test_an_editors_mark_is_noticed(software: str | bytes, *, edited: bool) -> None:
    facts = inspect_photo(a_jpeg(exif={ExifTags.Base.Software: software}), "a.jpg")
    assert (Code.PHOTO_EDITED in {each.code for each in facts.warnings}) is edited


def test_damaged_exif_is_a_warning_and_no_refusal() -> None:
    whole = a_photo()
    start = whole.index(b"Exif\0\0") + 6
    torn = whole[:start] + b"\xff" * 60 + whole[start + 60 :]
    assert Code.PHOTO_EXIF_DAMAGED in {each.code for each in inspect_photo(torn, "a").warnings}


def test_an_empty_file_is_refused() -> None:
    assert refusal(b"") is Code.PHOTO_EMPTY


def test_a_huge_file_is_refused_unread() -> None:
    assert refusal(b"\xff\xd8\xff" + bytes(BYTE_LIMIT)) is Code.PHOTO_TOO_LARGE


@pytest.mark.parametrize("data", [b"not a picture", b"%PDF-1.7", b"GIF89a", bytes(100)])
def test_what_is_no_photo_is_refused(data: bytes) -> None:
    assert refusal(data) is Code.PHOTO_NOT_IMAGE


@pytest.mark.parametrize("brand", [b"heic", b"heix", b"hevc", b"mif1", b"msf1", b"avif"])
def test_heic_is_refused_by_name(brand: bytes) -> None:
    assert refusal(b"\0\0\0\x18ftyp" + brand + bytes(20)) is Code.PHOTO_HEIC


@pytest.mark.parametrize("kind", WHOLE)
@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_a_cut_photo_is_refused(kind: str, share: float) -> None:
    whole = WHOLE[kind]
    assert refusal(whole[: int(len(whole) * share)]) is Code.PHOTO_DAMAGED


@pytest.mark.parametrize("side", [10_001, 30_000])
def test_a_decompression_bomb_is_refused_by_its_header(side: int) -> None:
    whole = bytearray(WHOLE["PNG"])
    header = Image.new("1", (1, 1))
    out = io.BytesIO()
    header.resize((side, 10_000)).save(out, "PNG")
    whole[16:33] = out.getvalue()[16:33]  # the sizes and their checksum
    assert refusal(bytes(whole)) is Code.PHOTO_TOO_LARGE


@settings(max_examples=300)
@given(st.data())
def test_no_damage_raises_anything_but_a_refusal(data: st.DataObject) -> None:
    whole = data.draw(st.sampled_from([a_photo(), *WHOLE.values()]))
    torn = bytearray(whole[: data.draw(st.integers(0, len(whole)))])
    places = st.lists(st.tuples(st.integers(0, 2000), st.integers(0, 255)), max_size=12)
    for place, value in data.draw(places):
        if place < len(torn):
            torn[place] = value
    with suppress(BadInput):
        facts = inspect_photo(bytes(torn), "a.jpg")
        assert facts.width > 0
        assert facts.height > 0


@pytest.mark.skipif(not REAL.is_dir(), reason="the real photos are not here")
def test_real_photos_are_read_and_real_heic_is_refused() -> None:
    near = [inspect_photo(path.read_bytes(), path.name) for path in REAL.glob("gps/*.jpg")]
    assert len(near) == 9
    assert all(facts.position.startswith("43.46") for facts in near)
    turned = {path.stem: path.read_bytes() for path in REAL.glob("orientation/*_[1-8].jpg")}
    for name, data in turned.items():
        facts = inspect_photo(data, name)
        assert facts.orientation == int(name[-1])
        assert (facts.width > facts.height) is name.startswith("Landscape")
    for path in REAL.glob("other/*"):
        assert refusal(path.read_bytes()) is Code.PHOTO_HEIC
