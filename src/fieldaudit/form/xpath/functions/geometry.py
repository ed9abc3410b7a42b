"""Functions of places: `area`, `distance`, `geofence` over ODK's `lat lon alt acc;…` text.

They calculate on a sphere, as every ODK engine does; surveys themselves measure on the ellipsoid.
"""

import math
from itertools import pairwise, starmap

from fieldaudit.errors import BadInput
from fieldaudit.form.xpath.code import Type
from fieldaudit.form.xpath.context import Context
from fieldaudit.form.xpath.functions.registry import Function, simple
from fieldaudit.form.xpath.functions.strings import texts_of
from fieldaudit.form.xpath.values import NAN, Any
from fieldaudit.form_codes import FormCode

RADIUS = 6_378_100.0
"""Radius of the Earth in metres that ODK prescribes."""

Point = tuple[float, float]


def points(context: Context, values: tuple[Any, ...]) -> list[Point] | None:
    """Return latitudes and longitudes in degrees; None when any of the texts is no place."""
    found: list[Point] = []
    for text in texts_of(context, values):
        for place in text.strip().rstrip(";").split(";"):
            point = _point(place)
            if point is None:
                return None
            found.append(point)
    return found


def _point(text: str) -> Point | None:
    """Read `lat lon …`."""
    numbers = _numbers(text)
    if numbers is None:
        return None
    latitude, longitude, *rest = numbers
    fits = abs(latitude) <= 90 and abs(longitude) <= 180 and len(rest) <= 2  # noqa: PLR2004
    return (latitude, longitude) if fits else None


def _numbers(text: str) -> list[float] | None:
    """Return two or more numbers; None for any other text."""
    try:
        numbers = [float(number) for number in text.split()]
    except ValueError:
        return None
    return numbers if len(numbers) > 1 else None


def _area(context: Context, *values: Any) -> float:
    """Return the area of a polygon in square metres, rounded to hundredths."""
    corners = points(context, values)
    if not corners:
        return NAN
    total = 0.0
    for (lat1, lon1), (lat2, lon2) in zip(corners, [*corners[1:], corners[0]], strict=True):
        total += math.radians(lon2 - lon1) * (
            2 + math.sin(math.radians(lat1)) + math.sin(math.radians(lat2))
        )
    return round(abs(total * RADIUS * RADIUS / 2), 2)


def _distance(context: Context, *values: Any) -> float:
    """Return the length of a line in metres, rounded to hundredths.

    Raises:
        BadInput: XPATH_PLACE for a text that is no place, or a line among several arguments.
    """
    texts = texts_of(context, values)
    several = len(values) > 1
    for text in texts:
        parts = text.split(";")
        if text.strip() and (_numbers(parts[0]) is None or (several and len(parts) > 1)):
            raise BadInput(FormCode.XPATH_PLACE, place=text[:80])
    way = points(context, values)
    return round(sum(starmap(_between, pairwise(way)), 0.0), 2) if way else NAN


def _between(here: Point, there: Point) -> float:
    """Return the great-circle distance of two points in metres."""
    lat1, lat2 = math.radians(here[0]), math.radians(there[0])
    across = math.radians(there[1] - here[1])
    cosine = math.sin(lat1) * math.sin(lat2) + math.cos(lat1) * math.cos(lat2) * math.cos(across)
    return RADIUS * math.acos(max(-1.0, min(1.0, cosine)))


def _geofence(context: Context, place: str, fence: str) -> bool:
    """Tell whether a point lies within a closed polygon (crossing number, in degrees)."""
    where, corners = _point(place), points(context, (fence,))
    # a fence that does not close has no inside
    if where is None or not corners or corners[0] != corners[-1]:
        return False
    y, x = where
    inside = False
    for (y1, x1), (y2, x2) in pairwise(corners):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            inside = not inside
    return inside


FUNCTIONS: dict[str, Function] = {
    "area": simple("@a*", Type.NUMBER, _area, least=1),
    "enclosed-area": simple("@a*", Type.NUMBER, _area, least=1),
    "distance": simple("@a*", Type.NUMBER, _distance, least=1),
    "geofence": simple("@tt", Type.TRUTH, _geofence),
}
"""Place functions by name; `enclosed-area` is what `area` was called before."""
