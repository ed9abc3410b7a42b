import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from fieldaudit.package.jpegs import PhotoSpool
from tests.kit.content import a_jpeg, a_photo


@pytest.fixture
def spool(tmp_path: Path) -> Iterator[PhotoSpool]:
    made = PhotoSpool(str(tmp_path))
    yield made
    made.close()


def encoded(mode: str, kind: str) -> bytes:
    made = io.BytesIO()
    Image.new(mode, (40, 30)).save(made, kind)
    return made.getvalue()


def test_bytes_pass_through(spool: PhotoSpool) -> None:
    first = spool.put(a_photo(1, "a"), "photo1")
    second = spool.put(a_photo(2, "b"), "photo2")
    assert spool.bytes_of(second) == a_jpeg(2)
    assert spool.bytes_of(first) == a_jpeg(1)
    assert (first.width, first.height, first.space) == (400, 300, "DeviceRGB")


def test_grey_stays_grey(spool: PhotoSpool) -> None:
    jpeg = spool.put(a_photo(1, "a", jpeg=encoded("L", "JPEG")), "photo1")
    assert jpeg.space == "DeviceGray"


@pytest.mark.parametrize(("mode", "kind"), [("CMYK", "JPEG"), ("RGB", "PNG"), ("P", "PNG")])
def test_what_a_page_cannot_show_becomes_rgb(spool: PhotoSpool, mode: str, kind: str) -> None:
    jpeg = spool.put(a_photo(1, "a", jpeg=encoded(mode, kind)), "photo1")
    image = Image.open(io.BytesIO(spool.bytes_of(jpeg)))
    assert (image.format, image.mode, jpeg.space) == ("JPEG", "RGB", "DeviceRGB")


@pytest.mark.parametrize(
    "damage", [b"", b"no image", a_jpeg(1)[:20], encoded("P", "GIF"), bytes((64 << 20) + 1)]
)
def test_what_is_no_photo_is_refused(spool: PhotoSpool, damage: bytes) -> None:
    with pytest.raises(ValueError, match=r".*"):
        spool.put(a_photo(1, "a", jpeg=damage), "photo1")


def test_a_spool_leaves_no_file(tmp_path: Path) -> None:
    spool = PhotoSpool(str(tmp_path))
    spool.put(a_photo(1, "a"), "photo1")
    spool.close()
    assert list(tmp_path.iterdir()) == []
