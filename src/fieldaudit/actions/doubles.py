"""Sites that may have been entered twice: listed as doubts, joined by a link, never deleted."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations

from fieldaudit.actions.changes import Changes, Done
from fieldaudit.actions.snapshots import site_of
from fieldaudit.actions.writing import write
from fieldaudit.errors import BadInput, Code
from fieldaudit.store import people, records, revisions
from fieldaudit.store.records import Record
from fieldaudit.store.revisions import Edit
from fieldaudit.store.survey import Survey
from fieldaudit.visit.place import Position, distance, read_geopoint
from fieldaudit.visit.records import Conflict, Rival, Site
from fieldaudit.visit.sorts import SAME_AS, ConflictSort
from fieldaudit.visit.stamp import Author, Moment, now

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
    found = records.sharing(survey, "site", ("code", "name"))
    pairs = {(one.id, other.id): (one, other) for one, other in _alike(found)}
    return tuple(_doubt(*pair, names) for _, pair in sorted(pairs.items()) if not _decided(*pair))


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sites that may be one place."""

    older: Site
    """The one that was entered first."""

    younger: Site
    """The one that would point to it."""

    authors: tuple[str, str]
    """Who entered the older and the younger one."""

    made: tuple[str, str]
    """When, ISO 8601."""

    metres: float | None
    """How far apart; None where a position is missing."""

    likeness: float
    """How alike the names are, from 0 to 1."""


def list_pairs(survey: Survey) -> tuple[Pair, ...]:
    """Return each doubt with what helps to decide it."""
    names = {key: person.name for key, person in people.signatories(survey).items()}
    doubts = list_doubts(survey)
    named = {name for each in doubts for name in (str(each.rivals[0].value), each.record)}
    found = records.some(survey, sorted(named))
    return tuple(
        _pair(found[str(each.rivals[0].value)], found[each.record], names) for each in doubts
    )


def decide(
    survey: Survey, *, pair: Pair, same: bool, reason: str, author: Author
) -> Done[Conflict]:
    """Join a pair by a link, or keep it apart; nothing is deleted.

    Raises:
        BadInput: no reason was given, or nobody doubts this pair any more.
    """
    with survey.atomic():
        write(survey, [], author=author)
        doubt = link(
            survey,
            record=pair.younger.id,
            same_as=pair.older.id if same else f"no {pair.older.id}",
            reason=reason,
            author=author,
            moment=now(),
        )
    return Done(doubt, Changes(sites=True, conflicts=True))


def link(
    survey: Survey, *, record: str, same_as: str, reason: str, author: Author, moment: Moment
) -> Conflict:
    """Decide a doubt: the id of the older site makes them one place, `no` keeps them two.

    `no` and the id of the older site names the pair where a site is doubted twice.

    Raises:
        BadInput: no reason was given, or there is no such doubt.
    """
    if not reason.strip():
        raise BadInput(Code.REASON_MISSING)
    doubts = [each for each in list_doubts(survey) if each.record == record]
    named = [each for each in doubts if same_as in _choices(str(each.rivals[0].value))]
    if not named:
        raise BadInput(Code.CONFLICT_UNKNOWN, record=record, path=SAME_AS)
    older = named[0].rivals[0].value
    changes = {SAME_AS: older} if same_as == older else {f"{SAME_AS}/{older}": "no"}
    edit = Edit(record, "site", changes, reason=reason.strip())
    revisions.append(survey, [edit], author=author.fingerprint, moment=moment)
    return named[0]


def _choices(older: str) -> tuple[str, ...]:
    return older, "no", f"no {older}"


def _pair(older: Record, younger: Record, names: dict[str, str]) -> Pair:
    one, other = _place(older), _place(younger)
    return Pair(
        older=site_of(older),
        younger=site_of(younger),
        authors=(_named(older, names), _named(younger, names)),
        made=(older.made.iso(), younger.made.iso()),
        metres=distance(one, other) if one and other else None,
        likeness=SequenceMatcher(None, older.get("name"), younger.get("name")).ratio(),
    )


def _named(record: Record, names: dict[str, str]) -> str:
    return names.get(record.author, record.author.removeprefix("name:")[:16])


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
