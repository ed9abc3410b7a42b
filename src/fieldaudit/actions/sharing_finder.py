"""Finding what could be shared: offers and alarms near a place or in a street."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from fieldaudit.actions.judged import seen_visits
from fieldaudit.actions.sharing import list_relations
from fieldaudit.actions.snapshots import sites_by_id
from fieldaudit.actions.thresholds import parameters_of
from fieldaudit.assess.offers import Offer, offer_of_asset
from fieldaudit.assess.rules import rules_of
from fieldaudit.assess.seen import Seen, latest
from fieldaudit.assess.sharing import (
    Area,
    Duplicate,
    duplicates_in,
    offers_in,
    ordered,
    place_of,
    related,
)
from fieldaudit.errors import BadInput, Code
from fieldaudit.store import records
from fieldaudit.store.survey import Survey
from fieldaudit.visit.place import read_geopoint
from fieldaudit.visit.records import Site, Status
from fieldaudit.visit.relation import Relation

_SEEN = (Status.SIGNED, Status.ACCEPTED)


@dataclass(frozen=True, slots=True)
class Found:
    """What the finder found."""

    offers: tuple[Offer, ...]
    """What could be shared, possible things first, then by distance."""

    duplicates: tuple[Duplicate, ...]
    """What would be, or is being, built twice."""

    visits: int
    """Signed and accepted visits that were looked through, one for each site."""

    restricted: int
    """Of those, visits of restricted areas, which are never told."""


def find(
    survey: Survey,
    *,
    near: str = "",
    radius: float = 0.0,
    street: str = "",
    rural: bool = False,
) -> Found:
    """Find what could be shared near a place or in a street.

    Args:
        survey: where visits, assets and relations are.
        near: `latitude,longitude` in WGS-84, or an ODK geopoint.
        radius: metres around it.
        street: name of a street, without a place.
        rural: whether the rural distance of duplicate building holds for the place.

    Raises:
        BadInput: FINDER_PLACE, POSITION_UNREADABLE, STREET_UNKNOWN.
    """
    sites = sites_by_id(survey)
    area = _area(near, radius, street, {site.street for site in sites.values()})
    relations = list_relations(survey)
    visits = _newest(seen_visits(survey, statuses=_SEEN))
    numbers = rules_of(parameters_of(survey)).numbers
    found = [
        *offers_in(area, visits, relations),
        *_assets(survey, area, relations, sites),
    ]
    return Found(
        offers=ordered(found),
        duplicates=duplicates_in(area, visits, numbers, rural=rural),
        visits=len(visits),
        restricted=sum(visit.restricted for visit in visits),
    )


def _area(near: str, radius: float, street: str, streets: set[str]) -> Area:
    if bool(near) == bool(street) or (near and radius <= 0):
        raise BadInput(Code.FINDER_PLACE)
    if near:
        return Area(read_geopoint(near.replace(",", " ").replace("，", " ")), radius)
    if street not in streets:
        raise BadInput(Code.STREET_UNKNOWN, street=street)
    return Area(street=street)


def _newest(seen: tuple[Seen, ...]) -> list[Seen]:
    """Return the newest visit of each site and checklist, those without access too."""
    inside = [visit for form in sorted({v.form for v in seen}) for visit in latest(seen, form)]
    known = {visit.site.id for visit in inside}
    outside = {visit.site.id: visit for visit in seen if visit.site.id not in known}
    return [*inside, *outside.values()]


def _assets(
    survey: Survey, area: Area, relations: tuple[Relation, ...], sites: Mapping[str, Site]
) -> Iterator[Offer]:
    """Yield what the register of assets offers; an asset without a site stands for itself."""
    for record in records.records(survey, "asset"):
        get = record.get
        bare = Site(
            id=record.id,
            code=get("code") or record.id[:8],
            name=get("name"),
            kind=get("kind"),
            street=get("street"),
            position=get("position"),
        )
        site = sites.get(get("site"), bare)
        position = place_of(bare) or place_of(site)
        if get("secrecy") not in ("", "none") or not area.holds(site, position):
            continue
        offer = offer_of_asset(record.id, record.values, site)
        yield related(offer, area.metres(position), relations)
