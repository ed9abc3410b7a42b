"""Getting what is whole out of a damaged survey file into a new one.

The file is read as far as SQLite can, from both ends, and then byte by byte. Nothing is believed
that its hash does not vouch for; the damaged file is never written.
"""

import hashlib
import itertools
import json
import mmap
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from fieldaudit.errors import BadInput, Code
from fieldaudit.store import projections, purge, union
from fieldaudit.store.carve import Carver
from fieldaudit.store.failures import explained
from fieldaudit.store.revision import NotARevision, Revision, parse_revision
from fieldaudit.store.seals import Seal
from fieldaudit.store.survey import Survey

_TABLES = {
    "revision": "cast(hash as blob), cast(body as blob)",
    "seal": "cast(hash as blob), cast(author as blob), cast(body as blob), cast(signature as blob)",
    "blob": "cast(hash as blob), cast(content as blob)",
}
_LEAST_ROW = 32
_MOST_LOCAL = 1 << 20

_Row = tuple[str, tuple[bytes, ...]]
"""A table, and some columns of a row of it."""

Step = Callable[[int, int], None]


@dataclass(slots=True)
class Salvage:
    """What was found whole."""

    revisions: dict[str, Revision] = field(default_factory=dict)
    """By hash."""

    seals: dict[str, Seal] = field(default_factory=dict)
    """By hash."""

    blobs: int = 0
    """Originals, forms, thresholds."""

    drafts: int = 0
    """Typed values not saved yet."""

    counted: int = 0
    """Revisions that the file itself still counts; 0 where it cannot say."""


def rescue_into(fresh: Survey, damaged: Path, step: Step) -> Salvage:
    """Write everything whole in `damaged` into the empty survey `fresh`.

    Args:
        fresh: a new survey.
        damaged: only read.
        step: called with (steps done, steps in all); may raise to stop.

    Raises:
        BadInput: it does not exist, or holds no whole revision.
    """
    found = Salvage()
    if not damaged.is_file():
        raise BadInput(Code.FILE_NOT_FOUND, file=str(damaged))
    with explained(damaged), fresh.atomic():
        _take_truth(found, damaged)
        step(1, 4)
        if not found.revisions:
            raise BadInput(Code.RESCUE_NOTHING, file=damaged.name)
        whole = _one_each(found)
        with union.uniting(fresh) as united:
            united.add_revisions(whole)
            united.add_seals(found.seals.values())
        step(2, 4)
        found.blobs = _take_blobs(fresh, damaged)
        step(3, 4)
        found.drafts = _take_local(fresh, damaged)
        projections.rebuild(fresh)
        step(4, 4)
    return found


def _take_truth(found: Salvage, damaged: Path) -> None:
    """Collect revisions and seals, by their hashes."""
    for table, columns in _rows(damaged, "revision", "seal"):
        _keep(found, table, columns)
    known = {bytes.fromhex(name) for name in (*found.revisions, *found.seals)}
    for table, columns in _carved(damaged, known, "revision", "seal"):
        _keep(found, table, columns)
    with _connected(damaged) as connection:
        row = next(_tolerant(connection, "select count(*) from revision", 1), None)
    found.counted = row[0] if row and isinstance(row[0], int) else 0


def _keep(found: Salvage, table: str, columns: tuple[bytes, ...]) -> None:
    name = columns[0]
    body = columns[1] if table == "revision" else columns[2]
    if hashlib.sha256(body).digest() != name:
        return
    try:
        if table == "revision":
            found.revisions[name.hex()] = parse_revision(body)
        else:
            seal = Seal(name, columns[1].decode(), body.decode(), columns[3])
            if seal.fields():
                found.seals[name.hex()] = seal
    except (NotARevision, UnicodeDecodeError):
        return


def _one_each(found: Salvage) -> list[Revision]:
    """Return the revisions in the order of ids; of two with the same id the first one found."""
    by_id: dict[str, Revision] = {}
    for revision in found.revisions.values():
        by_id.setdefault(revision.id, revision)
    found.revisions = {each.hash: each for each in by_id.values()}
    return [by_id[name] for name in sorted(by_id)]


def _take_blobs(fresh: Survey, damaged: Path) -> int:
    """Write one whole blob after another: together they would not fit into memory."""
    known = {bytes.fromhex(name) for name in purge.purged(fresh)}
    taken = 0
    for _, (name, content) in _rows(damaged, "blob"):
        if name not in known and hashlib.sha256(content).digest() == name:
            known.add(name)
            union.add_blob(fresh, name, content)
            taken += 1
    for _, (name, content) in _carved(damaged, known, "blob"):
        union.add_blob(fresh, name, content)
        taken += 1
    return taken


