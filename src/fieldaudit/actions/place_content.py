"""A position as a package prints it."""

from fieldaudit.errors import BadInput
from fieldaudit.package.evidence import PlaceContent
from fieldaudit.visit.place import read_geopoint


def place_content(
    geopoint: str, source: str, *, datum: str = "WGS-84", original: str = ""
) -> PlaceContent | None:
    """Return a geopoint with where it comes from; None when it is no place."""
    if not geopoint:
        return None
    try:
        position = read_geopoint(geopoint)
    except BadInput:
        return None
    return PlaceContent(
        position.latitude, position.longitude, position.accuracy, source, datum, original
    )
