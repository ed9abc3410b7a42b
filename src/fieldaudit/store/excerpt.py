"""Writing an excerpt: some records of a survey with their whole history, as a survey file.

An excerpt merges like any other copy. Its seals are those of the whole survey, and so name
revisions that it does not hold; its journal says that this is meant.
"""

import re
import uuid
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlite_utils import Database

from fieldaudit.errors import BadInput, Code
from fieldaudit.store import journal, projections, revisions
from fieldaudit.store.failures import explained
from fieldaudit.store.pieces import held, insert
from fieldaudit.store.revision import NotARevision, Revision
from fieldaudit.store.seals import EXCERPT
from fieldaudit.store.survey import Survey, create_survey, open_survey
from fieldaudit.visit.newfile import new_file
from fieldaudit.visit.stamp import Moment

_HASH = re.compile("[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """What was written, counted in the new file."""

    revisions: int
    """Revisions."""

    blobs: int
    """Originals that ride along: forms, thresholds, logs, papers, photos when asked for."""


def write_excerpt(
    survey: Survey,
    out: Path,
    *,
    records: Collection[str],
    photos: bool,
    papers: bool = True,
    moment: Moment,
) -> Excerpt:
    """Write every revision of `records`, the seals of their authors and the originals they name.

    Args:
        survey: where to take them from.
        out: must not exist.
        records: ids of the records.
        photos: whether the originals of photos ride along too.
        papers: whether those of attached papers do.
        moment: when, for the journal of the new file.

    Raises:
        BadInput: the history of a record is damaged, or `out` exists.
        Surroundings: the disk is full, or the folder cannot be written.
    """
    behind = {kind for kind, rides in (("photo", photos), ("paper", papers)) if not rides}
    with new_file(out) as part, explained(out):
        with create_survey(part) as fresh, fresh.bulk(), survey.reading() as source:
            with fresh.atomic() as target:
                count, named = 0, set[str]()
                for record in sorted(records):
                    history = _history(survey, source, record)
                    revisions.insert(target, history)
                    count += len(history)
                    named |= _named(history, behind)
                _copy_seals(source, target)
                blobs = sum(_copy_blob(source, fresh, name) for name in sorted(named))
            projections.rebuild(fresh)
            journal.note(fresh, EXCERPT, {"revisions": count}, moment=moment)
        with open_survey(part) as copy:
            # One file, with no write-ahead log beside it.
            copy.db.execute("pragma journal_mode = delete")
            written = Excerpt(revisions.count(copy), blobs)
        if written.revisions != count:
            raise BadInput(Code.SURVEY_DAMAGED, file=survey.path.name, reason="count")
    return written


def _history(survey: Survey, source: Database, record: str) -> list[Revision]:
    """Return the revisions of a record, each compared with the hash it is filed under."""
    try:
        found = projections.revisions_of(source, record)
    except NotARevision as error:
        raise BadInput(Code.SURVEY_DAMAGED, file=survey.path.name, reason=str(error)) from error
    key = uuid.UUID(record).bytes
    filed = source.execute("select hash from revision where record = ?", (key,))
    if sorted(name.hex() for (name,) in filed) != sorted(each.hash for each in found):
        raise BadInput(Code.SURVEY_DAMAGED, file=survey.path.name, reason="hash")
    return sorted(found, key=lambda revision: revision.id)


def _named(history: list[Revision], behind: Collection[str]) -> set[str]:
    """Return what may be the name of a blob, but for the kinds of records that leave theirs."""
    return {
        value
        for revision in history
        if revision.kind not in behind
        for value in revision.changes.values()
        if value and _HASH.fullmatch(value)
    }


def _copy_seals(source: Database, target: Database) -> None:
    """Copy all seals of the authors that wrote here: their chain has to be whole."""
    authors = {author for (author,) in target.execute("select distinct author from revision")}
    target.conn.executemany(
        "insert into seal (hash, author, body, signature) values (?, ?, ?, ?)",
        _seals(source, authors),
    )


def _seals(source: Database, authors: set[str]) -> Iterator[tuple[object, ...]]:
    for row in source.execute("select hash, author, body, signature from seal order by seq"):
        if row[1] in authors:
            yield row


def _copy_blob(source: Database, fresh: Survey, name: str) -> bool:
    """Copy a blob when there is one of this name, damaged or not: it is counted elsewhere."""
    key = bytes.fromhex(name)
    found = held(source, key)
    if found is not None:
        with fresh.atomic() as target:
            insert(target, key, found)
    return found is not None
