import io

import pytest
from PIL import Image

from fieldaudit.package.jpegs import load
from tests.kit.content import a_jpeg, a_photo


def encoded(mode: str, kind: str) -> bytes:
    made = io.BytesIO()
    Image.new(mode, (40, 30)).save(made, kind)
    return made.getvalue()


def test_bytes_pass_through() -> None:
    jpeg = load(a_photo(1, "a"))
    assert jpeg.data == a_jpeg(1)
    assert (jpeg.width, jpeg.height, jpeg.space) == (400, 300, "DeviceRGB")


def test_grey_stays_grey() -> None:
    jpeg = load(a_photo(1, "a", jpeg=encoded("L", "JPEG")))
    assert jpeg.space == "DeviceGray"


@pytest.mark.parametrize(("mode", "kind"), [("CMYK", "JPEG"), ("RGB", "PNG"), ("P", "PNG")])
def test_what_a_page_cannot_show_becomes_rgb(mode: str, kind: str) -> None:
    jpeg = load(a_photo(1, "a", jpeg=encoded(mode, kind)))
    image = Image.open(io.BytesIO(jpeg.data))
    assert (image.format, image.mode, jpeg.space) == ("JPEG", "RGB", "DeviceRGB")


@pytest.mark.parametrize(
    "damage", [b"", b"no image", a_jpeg(1)[:20], encoded("P", "GIF"), bytes((64 << 20) + 1)]
)
def test_what_is_no_photo_is_refused(damage: bytes) -> None:
    with pytest.raises(ValueError, match=r".*"):
        load(a_photo(1, "a", jpeg=damage))
