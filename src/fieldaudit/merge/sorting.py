"""Telling from a conflict's path and values what it is about. Knows nothing of forms."""

import re
from collections.abc import Sequence

from fieldaudit.store.blobs import ATTACHED
from fieldaudit.store.records import ConflictRow
from fieldaudit.store.revision import DELETED
from fieldaudit.visit.sorts import ConflictSort

_BY_PATH = {
    DELETED: ConflictSort.DELETION,
    "$form": ConflictSort.FORM,
    "position": ConflictSort.GEOMETRY,
    "position_original": ConflictSort.GEOMETRY,
    "$position": ConflictSort.GEOMETRY,
}
_BY_LAST_STEP = {"$order": ConflictSort.ORDER}
# What makes a photo or paper one of a visit's, and which one it is.
_MEMBERSHIP = frozenset(["visit", "question", "blob"])
_PLACES = re.compile(r"-?\d+(\.\d+)? -?\d+\.\d+( -?\d+(\.\d+)?){0,2}(;.*)?", re.DOTALL)
_PICTURE = re.compile(r".+\.(jpe?g|png|heic|heif|webp|tiff?)", re.IGNORECASE | re.DOTALL)


def sort_of(row: ConflictRow) -> ConflictSort:
    """Return what a conflict is about."""
    named = _BY_PATH.get(row.path) or _BY_LAST_STEP.get(row.path.rpartition("/")[2])
    if named:
        return named
    if row.kind in ATTACHED and row.path in _MEMBERSHIP:
        return ConflictSort.PHOTOS
    values = [claim.value for claim in row.claims if claim.value]
    if _all(values, _PICTURE):
        return ConflictSort.PHOTOS
    return ConflictSort.GEOMETRY if _all(values, _PLACES) else ConflictSort.VALUE


def _all(values: Sequence[str], pattern: re.Pattern[str]) -> bool:
    return bool(values) and all(pattern.fullmatch(value) for value in values)
