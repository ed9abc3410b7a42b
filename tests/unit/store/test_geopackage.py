import struct

import pytest
from sqlite_utils import Database

from fieldaudit.store.geopackage import (
    GEOPACKAGE_TABLES,
    WGS84,
    geopoint_geometry,
    point,
    register_layers,
)


def test_a_point_is_a_geopackage_geometry():
    header, rest = point(106.5, 29.6)[:8], point(106.5, 29.6)[8:]
    assert struct.unpack("<2sBBi", header) == (b"GP", 0, 1, WGS84)
    assert struct.unpack("<BIdd", rest) == (1, 1, 106.5, 29.6)


def test_a_geopoint_has_latitude_first():
    assert geopoint_geometry("29.6 106.5 210.0 4.9") == point(106.5, 29.6)
    assert geopoint_geometry("29.6 106.5") == point(106.5, 29.6)


@pytest.mark.parametrize(
    "text", ["", "29.6", "north east", "nan nan", "inf 0", "91 0", "0 181", "1e999 0"]
)
def test_what_is_no_place_on_earth_has_no_geometry(text):
    assert geopoint_geometry(text) is None


def test_layers_are_registered_with_their_reference_system():
    db = Database(memory=True)
    for statement in GEOPACKAGE_TABLES.split(";\n"):
        db.execute(statement)
    register_layers(db)
    layers = db.execute("select table_name, srs_id from gpkg_contents where srs_id").fetchall()
    assert layers == [("sites", 4326), ("samples", 4326), ("photos", 4326)]
    systems = {row[0] for row in db.execute("select srs_id from gpkg_spatial_ref_sys")}
    assert systems == {4326, 0, -1}
    db.close()
