"""A survey file from outside: read-only, its schema compared, nothing in it trusted yet."""

import hashlib
import sqlite3
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from fieldaudit.errors import BadInput, Code, FieldauditError
from fieldaudit.store.failures import explained
from fieldaudit.store.gate import companions
from fieldaudit.store.revision import NotARevision, Revision, key, parse_revision
from fieldaudit.store.schema import strange
from fieldaudit.store.seals import Seal, is_excerpt
from fieldaudit.store.survey import Survey, open_survey

_LARGEST_BODY = 16 << 20
_LARGEST_BLOB = 512 << 20
_CACHE_KIB = 256
_PIECE = 1 << 20
_LEAST_ROW = 32
"""Bytes that a row takes at the very least: its hash."""


class Row(NamedTuple):
    """A revision as a source has it: seven columns of bytes, whatever they hold."""

    id: bytes
    """UUID."""

    record: bytes
    """UUID of the record."""

    kind: bytes
    """Kind of the record."""

    clock: bytes
    """Lamport number in decimal digits."""

    author: bytes
    """Key fingerprint."""

    hash: bytes
    """SHA-256 of the body."""

    body: bytes
    """Canonical JSON, UTF-8."""

    @property
    def name(self) -> str:
        """Return the id as a person can compare it."""
        return str(uuid.UUID(bytes=self.id)) if len(self.id) == _UUID_BYTES else self.id.hex()[:36]

    @property
    def told(self) -> tuple[bytes, ...]:
        """Return what the columns beside the body say."""
        return self[:-1]

    def intact(self) -> bool:
        """Tell whether the body is the one that was hashed."""
        return hashlib.sha256(self.body).digest() == self.hash

    def judge(self) -> Revision:
        """Return the revision; raise NotARevision when the row is not exactly one."""
        try:
            revision = parse_revision(self.body)
        except NotARevision as error:
            # A body that is not the one that was hashed is called so, whatever else it is.
            raise error if self.intact() else NotARevision("hash") from error
        # What was parsed is spelled as it was read, and so has the hash of what was read.
        if revision.hash != self.hash.hex():
            raise NotARevision("hash")
        if self.told[:-1] != _columns(revision):
            raise NotARevision("columns")
        return revision


_UUID_BYTES = 16
_HEADER = 100
_LEAST_NAME = 16


