"""Between WGS-84 and the datums of Chinese maps, and a guard that recognises their shifts.

GCJ-02 (Gaode, Tencent) moves points by some hundred metres, BD-09 (Baidu) moves them again;
CGCS2000 equals WGS-84 at survey precision. Outside China no shift is defined and none applied.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from fieldaudit.texts import QT_TRANSLATE_NOOP
from fieldaudit.visit.place import Position, Region, distance, looks_swapped

CHINA = Region(0.8293, 72.004, 55.8271, 137.8347)
"""The box inside which the shifts are defined."""


class Datum(StrEnum):
    """What the numbers of a coordinate refer to."""

    WGS84 = "wgs84"
    CGCS2000 = "cgcs2000"
    GCJ02 = "gcj02"
    BD09 = "bd09"


DATUM_TEXTS = {
    Datum.WGS84: QT_TRANSLATE_NOOP("Domain", "WGS-84（GPS）"),
    Datum.CGCS2000: QT_TRANSLATE_NOOP("Domain", "CGCS2000（国家大地坐标系）"),
    Datum.GCJ02: QT_TRANSLATE_NOOP("Domain", "GCJ-02（高德、腾讯）"),
    Datum.BD09: QT_TRANSLATE_NOOP("Domain", "BD-09（百度）"),
}
"""The names of the datums."""

# the Krasovsky ellipsoid, to which the GCJ-02 formulas refer
_AXIS = 6378245.0
_ECCENTRICITY2 = 0.00669342162296594323
_BAIDU_PI = math.pi * 3000.0 / 180.0

_Pair = tuple[float, float]


def to_wgs84(position: Position, datum: Datum) -> Position:
    """Return the WGS-84 point of numbers given in `datum`, to better than 0.1 m."""
    forward = _FORWARD.get(datum)
    if forward is None or not CHINA.holds(position):
        return position
    latitude, longitude = _inverse(forward, (position.latitude, position.longitude))
    return Position(latitude, longitude, position.altitude, position.accuracy)


def from_wgs84(position: Position, datum: Datum) -> Position:
    """Return the numbers that a WGS-84 point has in `datum`."""
    forward = _FORWARD.get(datum)
    if forward is None or not CHINA.holds(position):
        return position
    latitude, longitude = forward(position.latitude, position.longitude)
    return Position(latitude, longitude, position.altitude, position.accuracy)


@dataclass(frozen=True, slots=True)
class Guess:
    """What a doubtful point probably is, so that a person can be asked."""

    datum: Datum
    """The datum that explains the distance."""

    swapped: bool
    """Whether latitude and longitude are exchanged."""

    position: Position
    """The point in WGS-84 if the guess is right."""

    before: float
    """Metres to the reference when the numbers are taken as WGS-84."""

    after: float
    """Metres to the reference if the guess is right."""


def guess_shift(point: Position, reference: Position, *, tolerance: float = 30.0) -> Guess | None:
    """Tell whether another datum or swapped axes explain why `point` is off `reference`.

    Args:
        point: numbers that claim to be WGS-84.
        reference: a trusted WGS-84 point of the same thing (EXIF, GNSS, an earlier visit).
        tolerance: metres within which two fixes of one thing count as the same.

    Returns:
        The best explanation, or None when the points agree, or nothing explains the distance.
    """
    before = distance(point, reference) if point.possible else math.inf
    if before <= tolerance:
        return None
    swapped = not point.possible or looks_swapped(point, _around(reference))
    turned = point.swapped() if swapped else point
    if not turned.possible:
        return None
    datums = (Datum.WGS84, Datum.GCJ02, Datum.BD09)
    candidates = [(datum, to_wgs84(turned, datum)) for datum in datums]
    guesses = [
        Guess(datum, swapped, wgs, before, distance(wgs, reference))
        for datum, wgs in candidates
        if swapped or datum is not Datum.WGS84
    ]
    best = min(guesses, key=lambda guess: guess.after)
    return best if best.after <= tolerance else None


def _around(reference: Position) -> Region:
    # a degree is some 100 km: wide enough for any shift, too narrow for swapped axes
    return Region(
        reference.latitude - 1,
        reference.longitude - 1,
        reference.latitude + 1,
        reference.longitude + 1,
    )


def _gcj02(latitude: float, longitude: float) -> _Pair:
    x, y = longitude - 105.0, latitude - 35.0
    phi = math.radians(latitude)
    root = math.sqrt(1 - _ECCENTRICITY2 * math.sin(phi) ** 2)
    meridian = _AXIS * (1 - _ECCENTRICITY2) / root**3
    parallel = _AXIS / root * math.cos(phi)
    return (
        latitude + math.degrees(_north_metres(x, y) / meridian),
        longitude + math.degrees(_east_metres(x, y) / parallel),
    )


def _ripple(x: float) -> float:
    return 20 * math.sin(6 * math.pi * x) + 20 * math.sin(2 * math.pi * x)


def _north_metres(x: float, y: float) -> float:
    polynomial = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * math.sqrt(abs(x))
    waves = 20 * math.sin(math.pi * y) + 40 * math.sin(math.pi * y / 3)
    swell = 160 * math.sin(math.pi * y / 12) + 320 * math.sin(math.pi * y / 30)
    return polynomial + (_ripple(x) + waves + swell) * 2 / 3


def _east_metres(x: float, y: float) -> float:
    polynomial = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * math.sqrt(abs(x))
    waves = 20 * math.sin(math.pi * x) + 40 * math.sin(math.pi * x / 3)
    swell = 150 * math.sin(math.pi * x / 12) + 300 * math.sin(math.pi * x / 30)
    return polynomial + (_ripple(x) + waves + swell) * 2 / 3


def _bd09(latitude: float, longitude: float) -> _Pair:
    latitude, longitude = _gcj02(latitude, longitude)
    radius = math.hypot(longitude, latitude) + 0.00002 * math.sin(latitude * _BAIDU_PI)
    angle = math.atan2(latitude, longitude) + 0.000003 * math.cos(longitude * _BAIDU_PI)
    return radius * math.sin(angle) + 0.006, radius * math.cos(angle) + 0.0065


_FORWARD: dict[Datum, Callable[[float, float], _Pair]] = {Datum.GCJ02: _gcj02, Datum.BD09: _bd09}


def _inverse(forward: Callable[[float, float], _Pair], target: _Pair) -> _Pair:
    # The shift changes by about a thousandth of the step, so each round gains three digits.
    latitude, longitude = target
    for _ in range(5):
        there = forward(latitude, longitude)
        latitude += target[0] - there[0]
        longitude += target[1] - there[1]
    return latitude, longitude
