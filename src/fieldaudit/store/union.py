"""Taking over what another file has: a union of sets, all or nothing."""

import hashlib
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager

from sqlite_utils import Database

from fieldaudit.errors import Code, Surroundings
from fieldaudit.store import projections, purge, records, revisions, seals
from fieldaudit.store.batch import batches, marks
from fieldaudit.store.revision import Revision, key
from fieldaudit.store.seals import Seal
from fieldaudit.store.search import Index
from fieldaudit.store.source import Row, Source
from fieldaudit.store.survey import Survey

_AT_ONCE = 16 << 20

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


class Union:
    """What comes in from other files, folded as it comes.

    Attributes:
        survey: where it comes to.
        new: revisions taken over.
    """

    def __init__(self, survey: Survey, db: Database) -> None:
        self.survey = survey
        self._db = db
        self._index = Index(db)
        self._arrived: set[bytes] = set()
        self.new = 0

    def add_revisions(self, fresh: list[Revision]) -> None:
        """Take over revisions that are not here yet, and fold their records."""
        revisions.insert(self._db, fresh)
        projections.take(self._db, fresh, self._index)
        self.new += len(fresh)

    def add_original(self, source: Source, name: bytes) -> bool:
        """Take over a blob; return False when its bytes are not what its name says."""
        size = source.size(name)
        if size > _AT_ONCE:
            whole = self._add_pieces(name, size, source.pieces(name))
        else:
            content = source.blob(name)
            whole = content is not None
            if content is not None:
                add_blob(self.survey, name, content)
        if whole:
            self._arrived.add(name)
        return whole

    def _add_pieces(self, name: bytes, size: int, pieces: Iterable[bytes]) -> bool:
        """Write a large blob piece by piece and hash it on its way."""
        self._db.execute("delete from blob where hash = ?", (name,))
        into = "insert into blob (hash, size, content) values (?, ?, zeroblob(?))"
        row = self._db.execute(into, (name, size, size)).lastrowid or 0
        digest = hashlib.sha256()
        with self._db.conn.blobopen("blob", "content", row) as out:
            for piece in pieces:
                digest.update(piece)
                out.write(piece)
        if digest.digest() == name:
            return True
        self._db.execute("delete from blob where hash = ?", (name,))
        return False

    def add_seals(self, fresh: Iterable[Seal]) -> None:
        """Take over seals; those already here are left as they are."""
        seals.add(self._db, fresh)

    @contextmanager
    def tentative(self) -> Iterator[None]:
        """Take back what the block took over, and no more, when it raises."""
        index, new = self._index, self.new
        arrived, self._arrived, self._index = self._arrived, set(), Index(self._db)
        try:
            with self.survey.tentative():
                yield
        except BaseException:
            self._index, self._arrived, self.new = index, arrived, new
            raise
        index.absorb(self._index)
        self._index, self._arrived = index, arrived | self._arrived

    def finish(self) -> None:
        """Fold what depends on blobs that arrived, and remove those that are to be gone."""
        if self._arrived:
            projections.refresh(self._db, _logs_of(self.survey, self._arrived), self._index)
            names = {name.hex() for name in self._arrived}
            # What came with the very revisions that say it is gone must not stay either.
            purge.remove(self.survey, purge.purged(self.survey) & names)
        self._index.write()


@contextmanager
def uniting(survey: Survey) -> Iterator[Union]:
    """Take over what others have: all that is done in the block, or nothing.

    Raises:
        Surroundings: BALANCE_OPEN, when the number of revisions does not come out.
    """
    with survey.atomic() as db:
        before = _count(db)
        union = Union(survey, db)
        yield union
        union.finish()
        booked = _count(db) - before
        if booked != union.new:
            raise Surroundings(Code.BALANCE_OPEN, taken=union.new, booked=booked)


def last(survey: Survey) -> int:
    """Return the number of the row in which the newest revision here lies; 0 for none."""
    with survey.reading() as db:
        return int(db.execute("select coalesce(max(seq), 0) from revision").fetchone()[0])


def add_blob(survey: Survey, name: bytes, content: bytes) -> None:
    """Insert a blob whose bytes were already compared with its name; one here is replaced."""
    with survey.atomic() as db:
        db.execute(
            "insert into blob (hash, size, content) values (?, ?, ?)"
            " on conflict (hash) do update set size = excluded.size, content = excluded.content",
            (name, len(content), content),
        )


def _logs_of(survey: Survey, arrived: set[bytes]) -> set[str]:
    """Of what is derived, only the samples of a log depend on the bytes of a blob."""
    names = {name.hex() for name in arrived}
    logs = records.records(survey, "log", deleted=True)
    return {log.id for log in logs if log.get("blob") in names}


def _count(db: Database) -> int:
    return int(db.execute("select count(*) from revision").fetchone()[0])
