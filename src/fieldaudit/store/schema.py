"""The tables of a survey file, as migrations.

Truth: `revision`, `blob`, `seal`. Local to one copy: `draft`, `journal`. Everything else is a
projection that can be dropped and made again. The GeoPackage tables follow OGC 12-128r18.
"""

from functools import cache

from sqlite_utils import Database, Migrations

from fieldaudit.store.geopackage import GEOPACKAGE_TABLES, register_layers, register_list

APPLICATION_ID = 0x47504B47
"""`GPKG`, as OGC 12-128r18 requirement 2 demands."""

USER_VERSION = 10300
"""GeoPackage 1.3.0."""

PAGE_SIZE = 16384
"""Photos of some MB read and write faster than with 4 KiB pages."""

migrations = Migrations("fieldaudit")

_TRUTH = """
create table revision (
    seq integer primary key,
    id blob not null unique,
    record blob not null,
    kind text not null,
    clock integer not null,
    author text not null,
    hash blob not null,
    body text not null
) strict;
create index revision_record on revision (record);
create table blob (
    seq integer primary key,
    hash blob not null unique,
    size integer not null,
    content blob not null
) strict;
create table seal (
    seq integer primary key,
    hash blob not null unique,
    author text not null,
    body text not null,
    signature blob not null
) strict
"""

_LOCAL = """
create table draft (
    record text not null,
    path text not null,
    value text,
    typed_at integer not null,
    primary key (record, path)
) strict, without rowid;
create table journal (
    seq integer primary key,
    made_at integer not null,
    deed text not null,
    body text not null
) strict
"""

_PROJECTIONS = """
create table record (
    id text primary key,
    kind text not null,
    heads text not null,
    clock integer not null,
    form text not null,
    deleted integer not null,
    conflicts integer not null,
    author text not null,
    made_at integer not null,
    made_offset integer not null,
    changed_at integer not null,
    body text not null
) strict;
create index record_kind on record (kind, id);
create table conflict (
    record text not null,
    path text not null,
    body text not null,
    primary key (record, path)
) strict, without rowid;
create virtual table search using fts5 (grams, record unindexed, tokenize = 'unicode61')
"""

_LAYERS = """
create table sites (
    fid INTEGER primary key not null,
    geom POINT,
    record TEXT not null,
    code TEXT,
    name TEXT,
    kind TEXT,
    street TEXT,
    address TEXT,
    datum TEXT,
    example BOOLEAN
);
create index sites_record on sites (record);
create table photos (
    fid INTEGER primary key not null,
    geom POINT,
    record TEXT not null,
    visit TEXT,
    question TEXT,
    caption TEXT,
    name TEXT,
    taken_at TEXT,
    sha256 TEXT
);
create index photos_record on photos (record);
create table samples (
    fid INTEGER primary key not null,
    geom POINT,
    record TEXT not null,
    visit TEXT,
    taken_at TEXT,
    operator TEXT,
    technology TEXT,
    rsrp DOUBLE,
    rsrq DOUBLE,
    sinr DOUBLE
);
create index samples_record on samples (record);
create table visits (
    fid INTEGER primary key not null,
    record TEXT not null,
    site TEXT,
    status TEXT,
    inspector TEXT,
    started TEXT,
    ended TEXT
);
create index visits_record on visits (record)
"""

_PAPERS = """
create table papers (
    fid INTEGER primary key not null,
    record TEXT not null,
    visit TEXT,
    question TEXT,
    caption TEXT,
    name TEXT,
    media_type TEXT,
    size INTEGER,
    sha256 TEXT
);
create index papers_record on papers (record)
"""

_JUDGED = """(
    visit text primary key,
    form text not null,
    basis text not null,
    moment text not null,
    body text not null
) strict, without rowid"""

OF_VISIT = (
    """substr(body, nullif(max(instr(body, ',"visit":"'), instr(body, '{"visit":"')), 0)"""
    " + 10, 37)"
)
"""The visit that a photo, paper or log belongs to, with the quotation mark that ends it.

What a file's schema may call does not include the functions for JSON. A body is flat, without
spaces and with its quotation marks escaped, so a comma or brace stands before a key alone.
"""

_LISTED = f"""
drop index record_kind;
create index record_kind on record (kind, deleted, id, heads);
create index record_visit on record ({OF_VISIT}, kind, deleted, id, heads)
    where kind in ('photo', 'paper', 'log');
drop index visits_record;
create index visits_record on visits (record, started, status, site, inspector);
drop index sites_record;
create index sites_record on sites (record, code, street);
create table judged {_JUDGED}
"""

ASIDE = "judged_here"
"""What a connection that cannot write has instead of the table `judged`, in memory."""


