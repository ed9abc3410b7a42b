"""The sharing finder: what could be shared near a place, and why; and what would be built twice.

Distances are metres on the ellipsoid. A place in a restricted area is never told.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from fieldaudit.assess.offers import Offer, Why, offers_of
from fieldaudit.assess.seen import Seen
from fieldaudit.errors import BadInput, Code, Problem
from fieldaudit.visit.place import Position, distance, read_geopoint
from fieldaudit.visit.records import Site
from fieldaudit.visit.relation import Relation
from fieldaudit.visit.sharing_states import ENDED

_MEASURED = ("BTS-02", "POL-03", "ROM-03", "COM-08")
_TOWER_POLES = ("telecom_tower",)
_STANDING = ("in_service", "built", "retired")


@dataclass(frozen=True, slots=True)
class Area:
    """What is asked for: a circle or a street."""

    near: Position | None = None
    """Middle of the circle."""

    radius: float = 0.0
    """Its radius in metres."""

    street: str = ""
    """Name of the street, where there is no circle."""

    def metres(self, position: Position | None) -> float | None:
        """Return how far a place is from the middle; None when either is not known."""
        return distance(position, self.near) if position and self.near else None

    def holds(self, site: Site, position: Position | None) -> bool:
        """Tell whether a site lies in it."""
        if self.near is None:
            return site.street == self.street
        metres = self.metres(position)
        return metres is not None and metres <= self.radius


@dataclass(frozen=True, slots=True)
class Duplicate:
    """A new tower too near to a standing one (同地点新建)."""

    new: str
    """Code of the new station, or the geopoint that was asked for."""

    standing: Site
    """The tower that stands there already."""

    metres: float
    """Distance between them."""

    limit: float
    """Distance within which it counts, by kind of area."""

    visits: tuple[str, ...]
    """Record ids of the visits that say so."""

    def problem(self) -> Problem:
        """Say it in a sentence."""
        standing = f"{self.standing.code} {self.standing.name}"
        params = {"site": standing, "metres": f"{self.metres:.0f}", "limit": f"{self.limit:g}"}
        return Problem(Code.DUPLICATE_BUILD, self.new, params)


def place_of(site: Site, visit: Seen | None = None) -> Position | None:
    """Return where a site is: by the register, else by what its visit measured."""
    measured = [visit.one(name) for name in _MEASURED] if visit else []
    for text in (site.position, *measured):
        try:
            return read_geopoint(text)
        except BadInput:
            continue
    return None


def offers_in(
    area: Area, visits: Iterable[Seen], relations: Sequence[Relation]
) -> tuple[Offer, ...]:
    """Return what visits offer inside an area.

    Args:
        area: where.
        visits: the newest visit of each site.
        relations: all sharing relations.
    """
    found = []
    for visit in visits:
        position = place_of(visit.site, visit)
        if visit.restricted or not area.holds(visit.site, position):
            continue
        metres = area.metres(position)
        found += [related(offer, metres, relations) for offer in offers_of(visit)]
    return tuple(found)


def ordered(found: Iterable[Offer]) -> tuple[Offer, ...]:
    """Return offers with the possible ones first, then by distance and code."""
    return tuple(sorted(found, key=lambda o: (not o.possible, o.metres or 0.0, o.site.code)))


def related(offer: Offer, metres: float | None, relations: Sequence[Relation]) -> Offer:
    """Return an offer with its distance and what the relations at its site say about it."""
    here = [each for each in relations if each.site == offer.site.id]
    suiting = [each for each in here if each.form in offer.forms]
    refusals = [code for each in suiting for code in each.refusal]
    reasons = (*offer.reasons, *((Why.REFUSED,) if refusals else ()))
    return replace(
        offer,
        metres=metres,
        reasons=tuple(dict.fromkeys(reasons)),
        refusals=tuple(dict.fromkeys((*offer.refusals, *refusals))),
        relations=tuple(each.id for each in here if each.state not in ENDED),
    )


def duplicates_in(
    area: Area,
    visits: Sequence[Seen],
    numbers: Mapping[str, Fraction],
    *,
    rural: bool = False,
) -> tuple[Duplicate, ...]:
    """Return stations under construction in an area that stand too near to a tower.

    For a circle its middle is judged too, as the place of a tower that somebody plans.

    Args:
        area: where.
        visits: the newest visit of each site, those outside the area too.
        numbers: P18.urban and P18.rural in metres.
        rural: which of them holds for the middle of the circle.
    """
    open_visits = [visit for visit in visits if not visit.restricted]
    standing = [visit for visit in open_visits if _is_tower(visit)]
    found = list(_planned(area, standing, _limit(numbers, rural=rural)))
    for visit in open_visits:
        position = place_of(visit.site, visit)
        if position and visit.one("BTS-09") == "building" and area.holds(visit.site, position):
            limit = _limit(numbers, rural=visit.one("BTS-40-area") == "rural")
            others = [each for each in standing if each.site.id != visit.site.id]
            found += _too_near(visit.site.code, position, others, limit, behind=(visit.visit,))
    return tuple(found)


def _planned(area: Area, standing: Sequence[Seen], limit: float | None) -> Iterator[Duplicate]:
    if area.near is not None:
        yield from _too_near(area.near.text, area.near, standing, limit)


def _too_near(
    name: str,
    position: Position,
    standing: Sequence[Seen],
    limit: float | None,
    *,
    behind: tuple[str, ...] = (),
) -> Iterator[Duplicate]:
    """Yield the nearest tower when it is within the limit."""
    places = ((place_of(each.site, each), each) for each in standing)
    near = [(distance(position, place), each) for place, each in places if place]
    if not near or limit is None:
        return
    metres, nearest = min(near, key=lambda pair: (pair[0], pair[1].site.code))
    if metres <= limit:
        yield Duplicate(name, nearest.site, metres, limit, (*behind, nearest.visit))


def _is_tower(visit: Seen) -> bool:
    if visit.form == "pole":
        return visit.one("POL-01") in _TOWER_POLES
    mast = visit.one("BTS-05") != "das"
    return visit.form == "base_station" and visit.one("BTS-09") in _STANDING and mast


def _limit(numbers: Mapping[str, Fraction], *, rural: bool) -> float | None:
    found = numbers.get("P18.rural" if rural else "P18.urban")
    return None if found is None else float(found)
