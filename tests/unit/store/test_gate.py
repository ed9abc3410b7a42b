import sqlite3
import stat
from contextlib import closing

import pytest
from sqlite_utils import Database

from fieldaudit.codes import Trouble
from fieldaudit.errors import BadInput, Code, FieldauditError
from fieldaudit.store.gate import check_header, check_tables, companions, writable
from fieldaudit.store.schema import migrations
from tests.kit.surveys import a_survey


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "a.gpkg"
    a_survey(path).close()
    return path


def refusal(path) -> Trouble:
    with pytest.raises(BadInput) as caught:
        check_header(path)
    assert path.name in str(caught.value)
    return caught.value.code


def test_a_survey_passes(path):
    check_header(path)


@pytest.mark.parametrize(
    "content", [b"SQLite format 3\x00", "巡查记录".encode() * 100, bytes(4096)]
)
def test_what_is_no_database_is_refused(tmp_path, content):
    path = tmp_path / "a.gpkg"
    path.write_bytes(content)
    assert refusal(path) is Code.SURVEY_NOT_SQLITE


def test_a_file_that_was_never_filled_is_called_empty(tmp_path):
    path = tmp_path / "a.gpkg"
    path.touch()
    assert refusal(path) is Code.SURVEY_EMPTY


def test_what_is_no_file_is_refused(tmp_path):
    assert refusal(tmp_path / "a.gpkg") is Code.FILE_NOT_FOUND
    assert refusal(tmp_path) is Code.FILE_NOT_A_FILE


@pytest.mark.parametrize(
    ("at", "byte", "code"),
    [
        (68, 0, Code.SURVEY_FOREIGN),
        (47, 5, Code.SURVEY_DAMAGED),
        (59, 2, Code.SURVEY_DAMAGED),
        (30, 200, Code.SURVEY_DAMAGED),
    ],
)
def test_a_header_that_is_not_ours_is_refused(path, at, byte, code):
    content = bytearray(path.read_bytes())
    content[at] = byte
    path.write_bytes(content)
    assert refusal(path) is code


@pytest.mark.parametrize("name", ["a.gpkg-wal", "a.gpkg-journal"])
def test_a_missing_end_may_lie_in_a_log_beside_it(path, name):
    path.write_bytes(path.read_bytes()[:50_000])
    assert refusal(path) is Code.SURVEY_DAMAGED
    path.with_name(name).touch()
    check_header(path)
    assert name in companions(path)


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("drop table _sqlite_migrations", Code.SURVEY_FOREIGN),
        ("delete from _sqlite_migrations", Code.SURVEY_FOREIGN),
        ("alter table _sqlite_migrations rename column name to other", Code.SURVEY_FOREIGN),
        ("update _sqlite_migrations set name = 'm999_later' where id = 1", Code.SURVEY_NEWER),
        ("drop table seal", Code.SURVEY_SCHEMA),
        ("alter table draft add column other text", Code.SURVEY_SCHEMA),
    ],
)
def test_tables_are_looked_at(tmp_path, statement, code):
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        db = Database(connection)
        migrations.apply(db)
        db.execute(statement)
        with pytest.raises(FieldauditError) as caught:
            check_tables(db, tmp_path / "a.gpkg")
    assert caught.value.code is code


@pytest.mark.parametrize("statement", ["select 1", "alter table sites add column mine"])
def test_what_others_add_to_the_layers_may_be_there(tmp_path, statement):
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        migrations.apply(Database(connection))
        connection.execute(statement)
        check_tables(Database(connection), tmp_path / "a.gpkg")


def test_a_file_marked_read_only_is_not_writable(path):
    assert writable(path)
    path.chmod(stat.S_IRUSR)
    assert not writable(path)
