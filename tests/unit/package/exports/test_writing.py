"""The format follows the file name, and a report says what was written."""

import hashlib
import json
import zipfile
from pathlib import Path

import pytest
from openpyxl import load_workbook

from fieldaudit.errors import BadInput, Code
from fieldaudit.package.exports.content import (
    ExportContent,
    Facts,
    Geometry,
    Layer,
    Shape,
    Tally,
)
from fieldaudit.package.exports.writing import format_of, write_export
from tests.kit.leaving import a_table
from tests.kit.surveys import unwatched

FACTS = Facts("核查", "两江", "ab", "2022-07-08T09:00:00+08:00", "f 1", "internal", "zh", "all")
SITES = a_table(("s1", "小区"), name="sites")
CONTENT = ExportContent(
    FACTS,
    Tally(visits=1),
    tables=(a_table(("x", 1), name="findings"), SITES),
    overview=a_table(("v1", 1), name="visits"),
    layers=(Layer(SITES, [Geometry(Shape.POINT, ((106.5, 29.6),))]),),
    visits=b'{"visits": []}\n',
)


def write(out: Path, *layers: str):
    return write_export(CONTENT, out, layers=layers, step=unwatched)


@pytest.mark.parametrize("name", ["a.xlsx", "a.csv", "a.geojson", "a.gpkg", "a.json", "a.zip"])
def test_a_report_names_size_and_hash(tmp_path: Path, name: str):
    report = write(tmp_path / name)
    data = (tmp_path / name).read_bytes()
    assert (report.bytes, report.sha256) == (len(data), hashlib.sha256(data).hexdigest())
    assert report.format == name.rpartition(".")[2]


def test_a_name_without_ending_is_a_folder(tmp_path: Path):
    report = write(tmp_path / "out")
    assert report.format == "folder"
    manifest = (tmp_path / "out" / "manifest.json").read_bytes()
    assert report.sha256 == hashlib.sha256(manifest).hexdigest()
    assert report.counts["tables/findings.csv"] == 1


def test_layers_choose_tables(tmp_path: Path):
    assert write(tmp_path / "a.xlsx", "sites").counts == {"sites": 1}
    assert load_workbook(tmp_path / "a.xlsx").sheetnames == ["表 sites"]
    assert write(tmp_path / "a.csv", "findings").counts == {"findings": 1}
    assert write(tmp_path / "b.csv").counts == {"visits": 1}
    assert write(tmp_path / "a.gpkg", "findings").counts == {"findings": 1}
    assert write(tmp_path / "a.geojson", "sites").counts == {"sites": 1}
    write(tmp_path / "a.zip", "tables")
    assert "tables/sites.csv" in zipfile.ZipFile(tmp_path / "a.zip").namelist()


@pytest.mark.parametrize("name", ["a.xlsx", "a.csv", "a.geojson", "a.gpkg", "a.json", "a.zip", "a"])
def test_an_unknown_layer_is_refused(tmp_path: Path, name: str):
    with pytest.raises(BadInput) as caught:
        write(tmp_path / name, "nowhere")
    assert caught.value.code is Code.EXPORT_LAYER
    assert not list(tmp_path.iterdir())


def test_a_csv_holds_one_table(tmp_path: Path):
    with pytest.raises(BadInput) as caught:
        write(tmp_path / "a.csv", "sites", "findings")
    assert caught.value.code is Code.EXPORT_ONE_TABLE


def test_an_unknown_ending_is_refused():
    assert format_of(Path("A.XLSX")) == "xlsx"
    with pytest.raises(BadInput) as caught:
        format_of(Path("a.docx"))
    assert caught.value.code is Code.EXPORT_FORMAT


def test_features_can_be_read(tmp_path: Path):
    write(tmp_path / "a.geojson")
    (feature,) = json.loads((tmp_path / "a.geojson").read_text("utf-8"))["features"]
    assert feature["geometry"]["coordinates"] == [106.5, 29.6]
