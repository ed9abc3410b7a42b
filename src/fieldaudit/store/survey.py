"""An open survey file: how it is made, opened, written and closed.

Everything else in `store` takes a `Survey` and never opens a connection of its own.
"""

import itertools
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from types import TracebackType

from sqlite_utils import Database

from fieldaudit.errors import BadInput, Code, Surroundings
from fieldaudit.store.claim import Claim, Holder
from fieldaudit.store.failures import explained, translated
from fieldaudit.store.gate import check_header, check_tables, companions, writable
from fieldaudit.store.schema import PAGE_SIZE, migrations, set_aside, shed
from fieldaudit.visit.newfile import new_file

_BUSY_MS = 5000
_PORTION = 512
"""Pages copied between two chances to stop."""

_BULK_CACHE_KIB = 32 << 10


class Survey:
    """A survey file opened by one thread.

    Attributes:
        path: the file.
        readonly: True when nothing can be written.
        db: the connection; only `store` uses it.
        holder: who else works in it, when that is why nothing can be written.
        claim: the right to work in it, given back on closing.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection, *, readonly: bool) -> None:
        """Wrap an open connection."""
        self.path = path
        self.readonly = readonly
        self.db = Database(connection)
        self.holder: Holder | None = None
        self.claim: Claim | None = None
        self._place = path.resolve()
        self._file = self._place.stat()
        self._writing = False

    def __enter__(self) -> "Survey":
        """Use the survey in a `with` statement."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the file."""
        self.close()

    def close(self) -> None:
        """Close the file; the last one to close it removes the write-ahead log."""
        try:
            with translated(self.path):
                self.db.close()
        finally:
            held, self.claim = self.claim, None
            if held:
                held.release()

    @contextmanager
    def atomic(self) -> Iterator[Database]:
        """Write all or nothing; durable when the block is left. Blocks may nest."""
        self._check_writable()
        with translated(self.path):
            if self._writing:
                yield self.db
                return
            if self.db.conn.in_transaction:
                raise RuntimeError("what is written while reading would be rolled back")
            self._check_place()
            self.db.execute("begin immediate")
            self._writing = True
            try:
                yield self.db
                self.db.execute("commit")
            except BaseException:
                self.db.conn.rollback()
                raise
            finally:
                self._writing = False

    @contextmanager
    def tentative(self) -> Iterator[None]:
        """Within `atomic`: take back what the block wrote, and no more, when it raises."""
        with translated(self.path):
            self.db.execute("savepoint tentative")
            try:
                yield
            except BaseException:
                # A full disk makes SQLite roll back everything by itself.
                if self.db.conn.in_transaction:
                    self.db.execute("rollback to tentative")
                    self.db.execute("release tentative")
                raise
            self.db.execute("release tentative")

    @contextmanager
    def reading(self) -> Iterator[Database]:
        """Read one consistent state."""
        with translated(self.path):
            if self.db.conn.in_transaction:
                yield self.db
                return
            self.db.execute("begin")
            try:
                yield self.db
            finally:
                self.db.conn.rollback()

    @contextmanager
    def bulk(self) -> Iterator[None]:
        """Write much at once: a rollback journal writes each page once, where WAL writes it twice.

        While another program has the file open, everything stays as it is and takes longer.

        EXTRA also syncs the folder after the journal's removal, without which a power cut can
        bring the journal back and undo a commit that was acknowledged.
        """
        self._check_writable()
        with translated(self.path):
            self.db.execute(f"pragma cache_size = {-_BULK_CACHE_KIB}")
            if _switch(self.db, "delete"):
                self.db.execute("pragma synchronous = extra")
        try:
            yield
        finally:
            with translated(self.path):
                self.db.execute("pragma cache_size = -2000")
                if _switch(self.db, "wal"):
                    self.db.execute("pragma synchronous = full")

    def _check_writable(self) -> None:
        if self.readonly:
            raise Surroundings(Code.FILE_READ_ONLY, file=self.path.name)

    def _check_place(self) -> None:
        """A file that was removed or replaced meanwhile would take answers with it."""
        try:
            here = self._place.stat()
        except OSError as error:
            raise Surroundings(Code.FILE_NOT_FOUND, file=str(self.path)) from error
        if not os.path.samestat(here, self._file):
            raise Surroundings(Code.FILE_NOT_FOUND, file=str(self.path))


