"""Photos for the bundled example: drawn scenes with the EXIF that a phone would write.

Some are stored sideways, as phones do, so that turning them upright matters. The same arguments
give the same bytes.
"""

import io
from datetime import datetime
from functools import cache

from PIL import ExifTags, Image, ImageDraw, ImageFont
from PIL.TiffImagePlugin import IFDRational

from fieldaudit.actions.example_scenes import SCENES, draw_scene
from fieldaudit.paths import resource
from fieldaudit.visit.place import Position, read_geopoint

_QUALITY = 80
_SIDEWAYS = range(5, 9)
_STORED = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}
"""Orientation → how a camera held that way stores an upright scene."""


def draw_photo(
    seed: int,
    caption: str,
    *,
    taken_at: str = "",
    position: str = "",
    orientation: int = 1,
    size: tuple[int, int] = (1600, 1200),
    scene: str = "",
) -> bytes:
    """Return a JPEG of an invented scene.

    Args:
        seed: which of the many scenes.
        caption: one line written into the picture.
        taken_at: ISO 8601 with offset; empty: no time in the EXIF.
        position: geopoint; empty: no GPS in the EXIF.
        orientation: EXIF orientation 1…8; 5…8 give a picture in portrait format.
        size: pixels as stored, width and height.
        scene: one of SCENES; empty: chosen by the seed.
    """
    upright = (size[1], size[0]) if orientation in _SIDEWAYS else size
    image = draw_scene(scene or list(SCENES)[seed % len(SCENES)], seed, upright)
    _write(image, caption, taken_at)
    if orientation in _STORED:
        image = image.transpose(_STORED[orientation])
    out = io.BytesIO()
    exif = _exif(taken_at, position, orientation)
    image.save(out, "JPEG", quality=_QUALITY, exif=exif)
    return out.getvalue()


@cache
def _font(pixels: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(resource("fonts/NotoSansSC_400Regular.ttf"), pixels)


def _write(image: Image.Image, caption: str, taken_at: str) -> None:
    """Write caption, time and the word example on a dark band at the foot."""
    width, height = image.size
    line = max(12, min(width, height) // 26)
    band = image.crop((0, height - 3 * line, width, height)).point(lambda value: value * 0.35)
    image.paste(band, (0, height - 3 * line))
    pen = ImageDraw.Draw(image)
    below = " ".join(part for part in (taken_at[:19].replace("T", " "), "示例照片 EXAMPLE") if part)
    pen.text((line, height - 2.85 * line), caption, (255, 255, 255), _font(line))
    pen.text((line, height - 1.4 * line), below, (222, 222, 216), _font(round(line * 0.7)))


def _exif(taken_at: str, position: str, orientation: int) -> Image.Exif:
    exif = Image.Exif()
    exif[ExifTags.Base.Make] = "fieldaudit"
    exif[ExifTags.Base.Model] = "fieldaudit example"
    exif[ExifTags.Base.Orientation] = orientation
    if taken_at:
        moment = datetime.fromisoformat(taken_at)
        camera = exif.get_ifd(ExifTags.IFD.Exif)
        camera[ExifTags.Base.DateTimeOriginal] = moment.strftime("%Y:%m:%d %H:%M:%S")
        camera[ExifTags.Base.OffsetTimeOriginal] = moment.isoformat()[-6:]
    if position:
        exif.get_ifd(ExifTags.IFD.GPSInfo).update(_gps(read_geopoint(position)))
    return exif


def _gps(position: Position) -> dict[int, object]:
    tags: dict[int, object] = {
        ExifTags.GPS.GPSVersionID: b"\x02\x03\x00\x00",
        ExifTags.GPS.GPSLatitudeRef: "N" if position.latitude >= 0 else "S",
        ExifTags.GPS.GPSLatitude: _angle(position.latitude),
        ExifTags.GPS.GPSLongitudeRef: "E" if position.longitude >= 0 else "W",
        ExifTags.GPS.GPSLongitude: _angle(position.longitude),
        ExifTags.GPS.GPSMapDatum: "WGS-84",
    }
    if position.altitude is not None:
        tags[ExifTags.GPS.GPSAltitudeRef] = b"\x01" if position.altitude < 0 else b"\x00"
        tags[ExifTags.GPS.GPSAltitude] = _rational(abs(position.altitude), 100)
    if position.accuracy is not None:
        tags[ExifTags.GPS.GPSHPositioningError] = _rational(position.accuracy, 100)
    return tags


def _angle(degrees: float) -> tuple[IFDRational, IFDRational, IFDRational]:
    """Return degrees, minutes and ten-thousandths of seconds (3 mm)."""
    units = round(abs(degrees) * 3600 * 10_000)
    whole, rest = divmod(units, 3600 * 10_000)
    minutes, seconds = divmod(rest, 60 * 10_000)
    return IFDRational(whole), IFDRational(minutes), IFDRational(seconds, 10_000)


def _rational(value: float, parts: int) -> IFDRational:
    return IFDRational(round(value * parts), parts)
