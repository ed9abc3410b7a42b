"""What the reference tools say of a survey file: a valid GeoPackage, open or handed over.

QGIS and GDAL may also write into the layers; that does not stop the program.
"""

import json
import shutil
import subprocess
from contextlib import ExitStack
from pathlib import Path

import pytest

from fieldaudit.store import blobs, projections
from fieldaudit.store.copy import backup, write_copy
from fieldaudit.store.survey import open_survey
from tests.kit.logs import a_log, a_row
from tests.kit.surveys import a_photo, a_survey, fresh_id, merged, revise, rows, unwatched

PYTHON = Path("/usr/bin/python3")
VALIDATOR = Path("/usr/lib/python3/dist-packages/osgeo_utils/samples/validate_gpkg.py")

pytestmark = pytest.mark.skipif(
    not VALIDATOR.is_file() or shutil.which("ogrinfo") is None, reason="GDAL is not here"
)


@pytest.fixture
def path(tmp_path) -> Path:
    """A survey with sites, photos, samples and visits, one of each without a place."""
    path = tmp_path / "a.gpkg"
    with a_survey(path) as survey:
        for number in range(20):
            place = {"position": f"29.{number} 106.{number} 210 5"} if number else {}
            revise(survey, fresh_id(), {"name": f"小区{number}", "code": f"RES-{number}"} | place)
            revise(survey, fresh_id(), {"$status": "draft"}, kind="visit")
        a_photo(survey, b"jpeg")
        log = a_log(*(a_row(second) for second in range(50)))
        changes = {"blob": blobs.add(survey, log), "name": "a.txt", "datum": "wgs84"}
        revise(survey, fresh_id(), changes, kind="log")
        revise(survey, fresh_id(), {"name": "a.txt"}, kind="photo")
    return path


def check(path: Path) -> None:
    """Let both judges speak; they have nothing to say against the file."""
    order = [str(PYTHON), str(VALIDATOR), "--extra", "--warning-as-error", str(path)]
    judged = subprocess.run(order, check=False, capture_output=True, text=True)
    assert judged.returncode == 0, judged.stdout + judged.stderr
    shown = subprocess.run(
        ["ogrinfo", "-ro", "-al", "-so", path], check=True, capture_output=True, text=True
    )
    assert shown.stderr == ""
    counts = [line for line in shown.stdout.splitlines() if line.startswith("Feature Count")]
    assert counts == [f"Feature Count: {count}" for count in (20, 50, 2, 20, 0)]
    assert 'ID["EPSG",4326]' in shown.stdout


@pytest.mark.parametrize("connections", [0, 1, 2])
def test_a_survey_in_use_is_valid(path, connections):
    with ExitStack() as stack:
        for _ in range(connections):
            survey = stack.enter_context(open_survey(path))
            survey.db.execute("select * from record").fetchone()
        check(path)
    check(path)


def test_what_lies_in_the_log_is_seen(path):
    with open_survey(path) as survey:
        a_photo(survey, b"other")
        survey.db.execute("delete from photos where sha256 is null")
        assert path.with_name("a.gpkg-wal").stat().st_size
        check(path)


@pytest.mark.parametrize("write", [lambda s, out: write_copy(s, out, unwatched), backup])
def test_a_copy_is_valid(path, tmp_path, write):
    with open_survey(path) as survey:
        write(survey, tmp_path / "out.gpkg")
    check(tmp_path / "out.gpkg")
    assert {each.name for each in tmp_path.iterdir()} == {"a.gpkg", "out.gpkg"}


def test_a_merged_and_rebuilt_survey_is_valid(path, tmp_path):
    with a_survey(tmp_path / "ours.gpkg") as survey:
        merged(survey, path)
        check(tmp_path / "ours.gpkg")
        projections.rebuild(survey)
    check(tmp_path / "ours.gpkg")


EDIT = """
import sys
from osgeo import ogr
ogr.UseExceptions()
file = ogr.Open(sys.argv[1], 1)
layer = file.GetLayerByName("sites")
feature = layer.GetNextFeature()
feature.SetField("name", "edited")
feature.SetGeometry(ogr.CreateGeometryFromWkt("POINT (106 29)"))
layer.SetFeature(feature)
if sys.argv[2] == "index":
    file.ExecuteSQL("SELECT CreateSpatialIndex('sites', 'geom')")
"""


@pytest.mark.parametrize("more", ["", "index"])
def test_a_layer_edited_by_another_program_is_still_ours(path, tmp_path, more):
    with open_survey(path) as survey:
        before = rows(survey)
    subprocess.run([PYTHON, "-c", EDIT, path, more], check=True, capture_output=True)
    check(path)
    with a_survey(tmp_path / "ours.gpkg") as survey:
        assert merged(survey, path).refused == 0
    with open_survey(path) as survey:
        revise(survey, fresh_id(), {"name": "不留", "position": "29.5 106.5"})
        survey.db.execute("delete from revision where body like '%不留%'")
        projections.rebuild(survey)
        assert rows(survey) == before
    check(path)


def test_each_feature_is_read_with_its_texts_and_place(path):
    order = ["ogr2ogr", "-f", "GeoJSON", "/vsistdout/", path, "sites"]
    done = subprocess.run(order, check=True, capture_output=True, text=True)
    features = json.loads(done.stdout)["features"]
    named = {each["properties"]["code"]: each["geometry"] for each in features}
    assert named["RES-0"] is None
    assert named["RES-7"]["coordinates"] == [106.7, 29.7]
