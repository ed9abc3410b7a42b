"""Where something is: positions as text and numbers, regions, distances on the ellipsoid.

Everything here is WGS-84; other datums are turned into it in `datum`. Knows nothing of photos,
sites or logs.
"""

import math
import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from fieldaudit.errors import BadInput, Code

if TYPE_CHECKING:
    from pyproj import Geod

MAX_LATITUDE = 90.0
MAX_LONGITUDE = 180.0
_DECIMALS = 7  # of a degree: about 1 cm


@dataclass(frozen=True, slots=True)
class Position:
    """A point on the earth, in degrees and metres."""

    latitude: float
    """Degrees, north positive."""

    longitude: float
    """Degrees, east positive."""

    altitude: float | None = None
    """Metres above sea level, where known."""

    accuracy: float | None = None
    """Radius in metres within which the true place lies, where known."""

    @property
    def text(self) -> str:
        """The ODK geopoint `lat lon alt acc`; unknown trailing parts are left out."""
        parts = [_number(self.latitude, _DECIMALS), _number(self.longitude, _DECIMALS)]
        if self.altitude is not None or self.accuracy is not None:
            parts.append(_number(self.altitude or 0.0, 2))
        if self.accuracy is not None:
            parts.append(_number(self.accuracy, 2))
        return " ".join(parts)

    @property
    def possible(self) -> bool:
        """Whether both angles are finite and within the globe's range."""
        return abs(self.latitude) <= MAX_LATITUDE and abs(self.longitude) <= MAX_LONGITUDE

    def swapped(self) -> "Position":
        """Return the point with its two angles exchanged."""
        return Position(self.longitude, self.latitude, self.altitude, self.accuracy)


@dataclass(frozen=True, slots=True)
class Region:
    """A box between two parallels and two meridians, in degrees."""

    south: float
    """Lowest latitude."""

    west: float
    """Lowest longitude."""

    north: float
    """Highest latitude."""

    east: float
    """Highest longitude."""

    def holds(self, position: Position) -> bool:
        """Tell whether `position` lies inside or on the edge."""
        return (
            self.south <= position.latitude <= self.north
            and self.west <= position.longitude <= self.east
        )


CHONGQING = Region(28.1, 105.2, 32.3, 110.3)
"""The municipality's bounding box, rounded outwards."""


def read_geopoint(text: str) -> Position:
    """Read an ODK geopoint (`lat lon`, `lat lon alt` or `lat lon alt acc`).

    An accuracy of 0 is how ODK writes "unknown" and is read as such.

    Raises:
        BadInput: POSITION_UNREADABLE when it is no such text or no place on earth.
    """
    parts = text.split()
    try:
        numbers = [float(part) for part in parts]
    except ValueError as error:
        raise BadInput(Code.POSITION_UNREADABLE, text=text) from error
    if len(numbers) not in (2, 3, 4) or not all(map(math.isfinite, numbers)):
        raise BadInput(Code.POSITION_UNREADABLE, text=text)
    altitude = numbers[2] if len(numbers) > 2 else None  # noqa: PLR2004 - lat lon alt acc
    position = Position(numbers[0], numbers[1], altitude, (numbers[3:] or [0.0])[0] or None)
    if not position.possible:
        raise BadInput(Code.POSITION_UNREADABLE, text=text)
    return position


_ANGLE = re.compile(
    r"""^\s*(?P<before>[NSEW]|北纬|南纬|东经|西经)?\s*
    (?P<degrees>[-+]?\d{1,8}(?:\.\d{1,15})?)\s*[°度:]?\s*
    (?:(?P<minutes>\d{1,2}(?:\.\d{1,12})?)\s*['′’分:]\s*)?
    (?:(?P<seconds>\d{1,2}(?:\.\d{1,12})?)\s*(?:["″”秒]|''|′′)?\s*)?
    (?P<after>[NSEW])?\s*$""",
    re.VERBOSE | re.IGNORECASE,
)
_NEGATIVE = {"S", "W", "南纬", "西经"}
_SIXTY = 60.0


def read_angle(text: str) -> float | None:
    """Read a latitude or longitude in degrees, or in degrees, minutes and seconds.

    Returns:
        Signed degrees, or None when the text is no angle (`106°29′24″E`, `东经106.49` are).
    """
    found = _ANGLE.match(text)
    if found is None:
        return None
    degrees = float(found["degrees"])
    minutes, seconds = float(found["minutes"] or 0), float(found["seconds"] or 0)
    if minutes >= _SIXTY or seconds >= _SIXTY or (found["seconds"] and not found["minutes"]):
        return None
    size = abs(degrees) + minutes / _SIXTY + seconds / _SIXTY**2
    side = (found["before"] or found["after"] or "").upper()
    negative = found["degrees"].startswith("-") or side in _NEGATIVE
    return -size if negative else size


def distance(one: Position, other: Position) -> float:
    """Return the metres between two points along the WGS-84 ellipsoid."""
    _, _, metres = _ellipsoid().inv(one.longitude, one.latitude, other.longitude, other.latitude)
    return float(metres)


def looks_swapped(position: Position, region: Region = CHONGQING) -> bool:
    """Tell whether latitude and longitude were exchanged, judged by where they should lie."""
    turned = position.swapped()
    if not turned.possible:
        return False
    return not region.holds(position) and region.holds(turned)


@cache
def _ellipsoid() -> "Geod":
    from pyproj import Geod  # costs 50 ms that no start-up should pay

    return Geod(ellps="WGS84")


def _number(value: float, decimals: int) -> str:
    text = f"{value:.{decimals}f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