class Source:
    """A survey file that is read, never written and never believed.

    Attributes:
        survey: the open file.
        path: where it lies.
        trouble: why it could not be read to its end, once that was tried in vain.
    """

    def __init__(self, survey: Survey) -> None:
        """Compare the schema of an open survey with the known one.

        Raises:
            BadInput: a table is missing, extra, or not what it should be.
        """
        self.survey = survey
        self.path = survey.path
        self.trouble: FieldauditError | None = None
        with explained(self.path):
            found = strange(survey.db)
        if found:
            raise BadInput(Code.SURVEY_SCHEMA, file=self.path.name, table=found[0][1])

    @contextmanager
    def watched(self) -> Iterator[None]:
        """Remember that it was this file that could not be read, and no other one."""
        try:
            with explained(self.path):
                yield
        except FieldauditError as error:
            self.trouble = error
            raise

    def is_excerpt(self) -> bool:
        """Tell whether it says of itself that it holds a part of a survey."""
        with self.watched():
            return is_excerpt(self.survey)

    def holds(self, record: str) -> bool:
        """Tell whether the source has any revision of a record."""
        statement = "select exists (select 1 from revision where record = ?)"
        with self.watched():
            return bool(self.survey.db.execute(statement, (key(record),)).fetchone()[0])

    def manifest(self) -> str:
        """Return one hash over the names of all that the file holds, its header, size and time.

        Whatever is written into it gets a name of its own, so that a file in which anything was
        added or removed has another manifest. Empty while a log or journal lies beside the file.
        """
        if any(self.path.with_name(name).exists() for name in companions(self.path)):
            return ""
        with self.watched():
            told = self.path.stat()
            with self.path.open("rb") as stream:
                whole = hashlib.sha256(stream.read(_HEADER))
            whole.update(f"{told.st_size} {told.st_mtime_ns}".encode())
            for statement in _MANIFEST:
                found = self.survey.db.execute(statement, (told.st_size // _LEAST_NAME,))
                names = found.fetchone()[0] or b""
                whole.update(f" {len(names)} ".encode() + names)
        return whole.hexdigest()

    def rows(self) -> Iterator[Row]:
        """Yield every revision as it is stored; one that is too large has an empty body."""
        columns = ", ".join(f"cast({name} as blob)" for name in _REVISION)
        body = f"iif(length({_BODY}) <= {_LARGEST_BODY}, {_BODY}, x'')"
        for row in self._read(f"select {columns}, {body} from revision"):  # noqa: S608 - ours
            yield Row(*row)

    def names(self) -> Iterator[tuple[bytes, ...]]:
        """Yield id, record, kind and hash of every revision, bodies unread."""
        yield from self._read(_NAMES)

    def blobs(self) -> Iterator[bytes]:
        """Yield the hashes under which blobs are stored."""
        for (name,) in self._read("select cast(hash as blob) from blob"):
            yield name

    def blob(self, name: bytes) -> bytes | None:
        """Return the bytes of a blob; None when they are not what its name says."""
        bearable = f"length(content) <= {min(_LARGEST_BLOB, self._size())}"
        statement = f"select cast(content as blob) from blob where hash = ? and {bearable}"  # noqa: S608
        with self.watched():
            row = self.survey.db.execute(statement, (name,)).fetchone()
        content = row[0] if row else None
        whole = content is not None and hashlib.sha256(content).digest() == name
        return content if whole else None

    def size(self, name: bytes) -> int:
        """Return the size of a blob; 0 when it is none, or more than this file can hold."""
        told = "select length(content) from blob where hash = ? and typeof(content) = 'blob'"
        with self.watched():
            row = self.survey.db.execute(told, (name,)).fetchone()
        return row[0] if row and row[0] <= min(_LARGEST_BLOB, self._size()) else 0

    def pieces(self, name: bytes) -> Iterator[bytes]:
        """Yield the bytes of a large blob, whatever they are."""
        with self.watched():
            told = "select seq from blob where hash = ?"
            (row,) = self.survey.db.execute(told, (name,)).fetchone()
            with self.survey.db.conn.blobopen("blob", "content", row, readonly=True) as blob:
                while piece := blob.read(_PIECE):
                    yield piece

    def seals(self) -> Iterator[Seal | None]:
        """Yield every seal, or None for what is no seal."""
        columns = ", ".join(f"cast({name} as blob)" for name in _SEAL)
        for name, author, body, signature in self._read(f"select {columns} from seal"):  # noqa: S608
            try:
                seal = Seal(name, author.decode(), body.decode(), signature)
            except UnicodeDecodeError:
                yield None
            else:
                yield seal if seal.fields() else None

    def _read(self, statement: str) -> Iterator[tuple[bytes, ...]]:
        """Yield rows of bytes, as many as a file of this size can hold.

        A damaged tree of pages can lead in circles, or to the same page a million times.
        """
        left = self._size()
        with self.watched():
            for row in self.survey.db.execute(statement):
                told = tuple(column or b"" for column in row) if None in row else row
                left -= max(sum(map(len, told)), _LEAST_ROW)
                if left < 0:
                    raise BadInput(Code.SURVEY_DAMAGED, file=self.path.name, reason="pages")
                yield told

    def _size(self) -> int:
        beside = self.path.with_name(self.path.name + "-wal")
        return sum(path.stat().st_size for path in (self.path, beside) if path.exists())


# SQLite puts the names together by itself, out of the index, without a look at the rows.
_MANIFEST = tuple(
    f"select cast(group_concat({name}, '') as blob)"  # noqa: S608 - ours
    f" from (select {name} from {table} order by {name} limit ?)"
    for table, name in (("revision", "id"), ("blob", "hash"), ("seal", "hash"))
)
_NAMES = (
    "select cast(id as blob), cast(record as blob), cast(kind as blob), cast(hash as blob)"
    " from revision order by id"
)
_REVISION = ("id", "record", "kind", "clock", "author", "hash")
_BODY = "cast(body as blob)"
_SEAL = ("hash", "author", "body", "signature")


def open_source(path: Path) -> Source:
    """Open a file from outside; raise BadInput or Surroundings when it cannot be judged."""
    survey = open_survey(path, readonly=True)
    try:
        survey.db.conn.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LARGEST_BLOB)
        # What is read once need not be kept: a hundred sources are open at the same time.
        survey.db.execute(f"pragma cache_size = {-_CACHE_KIB}")
        return Source(survey)
    except BaseException:
        survey.close()
        raise


def _columns(revision: Revision) -> tuple[bytes, ...]:
    return (
        key(revision.id),
        key(revision.record),
        revision.kind.encode(),
        str(revision.clock).encode(),
        revision.author.encode(),
    )
