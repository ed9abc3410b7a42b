import shutil
import sqlite3
import stat
from contextlib import closing

import pytest
from sqlite_utils import Database

from fieldaudit.errors import BadInput, Code, FieldauditError, Surroundings
from fieldaudit.store import records, revisions
from fieldaudit.store.schema import migrations
from fieldaudit.store.survey import create_survey, open_survey
from tests.kit.history import record_id
from tests.kit.surveys import a_survey, revise, tamper

ONE = record_id(1)


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "a.gpkg"
    a_survey(path).close()
    return path


def refusal(path, **how) -> FieldauditError:
    with pytest.raises(FieldauditError) as caught:
        open_survey(path, **how)
    assert path.name in str(caught.value)
    return caught.value


def test_a_new_file_is_durable_and_closes_to_one_file(tmp_path):
    with create_survey(tmp_path / "a.gpkg") as survey:
        pragmas = ("journal_mode", "synchronous", "page_size", "trusted_schema")
        told = [survey.db.execute(f"pragma {name}").fetchone()[0] for name in pragmas]
        assert told == ["wal", 2, 16384, 0]
    assert [each.name for each in tmp_path.iterdir()] == ["a.gpkg"]


@pytest.mark.parametrize("name", ["a b.gpkg", "小区 #1?.gpkg", "50%25.gpkg", "a.b", "-wal"])
def test_any_file_name_will_do(tmp_path, name):
    with create_survey(tmp_path / name) as survey:
        revise(survey, ONE, {"name": "甲"})
    for readonly in (True, False):
        with open_survey(tmp_path / name, readonly=readonly) as survey:
            assert records.record(survey, ONE).values == {"name": "甲"}
    assert [each.name for each in tmp_path.iterdir()] == [name]


def test_no_file_is_made_over_another(path):
    with pytest.raises(BadInput) as caught:
        create_survey(path)
    assert caught.value.code is Code.FILE_EXISTS


def test_a_file_that_cannot_be_made_leaves_nothing(tmp_path, monkeypatch):
    def fail(db: Database) -> None:
        db.execute("create table a (b)")
        raise KeyboardInterrupt

    monkeypatch.setattr(migrations, "_migrations", [migrations._Migration("m001", fail)])
    with pytest.raises(KeyboardInterrupt):
        create_survey(tmp_path / "a.gpkg")
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(Surroundings):
        create_survey(tmp_path / "no folder" / "a.gpkg")


def test_a_read_only_survey_writes_nothing(path):
    before = path.read_bytes()
    with open_survey(path, readonly=True) as survey:
        assert revisions.count(survey) == 1
        with pytest.raises(Surroundings) as caught:
            revise(survey, ONE, {"name": "甲"})
        assert caught.value.code is Code.FILE_READ_ONLY
        with pytest.raises(Surroundings), survey.bulk():
            pass
    assert path.read_bytes() == before
    assert [each.name for each in path.parent.iterdir()] == ["a.gpkg"]


def test_reading_sees_one_state_and_what_lies_in_the_log(path):
    with open_survey(path) as writer, open_survey(path, readonly=True) as reader:
        revise(writer, ONE, {"name": "甲"})
        with reader.reading():
            assert revisions.count(reader) == 2
            revise(writer, ONE, {"name": "乙"})
            assert revisions.count(reader) == 2
        assert revisions.count(reader) == 3


def test_a_link_to_a_file_finds_its_log(path, tmp_path):
    link = tmp_path / "link.gpkg"
    link.symlink_to(path)
    with open_survey(path) as writer:
        revise(writer, ONE, {"name": "甲"})
        with open_survey(link, readonly=True) as reader:
            assert revisions.count(reader) == 2


def test_blocks_nest_and_all_is_undone_together(path):
    with open_survey(path) as survey:
        with pytest.raises(ZeroDivisionError), survey.atomic():
            revise(survey, ONE, {"name": str(1 / revise_and_return_zero(survey))})
        assert revisions.count(survey) == 1
        with survey.atomic(), survey.reading():
            revise(survey, ONE, {"name": "甲"})
        assert revisions.count(survey) == 2


def test_writing_inside_reading_is_a_bug_rather_than_a_loss(path):
    with open_survey(path) as survey, survey.reading(), pytest.raises(RuntimeError):
        revise(survey, ONE, {"name": "甲"})


@pytest.mark.parametrize("fate", ["removed", "replaced"])
def test_a_file_that_went_away_takes_no_answers_with_it(path, tmp_path, fate):
    survey = open_survey(path)
    revise(survey, ONE, {"name": "甲"})
    path.rename(tmp_path / "elsewhere")
    if fate == "replaced":
        shutil.copyfile(tmp_path / "elsewhere", path)
    with pytest.raises(Surroundings) as caught:
        revise(survey, ONE, {"name": "乙"})
    assert caught.value.code is Code.FILE_NOT_FOUND
    survey.close()


def test_writing_much_leaves_the_log_and_comes_back_to_it(path):
    with open_survey(path) as survey:
        with survey.bulk():
            told = survey.db.execute("pragma synchronous").fetchone()
            assert survey.db.execute("pragma journal_mode").fetchone() == ("delete",)
            assert told == (3,)
            revise(survey, ONE, {"name": "甲"})
        assert survey.db.execute("pragma journal_mode").fetchone() == ("wal",)
        assert survey.db.execute("pragma synchronous").fetchone() == (2,)


def test_writing_much_goes_on_while_another_program_has_the_file_open(path):
    with open_survey(path) as survey, open_survey(path) as other:
        revisions.count(other)
        with survey.bulk():
            assert survey.db.execute("pragma journal_mode").fetchone() == ("wal",)
            revise(survey, ONE, {"name": "甲"})
        assert revisions.count(other) == 2


