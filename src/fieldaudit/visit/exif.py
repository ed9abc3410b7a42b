"""What a camera wrote into a photo: orientation, time with offset, position, device, software.

Reads a hostile block: whatever is damaged is left out and said, never raised. Knows nothing of
visits or sites.
"""

import math
import struct
import threading
import warnings
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta, timezone, tzinfo
from typing import TypeVar

from PIL import ExifTags, Image

from fieldaudit.visit.place import Position

DAMAGE = (
    OSError,
    ValueError,
    TypeError,
    SyntaxError,
    EOFError,
    ArithmeticError,
    LookupError,
    struct.error,
)
"""What Pillow raises on a damaged block or picture, beside its bomb alarms."""

_UPRIGHT = 1
_ORIENTATIONS = range(1, 9)
_TEXT_LIMIT = 200  # characters kept of a device or software name
_BELOW_SEA = (1, 3)  # GPSAltitudeRef; 3 is below the ellipsoid (Exif 3.0)
_QUARTER = timedelta(minutes=15)
_STALE = timedelta(minutes=5)
_EASTERNMOST = timedelta(hours=14)

_lock = threading.RLock()

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Exif:
    """The part of a photo's EXIF that an audit uses."""

    orientation: int = _UPRIGHT
    """How to turn the picture, 1…8; anything else in the file counts as 1."""

    taken_at: datetime | None = None
    """Aware time of the exposure."""

    position: Position | None = None
    """Where the camera was."""

    device: str = ""
    """Maker and model."""

    software: str = ""
    """Program that wrote the file."""

    damaged: bool = False
    """True when some of it could not be read."""


@dataclass(slots=True)
class _Reading:
    """The tags by block; reading one that is damaged leaves a mark."""

    image: Mapping[int, object] = field(default_factory=dict)
    camera: Mapping[int, object] = field(default_factory=dict)
    gps: Mapping[int, object] = field(default_factory=dict)
    orientation: int = _UPRIGHT
    damaged: bool = False

    def load(self, image: Image.Image) -> None:
        """Read the blocks of `image`, each as far as it goes."""
        # Parsed afresh: Pillow has parsed it once on opening, and complains only then.
        raw, blocks = image.info.get("exif"), Image.Exif()
        if raw:
            self.guard(lambda: blocks.load(raw), None)
        self.image = self.guard(lambda: dict(blocks), {})
        self.camera = self.guard(lambda: blocks.get_ifd(ExifTags.IFD.Exif), {})
        self.gps = self.guard(lambda: blocks.get_ifd(ExifTags.IFD.GPSInfo), {})
        turn = self.image.get(ExifTags.Base.Orientation)
        if turn is None:  # Pillow finds one in XMP as well
            turn = self.guard(lambda: image.getexif().get(ExifTags.Base.Orientation), None)
        if isinstance(turn, int) and turn in _ORIENTATIONS:
            self.orientation = turn

    def guard(self, read: Callable[[], Value], otherwise: Value) -> Value:
        """Return what `read` gives; note the damage when it fails."""
        try:
            return read()
        except DAMAGE:
            self.damaged = True
            return otherwise


def read_exif(image: Image.Image, *, zone: tzinfo | None = None) -> Exif:
    """Read the EXIF of an opened picture.

    Args:
        image: opened; decoded too where the format may keep its EXIF behind the picture (PNG).
        zone: where a time without an offset was taken; None: such a time stays unknown unless
            the GPS clock tells the offset.
    """
    reading = _Reading()
    with gathered_warnings() as complaints:
        reading.load(image)
        exif = Exif(
            orientation=reading.orientation,
            taken_at=reading.guard(lambda: _taken_at(reading, zone), None),
            position=reading.guard(lambda: _position(reading), None),
            device=_device(reading.image),
            software=_text(reading.image.get(ExifTags.Base.Software)),
        )
    return replace(exif, damaged=reading.damaged or bool(complaints))


@contextmanager
def gathered_warnings() -> Iterator[list[warnings.WarningMessage]]:
    """Collect the Python warnings by which Pillow complains of damage, instead of showing them.

    The filters are the interpreter's own, so one thread at a time may exchange them.
    """
    with _lock, warnings.catch_warnings(record=True) as complaints:
        warnings.simplefilter("always")
        yield complaints


