"""A photo that shows a place and no person: the whole of it shrunk, blurred and stamped.

No machine that works offline finds every face and plate. So nothing is looked for: the picture
keeps too few points for any of them.
"""

import io

from PIL import Image, ImageDraw, ImageFilter, ImageFont, UnidentifiedImageError

from fieldaudit.package.jpegs import DAMAGED, MOST_PIXELS
from fieldaudit.paths import resource

POINTS = 40
"""Points along the longer side that are left: a plate has some four, a face some ten."""

_EDGE = 640
_QUALITY = 70
_FACE = "fonts/NotoSansSC_700Bold.ttf"


def blurred(data: bytes, stamp: str) -> bytes:
    """Return a stamped JPEG in which no face and no plate can be recognised.

    Raises:
        ValueError: it is no image that can be shown.
    """
    try:
        image = Image.open(io.BytesIO(data), formats=("JPEG", "PNG"))
        if image.width * image.height > MOST_PIXELS:
            raise ValueError("too many pixels")
        few = _few(image)
    except (UnidentifiedImageError, *DAMAGED) as error:
        raise ValueError(str(error)) from error
    scale = _EDGE / max(few.size)
    size = (max(1, round(few.width * scale)), max(1, round(few.height * scale)))
    large = few.resize(size, Image.Resampling.BICUBIC)
    shown = large.filter(ImageFilter.GaussianBlur(_EDGE / POINTS / 2))
    _stamp(shown, stamp)
    made = io.BytesIO()
    shown.save(made, "JPEG", quality=_QUALITY)
    return made.getvalue()


def _few(image: Image.Image) -> Image.Image:
    """Return the image with the points that are left; what is lost cannot be computed back."""
    image.draft("RGB", (POINTS * 8, POINTS * 8))
    few = image.convert("RGB")
    few.thumbnail((POINTS, POINTS), Image.Resampling.BOX, reducing_gap=None)
    return few


def _stamp(image: Image.Image, text: str) -> None:
    """Write `text` on a dark band at the lower edge."""
    font = ImageFont.truetype(str(resource(_FACE)), 20)
    draw = ImageDraw.Draw(image)
    height = 34
    draw.rectangle((0, image.height - height, image.width, image.height), fill=(40, 40, 40))
    draw.text((10, image.height - height + 4), text, font=font, fill=(255, 255, 255))