def test_another_program_that_came_in_between_does_not_undo_the_end(path):
    with open_survey(path) as survey:
        with survey.bulk():
            revise(survey, ONE, {"name": "甲"})
            late = sqlite3.connect(path, isolation_level=None)
            late.execute("begin")
            late.execute("select count(*) from revision").fetchone()
        assert survey.db.execute("pragma synchronous").fetchone() == (3,)
        late.close()
        revise(survey, ONE, {"name": "乙"})
        assert revisions.count(survey) == 3


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", Code.SURVEY_EMPTY),
        (b"SQLite format 3\x00", Code.SURVEY_NOT_SQLITE),
        ("巡查记录".encode() * 100, Code.SURVEY_NOT_SQLITE),
        (bytes(4096), Code.SURVEY_NOT_SQLITE),
    ],
)
def test_what_is_no_database_is_refused(tmp_path, content, code):
    path = tmp_path / "a.gpkg"
    path.write_bytes(content)
    assert refusal(path).code is code
    assert path.read_bytes() == content


def test_what_is_not_there_is_named(tmp_path):
    assert refusal(tmp_path / "a.gpkg").code is Code.FILE_NOT_FOUND
    assert refusal(tmp_path).code is Code.FILE_NOT_A_FILE


def test_another_programs_database_is_refused(path, tmp_path):
    other = tmp_path / "other.gpkg"
    tamper(other, "create table a (b)")
    assert refusal(other).code is Code.SURVEY_FOREIGN
    tamper(other, "pragma application_id = 1196444487", "create table c (d)")
    assert refusal(other).code is Code.SURVEY_FOREIGN
    for rename in ("migration_set", "applied_at"):
        alike = tmp_path / f"{rename}.gpkg"
        shutil.copyfile(path, alike)
        tamper(alike, f"alter table _sqlite_migrations rename column {rename} to other")
        assert refusal(alike).code is Code.SURVEY_FOREIGN


@pytest.mark.parametrize("share", [0.1, 0.5, 0.99])
def test_a_truncated_file_is_damaged_and_stays_as_it_is(path, share):
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * share)])
    before = path.read_bytes()
    for readonly in (True, False):
        assert refusal(path, readonly=readonly).code is Code.SURVEY_DAMAGED
    assert path.read_bytes() == before


def test_a_newer_file_is_refused_by_name(path):
    tamper(
        path,
        "insert into _sqlite_migrations (migration_set, name) values ('fieldaudit', 'm999_later')",
    )
    for readonly in (True, False):
        error = refusal(path, readonly=readonly)
        assert (error.code, error.params["version"]) == (Code.SURVEY_NEWER, "m999_later")


@pytest.mark.parametrize(
    "damage",
    [
        "drop table seal",
        "create trigger spy after insert on revision begin delete from draft; end",
        "alter table draft rename column value to other",
    ],
)
def test_a_file_whose_own_tables_were_altered_is_refused(path, damage):
    tamper(path, damage)
    for readonly in (True, False):
        assert refusal(path, readonly=readonly).code is Code.SURVEY_SCHEMA


def test_a_spatial_index_of_another_program_does_not_stop_writing(path):
    tamper(
        path,
        "create virtual table rtree_sites_geom using rtree (id, minx, maxx, miny, maxy)",
        "create trigger rtree_sites_geom_insert after insert on sites"
        " when new.geom notnull and not ST_IsEmpty(new.geom) begin select 1; end",
    )
    with open_survey(path) as survey:
        revise(survey, ONE, {"name": "甲", "position": "29.6 106.5"})
        assert survey.db.table("sites").count == 1


def test_a_file_marked_read_only_is_not_opened_for_writing(path):
    path.chmod(stat.S_IRUSR)
    assert refusal(path).code is Code.FILE_READ_ONLY
    with open_survey(path, readonly=True) as survey:
        assert revisions.count(survey) == 1


def test_a_file_that_another_program_writes_is_locked(path, monkeypatch):
    monkeypatch.setattr("fieldaudit.store.survey._BUSY_MS", 0)
    with closing(sqlite3.connect(path, isolation_level=None)) as other, open_survey(path) as survey:
        other.execute("begin immediate")
        with pytest.raises(Surroundings) as caught:
            revise(survey, ONE, {"name": "甲"})
        assert caught.value.code is Code.SURVEY_LOCKED
        other.execute("rollback")
        revise(survey, ONE, {"name": "甲"})


def test_an_older_file_is_copied_aside_with_its_log_and_upgraded(path, tmp_path, monkeypatch):
    with closing(sqlite3.connect(path)) as keeps_the_log:
        keeps_the_log.execute("select * from draft").fetchall()
        with open_survey(path) as survey:
            revise(survey, ONE, {"name": "甲"})
        later = [*migrations._migrations, migrations._Migration("m999", _add_table)]
        with monkeypatch.context() as patch:
            patch.setattr(migrations, "_migrations", later)
            with open_survey(path) as survey:
                assert "later" in survey.db.table_names()
                assert revisions.count(survey) == 2
    aside = tmp_path / "a.before-m999.gpkg"
    with open_survey(aside) as survey:
        assert "later" not in survey.db.table_names()
        assert revisions.count(survey) == 2
    tamper(aside, "delete from draft")
    shutil.copyfile(aside, path)
    before = aside.read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr(migrations, "_migrations", later)
        open_survey(path).close()
    assert aside.read_bytes() == before
    assert (tmp_path / "a.before-m999-1.gpkg").exists()


def revise_and_return_zero(survey) -> int:
    revise(survey, ONE, {"name": "甲"})
    return 0


def _add_table(db: Database) -> None:
    db.execute("create table later (id integer primary key) strict")
