"""Removing photos and recordings whose time of keeping is over: bytes go, hashes and history stay.

Documents stay: what a person looks or sounds like is kept for its time only, an agreement is not.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from fieldaudit.actions.affected import called
from fieldaudit.actions.backups import backups
from fieldaudit.actions.changes import Changes, Done, Progress, steps
from fieldaudit.actions.writing import write
from fieldaudit.errors import BadInput, Code, Problem
from fieldaudit.store import blobs, journal, people, purge, records, revisions
from fieldaudit.store.records import Record
from fieldaudit.store.revisions import Edit
from fieldaudit.store.survey import Survey
from fieldaudit.visit.media import RECORDED
from fieldaudit.visit.stamp import Author, Moment, now


@dataclass(frozen=True, slots=True)
class Purge:
    """What was removed."""

    photos: int
    """Photos and recordings that are marked from now on."""

    originals: int
    """Originals that were removed."""

    kept: int
    """Originals that stay because a photo or log within its time is the same file."""

    problems: tuple[Problem, ...]
    """Where copies of them still lie."""


def purge_photos(
    survey: Survey,
    *,
    before: str,
    reason: str,
    author: Author,
    moment: Moment | None = None,
    progress: Progress | None = None,
) -> Done[Purge]:
    """Remove the originals of photos and recordings taken before a day.

    Where nobody knows when that was, the day counts on which they were taken in.

    Args:
        survey: the file; other copies keep theirs until they are purged too.
        before: the first day that is kept, ISO 8601.
        reason: the rule that asks for it.
        author: who does it.
        moment: when; now when None.
        progress: is told and asked between originals; the last word is before the file is written.

    Raises:
        Cancelled: `progress` said so; everything is as it was.
        BadInput: the day cannot be read, or nobody said why.
        Surroundings: the file cannot be written.
    """
    if not reason.strip():
        raise BadInput(Code.REASON_MISSING)
    limit, moment = _day(before), moment or now()
    today = moment.datetime().date().isoformat()
    due = [photo for photo in _photos(survey) if _taken(photo) < limit]
    edits = [Edit(each.id, each.kind, {purge.PURGED: today}, reason=reason) for each in due]
    with purge.unreadable(survey), survey.atomic():
        write(survey, edits, author=author, moment=moment)
        gone = purge.purged(survey)
        wanted = {photo.get("blob") for photo in due} - gone
        removed = purge.remove(survey, gone, steps(progress))
        told: dict[str, object] = {"photos": len(due), "originals": removed, "before": before}
        journal.note(survey, "purge", told, moment=moment)
    kept = sum(blobs.exists(survey, name) for name in wanted if name)
    found = Purge(len(due), removed, kept, tuple(_copies(survey) if due or removed else ()))
    return Done(found, Changes(photos=True, journal=True))


def _photos(survey: Survey) -> Iterator[Record]:
    """Yield those that are not marked yet, deleted ones too: their bytes are still there."""
    for kind in blobs.ATTACHED:
        for each in records.records(survey, kind, deleted=True):
            seen = kind == "photo" or each.get("media_type").startswith(RECORDED)
            if seen and not purge.is_purged(each):
                yield each


def _taken(photo: Record) -> date:
    """Return the day a photo was taken by its camera; else the day it was taken in."""
    try:
        return date.fromisoformat(photo.get("taken_at")[:10])
    except ValueError:
        return photo.made.datetime().date()


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise BadInput(Code.DATE_UNREADABLE, text=text) from error


def purge_note(survey: Survey, record: str) -> Problem | None:
    """Say when, by whom and why an original was removed on purpose; None where it was not."""
    found = records.record(survey, record)
    if not purge.is_purged(found):
        return None
    marks = [r for r in revisions.history(survey, record) if r.changes.get(purge.PURGED)]
    mark = max(marks, key=lambda each: (each.clock, each.id))
    person = people.signatories(survey).get(mark.author)
    told = {
        "date": found.get(purge.PURGED),
        "author": person.name if person else mark.author.removeprefix("name:")[:16],
        "reason": mark.reason,
    }
    return Problem(Code.PHOTO_PURGED, called(survey, found), told)


def _copies(survey: Survey) -> Iterator[Problem]:
    count = len(backups(survey.path))
    if count:
        yield Problem(Code.PURGE_COPIES, survey.path.name, {"count": count})
