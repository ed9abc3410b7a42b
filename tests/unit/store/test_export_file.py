"""A GeoPackage for other programs."""

import struct
import subprocess
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from sqlite_utils import Database

from fieldaudit.errors import BadInput, Code, Surroundings
from fieldaudit.store.export_file import FileGeometry, FileLayer, write_file
from tests.kit.surveys import unwatched

VALIDATOR = Path("/usr/lib/python3/dist-packages/osgeo_utils/samples/validate_gpkg.py")
MADE = "2022-07-08T01:00:00.000Z"
RING = ((106.0, 29.0), (107.0, 29.0), (107.0, 30.0), (106.0, 29.0))
COLUMNS = (("RES-26", "DOUBLE"), ('the "name"', "TEXT"), ("day", "DATE"))
LAYERS = (
    FileLayer(
        "sites",
        "站点",
        COLUMNS,
        [(-31.0, "小区", "2022-07-08"), (None, None, None)],
        "POINT",
        [FileGeometry("POINT", ((106.5, 29.6),)), None],
        "<qgis/>",
    ),
    FileLayer(
        "places",
        "范围",
        (("a", "INTEGER"),),
        [(1,), (2,)],
        "GEOMETRY",
        [FileGeometry("POLYGON", RING), FileGeometry("LINESTRING", RING[:2])],
    ),
    FileLayer("findings", "不符合项", (("a", "TEXT"),), [("x",)]),
    FileLayer("empty", "空", (("a", "TEXT"),), [], "POINT"),
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    out = tmp_path / "a.gpkg"
    write_file(out, LAYERS, made_at=MADE, step=unwatched)
    return out


def test_rows_and_metadata_are_there(file: Path):
    with closing(Database(file)) as db:
        kinds = dict(db.execute("select table_name, data_type from gpkg_contents").fetchall())
        assert kinds["sites"] == "features"
        assert kinds["findings"] == "attributes"
        box = db.execute("select min_x, max_y from gpkg_contents where table_name = 'places'")
        assert box.fetchone() == (106.0, 30.0)
        row = db.execute('select "RES-26", "the ""name""" from sites').fetchone()
        assert row == (-31.0, "小区")
        style = db.execute("select f_table_name, useAsDefault, styleQML from layer_styles")
        assert style.fetchall() == [("sites", 1, "<qgis/>")]


def test_geometries_follow_the_standard(file: Path):
    with closing(Database(file)) as db:
        found = [blob for (blob,) in db.execute("select geom from places order by fid")]
    assert struct.unpack("<BIII", found[0][8:21]) == (1, 3, 1, 4)
    assert struct.unpack("<8d", found[0][21:]) == tuple(n for point in RING for n in point)
    assert struct.unpack("<BII4d", found[1][8:]) == (1, 2, 2, 106.0, 29.0, 107.0, 29.0)


@pytest.mark.skipif(not VALIDATOR.exists(), reason="validate_gpkg.py is not installed")
def test_gdal_finds_it_valid(file: Path):
    command = ["/usr/bin/python3", str(VALIDATOR), "--extra", "--warning-as-error", str(file)]
    run = subprocess.run(command, check=False, capture_output=True, text=True)
    assert (run.returncode, run.stderr) == (0, ""), run.stdout


def test_the_same_layers_give_the_same_bytes(file: Path, tmp_path: Path):
    write_file(tmp_path / "b.gpkg", LAYERS, made_at=MADE, step=unwatched)
    assert (tmp_path / "b.gpkg").read_bytes() == file.read_bytes()


def test_a_value_that_comes_back_otherwise_is_found(tmp_path: Path):
    # A column of whole numbers turns the text 007 into 7.
    altered = replace(LAYERS[2], columns=(("a", "INTEGER"),), rows=[("007",)])
    with pytest.raises(BadInput) as caught:
        write_file(tmp_path / "a.gpkg", [altered], made_at=MADE, step=unwatched)
    assert caught.value.code is Code.EXPORT_MISMATCH


def test_a_place_that_cannot_be_written_is_explained(tmp_path: Path):
    with pytest.raises(Surroundings):
        write_file(tmp_path / "no" / "a.gpkg", LAYERS, made_at=MADE, step=unwatched)
