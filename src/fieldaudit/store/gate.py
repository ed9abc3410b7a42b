"""What a file must be before it is opened as a survey: its header, its tables, its rights."""

import os
import stat
from pathlib import Path

from sqlite_utils import Database

from fieldaudit.errors import BadInput, Code, Surroundings
from fieldaudit.store.schema import APPLICATION_ID, CORE, applied, newer, strange

_MAGIC = b"SQLite format 3\x00"
_HEADER = 100
_NEWEST_FORM = 4
_UTF_8 = 1


def check_header(path: Path) -> None:
    """Look at the first bytes, before SQLite does.

    Raises:
        BadInput: there is no file, it is no GeoPackage, or its end is missing.
    """
    if path.exists() and not path.is_file():
        raise BadInput(Code.FILE_NOT_A_FILE, file=str(path))
    if not path.is_file():
        raise BadInput(Code.FILE_NOT_FOUND, file=str(path))
    with path.open("rb") as file:
        header = file.read(_HEADER)
    if not header:
        raise BadInput(Code.SURVEY_EMPTY, file=path.name)
    if header[:16] != _MAGIC or len(header) < _HEADER:
        raise BadInput(Code.SURVEY_NOT_SQLITE, file=path.name)
    if int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise BadInput(Code.SURVEY_FOREIGN, file=path.name)
    form, encoding = (int.from_bytes(header[at : at + 4], "big") for at in (44, 56))
    if form > _NEWEST_FORM or encoding != _UTF_8:
        raise BadInput(Code.SURVEY_DAMAGED, file=path.name, reason="header")
    size = int.from_bytes(header[16:18], "big") or 1
    page_size = 65536 if size == 1 else size
    pages = int.from_bytes(header[28:32], "big")
    # The end of the file may still lie in a log beside it, after a power cut.
    whole = any(path.with_name(name).exists() for name in companions(path))
    if not whole and path.stat().st_size < page_size * pages:
        raise BadInput(Code.SURVEY_DAMAGED, file=path.name, reason="truncated")


def check_tables(db: Database, path: Path) -> None:
    """Look at what tables there are.

    Raises:
        BadInput: they are another program's, or somebody altered them.
        Surroundings: they are those of a newer version of this program.
    """
    columns = {row[1] for row in db.execute("pragma table_info(_sqlite_migrations)")}
    if not columns.issuperset(["id", "migration_set", "name", "applied_at"]):
        raise BadInput(Code.SURVEY_FOREIGN, file=path.name)
    unknown = newer(db)
    if unknown:
        raise Surroundings(Code.SURVEY_NEWER, file=path.name, version=unknown[-1])
    if not applied(db):
        raise BadInput(Code.SURVEY_FOREIGN, file=path.name)
    altered = [table for _, _, table, _ in strange(db) if table in CORE]
    if altered:
        raise BadInput(Code.SURVEY_SCHEMA, file=path.name, table=altered[0])


def writable(path: Path) -> bool:
    """A file without any write permission is meant to stay as it is, even for root."""
    anyone = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH
    return bool(path.stat().st_mode & anyone) and os.access(path, os.W_OK)


def companions(path: Path) -> tuple[str, str]:
    """Return the names of the files that may hold a part of the last changes."""
    return path.name + "-wal", path.name + "-journal"