def _taken_at(reading: _Reading, zone: tzinfo | None) -> datetime | None:
    text = _text(reading.camera.get(ExifTags.Base.DateTimeOriginal))
    if not text.strip("0: "):
        return None  # cameras whose clock was never set write zeros or blanks
    local = datetime.strptime(text, "%Y:%m:%d %H:%M:%S")
    written = _text(reading.camera.get(ExifTags.Base.OffsetTimeOriginal))
    offset = _written_offset(written) or _satellite_offset(reading.gps, local) or zone
    return None if offset is None else local.replace(tzinfo=offset)


def _written_offset(text: str) -> tzinfo | None:
    if not text:
        return None
    return datetime.strptime("+00:00" if text == "Z" else text, "%z").tzinfo


def _satellite_offset(gps: Mapping[int, object], local: datetime) -> tzinfo | None:
    """Tell the zone from the GPS clock, which is UTC; None when it was not set."""
    day = _text(gps.get(ExifTags.GPS.GPSDateStamp))
    clock = gps.get(ExifTags.GPS.GPSTimeStamp)
    if not day or not isinstance(clock, tuple):
        return None
    hours, minutes, seconds = _three(clock)
    midnight = datetime.strptime(day, "%Y:%m:%d")
    utc = midnight + timedelta(hours=hours, minutes=minutes, seconds=seconds)
    # zones are made of quarter hours; a difference far from one is a stale fix or a wrong clock
    offset = round((local - utc) / _QUARTER) * _QUARTER
    stale = abs(local - utc - offset) > _STALE or abs(offset) > _EASTERNMOST
    return None if stale else timezone(offset)


def _position(reading: _Reading) -> Position | None:
    gps = reading.gps
    latitude = _angle(gps.get(ExifTags.GPS.GPSLatitude), gps.get(ExifTags.GPS.GPSLatitudeRef))
    longitude = _angle(gps.get(ExifTags.GPS.GPSLongitude), gps.get(ExifTags.GPS.GPSLongitudeRef))
    if latitude is None or longitude is None or latitude == longitude == 0:
        return None  # 0, 0 is what a receiver without a fix writes
    altitude = reading.guard(lambda: _metres(gps.get(ExifTags.GPS.GPSAltitude)), None)
    if altitude is not None and _byte(gps.get(ExifTags.GPS.GPSAltitudeRef)) in _BELOW_SEA:
        altitude = -altitude
    accuracy = reading.guard(lambda: _metres(gps.get(ExifTags.GPS.GPSHPositioningError)), None)
    position = Position(latitude, longitude, altitude, accuracy)
    if not position.possible:
        reading.damaged = True
        return None
    return position


def _angle(parts: object, reference: object) -> float | None:
    if not isinstance(parts, tuple) or not parts:
        return None
    degrees, minutes, seconds = _three(parts)
    size = degrees + minutes / 60 + seconds / 3600
    return -size if _text(reference).upper()[:1] in ("S", "W") else size


def _three(parts: tuple[object, ...]) -> tuple[float, float, float]:
    numbers = [_number(part) for part in parts[:3]] + [0.0, 0.0]
    return numbers[0], numbers[1], numbers[2]


def _metres(value: object) -> float | None:
    return None if value is None else _number(value)


def _number(value: object) -> float:
    """Return a rational as a float; 0/0 raises ValueError."""
    number = float(value)  # type: ignore[arg-type]
    if not math.isfinite(number):
        raise ValueError(value)
    return number


def _byte(value: object) -> int:
    if isinstance(value, bytes):
        return value[0] if value else 0
    return value if isinstance(value, int) else 0


def _device(image: Mapping[int, object]) -> str:
    maker, model = _text(image.get(ExifTags.Base.Make)), _text(image.get(ExifTags.Base.Model))
    # many makers repeat themselves in the model: "HUAWEI HUAWEI P40"
    return model if model.lower().startswith(maker.lower()) else f"{maker} {model}".strip()


def _text(value: object) -> str:
    if isinstance(value, str):
        # Pillow takes each byte for a letter; phones write Chinese as UTF-8, old cameras as GBK
        value = value.encode("latin-1", "replace")
    if not isinstance(value, bytes):
        return ""
    for encoding in ("utf-8", "gb18030", "latin-1"):
        try:
            text = value.decode(encoding)
        except UnicodeDecodeError:
            continue
        printable = "".join(letter for letter in text if letter.isprintable())
        return printable.strip()[:_TEXT_LIMIT]
    return ""
