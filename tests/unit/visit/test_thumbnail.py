import io

import pytest
from PIL import Image

from fieldaudit.errors import BadInput, Code
from fieldaudit.visit.thumbnail import upright_jpeg, upright_thumbnail
from tests.kit.photos import a_jpeg, corners_of, four_corners

ORIENTATION = 0x0112
STORED = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


def turned(orientation: int, size: tuple[int, int] = (240, 160)) -> bytes:
    image = four_corners(size)
    if orientation in STORED:
        image = image.transpose(STORED[orientation])
    return a_jpeg(image, exif={ORIENTATION: orientation})


def opened(jpeg: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(jpeg))
    image.load()
    return image


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_thumbnail_is_upright_and_small(orientation: int) -> None:
    jpeg = upright_thumbnail(turned(orientation), 60)
    assert corners_of(jpeg) == [0, 1, 2, 3]
    assert opened(jpeg).size == (60, 40)
    assert not opened(jpeg).getexif()


def test_a_small_photo_is_not_blown_up() -> None:
    assert opened(upright_thumbnail(turned(6), 1000)).size == (240, 160)


def test_an_upright_jpeg_comes_back_byte_for_byte() -> None:
    whole = turned(1)
    assert upright_jpeg(whole) is whole


@pytest.mark.parametrize("orientation", range(2, 9))
def test_a_sideways_jpeg_is_turned_at_full_size(orientation: int) -> None:
    jpeg = upright_jpeg(turned(orientation))
    assert corners_of(jpeg) == [0, 1, 2, 3]
    assert opened(jpeg).size == (240, 160)
    assert opened(jpeg).getexif().get(ORIENTATION) is None


def test_a_page_can_ask_for_less() -> None:
    assert opened(upright_jpeg(turned(1), edge=120)).size == (120, 80)
    assert upright_jpeg(turned(1), edge=240) == turned(1)


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_other_formats_become_jpegs(kind: str) -> None:
    jpeg = upright_jpeg(a_jpeg(kind=kind))
    assert opened(jpeg).format == "JPEG"
    assert corners_of(jpeg) == [0, 1, 2, 3]


@pytest.mark.parametrize("mode", ["L", "P", "RGBA", "LA", "1"])
def test_every_kind_of_pixel_becomes_a_plain_jpeg(mode: str) -> None:
    jpeg = upright_jpeg(a_jpeg(four_corners().convert(mode), kind="PNG"))
    assert opened(jpeg).mode in ("L", "RGB")


def test_cmyk_becomes_rgb() -> None:
    jpeg = upright_jpeg(a_jpeg(four_corners().convert("CMYK")))
    assert opened(jpeg).mode == "RGB"
    assert corners_of(jpeg) == [0, 1, 2, 3]


def test_what_is_clear_shows_white() -> None:
    jpeg = upright_jpeg(a_jpeg(Image.new("RGBA", (20, 20), (255, 0, 0, 0)), kind="PNG"))
    assert opened(jpeg).getpixel((10, 10)) == (255, 255, 255)


def test_sixteen_bits_keep_their_grey() -> None:
    out = io.BytesIO()
    Image.new("I", (20, 20), 0x8000).convert("I;16").save(out, "PNG")
    assert opened(upright_jpeg(out.getvalue())).getpixel((10, 10)) == pytest.approx(0x80, abs=2)


@pytest.mark.parametrize("make", [upright_thumbnail, upright_jpeg])
def test_a_cut_photo_is_refused(make) -> None:
    whole = turned(6)
    with pytest.raises(BadInput) as caught:
        make(whole[: len(whole) // 2], name="a.jpg")
    assert caught.value.code is Code.PHOTO_DAMAGED
    assert caught.value.params == {"file": "a.jpg"}
