"""SQLite's complaints as errors that a person understands: the one seam to the database."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from fieldaudit.errors import BadInput, Code, FieldauditError, Surroundings
from fieldaudit.store.revision import NotARevision

_SURROUNDINGS = {
    sqlite3.SQLITE_FULL: Code.DISK_FULL,
    sqlite3.SQLITE_BUSY: Code.SURVEY_LOCKED,
    sqlite3.SQLITE_LOCKED: Code.SURVEY_LOCKED,
    sqlite3.SQLITE_PROTOCOL: Code.SURVEY_LOCKED,
    sqlite3.SQLITE_READONLY: Code.FILE_READ_ONLY,
    sqlite3.SQLITE_PERM: Code.FILE_READ_ONLY,
    sqlite3.SQLITE_CANTOPEN: Code.FILE_UNREADABLE,
    sqlite3.SQLITE_IOERR: Code.FILE_UNREADABLE,
    sqlite3.SQLITE_IOERR_WRITE: Code.FILE_UNWRITABLE,
    sqlite3.SQLITE_IOERR_FSYNC: Code.FILE_UNWRITABLE,
    sqlite3.SQLITE_IOERR_DIR_FSYNC: Code.FILE_UNWRITABLE,
    sqlite3.SQLITE_IOERR_TRUNCATE: Code.FILE_UNWRITABLE,
    sqlite3.SQLITE_READONLY_DBMOVED: Code.FILE_NOT_FOUND,
}

_DAMAGE = {
    sqlite3.SQLITE_CORRUPT,
    sqlite3.SQLITE_NOTADB,
    sqlite3.SQLITE_FORMAT,
    sqlite3.SQLITE_TOOBIG,
}

_ERRNO = {
    errno.ENOSPC: Code.DISK_FULL,
    errno.EDQUOT: Code.DISK_FULL,
    errno.EROFS: Code.FILE_READ_ONLY,
}


@contextmanager
def translated(file: Path) -> Iterator[None]:
    """Turn what the database says about `file` into a known error.

    Anything else (a constraint broken, a wrong statement) is a bug and passes through.
    """
    try:
        yield
    except sqlite3.DatabaseError as error:
        known = _explain(error, file)
        if known is None:
            raise
        raise known from error
    except UnicodeDecodeError as error:
        # A name in a damaged schema need not be UTF-8.
        raise BadInput(Code.SURVEY_DAMAGED, file=file.name, reason="text") from error
    except NotARevision as error:
        raise BadInput(Code.SURVEY_DAMAGED, file=file.name, reason=str(error)) from error


@contextmanager
def explained(file: Path) -> Iterator[None]:
    """Turn what the database or the disk says about `file` into a known error."""
    try:
        with translated(file):
            yield
    except OSError as error:
        raise disk_error(error, file) from error


def disk_error(error: OSError, file: Path) -> Surroundings:
    """Say what the disk, the rights or the path have against `file`."""
    code = _ERRNO.get(error.errno or 0, Code.FILE_UNREADABLE)
    return Surroundings(code, file=file.name, reason=error.strerror or type(error).__name__)


def _explain(error: sqlite3.DatabaseError, file: Path) -> FieldauditError | None:
    extended = getattr(error, "sqlite_errorcode", None)
    if extended is None:
        # Python's own complaint about a text that is not UTF-8 has no number.
        undecodable = isinstance(error, sqlite3.OperationalError)
        reason = {"file": file.name, "reason": "text"}
        return BadInput(Code.SURVEY_DAMAGED, **reason) if undecodable else None
    primary = extended & 0xFF
    if primary in _DAMAGE:
        return BadInput(Code.SURVEY_DAMAGED, file=file.name, reason=str(error))
    code = _SURROUNDINGS.get(extended) or _SURROUNDINGS.get(primary)
    return Surroundings(code, file=file.name, reason=str(error)) if code else None
