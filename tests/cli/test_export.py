"""Exports from the command line."""

import json
import zipfile
from pathlib import Path

import pytest

from tests.cli.conftest import Call, Outcome


@pytest.fixture
def office(example: Outcome) -> Path:
    return Path(example.json["survey"])


@pytest.mark.parametrize("ending", ["xlsx", "csv", "geojson", "gpkg", "json", "zip"])
def test_an_export_is_counted(call: Call, office: Path, tmp_path: Path, ending: str) -> None:
    out = tmp_path / f"out.{ending}"
    outcome = call("export", office, out, "--json")
    assert outcome.code == 0, outcome
    report = outcome.json
    assert (report["format"], report["tally"]["visits"]) == (ending, 10)
    assert report["bytes"] == out.stat().st_size
    assert report["counts"]


def test_a_person_sees_counts(call: Call, office: Path, tmp_path: Path) -> None:
    outcome = call("export", office, tmp_path / "out.csv")
    assert outcome.code == 0
    assert "visits：10 行" in outcome.out


def test_parts_can_be_chosen(call: Call, office: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.zip"
    assert call("export", office, out, "--layer", "submissions").code == 0
    with zipfile.ZipFile(out) as archive:
        folders = {name.partition("/")[0] for name in archive.namelist()}
        assert folders == {"submissions", "manifest.json"}
        assert json.loads(archive.read("manifest.json"))["tally"]["photos"] == 83


def test_the_public_variant_has_no_photos(call: Call, office: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.zip"
    report = call("export", office, out, "--variant", "public", "--json").json
    assert report["tally"]["photos_withheld"] == 83
    with zipfile.ZipFile(out) as archive:
        assert not [name for name in archive.namelist() if name.endswith(".jpg")]


def test_without_an_accepted_visit_there_is_a_finding(
    call: Call, survey: Path, tmp_path: Path
) -> None:
    outcome = call("export", survey, tmp_path / "a.csv", "--json")
    assert outcome.code == 1
    assert [each["code"] for each in outcome.json["problems"]] == ["EXPORT_NO_VISIT"]
    everything = call("export", survey, tmp_path / "b.csv", "--all", "--json")
    assert (everything.code, everything.json["tally"]["visits"]) == (0, 1)


@pytest.mark.parametrize(
    ("words", "error"),
    [
        ("out.docx", "EXPORT_FORMAT"),
        ("out.csv --layer nowhere", "EXPORT_LAYER"),
        ("out.csv --layer sites --layer photos", "EXPORT_ONE_TABLE"),
    ],
)
def test_what_cannot_be_written_is_refused(
    call: Call, survey: Path, tmp_path: Path, words: str, error: str
) -> None:
    name, *options = words.split()
    outcome = call("export", survey, tmp_path / name, *options, "--json")
    assert (outcome.code, outcome.json["error"]) == (2, error)
    assert not (tmp_path / name).exists()
