"""Rescuing a damaged survey: everything whole into a new file, and what is lost by name."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from fieldaudit.actions.affected import called, damaged_originals
from fieldaudit.actions.changes import Progress, Silent
from fieldaudit.errors import Cancelled, Code, Problem
from fieldaudit.store import blobs, copy, journal, records, seals
from fieldaudit.store.rescue import Salvage, rescue_into
from fieldaudit.store.survey import Survey, create_survey
from fieldaudit.visit.newfile import new_file
from fieldaudit.visit.stamp import now

_LINKS = {
    "visit": ("$site",),
    "photo": ("visit",),
    "paper": ("visit",),
    "log": ("visit",),
    "relation": ("visit", "site"),
}
"""Paths of a record that name another one."""


@dataclass(frozen=True, slots=True)
class Rescue:
    """What was got out of a damaged file, and what was not."""

    file: str
    """The new survey."""

    revisions: int
    """Whole revisions."""

    revisions_lost: int
    """Revisions that the rest, or the file's own count, shows to be missing; at least so many."""

    blobs: int
    """Whole originals, forms and thresholds."""

    photos_expected: int
    """Photos and papers whose records were found."""

    photos_present: int
    """Of those, with their original."""

    seals: int
    """Seals."""

    drafts: int
    """Typed values that were not saved yet."""

    losses: tuple[Problem, ...]
    """Whose photo, history or record is affected."""


def rescue(damaged: Path, out: Path, *, progress: Progress | None = None) -> Rescue:
    """Write everything whole in a damaged survey into the new file `out`.

    Raises:
        BadInput: `out` exists, or nothing whole was found; nothing is written.
        Surroundings: the disk is full, or the folder cannot be written.
    """
    told = progress or Silent()

    def step(done: int, total: int) -> None:
        told.step(done, total)
        if told.cancelled():
            raise Cancelled

    with new_file(out) as part:
        with create_survey(part) as fresh, fresh.bulk():
            found = rescue_into(fresh, damaged, step)
            done = _report(fresh, found, out, damaged.name)
            entry = {"from": damaged.name, "revisions": done.revisions, "lost": done.revisions_lost}
            journal.note(fresh, "rescue", entry, moment=now())
        copy.settle(part)
    return done


def _report(fresh: Survey, found: Salvage, out: Path, name: str) -> Rescue:
    photos = blobs.attached(fresh)
    missing = _missing(found)
    sealed = {name for each in found.seals.values() for name in _covered(each.fields())}
    gone = {*missing, *(() if seals.is_excerpt(fresh) else sealed)} - found.revisions.keys()
    lost = max(len(gone), found.counted - len(found.revisions), 0)
    losses = [
        *(Problem(Code.RESCUE_PHOTO, each.where, each.params) for each in damaged_originals(fresh)),
        *_histories(fresh, found),
        *_links(fresh),
    ]
    if lost > len(missing):
        losses.append(Problem(Code.RESCUE_COUNT, name, {"count": lost - len(missing)}))
    return Rescue(
        file=str(out),
        revisions=len(found.revisions),
        revisions_lost=lost,
        blobs=found.blobs,
        photos_expected=len(photos),
        photos_present=len(photos) - blobs.count_damaged(fresh, photos),
        seals=len(found.seals),
        drafts=found.drafts,
        losses=tuple(losses),
    )


def _covered(fields: object) -> list[str]:
    return fields["revisions"] if isinstance(fields, dict) else []


def _missing(found: Salvage) -> set[str]:
    """Return the hashes that revisions name as their parents and nobody found."""
    named = {parent for each in found.revisions.values() for parent in each.parents}
    return named - found.revisions.keys()


def _histories(fresh: Survey, found: Salvage) -> Iterator[Problem]:
    """Say which records lack a part of their history."""
    pairs = {(r.record, p) for r in found.revisions.values() for p in r.parents}
    lacking = Counter(record for record, parent in pairs if parent not in found.revisions)
    for record, count in sorted(lacking.items()):
        where = called(fresh, records.record(fresh, record))
        yield Problem(Code.RESCUE_HISTORY, where, {"record": record, "count": count})


def _links(fresh: Survey) -> Iterator[Problem]:
    """Say which records name one that was not found."""
    kinds = ("site", "visit")
    known = {each.id for kind in kinds for each in records.records(fresh, kind, deleted=True)}
    for kind, paths in _LINKS.items():
        for each in records.records(fresh, kind):
            for path in paths:
                if each.get(path) and each.get(path) not in known:
                    told = {"record": each.get(path)}
                    yield Problem(Code.RESCUE_RECORD, called(fresh, each), told)
