"""A GeoPackage for other programs: layers and lists, nothing of the survey's own tables.

After OGC 12-128r18 (GeoPackage 1.3). Map styles lie in `layer_styles`, where QGIS looks for them.
"""

import itertools
import struct
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlite_utils import Database

from fieldaudit.errors import BadInput, Code
from fieldaudit.store.failures import explained
from fieldaudit.store.geopackage import GEOPACKAGE_TABLES, WGS84, register_systems
from fieldaudit.store.schema import APPLICATION_ID, USER_VERSION

Value = str | int | float | None
"""What a cell of the file holds."""

_STYLES = """
create table layer_styles (
    id INTEGER primary key autoincrement not null,
    f_table_catalog TEXT(256),
    f_table_schema TEXT(256),
    f_table_name TEXT(256),
    f_geometry_column TEXT(256),
    styleName TEXT(30),
    styleQML TEXT,
    styleSLD TEXT,
    useAsDefault BOOLEAN,
    description TEXT,
    owner TEXT(30),
    ui TEXT(30),
    update_time DATETIME default (strftime('%Y-%m-%dT%H:%M:%fZ','now'))
)
"""
_CODES = {"POINT": 1, "LINESTRING": 2, "POLYGON": 3}


@dataclass(frozen=True, slots=True)
class FileGeometry:
    """Where one row lies."""

    kind: str
    """POINT, LINESTRING or POLYGON (its outer ring)."""

    points: tuple[tuple[float, float], ...]
    """Longitude and latitude in degrees, WGS-84."""


@dataclass(frozen=True, slots=True)
class FileLayer:
    """One table of the file."""

    name: str
    """Table name."""

    title: str
    """What a person reads."""

    columns: tuple[tuple[str, str], ...]
    """Name and GeoPackage type of each column: TEXT, INTEGER, DOUBLE, DATE."""

    rows: Sequence[tuple[Value, ...]]
    """Each as long as `columns`."""

    geometry: str = ""
    """POINT, LINESTRING, POLYGON or GEOMETRY; empty for a list without places."""

    places: Sequence[FileGeometry | None] = ()
    """One for each row of a layer."""

    style: str = ""
    """QML; empty: QGIS chooses."""


def write_file(
    out: Path, layers: Sequence[FileLayer], *, made_at: str, step: Callable[[int, int], None]
) -> None:
    """Write layers into the new file `out`, then read them back and compare.

    Args:
        out: an empty or absent file.
        layers: what it holds.
        made_at: time of the contents, ISO 8601 in UTC, ending in Z.
        step: called with (layers written, layers in all); may raise to stop.

    Raises:
        BadInput: EXPORT_MISMATCH when a row comes back otherwise.
        Surroundings: the disk is full, or the folder cannot be written.
    """
    with explained(out), closing(Database(out)) as db:
        # The whole file is thrown away when anything fails: no journal is needed.
        db.execute("pragma journal_mode = off")
        db.execute(f"pragma application_id = {APPLICATION_ID}")
        db.execute(f"pragma user_version = {USER_VERSION}")
        db.execute("begin")
        for statement in GEOPACKAGE_TABLES.split(";\n"):
            db.execute(statement)
        register_systems(db)
        _write_layers(db, layers, made_at, step)
        db.execute("commit")
    with explained(out), closing(Database(out)) as db:
        _check(db, out, layers)


def _write_layers(
    db: Database, layers: Sequence[FileLayer], made_at: str, step: Callable[[int, int], None]
) -> None:
    for number, layer in enumerate(layers):
        step(number, len(layers))
        _create(db, layer, made_at)
        columns = 1 + bool(layer.geometry) + len(layer.columns)
        marks = ", ".join("?" * columns)
        db.conn.executemany(f"insert into {_quoted(layer.name)} values ({marks})", _rows(layer))  # noqa: S608 - ours
    if any(layer.style for layer in layers):
        _add_styles(db, layers, made_at)
    step(len(layers), len(layers))


def _create(db: Database, layer: FileLayer, made_at: str) -> None:
    columns = ["fid INTEGER primary key autoincrement not null"]
    columns += [f"geom {layer.geometry}"] if layer.geometry else []
    columns += [f"{_quoted(name)} {kind}" for name, kind in layer.columns]
    db.execute(f"create table {_quoted(layer.name)} ({', '.join(columns)})")
    kind = "features" if layer.geometry else "attributes"
    corners = [point for place in layer.places if place for point in place.points]
    box = _box(corners) if corners else (None, None, None, None)
    db.execute(
        "insert into gpkg_contents values (?, ?, ?, '', ?, ?, ?, ?, ?, ?)",
        (layer.name, kind, layer.title, made_at, *box, WGS84 if layer.geometry else None),
    )
    if layer.geometry:
        db.execute(
            "insert into gpkg_geometry_columns values (?, 'geom', ?, ?, 0, 0)",
            (layer.name, layer.geometry, WGS84),
        )


def _box(points: list[tuple[float, float]]) -> tuple[float, float, float, float]:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def _rows(layer: FileLayer) -> Iterator[tuple[object, ...]]:
    """Yield the rows as stored: number, geometry, cells."""
    for number, row in enumerate(layer.rows, 1):
        if layer.geometry:
            yield number, _blob(layer.places[number - 1]), *row
        else:
            yield number, *row


def _blob(place: FileGeometry | None) -> bytes | None:
    """Encode a geometry (§2.1.3): no envelope, little-endian."""
    if place is None:
        return None
    header = struct.pack("<2sBBi", b"GP", 0, 0b0000_0001, WGS84)
    body = struct.pack("<BI", 1, _CODES[place.kind])
    if place.kind == "POLYGON":
        body += struct.pack("<I", 1)
    if place.kind != "POINT":
        body += struct.pack("<I", len(place.points))
    return (
        header + body + struct.pack(f"<{len(place.points) * 2}d", *itertools.chain(*place.points))
    )


def _add_styles(db: Database, layers: Sequence[FileLayer], made_at: str) -> None:
    db.execute(_STYLES)
    contents = (
        "insert into gpkg_contents (table_name, data_type, identifier, last_change)"
        " values ('layer_styles', 'attributes', 'layer_styles', ?)"
    )
    db.execute(contents, (made_at,))
    for layer in layers:
        if layer.style:
            db.execute(
                "insert into layer_styles (f_table_catalog, f_table_schema, f_table_name,"
                " f_geometry_column, styleName, styleQML, useAsDefault, description, owner,"
                " update_time) values ('', '', ?, ?, ?, ?, 1, ?, '', ?)",
                (
                    layer.name,
                    "geom" if layer.geometry else "",
                    layer.name[:30],
                    layer.style,
                    layer.title,
                    made_at,
                ),
            )


def _check(db: Database, out: Path, layers: Sequence[FileLayer]) -> None:
    for layer in layers:
        found = db.execute(f"select * from {_quoted(layer.name)} order by fid")  # noqa: S608 - ours
        for wanted, row in itertools.zip_longest(_rows(layer), found):
            if wanted != row:
                where = f"{layer.name}:{(wanted or row)[0]}"
                raise BadInput(Code.EXPORT_MISMATCH, file=out.name, where=where)
    verdict = db.execute("pragma integrity_check").fetchone()[0]
    if verdict != "ok":
        raise BadInput(Code.EXPORT_MISMATCH, file=out.name, where=verdict)


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
