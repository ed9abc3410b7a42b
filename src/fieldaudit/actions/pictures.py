"""Pictures of signatures and seals that people choose: vetted and made small."""

import io
from pathlib import Path

from PIL import Image, UnidentifiedImageError

from fieldaudit.actions.files import read_file
from fieldaudit.errors import BadInput, Code

_LARGEST = 4 << 20
_MOST_PIXELS = 40_000_000
_EDGE = 900
"""Pixels of the longest side; a field is a hand wide."""


def read_picture(file: Path | None) -> bytes:
    """Return a picture as a JPEG on white paper, upright and without metadata.

    Raises:
        BadInput: FILE_NOT_FOUND; PICTURE_UNUSABLE for anything but a PNG or JPEG of a fair size.
    """
    if file is None:
        return b""
    data = read_file(file, _LARGEST)
    try:
        with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as opened:
            if opened.width * opened.height > _MOST_PIXELS or min(opened.size) < 8:  # noqa: PLR2004
                raise BadInput(Code.PICTURE_UNUSABLE, file=file.name)
            return _plain(opened)
    except (
        UnidentifiedImageError,
        OSError,
        ValueError,
        SyntaxError,
        Image.DecompressionBombError,
    ) as error:
        raise BadInput(Code.PICTURE_UNUSABLE, file=file.name) from error


def _plain(opened: Image.Image) -> bytes:
    from PIL import ImageOps

    image = ImageOps.exif_transpose(opened).convert("RGBA")
    image.thumbnail((_EDGE, _EDGE), Image.Resampling.LANCZOS)
    # Pixels alone, on the colour of the field: a new image carries no metadata of the old one.
    paper = Image.new("RGBA", image.size, "white")
    paper.alpha_composite(image)
    made = io.BytesIO()
    paper.convert("RGB").save(made, "JPEG", quality=90, optimize=True)
    return made.getvalue()