def _take_local(fresh: Survey, damaged: Path) -> int:
    """Copy typing, and the journal that says whether this was an excerpt, as far as readable."""
    with fresh.atomic() as target, _connected(damaged) as connection:
        for table, (columns, sound) in _LOCAL.items():
            marks = ", ".join("?" * (columns.count(",") + 1))
            statement = f"insert or ignore into {table} ({columns}) values ({marks})"  # noqa: S608 - ours
            told = f"select {columns} from {table}"  # noqa: S608 - ours
            for row in _tolerant(connection, told, _MOST_LOCAL):
                if sound(target, row):
                    with suppress(sqlite3.IntegrityError):
                        target.execute(statement, row)
        return int(target.execute("select count(*) from draft").fetchone()[0])


def _typed(target: Database, row: tuple[Any, ...]) -> bool:
    """Typing belongs to a record that was found."""
    found = target.execute("select 1 from record where id = ?", (row[0],))
    return isinstance(row[0], str) and found.fetchone() is not None


def _noted(_: Database, row: tuple[Any, ...]) -> bool:
    try:
        return isinstance(json.loads(row[2]), dict)
    except (ValueError, TypeError, RecursionError):
        return False


_LOCAL = {
    "draft": ("record, path, value, typed_at", _typed),
    "journal": ("made_at, deed, body", _noted),
}


def _rows(damaged: Path, *tables: str) -> Iterator[_Row]:
    """Yield what SQLite can read of some tables, from the front and, past damage, the back."""
    bound = damaged.stat().st_size // _LEAST_ROW + 1
    with _connected(damaged) as connection:
        for table in tables:
            hurt: list[BaseException] = []
            for way in ("asc", "desc"):
                told = f"select {_TABLES[table]} from {table} order by seq {way}"  # noqa: S608 - ours
                for row in _tolerant(connection, told, bound, hurt):
                    if all(isinstance(each, bytes) for each in row):
                        yield table, row
                if not hurt:
                    break


def _tolerant(
    connection: sqlite3.Connection | None,
    statement: str,
    most: int,
    hurt: list[BaseException] | None = None,
) -> Iterator[tuple[Any, ...]]:
    """Yield rows until the first one that cannot be read, which is noted in `hurt`."""
    if connection is None:
        return
    try:
        yield from itertools.islice(connection.execute(statement), most)
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        if hurt is not None:
            hurt.append(error)


def _carved(damaged: Path, known: set[bytes], *tables: str) -> Iterator[_Row]:
    """Yield the rows of some tables that only a look at the bytes finds, the log's included."""
    for path in (damaged, damaged.with_name(f"{damaged.name}-wal")):
        if not path.is_file() or not path.stat().st_size:
            continue
        with path.open("rb") as stream, _mapped(stream.fileno()) as data:
            for row in Carver(data).rows(known):
                if row.table not in tables:
                    continue
                if row.table == "revision":
                    yield row.table, row.columns[-2:]
                elif row.table == "blob":
                    yield row.table, (row.hash, row.columns[-1])
                else:
                    yield row.table, row.columns
            if "revision" in tables:
                for row in Carver(data).bodies(known):
                    yield row.table, row.columns


def _mapped(handle: int) -> "closing[mmap.mmap]":
    return closing(mmap.mmap(handle, 0, access=mmap.ACCESS_READ))


@contextmanager
def _connected(damaged: Path) -> Iterator[sqlite3.Connection | None]:
    """Connect for reading, tolerating a missing end and a damaged schema; None when impossible."""
    real = damaged.resolve()
    still = not real.with_name(f"{real.name}-wal").exists()
    connection = None
    try:
        uri = f"{real.as_uri()}?mode=ro" + ("&immutable=1" if still else "")
        connection = sqlite3.connect(uri, uri=True, isolation_level=None)
        # So asked, SQLite opens a file that is shorter than its header says.
        connection.execute("pragma writable_schema = on")
        connection.execute("pragma trusted_schema = off")
        connection.execute("pragma query_only = on")
    except sqlite3.DatabaseError:
        pass
    try:
        yield connection
    finally:
        if connection is not None:
            connection.close()
