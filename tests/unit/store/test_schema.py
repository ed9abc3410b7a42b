import pytest
from sqlite_utils import Database

from fieldaudit.store import schema
from fieldaudit.store.schema import CORE, LAYERS, PROJECTIONS, migrations, newer, shed, strange


@pytest.fixture
def db():
    db = Database(memory=True)
    migrations.apply(db)
    yield db
    db.close()


def test_a_fresh_file_is_a_geopackage_with_all_its_tables(db):
    assert db.execute("pragma application_id").fetchone() == (schema.APPLICATION_ID,)
    assert db.execute("pragma user_version").fetchone() == (schema.USER_VERSION,)
    assert set(db.table_names()) >= {*CORE, *PROJECTIONS, *LAYERS}
    assert strange(db) == []
    assert newer(db) == ()


def test_a_migration_that_is_not_known_is_newer(db):
    db.table("_sqlite_migrations").insert(
        {"id": 99, "migration_set": "fieldaudit", "name": "m999_later", "applied_at": ""}
    )
    assert newer(db) == ("m999_later",)


@pytest.mark.parametrize(
    "statement",
    [
        "create view spy as select * from revision",
        "create trigger spy after insert on revision begin delete from revision; end",
        "create trigger spy after insert on sites begin delete from revision; end",
        "create trigger rtree_spy after insert on draft begin delete from draft; end",
        "create index spy on revision (author)",
        "create virtual table spy using fts5 (x)",
        "alter table revision add column spy text",
        "alter table sites add column spy text",
        "drop table seal",
        "drop index revision_record",
        "drop table blob; create view blob as select 1 as hash",
        "drop table blob; create table blob (hash blob, content as (x'00'), size) ",
        "drop table conflict; create virtual table conflict using fts5 (record, path, body)",
    ],
)
def test_what_does_not_belong_is_strange(db, statement):
    db.conn.executescript(statement)
    assert strange(db)


@pytest.mark.parametrize(
    "statement",
    [
        "create table layer_styles (id integer primary key, styleqml text)",
        "create table gpkg_extensions (table_name text); create index mine on gpkg_extensions (1)",
        "create virtual table rtree_sites_geom using rtree (id, minx, maxx, miny, maxy)",
        "create trigger rtree_sites_geom_insert after insert on sites begin select 1; end",
        "analyze",
    ],
)
def test_what_other_programs_keep_for_themselves_may_be_there(db, statement):
    db.conn.executescript(statement)
    assert strange(db) == []


def test_what_would_run_when_this_program_writes_is_shed(db):
    db.conn.executescript(
        "create virtual table rtree_sites_geom using rtree (id, minx, maxx, miny, maxy);"
        'create trigger "rtree_sites ""insert" after insert on sites begin select no(); end;'
        "create table gpkg_extensions (table_name text, extension_name text);"
        "insert into gpkg_extensions values ('sites', 'gpkg_rtree_index'), ('sites', 'other');"
        "create table layer_styles (id integer primary key)"
    )
    shed(db)
    db.execute("insert into sites (fid, record) values (1, 'a')")
    assert "layer_styles" in db.table_names()
    assert not [name for name in db.table_names() if name.startswith("rtree_")]
    assert db.execute("select extension_name from gpkg_extensions").fetchall() == [("other",)]


def test_nothing_is_shed_from_a_file_that_was_left_alone(db):
    before = db.schema
    shed(db)
    assert db.schema == before


def test_an_older_file_is_compared_with_what_its_version_had(db, monkeypatch):
    later = [*migrations._migrations, migrations._Migration("m999", _add_table)]
    monkeypatch.setattr(migrations, "_migrations", later)
    assert strange(db) == []
    migrations.apply(db)
    assert strange(db) == []


def _add_table(db: Database) -> None:
    db.execute("create table later (id integer primary key) strict")
