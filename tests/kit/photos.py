"""Photos for tests, made small and on the spot, with just the EXIF that a test is about."""

import io
from collections.abc import Mapping
from typing import Any

from PIL import ExifTags, Image

from fieldaudit.actions.example_photos import draw_photo

CORNERS = ((220, 30, 30), (30, 200, 30), (30, 30, 220), (230, 220, 40))
"""Red, green, blue, yellow: the upright picture's corners, clockwise from the upper left."""

_UPRIGHT_SIZE = (120, 80)


def four_corners(size: tuple[int, int] = _UPRIGHT_SIZE) -> Image.Image:
    """Return a picture whose quarters tell which way is up."""
    image = Image.new("RGB", size)
    width, height = size
    places = ((0, 0), (width // 2, 0), (width // 2, height // 2), (0, height // 2))
    for colour, place in zip(CORNERS, places, strict=True):
        image.paste(colour, (*place, place[0] + width // 2, place[1] + height // 2))
    return image


def corners_of(jpeg: bytes) -> list[int]:
    """Return which of CORNERS each corner shows, clockwise from the upper left."""
    with Image.open(io.BytesIO(jpeg)) as image:
        width, height = image.size
        ends = ((4, 4), (width - 5, 4), (width - 5, height - 5), (4, height - 5))
        pixels = [image.convert("RGB").getpixel(end) for end in ends]
    return [min(range(4), key=lambda number: _apart(CORNERS[number], pixel)) for pixel in pixels]


def _apart(one: tuple[int, ...], other: object) -> int:
    assert isinstance(other, tuple)
    return sum(abs(a - b) for a, b in zip(one, other, strict=True))


def a_jpeg(
    image: Image.Image | None = None,
    *,
    exif: Mapping[Any, object] | None = None,
    camera: Mapping[Any, object] | None = None,
    gps: Mapping[Any, object] | None = None,
    kind: str = "JPEG",
) -> bytes:
    """Return a picture's file with these EXIF tags: of the image, the camera, the receiver."""
    block = Image.Exif()
    block.update(exif or {})
    if camera:
        block.get_ifd(ExifTags.IFD.Exif).update(camera)
    if gps:
        block.get_ifd(ExifTags.IFD.GPSInfo).update(gps)
    out = io.BytesIO()
    (image or four_corners()).save(out, kind, exif=block.tobytes())
    return out.getvalue()


def a_photo(
    *,
    seed: int = 0,
    taken_at: str = "2022-07-08T10:00:00+08:00",
    position: str = "29.62 106.49",
    orientation: int = 1,
) -> bytes:
    """Return a photo as a phone would take it on a visit, small."""
    return draw_photo(
        seed,
        f"第 {seed} 张",
        taken_at=taken_at,
        position=position,
        orientation=orientation,
        size=(320, 240),
    )