@migrations()
def m001_first(db: Database) -> None:
    """Make a survey file from nothing."""
    for script in (GEOPACKAGE_TABLES, _TRUTH, _LOCAL, _PROJECTIONS, _LAYERS):
        for statement in script.split(";\n"):
            db.execute(statement)
    register_layers(db)
    db.execute(f"pragma application_id = {APPLICATION_ID}")
    db.execute(f"pragma user_version = {USER_VERSION}")


@migrations()
def m002_papers(db: Database) -> None:
    """Add the list of attached papers; a program without it knows no such records."""
    for statement in _PAPERS.split(";\n"):
        db.execute(statement)
    register_list(db, "papers", "附件 Papers")


@migrations()
def m003_listed(db: Database) -> None:
    """Let lists be read page by page, and keep what checklists made of visits."""
    for statement in _LISTED.split(";\n"):
        db.execute(statement)


def set_aside(db: Database) -> None:
    """Make a table in memory for what a connection that cannot write finds out."""
    db.execute("pragma temp_store = memory")
    db.execute(f"create temp table {ASIDE} {_JUDGED}")


LAYERS = ("sites", "photos", "samples", "visits", "papers")
"""The GeoPackage layers and lists that other programs read."""

PROJECTIONS = ("record", "conflict", "judged", "search", *LAYERS)
"""Tables that `projections.rebuild` empties and fills again."""


CORE = frozenset(["revision", "blob", "seal", "draft", "journal", "record", "conflict", "judged"])
"""Tables that only this program writes; another one may add to the layers."""

Item = tuple[str, str, str, str]
"""Something in a schema: its type, its name, its table, its statement."""


def newer(db: Database) -> tuple[str, ...]:
    """Return the migrations applied to a file that this program does not know."""
    known = _known_migrations()
    return tuple(name for name in applied(db) if name not in known)


def applied(db: Database) -> tuple[str, ...]:
    """Return the migrations applied to a file, in their order."""
    told = "select name from _sqlite_migrations where migration_set = ? order by rowid"
    return tuple(name for (name,) in db.execute(told, (migrations.name,)))


def strange(db: Database) -> list[Item]:
    """Return what is missing from a schema, altered in it, or does not belong there.

    Tables that other programs keep for themselves (styles, spatial indexes) may be there.
    """
    done = applied(db)
    pending = next((name for name in _known_migrations() if name not in done), "")
    differing = _schema(db) ^ _known_schema(pending)
    return sorted(item for item in differing if not _harmless(item))


def shed(db: Database) -> None:
    """Drop the triggers and spatial indexes that another program hung onto the layers.

    They would run, and fail, whenever this program writes.
    """
    foreign = [item for item in sorted(_schema(db)) if _runs(item)]
    for kind, name, _, _ in foreign:
        quoted = name.replace('"', '""')
        db.execute(f'drop {kind} "{quoted}"')
    if foreign and "gpkg_extensions" in db.table_names():
        db.execute("delete from gpkg_extensions where extension_name = 'gpkg_rtree_index'")


def _runs(item: Item) -> bool:
    kind, name, _, sql = item
    return kind == "trigger" or (_is_virtual(sql) and name.startswith("rtree_"))


def _harmless(item: Item) -> bool:
    kind, name, table, sql = item
    if table in CORE:
        return False
    # How its own tables are spelled is up to the version of the library that made them.
    if name.startswith(("search", "_sqlite_migrations", "idx__sqlite_migrations", "sqlite_stat")):
        return True
    if name in _known_names() or table in _known_names() - set(LAYERS):
        return False
    return (
        kind == "index" or name.startswith("rtree_") or (kind == "table" and not _is_virtual(sql))
    )


def _is_virtual(sql: str) -> bool:
    return sql.lstrip().lower().startswith("create virtual")


def _schema(db: Database) -> set[Item]:
    # A damaged schema has anything in its columns.
    told = ", ".join(
        f"coalesce(cast({x} as text), '')" for x in ("type", "name", "tbl_name", "sql")
    )
    rows = db.execute(f"select {told} from sqlite_master")  # noqa: S608 - our own column names
    return {(kind, name, table, sql) for kind, name, table, sql in rows}


def _known_migrations() -> tuple[str, ...]:
    # To ask for them politely takes a database, which is too slow for each of a hundred files.
    return tuple(migration.name for migration in migrations._migrations)


@cache
def _known_schema(before: str) -> frozenset[Item]:
    """Return the schema that the migrations make, all or those before one."""
    blank = Database(memory=True)
    migrations.apply(blank, stop_before=before or None)
    known = frozenset(_schema(blank))
    blank.close()
    return known


@cache
def _known_names() -> frozenset[str]:
    return frozenset(name for kind, name, _, _ in _known_schema("") if kind == "table")
