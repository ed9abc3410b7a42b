"""Appending revisions to a survey, and reading them back."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from sqlite_utils import Database

from fieldaudit.store import projections
from fieldaudit.store.revision import NotARevision, Revision, key, parse_revision
from fieldaudit.store.survey import Survey
from fieldaudit.visit.stamp import Moment, is_derived, new_id


@dataclass(frozen=True, slots=True)
class Edit:
    """What somebody wants to change in one record."""

    record: str
    """Record id; a new one makes a record."""

    kind: str
    """Kind of the record."""

    changes: Mapping[str, str | None]
    """Path → text, or None to remove a value."""

    form: str = ""
    """Hash of the form version, for a visit."""

    reason: str = ""
    """Why, where one is asked for."""


def append(
    survey: Survey,
    edits: Iterable[Edit],
    *,
    author: str,
    moment: Moment,
    make_id: Callable[[], str] = new_id,
) -> tuple[Revision, ...]:
    """Write one revision for each edit, all or none, and bring the projections up to date.

    Raises:
        ValueError: an id, a kind or a value is not what a revision can hold.
    """
    with survey.atomic() as db:
        made = tuple(_revise(db, edit, make_id(), author=author, moment=moment) for edit in edits)
        projections.refresh(db, {revision.record for revision in made})
    return made


def insert(db: Database, revisions: Iterable[Revision]) -> None:
    """Write revisions as they are; the caller refreshes the projections."""
    db.conn.executemany(
        "insert into revision (id, record, kind, clock, author, hash, body)"
        " values (?, ?, ?, ?, ?, ?, cast(? as text))",
        (_row(revision) for revision in revisions),
    )


def all_revisions(survey: Survey) -> Iterator[Revision]:
    """Yield every revision in the order of ids."""
    with survey.reading() as db:
        for (body,) in db.execute("select cast(body as blob) from revision order by id"):
            yield parse_revision(body)


def history(survey: Survey, record: str) -> list[Revision]:
    """Return the revisions of one record, in no certain order."""
    with survey.reading() as db:
        return projections.revisions_of(db, record)


def state(survey: Survey) -> str:
    """Return one hash over the set of revision hashes.

    Two files hold the same survey exactly when it is equal.
    """
    whole = hashlib.sha256()
    with survey.reading() as db:
        for (one,) in db.execute("select hash from revision order by id"):
            whole.update(one)
    return whole.hexdigest()


def last(survey: Survey) -> int:
    """Return the number of the newest row, which grows with whatever is written; 0 for none."""
    with survey.reading() as db:
        return int(db.execute("select coalesce(max(seq), 0) from revision").fetchone()[0])


def count(survey: Survey) -> int:
    """Return the number of revisions."""
    with survey.reading() as db:
        return int(db.execute("select count(*) from revision").fetchone()[0])


def _revise(db: Database, edit: Edit, fresh: str, *, author: str, moment: Moment) -> Revision:
    heads, clock = projections.heads(db, edit.record)
    kinds = projections.kinds_of(db, edit.record)
    if kinds and edit.kind not in kinds and is_derived(edit.record):
        # Somebody took an id that is derived for something else: this is its own beginning.
        heads, clock, kinds = (), 0, set()
    revision = Revision(
        id=fresh,
        record=edit.record,
        kind=edit.kind,
        parents=heads,
        clock=clock + 1,
        author=author,
        made=moment,
        changes=dict(edit.changes),
        form=edit.form,
        reason=edit.reason,
    )
    _check(revision, kinds)
    insert(db, [revision])
    # A later edit of the same record in the same deed must see this one.
    projections.note_heads(db, revision)
    return revision


def _check(revision: Revision, kinds: set[str]) -> None:
    """What nobody could read back, or would take over, must not be written."""
    try:
        parse_revision(revision.body)
    except NotARevision as error:
        raise ValueError(f"cannot be written: {error}") from error
    if kinds and revision.kind not in kinds:
        raise ValueError(f"a {min(kinds)} cannot become a {revision.kind}")


def _row(revision: Revision) -> tuple[object, ...]:
    return (
        key(revision.id),
        key(revision.record),
        revision.kind,
        revision.clock,
        revision.author,
        bytes.fromhex(revision.hash),
        revision.body,
    )
