"""Merging from the command line."""

import shutil
from pathlib import Path

from tests.cli.conftest import Call


def test_what_a_copy_has_more_is_taken_over_once(call: Call, survey: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.gpkg"
    shutil.copy(survey, copy)
    more = tmp_path / "sites.csv"
    more.write_text("编码,名称,类型\nRES-0002,第二小区,residential\n", "utf-8")
    assert call("site", "import", copy, more, "--author", "王五").code == 0
    first = call("merge", survey, copy, "--json")
    assert first.code == 0, first
    assert (first.json["new"], first.json["refused"], first.json["closes"]) == (1, 0, True)
    assert call("merge", survey, copy, "--json").json["new"] == 0
    states = {call("survey", "info", each, "--json").json["state"] for each in (survey, copy)}
    assert len(states) == 1


def test_a_foreign_file_is_refused_with_a_reason(call: Call, survey: Path, tmp_path: Path) -> None:
    foreign = tmp_path / "foreign.gpkg"
    foreign.write_bytes(b"not a survey")
    outcome = call("merge", survey, foreign, "--json")
    assert outcome.code in (1, 2)
    assert "foreign.gpkg" in outcome.out


def test_a_source_is_needed(call: Call, survey: Path) -> None:
    assert call("merge", survey).code == 2
