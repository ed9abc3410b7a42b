"""Upright derivatives of a photo: small ones for the window, whole ones for the printed page.

The original stays as it came; what is made here can be made again from it at any time.
"""

import io

from PIL import Image

from fieldaudit.errors import BadInput, Code
from fieldaudit.visit.exif import DAMAGE, read_exif
from fieldaudit.visit.photo import open_photo

_THUMBNAIL_QUALITY = 80
_PAGE_QUALITY = 92
_PLAIN = ("L", "RGB")  # modes that every reader of JPEG shows alike
_UPPER_BYTE = 1 / 256
_FLAT = (255, 255, 255)  # what stands behind a transparent picture


def upright_thumbnail(data: bytes, edge: int = 512, *, name: str = "") -> bytes:
    """Return an upright JPEG whose longer side is at most `edge` pixels.

    Raises:
        BadInput: the photo cannot be opened or decoded.
    """
    image = open_photo(data, name)
    try:
        image.draft("RGB", (edge, edge))
        image.thumbnail((edge, edge), Image.Resampling.BILINEAR, reducing_gap=None)
        return _jpeg(_upright(image), _THUMBNAIL_QUALITY)
    except (*DAMAGE, Image.DecompressionBombError, MemoryError) as error:
        raise BadInput(Code.PHOTO_DAMAGED, file=name) from error


def upright_jpeg(data: bytes, *, name: str = "", edge: int | None = None) -> bytes:
    """Return a JPEG that is upright as stored, for readers that ignore EXIF.

    An upright JPEG comes back unchanged, byte for byte; any other is turned or converted once,
    at high quality and without its EXIF.

    Args:
        data: the original.
        name: its name, for messages.
        edge: longest side wanted in pixels; None: as large as it is.

    Raises:
        BadInput: the photo cannot be opened or decoded.
    """
    image = open_photo(data, name)
    fits = edge is None or max(image.size) <= edge
    plain = image.format in ("JPEG", "MPO") and image.mode in _PLAIN
    if fits and plain and read_exif(image).orientation == 1:
        return data
    try:
        if edge is not None and not fits:
            image.draft("RGB", (edge, edge))
            image.thumbnail((edge, edge), Image.Resampling.BICUBIC)
        return _jpeg(_upright(image), _PAGE_QUALITY)
    except (*DAMAGE, Image.DecompressionBombError, MemoryError) as error:
        raise BadInput(Code.PHOTO_DAMAGED, file=name) from error


_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


def _upright(image: Image.Image) -> Image.Image:
    # Our own reading, not ImageOps.exif_transpose: that one fails on a damaged EXIF block.
    turn = _TURNS.get(read_exif(image).orientation)
    return image if turn is None else image.transpose(turn)


def _jpeg(image: Image.Image, quality: int) -> bytes:
    profile = image.info.get("icc_profile") if image.mode in _PLAIN else None
    out = io.BytesIO()
    _opaque(image).save(out, "JPEG", quality=quality, icc_profile=profile, exif=b"")
    return out.getvalue()


def _opaque(image: Image.Image) -> Image.Image:
    if image.mode in _PLAIN:
        return image
    if image.mode.startswith(("I", "F")):
        # sixteen bits: keep the upper eight, where Pillow's conversion would clip
        return image.convert("F").point(lambda value: value * _UPPER_BYTE).convert("L")
    if image.has_transparency_data:
        picture = image.convert("RGBA")
        ground = Image.new("RGBA", picture.size, _FLAT)
        return Image.alpha_composite(ground, picture).convert("RGB")
    return image.convert("RGB")