def create_survey(path: Path) -> Survey:
    """Make an empty survey file at `path`, which must not exist yet; all of it, or nothing."""
    if path.exists():
        raise BadInput(Code.FILE_EXISTS, file=path.name)
    with explained(path):
        connection = _connect(path, "rwc")
        try:
            survey = Survey(path, connection, readonly=False)
            survey.db.execute(f"pragma page_size = {PAGE_SIZE}")
            migrations.apply(survey.db)
            _live(survey.db)
        except BaseException:
            connection.close()
            _discard(path)
            raise
    return survey


def open_survey(path: Path, *, readonly: bool = False) -> Survey:
    """Open a survey file; an older one is copied aside and upgraded.

    Raises:
        BadInput: it does not exist, is no survey, or is damaged.
        Surroundings: it is from a newer program, cannot be written, or is locked.
    """
    with explained(path):
        check_header(path)
        if not readonly and not writable(path):
            raise Surroundings(Code.FILE_READ_ONLY, file=path.name)
        connection = _connect(path, "ro" if readonly else "rw")
        try:
            survey = Survey(path, connection, readonly=readonly)
            check_tables(survey.db, path)
            if readonly:
                set_aside(survey.db)
            else:
                _live(survey.db)
                _upgrade(survey)
                shed(survey.db)
        except BaseException:
            connection.close()
            raise
    return survey


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    real = path.resolve()
    # A read-only connection cannot make the index of a write-ahead log; without a log or a
    # journal beside it the file does not change, and needs none.
    still = mode == "ro" and not any(real.with_name(name).exists() for name in companions(real))
    uri = f"{real.as_uri()}?mode={mode}" + ("&immutable=1" if still else "")
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=_BUSY_MS / 1000)
    try:
        for pragma in ("trusted_schema = off", "cell_size_check = on", "foreign_keys = off"):
            connection.execute(f"pragma {pragma}")
    except BaseException:
        connection.close()
        raise
    return connection


def _discard(path: Path) -> None:
    for name in (path.name, *companions(path)):
        with suppress(OSError):
            path.with_name(name).unlink(missing_ok=True)


def _live(db: Database) -> None:
    """WAL with FULL keeps every acknowledged commit; NORMAL would not."""
    db.execute("pragma journal_mode = wal")
    db.execute("pragma synchronous = full")


def _switch(db: Database, journal: str) -> bool:
    """Change the journal; impossible, and not needed, while somebody else has the file open."""
    db.execute("pragma busy_timeout = 0")
    try:
        return bool(db.execute(f"pragma journal_mode = {journal}").fetchone()[0] == journal)
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
            raise
        return False
    finally:
        db.execute(f"pragma busy_timeout = {_BUSY_MS}")


def _upgrade(survey: Survey) -> None:
    pending = migrations.pending(survey.db)
    if pending:
        with new_file(_aside(survey.path, pending[0].name)) as part:
            copy_pages(survey, part)
            _prove(part)
        migrations.apply(survey.db)


def _aside(path: Path, version: str) -> Path:
    """Return a name beside `path` that is not taken: an older copy is never written over."""
    for number in itertools.count():
        name = path.with_suffix(f".before-{version}{f'-{number}' if number else ''}.gpkg")
        if not name.exists():
            break
    return name


def _prove(part: Path) -> None:
    """A copy that nobody could go back to is no reason to upgrade."""
    with closing(sqlite3.connect(part, isolation_level=None)) as copied:
        verdict = copied.execute("pragma integrity_check").fetchone()[0]
    if verdict != "ok":
        raise BadInput(Code.SURVEY_DAMAGED, file=part.name, reason=verdict)


def copy_pages(survey: Survey, out: Path, step: Callable[[int, int], None] | None = None) -> None:
    """Copy the file as it is into `out`, what still lies in its log included.

    With `step`, which may raise to stop, it is told (pages copied, pages in all) again and again.
    """

    def told(_state: int, left: int, total: int) -> None:
        if step is not None:
            step(total - left, total + 1)

    try:
        with closing(sqlite3.connect(out, isolation_level=None)) as target:
            pages = _PORTION if step is not None else -1
            survey.db.conn.backup(target, pages=pages, progress=told)
            target.execute("pragma journal_mode = delete")
    except BaseException:
        _discard(out)
        raise
