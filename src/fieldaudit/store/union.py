"""Taking over what another file has: a union of sets, all or nothing."""

from collections.abc import Collection, Iterable, Sequence

from sqlite_utils import Database

from fieldaudit.errors import Code, Surroundings
from fieldaudit.store import projections, records, revisions, seals
from fieldaudit.store.batch import batches, marks
from fieldaudit.store.revision import Revision, key
from fieldaudit.store.seals import Seal
from fieldaudit.store.source import Row
from fieldaudit.store.survey import Survey

Clocks = dict[str, tuple[int, str]]
"""(clock, kind) of revisions, by hash."""


_COLUMNS = "id, record, cast(kind as blob), cast(clock as blob), cast(author as blob), hash"


def known(db: Database, names: Sequence[bytes]) -> dict[bytes, Row]:
    """Return the revisions with these ids that are here, without their bodies."""
    rows = db.execute(
        f"select {_COLUMNS}, x'' from revision where id in ({marks(names)})",  # noqa: S608 - ours
        names,
    )
    return {row[0]: Row(*row) for row in rows}


def has_blob(db: Database, name: bytes) -> bool:
    """Tell whether a blob is here."""
    return db.execute("select 1 from blob where hash = ?", (name,)).fetchone() is not None


def clocks(db: Database, records: Collection[str]) -> dict[str, Clocks]:
    """Return (clock, kind) of each revision of some records that is here, by record and hash."""
    found: dict[str, Clocks] = {record: {} for record in records}
    by_key = {key(record): history for record, history in found.items()}
    for names in batches(list(by_key)):
        rows = db.execute(
            f"select record, hash, clock, kind from revision where record in ({marks(names)})",  # noqa: S608 - ours
            names,
        )
        for record, name, clock, kind in rows:
            by_key[record][name.hex()] = (clock, kind)
    return found


def add_revisions(survey: Survey, fresh: list[Revision]) -> None:
    """Insert revisions that are not here yet; raise when their number does not come out."""
    with survey.atomic() as db:
        before = _count(db)
        revisions.insert(db, fresh)
        if _count(db) != before + len(fresh):
            raise Surroundings(Code.BALANCE_OPEN, taken=len(fresh), booked=_count(db) - before)


def add_blob(survey: Survey, name: bytes, content: bytes) -> None:
    """Insert a blob whose bytes were already compared with its name; one here is replaced."""
    with survey.atomic() as db:
        db.execute(
            "insert into blob (hash, size, content) values (?, ?, ?)"
            " on conflict (hash) do update set size = excluded.size, content = excluded.content",
            (name, len(content), content),
        )


def add_seals(survey: Survey, fresh: Iterable[Seal]) -> None:
    """Insert seals; those already here are left as they are."""
    with survey.atomic() as db:
        seals.add(db, fresh)


def refresh(survey: Survey, fresh: list[Revision], arrived: set[bytes]) -> None:
    """Fold the records of fresh revisions, and the logs whose blobs arrived."""
    with survey.atomic() as db:
        projections.take(db, fresh)
        if arrived:
            done = {revision.record for revision in fresh}
            projections.refresh(db, _logs_of(survey, arrived) - done)


def _logs_of(survey: Survey, arrived: set[bytes]) -> set[str]:
    """Of what is derived, only the samples of a log depend on the bytes of a blob."""
    names = {name.hex() for name in arrived}
    logs = records.records(survey, "log", deleted=True)
    return {log.id for log in logs if log.get("blob") in names}


def _count(db: Database) -> int:
    return int(db.execute("select count(*) from revision").fetchone()[0])
