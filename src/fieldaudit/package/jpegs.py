"""Photos on their way into a page: checked, kept on disk until written, embedded as they are.

The bytes of a JPEG pass through; one that a page cannot show as it is (CMYK, 12 bit) is made
RGB first. Nothing is kept in memory.
"""

import io
from dataclasses import dataclass
from tempfile import TemporaryFile
from typing import IO

from PIL import Image, UnidentifiedImageError

from fieldaudit.package.evidence import PhotoContent

_MOST_BYTES = 64 << 20
MOST_PIXELS = 100_000_000
_SPACES = {"L": "DeviceGray", "RGB": "DeviceRGB"}
# What Pillow raises for damaged images besides OSError.
DAMAGED = (OSError, ValueError, TypeError, SyntaxError, EOFError, Image.DecompressionBombError)


@dataclass(frozen=True, slots=True)
class Jpeg:
    """A JPEG in the spool."""

    name: str
    """Its name in the file."""

    width: int
    """Pixels."""

    height: int
    """Pixels."""

    space: str
    """Name of its colour space in a PDF."""

    offset: int
    """Where it begins in the spool."""

    length: int
    """Its bytes."""


class PhotoSpool:
    """Photos of a package in one temporary file; gone when closed."""

    def __init__(self, folder: str) -> None:
        """Open the file in `folder`, where there is room for the package too."""
        self._file: IO[bytes] = TemporaryFile(dir=folder)  # noqa: SIM115 - closed in close()
        self._end = 0

    def put(self, photo: PhotoContent, name: str) -> Jpeg:
        """Take the photo's bytes under `name`.

        Raises:
            ValueError: they are no JPEG that can be printed.
        """
        data = photo.jpeg if isinstance(photo.jpeg, bytes) else photo.jpeg()
        data, image = _printable(data)
        jpeg = Jpeg(name, *image.size, _SPACES[image.mode], self._end, len(data))
        self._file.seek(self._end)
        self._file.write(data)
        self._end += len(data)
        return jpeg

    def bytes_of(self, jpeg: Jpeg) -> bytes:
        """Read its bytes back."""
        self._file.seek(jpeg.offset)
        return self._file.read(jpeg.length)

    def close(self) -> None:
        """Remove the file."""
        self._file.close()


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
