"""The GeoPackage side of a survey file: its metadata tables and point geometries.

After OGC 12-128r18 (GeoPackage 1.3): §1.1.2 spatial reference systems, §1.1.3 contents,
§2.1.3 geometry encoding, §2.1.5 geometry columns.
"""

import struct

from sqlite_utils import Database

WGS84 = 4326
_POLE = 90
_ANTIMERIDIAN = 180

_WGS84_WKT = (
    'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,'
    'AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,'
    'AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],'
    'AXIS["Latitude",NORTH],AXIS["Longitude",EAST],AUTHORITY["EPSG","4326"]]'
)

GEOPACKAGE_TABLES = """
create table gpkg_spatial_ref_sys (
    srs_name TEXT not null,
    srs_id INTEGER not null primary key,
    organization TEXT not null,
    organization_coordsys_id INTEGER not null,
    definition TEXT not null,
    description TEXT
);
create table gpkg_contents (
    table_name TEXT not null primary key,
    data_type TEXT not null,
    identifier TEXT unique,
    description TEXT default '',
    last_change DATETIME not null default (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
    min_x DOUBLE,
    min_y DOUBLE,
    max_x DOUBLE,
    max_y DOUBLE,
    srs_id INTEGER,
    constraint fk_gc_r_srs_id foreign key (srs_id) references gpkg_spatial_ref_sys(srs_id)
);
create table gpkg_geometry_columns (
    table_name TEXT not null,
    column_name TEXT not null,
    geometry_type_name TEXT not null,
    srs_id INTEGER not null,
    z TINYINT not null,
    m TINYINT not null,
    constraint pk_geom_cols primary key (table_name, column_name),
    constraint uk_gc_table_name unique (table_name),
    constraint fk_gc_tn foreign key (table_name) references gpkg_contents(table_name),
    constraint fk_gc_srs foreign key (srs_id) references gpkg_spatial_ref_sys (srs_id)
)
"""

_SYSTEMS = (
    ("WGS 84 geodetic", WGS84, "EPSG", WGS84, _WGS84_WKT, "longitude/latitude on WGS 84"),
    ("Undefined Cartesian SRS", -1, "NONE", -1, "undefined", None),
    ("Undefined geographic SRS", 0, "NONE", 0, "undefined", None),
)

_CONTENTS = (
    "insert into gpkg_contents (table_name, data_type, identifier, srs_id) values (?, ?, ?, ?)"
)
_LAYERS = (
    ("sites", "站点 Sites"),
    ("samples", "测试采样 Samples"),
    ("photos", "照片 Photos"),
)


def register_layers(db: Database) -> None:
    """Fill the metadata tables for the layers sites, samples, photos and the list visits."""
    register_systems(db)
    for table, identifier in _LAYERS:
        db.execute(_CONTENTS, (table, "features", identifier, WGS84))
        db.execute(
            "insert into gpkg_geometry_columns values (?, 'geom', 'POINT', ?, 0, 0)", (table, WGS84)
        )
    register_list(db, "visits", "检查 Visits")


def register_list(db: Database, table: str, identifier: str) -> None:
    """Fill the metadata tables for a list without places."""
    db.execute(_CONTENTS, (table, "attributes", identifier, None))


def register_systems(db: Database) -> None:
    """Name the spatial reference systems that every GeoPackage must name."""
    systems = "insert into gpkg_spatial_ref_sys values (?, ?, ?, ?, ?, ?)"
    for row in _SYSTEMS:
        db.execute(systems, row)


def point(longitude: float, latitude: float) -> bytes:
    """Encode a WGS-84 point in degrees as a GeoPackage geometry (no envelope, little-endian)."""
    header = struct.pack("<2sBBi", b"GP", 0, 0b0000_0001, WGS84)
    return header + struct.pack("<BIdd", 1, 1, longitude, latitude)


def geopoint_geometry(geopoint: str) -> bytes | None:
    """Encode an ODK geopoint (`lat lon alt acc`); None when it is empty or malformed."""
    parts = geopoint.split()
    try:
        latitude, longitude = float(parts[0]), float(parts[1])
    except (IndexError, ValueError):
        return None
    inside = abs(latitude) <= _POLE and abs(longitude) <= _ANTIMERIDIAN
    return point(longitude, latitude) if inside else None
