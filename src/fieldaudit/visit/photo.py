"""Taking a photo in: what it is, what its camera wrote, and whether it is whole.

The original's bytes are only read. Nothing here turns, shrinks or stamps a picture (see
`thumbnail`) or compares it with a visit (see `photo_warnings`).
"""

import hashlib
import io
from dataclasses import dataclass
from datetime import tzinfo

from PIL import Image

from fieldaudit.errors import BadInput, Code, Problem
from fieldaudit.visit.exif import DAMAGE, Exif, gathered_warnings, read_exif

BYTE_LIMIT = 60 * 1024 * 1024
PIXEL_LIMIT = 100_000_000
MEDIA_TYPES = {"JPEG": "image/jpeg", "MPO": "image/jpeg", "PNG": "image/png", "WEBP": "image/webp"}
"""Pillow's format → media type; MPO is a JPEG with a second picture behind it."""

_FORMATS = ("JPEG", "PNG", "WEBP")
_MAGIC = (b"\xff\xd8\xff", b"\x89PNG", b"RIFF")
_HEIF_BRANDS = (b"hei", b"hev", b"mif", b"msf", b"avi")
_SIDEWAYS = range(5, 9)
_DRAFT = 8  # the largest power by which libjpeg decodes smaller
_EDITORS = (
    *("photoshop", "lightroom", "gimp", "snapseed", "picsart", "picasa", "acdsee", "paint.net"),
    *("affinity", "pixelmator", "meitu", "美图", "醒图", "黄油相机", "水印相机", "微信", "wechat"),
)

# Pillow refuses twice this by itself; the limit is checked here before anything is decoded.
Image.MAX_IMAGE_PIXELS = PIXEL_LIMIT


@dataclass(frozen=True, slots=True)
class PhotoFacts:
    """What is known of a photo from its bytes alone."""

    name: str
    """File name as it came."""

    sha256: str
    """Hash of the original bytes, hex."""

    size: int
    """Bytes."""

    media_type: str
    """`image/jpeg`, `image/png` or `image/webp`."""

    width: int
    """Pixels, upright."""

    height: int
    """Pixels, upright."""

    orientation: int = 1
    """EXIF orientation 1…8; 1 is upright as stored."""

    taken_at: str = ""
    """ISO 8601 with offset; empty: the camera did not say."""

    position: str = ""
    """Geopoint in WGS-84; empty: the camera did not say."""

    device: str = ""
    """Maker and model."""

    software: str = ""
    """Program that wrote the file."""

    warnings: tuple[Problem, ...] = ()
    """What is doubtful about it by itself."""


def inspect_photo(data: bytes, name: str, *, zone: tzinfo | None = None) -> PhotoFacts:
    """Judge a photo's bytes; decodes them all, because a header alone does not tell a torn file.

    Args:
        data: the original file.
        name: its name, for messages.
        zone: where a time without an offset was taken.

    Raises:
        BadInput: PHOTO_EMPTY, PHOTO_TOO_LARGE, PHOTO_HEIC, PHOTO_NOT_IMAGE, PHOTO_DAMAGED.
    """
    image = open_photo(data, name)
    media_type, (width, height) = MEDIA_TYPES[image.format or ""], image.size
    _decode(image, name)
    exif = read_exif(image, zone=zone)
    if exif.orientation in _SIDEWAYS:
        width, height = height, width
    return PhotoFacts(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        media_type=media_type,
        width=width,
        height=height,
        orientation=exif.orientation,
        taken_at=exif.taken_at.isoformat(timespec="seconds") if exif.taken_at else "",
        position=exif.position.text if exif.position else "",
        device=exif.device,
        software=exif.software,
        warnings=_warnings(exif, name),
    )


def open_photo(data: bytes, name: str) -> Image.Image:
    """Open a photo of a known format without decoding it.

    Raises:
        BadInput: PHOTO_EMPTY, PHOTO_TOO_LARGE, PHOTO_HEIC, PHOTO_NOT_IMAGE, PHOTO_DAMAGED.
    """
    _vet_bytes(data, name)
    try:
        with gathered_warnings():
            image = Image.open(io.BytesIO(data), formats=_FORMATS)
    except Image.DecompressionBombError as error:
        raise _too_many_pixels(name) from error
    except DAMAGE as error:
        code = Code.PHOTO_DAMAGED if data.startswith(_MAGIC) else Code.PHOTO_NOT_IMAGE
        raise BadInput(code, file=name) from error
    if image.width * image.height > PIXEL_LIMIT:
        raise _too_many_pixels(name)
    return image


def _vet_bytes(data: bytes, name: str) -> None:
    if not data:
        raise BadInput(Code.PHOTO_EMPTY, file=name)
    if len(data) > BYTE_LIMIT:
        raise BadInput(Code.PHOTO_TOO_LARGE, file=name, limit=f"{BYTE_LIMIT >> 20} MB")
    if data[4:8] == b"ftyp" and data[8:11] in _HEIF_BRANDS:
        raise BadInput(Code.PHOTO_HEIC, file=name)


def _too_many_pixels(name: str) -> BadInput:
    limit = Problem(Code.LIMIT_PIXELS, params={"count": f"{PIXEL_LIMIT:,}"})
    return BadInput(Code.PHOTO_TOO_LARGE, file=name, limit=limit)


def _decode(image: Image.Image, name: str) -> None:
    # Scaled decoding still reads every byte of a JPEG and finds a cut as surely as full decoding,
    # at a quarter of the time.
    try:
        image.draft(None, (image.width // _DRAFT, image.height // _DRAFT))
        image.load()
    except (*DAMAGE, Image.DecompressionBombError, MemoryError) as error:
        raise BadInput(Code.PHOTO_DAMAGED, file=name) from error


def _warnings(exif: Exif, name: str) -> tuple[Problem, ...]:
    found = []
    if exif.damaged:
        found.append(Problem(Code.PHOTO_EXIF_DAMAGED, name))
    if exif.position is None:
        found.append(Problem(Code.PHOTO_WITHOUT_POSITION, name))
    if exif.taken_at is None:
        found.append(Problem(Code.PHOTO_WITHOUT_TIME, name))
    if any(editor in exif.software.lower() for editor in _EDITORS):
        found.append(Problem(Code.PHOTO_EDITED, name, {"software": exif.software}))
    return tuple(found)
