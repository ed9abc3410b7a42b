"""The tables derived from the revisions: brought up to date record by record, or rebuilt.

Each row is a function of one record's revisions and of the blobs that it names, never of the
order in which they came, so that a rebuild gives the same rows.
"""

import json
import uuid
from collections.abc import Callable, Iterable
from dataclasses import replace

from sqlite_utils import Database

from fieldaudit.store import features
from fieldaudit.store.batch import batches, marks
from fieldaudit.store.fold import Clash, Folded, fold
from fieldaudit.store.revision import (
    KIND,
    NotARevision,
    Revision,
    canonical,
    key,
    parse_revision,
    spelled,
)
from fieldaudit.store.schema import PROJECTIONS
from fieldaudit.store.search import Index
from fieldaudit.store.survey import Survey

_UUID_BYTES = 16
_INTO_RECORD = "insert into record values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as text))"


def refresh(db: Database, records: Iterable[str], index: Index | None = None) -> None:
    """Fold the given records again and replace their rows.

    Args:
        db: where.
        records: ids.
        index: takes what is to be searchable; without one that is written at once.
    """
    found = index or Index(db)
    for portion in batches(sorted(records)):
        folded = [fold(revisions_of(db, record)) for record in portion]
        for each in folded:
            _remove(db, each)
        _write(db, folded, found)
    if not index:
        found.write()


def take(db: Database, fresh: Iterable[Revision], index: Index) -> None:
    """Bring the records up to date that revisions just inserted belong to."""
    by_record: dict[str, list[Revision]] = {}
    for revision in fresh:
        by_record.setdefault(revision.record, []).append(revision)
    for portion in batches(sorted(by_record)):
        here = f"select id from record where id in ({marks(portion)})"  # noqa: S608 - ours
        known = {name for (name,) in db.execute(here, portion)}
        refresh(db, known, index)
        # A record that was not here consists of what came.
        _write(db, [fold(by_record[record]) for record in portion if record not in known], index)


def rebuild(survey: Survey, step: Callable[[int, int], None] | None = None) -> int:
    """Drop every projection and make it again from the revisions; return the number of records.

    Args:
        survey: where.
        step: called with (records done, all of them); may raise to stop, and all stays as it was.
    """
    made = 0
    with survey.atomic() as db:
        index = Index(db)
        for table in PROJECTIONS:
            db.execute(f"delete from {table}")  # noqa: S608 - our own table names
        found = db.execute("select distinct record from revision order by record").fetchall()
        for portion in batches(found):
            _write(db, [fold(revisions_of(db, _spelled(record))) for (record,) in portion], index)
            made += len(portion)
            if step is not None:
                step(made, len(found))
        index.write()
    return len(found)


def revisions_of(db: Database, record: str) -> list[Revision]:
    """Return the revisions of one record; raise NotARevision when the file is damaged."""
    rows = db.execute("select cast(body as blob) from revision where record = ?", (key(record),))
    found = [parse_revision(body) for (body,) in rows]
    if any(revision.record != record for revision in found):
        raise NotARevision("columns")
    return found


def _spelled(record: object) -> str:
    if not isinstance(record, bytes) or len(record) != _UUID_BYTES:
        raise NotARevision("columns")
    return str(uuid.UUID(bytes=record))


def heads(db: Database, record: str) -> tuple[tuple[str, ...], int]:
    """Return the heads of a record and its largest clock; none and 0 for a new one."""
    row = db.execute("select heads, clock from record where id = ?", (record,)).fetchone()
    return (tuple(row[0].split()), row[1]) if row else ((), 0)


def kind_of(db: Database, record: str) -> str:
    """Return the kind of a record; empty for a new one."""
    row = db.execute("select kind from record where id = ?", (record,)).fetchone()
    return str(row[0]) if row else ""


def kinds_of(db: Database, record: str) -> set[str]:
    """Return what a record is, and what else somebody says that it is; none for a new one."""
    row = db.execute(
        "select body from conflict where record = ? and path = ?", (record, KIND)
    ).fetchone()
    claimed = {claim["value"] for claim in json.loads(row[0])["claims"]} if row else set()
    return {kind_of(db, record), *claimed} - {""}


def note_heads(db: Database, revision: Revision) -> None:
    """Remember that `revision`, whose parents are all the heads, is the only head now."""
    db.execute(
        "insert into record values (?, ?, ?, ?, '', 0, 0, '', 0, 0, 0, '{}')"
        " on conflict (id) do update set heads = excluded.heads, clock = excluded.clock",
        (revision.record, revision.kind, revision.hash, revision.clock),
    )


def _remove(db: Database, folded: Folded) -> None:
    before = kind_of(db, folded.record)
    if before != folded.kind:
        features.remove(db, replace(folded, kind=before))
    db.execute("delete from conflict where record = ?", (folded.record,))
    db.execute("delete from record where id = ?", (folded.record,))
    features.remove(db, folded)


def _write(db: Database, folded: list[Folded], index: Index) -> None:
    many = db.conn.executemany
    many(_INTO_RECORD, map(_record_row, folded))
    clashes = [(each.record, c.path, _clash_body(c)) for each in folded for c in each.clashes]
    many("insert into conflict values (?, ?, ?)", clashes)
    features.add(db, folded)
    index.put(folded)


def _record_row(folded: Folded) -> tuple[object, ...]:
    first = folded.first
    return (
        folded.record,
        folded.kind,
        " ".join(folded.heads),
        folded.clock,
        folded.form,
        int(folded.deleted),
        len(folded.clashes),
        first.author,
        first.made.ms,
        first.made.offset,
        folded.last.made.ms,
        _spelled_values(folded),
    )


def _spelled_values(folded: Folded) -> bytes:
    """Return the values as JSON; one revision that removes nothing has spelled them already."""
    only = folded.first if folded.first is folded.last else None
    if only and folded.values is only.changes:
        return only.spelled_changes()
    return spelled(folded.values)


def _clash_body(clash: Clash) -> str:
    claims = [
        {
            "author": claim.revision.author,
            "made_at": claim.revision.made.ms,
            "offset": claim.revision.made.offset,
            "revision": claim.revision.hash,
            "value": claim.value,
        }
        for claim in clash.claims
    ]
    return canonical({"base": clash.base, "claims": claims})
