import errno
import sqlite3
from pathlib import Path

import pytest

from fieldaudit.errors import BadInput, Code, Surroundings
from fieldaudit.store.failures import disk_error, explained, translated
from fieldaudit.store.revision import parse_revision

FILE = Path("folder/a.gpkg")


def coded(number: int) -> sqlite3.OperationalError:
    error = sqlite3.OperationalError("told by SQLite")
    error.sqlite_errorcode = number
    return error


@pytest.mark.parametrize(
    ("number", "kind", "code"),
    [
        (sqlite3.SQLITE_FULL, Surroundings, Code.DISK_FULL),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, Surroundings, Code.SURVEY_LOCKED),
        (sqlite3.SQLITE_LOCKED, Surroundings, Code.SURVEY_LOCKED),
        (sqlite3.SQLITE_READONLY_DIRECTORY, Surroundings, Code.FILE_READ_ONLY),
        (sqlite3.SQLITE_READONLY_DBMOVED, Surroundings, Code.FILE_NOT_FOUND),
        (sqlite3.SQLITE_CANTOPEN, Surroundings, Code.FILE_UNREADABLE),
        (sqlite3.SQLITE_IOERR_READ, Surroundings, Code.FILE_UNREADABLE),
        (sqlite3.SQLITE_IOERR_WRITE, Surroundings, Code.FILE_UNWRITABLE),
        (sqlite3.SQLITE_CORRUPT_VTAB, BadInput, Code.SURVEY_DAMAGED),
        (sqlite3.SQLITE_NOTADB, BadInput, Code.SURVEY_DAMAGED),
        (sqlite3.SQLITE_TOOBIG, BadInput, Code.SURVEY_DAMAGED),
    ],
)
def test_what_the_database_says_is_explained(number, kind, code):
    with pytest.raises(kind) as caught, translated(FILE):
        raise coded(number)
    assert caught.value.code is code
    assert "a.gpkg" in str(caught.value)


@pytest.mark.parametrize(
    "error",
    [coded(sqlite3.SQLITE_ERROR), coded(sqlite3.SQLITE_CONSTRAINT), sqlite3.ProgrammingError("x")],
)
def test_a_bug_passes_through(error):
    with pytest.raises(sqlite3.DatabaseError) as caught, explained(FILE):
        raise error
    assert caught.value is error


def test_a_text_that_is_not_utf_8_is_damage():
    connection = sqlite3.connect(":memory:")
    with pytest.raises(BadInput) as caught, translated(FILE):
        connection.execute("select cast(x'ff' as text)").fetchone()
    assert caught.value.code is Code.SURVEY_DAMAGED
    with pytest.raises(BadInput), translated(FILE):
        b"\xff".decode()
    connection.close()


def test_a_damaged_history_is_damage():
    with pytest.raises(BadInput) as caught, translated(FILE):
        parse_revision(b"{}")
    assert caught.value.code is Code.SURVEY_DAMAGED


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, Code.DISK_FULL),
        (errno.EROFS, Code.FILE_READ_ONLY),
        (errno.EACCES, Code.FILE_UNREADABLE),
        (None, Code.FILE_UNREADABLE),
    ],
)
def test_what_the_disk_says_is_explained(number, code):
    error = OSError(number, "told by the system")
    with pytest.raises(Surroundings) as caught, explained(FILE):
        raise error
    assert caught.value.code is code
    assert disk_error(error, FILE).code is code


def test_a_file_that_is_read_while_writing_is_not_mistaken_for_the_survey():
    with pytest.raises(FileNotFoundError), translated(FILE):
        raise FileNotFoundError("photo.jpg")
