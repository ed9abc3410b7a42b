"""Large values in pieces: written, read and hashed without being in memory whole.

Knows the table of blobs, but not what they are or who refers to them.
"""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from sqlite_utils import Database

PIECE = 4 << 20
"""Bytes of one piece; what is no larger is written and read at once."""


@dataclass(frozen=True, slots=True)
class Pieces:
    """Bytes that can be read any number of times, from wherever they lie."""

    size: int
    """How many there are."""

    read: Callable[[], Iterator[bytes]]
    """Yields them from the beginning, `PIECE` or fewer at a time."""

    def digest(self) -> bytes:
        """Return their SHA-256."""
        found = hashlib.sha256()
        for piece in self.read():
            found.update(piece)
        return found.digest()

    def whole(self) -> bytes:
        """Return them in one."""
        return b"".join(self.read())


class Changed(Exception):
    """There were more or fewer bytes than was said: they changed while they were read."""


def of_bytes(content: bytes) -> Pieces:
    """Return bytes that are in memory, in pieces."""

    def read() -> Iterator[bytes]:
        for start in range(0, len(content), PIECE):
            yield content[start : start + PIECE]

    return Pieces(len(content), read)


def held(db: Database, name: bytes) -> Pieces | None:
    """Return the bytes filed under a name, whatever they are; None for none, or what is no blob.

    They can be read as long as the connection is open and the row is not written.
    """
    row = _row(db, name)
    if row is None:
        return None

    def read() -> Iterator[bytes]:
        with db.conn.blobopen("blob", "content", row.number, readonly=True) as opened:
            while piece := opened.read(PIECE):
                yield piece

    return Pieces(row.size, read)


def insert(db: Database, name: bytes, content: Pieces) -> None:
    """File bytes under a name, in place of what is there; within a transaction only.

    Raises:
        Changed: the size is not the one that was said.
    """
    db.execute("delete from blob where hash = ?", (name,))
    into = "insert into blob (hash, size, content) values (?, ?, "
    if content.size <= PIECE:
        whole = content.whole()
        if len(whole) != content.size:
            raise Changed
        db.execute(f"{into}?)", (name, content.size, whole))
        return
    # Room first, then the bytes: SQLite never has more of them than its cache holds.
    row = db.execute(f"{into}zeroblob(?))", (name, content.size, content.size)).lastrowid or 0
    with db.conn.blobopen("blob", "content", row) as opened:
        for piece in content.read():
            if opened.tell() + len(piece) > content.size:
                raise Changed
            opened.write(piece)
        if opened.tell() != content.size:
            raise Changed


class _Row(NamedTuple):
    number: int
    size: int


def _row(db: Database, name: bytes) -> _Row | None:
    statement = "select seq, length(content) from blob where hash = ? and typeof(content) = 'blob'"
    found = db.execute(statement, (name,)).fetchone()
    return _Row(*found) if found else None
