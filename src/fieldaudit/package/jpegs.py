"""Photos on their way into a page: checked, and embedded as they are.

The bytes of a JPEG pass through; one that a page cannot show as it is (CMYK, 12 bit) is made
RGB first.
"""

import io
from dataclasses import dataclass

from PIL import Image, UnidentifiedImageError

from fieldaudit.package.evidence import PhotoContent

_MOST_BYTES = 64 << 20
MOST_PIXELS = 100_000_000
_SPACES = {"L": "DeviceGray", "RGB": "DeviceRGB"}
# What Pillow raises for damaged images besides OSError.
DAMAGED = (OSError, ValueError, TypeError, SyntaxError, EOFError, Image.DecompressionBombError)


@dataclass(frozen=True, slots=True)
class Jpeg:
    """A JPEG that a page can show."""

    data: bytes
    """Its bytes."""

    width: int
    """Pixels."""

    height: int
    """Pixels."""

    space: str
    """Name of its colour space in a PDF."""


def load(photo: PhotoContent) -> Jpeg:
    """Return a photo as a page can show it.

    Raises:
        ValueError: it is no JPEG that can be printed.
    """
    data = photo.jpeg if isinstance(photo.jpeg, bytes) else photo.jpeg()
    data, image = _printable(data)
    return Jpeg(data, *image.size, _SPACES[image.mode])


def _printable(data: bytes) -> tuple[bytes, Image.Image]:
    if len(data) > _MOST_BYTES:
        raise ValueError("too large")
    try:
        image = Image.open(io.BytesIO(data), formats=("JPEG", "PNG"))
        if image.width * image.height > MOST_PIXELS:
            raise ValueError("too many pixels")
        if image.format == "JPEG" and image.mode in _SPACES:
            return data, image
        return _as_rgb(image)
    except (UnidentifiedImageError, *DAMAGED) as error:
        raise ValueError(str(error)) from error


def _as_rgb(image: Image.Image) -> tuple[bytes, Image.Image]:
    rgb = image.convert("RGB")
    made = io.BytesIO()
    rgb.save(made, "JPEG", quality=88)
    return made.getvalue(), rgb
