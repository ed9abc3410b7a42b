"""Sites that may have been entered twice: listed as doubts, joined by a link, never deleted."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from fieldaudit.actions.snapshots import site_of
from fieldaudit.errors import BadInput, Code
from fieldaudit.store import people, records, revisions
from fieldaudit.store.records import Record
from fieldaudit.store.revisions import Edit
from fieldaudit.store.survey import Survey
from fieldaudit.visit.place import Position, distance, read_geopoint
from fieldaudit.visit.records import Conflict, Rival
from fieldaudit.visit.sorts import SAME_AS, ConflictSort
from fieldaudit.visit.stamp import Author, Moment

_NEAR = 30.0
"""Metres between two sites of one name that may be one."""

_NEAR_DEGREES = 0.0003
"""More latitude than 30 m take anywhere."""


def list_doubts(survey: Survey) -> tuple[Conflict, ...]:
    """Return each pair of sites with the same code, or with the same name within 30 m.

    The record of a doubt is the younger site; its first rival names the older one, its second
    says that they are two.
    """
    names = {key: person.name for key, person in people.signatories(survey).items()}
    found = records.records(survey, "site")
    pairs = {(one.id, other.id): (one, other) for one, other in _alike(found)}
    return tuple(_doubt(*pair, names) for _, pair in sorted(pairs.items()) if not _decided(*pair))


def link(
    survey: Survey, *, record: str, same_as: str, reason: str, author: Author, moment: Moment
) -> Conflict:
    """Decide a doubt: the id of the older site makes them one place, `no` keeps them two.

    Raises:
        BadInput: no reason was given, or there is no such doubt.
    """
    if not reason.strip():
        raise BadInput(Code.REASON_MISSING)
    doubts = [each for each in list_doubts(survey) if each.record == record]
    named = [each for each in doubts if same_as in (each.rivals[0].value, "no")]
    if not named:
        raise BadInput(Code.CONFLICT_UNKNOWN, record=record, path=SAME_AS)
    older = named[0].rivals[0].value
    changes = {SAME_AS: older} if same_as != "no" else {f"{SAME_AS}/{older}": "no"}
    edit = Edit(record, "site", changes, reason=reason.strip())
    revisions.append(survey, [edit], author=author.fingerprint, moment=moment)
    return named[0]


def _alike(sites: list[Record]) -> Iterator[tuple[Record, Record]]:
    by_code, by_name = defaultdict(list), defaultdict(list)
    for site in sites:
        by_code[site.get("code")].append(site)
        by_name[site.get("name")].append(site)
    for code, those in by_code.items():
        yield from combinations(those, 2) if code else ()
    for name, those in by_name.items():
        yield from _near(those) if name else ()


def _near(sites: list[Record]) -> Iterator[tuple[Record, Record]]:
    """Yield the pairs that are near each other; from south to north, few need measuring."""
    placed = [(place, site) for site in sites if (place := _place(site))]
    placed.sort(key=lambda each: (each[0].latitude, each[1].id))
    for number, (place, site) in enumerate(placed):
        for there, other in placed[number + 1 :]:
            if there.latitude - place.latitude > _NEAR_DEGREES:
                break
            if distance(place, there) <= _NEAR:
                yield (site, other) if site.id < other.id else (other, site)


def _place(site: Record) -> Position | None:
    try:
        return read_geopoint(site.get("position"))
    except BadInput:
        return None


def _decided(one: Record, other: Record) -> bool:
    return (
        one.get(SAME_AS) == other.id
        or other.get(SAME_AS) == one.id
        or (other.get(f"{SAME_AS}/{one.id}") == "no")
    )


def _doubt(one: Record, other: Record, names: dict[str, str]) -> Conflict:
    rivals = tuple(
        Rival(value, names.get(each.author, each.author[:16]), each.made.iso(), each.heads[0], kept)
        for value, each, kept in ((one.id, one, False), (None, other, True))
    )
    site = site_of(other)
    title = f"{site.code} {site.name}".strip()
    return Conflict(other.id, "site", title, SAME_AS, None, rivals, ConflictSort.SAME_PLACE)
