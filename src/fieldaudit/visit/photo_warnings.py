"""Whether a photo fits the visit that it is attached to: its time, its place, its only use.

Conflicts are shown and asked about, never taken for proof of anything.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from fieldaudit.errors import Code, Problem
from fieldaudit.visit.photo import PhotoFacts
from fieldaudit.visit.place import distance, read_geopoint


@dataclass(frozen=True, slots=True)
class PhotoLimits:
    """How far a photo may be from its visit; from the survey's parameters."""

    minutes: float = 30.0
    """Minutes before the start and after the end of the visit."""

    metres: float = 500.0
    """Metres from the site's point; a community is some hundred metres across."""


def photo_warnings(
    facts: PhotoFacts,
    *,
    visit_start: str = "",
    visit_end: str = "",
    site_position: str = "",
    known_hashes: Mapping[str, str] | None = None,
    limits: PhotoLimits | None = None,
) -> tuple[Problem, ...]:
    """List what is doubtful about a photo, by itself and in its visit.

    Args:
        facts: the photo.
        visit_start: ISO 8601 with offset; empty: not known, not compared.
        visit_end: likewise; empty: the visit is still open.
        site_position: geopoint of the site; empty: not known, not compared.
        known_hashes: SHA-256 of photos already in use → where, in words.
        limits: from the survey's parameters.
    """
    limits = limits or PhotoLimits()
    found = [*facts.warnings]
    if facts.taken_at and _outside(facts.taken_at, visit_start, visit_end, limits.minutes):
        params = {"taken": facts.taken_at, "minutes": f"{limits.minutes:g}"}
        found.append(Problem(Code.PHOTO_OUTSIDE_VISIT, facts.name, params))
    metres = _metres_off(facts.position, site_position)
    if metres > limits.metres:
        apart = {"metres": f"{metres:.0f}", "limit": f"{limits.metres:g}"}
        found.append(Problem(Code.PHOTO_FAR_FROM_SITE, facts.name, apart))
    if known_hashes and facts.sha256 in known_hashes:
        elsewhere = {"elsewhere": known_hashes[facts.sha256]}
        found.append(Problem(Code.PHOTO_ALREADY_USED, facts.name, elsewhere))
    return tuple(found)


def _outside(taken: str, start: str, end: str, minutes: float) -> bool:
    moment, margin = datetime.fromisoformat(taken), timedelta(minutes=minutes)
    if start and moment < datetime.fromisoformat(start) - margin:
        return True
    return bool(end) and moment > datetime.fromisoformat(end) + margin


def _metres_off(photo: str, site: str) -> float:
    """Return the metres that even the fix's accuracy does not explain; 0 when unknown."""
    if not photo or not site:
        return 0.0
    there = read_geopoint(photo)
    return distance(there, read_geopoint(site)) - (there.accuracy or 0.0)
