"""Sharing relations, the finder and the list of demands from the command line."""

import shutil
from pathlib import Path

import pytest
from openpyxl import Workbook

from fieldaudit.package.exports.demands import HEADS
from tests.cli.conftest import Call, Outcome


@pytest.fixture
def office(example: Outcome, tmp_path: Path) -> Path:
    """Return a copy of the example's survey for this test."""
    return Path(shutil.copyfile(example.json["survey"], tmp_path / "survey.gpkg"))


def write_list(file: Path, *rows: tuple[str, str]) -> Path:
    """Write a list of demands with number and state."""
    book = Workbook()
    book.active.append(list(HEADS.values()))
    for code, state in rows:
        told = {"code": code, "state": state}
        book.active.append([told.get(field, "") for field in HEADS])
    book.save(file)
    return file


def test_a_survey_without_relations_lists_none(call: Call, survey: Path) -> None:
    assert call("sharing", "list", survey, "--json").json == []
    assert "产权方" in call("sharing", "list", survey).out


def test_what_could_be_shared_near_a_place_and_what_is_built_twice(
    call: Call, office: Path
) -> None:
    near = ("sharing", "find", office, "--near", "29.62385,106.49235", "--radius", "1500")
    outcome = call(*near, "--json")
    sites = [each["site"]["code"] for each in outcome.json["offers"]]
    assert sites == ["DZL-B-001", "DZL-R-001", "DZL-P-001"]
    metres = [each["metres"] for each in outcome.json["offers"]]
    assert metres == sorted(metres)
    assert (outcome.code, len(outcome.json["duplicates"])) == (1, 1)
    assert "同地点新建" in call(*near).out


def test_a_street_without_anything_built_twice(call: Call, office: Path) -> None:
    outcome = call("sharing", "find", office, "--street", "礼嘉街道")
    assert outcome.code == 0
    assert "中国铁塔" in outcome.out
    assert "既有铁塔站址" in outcome.out


@pytest.mark.parametrize(
    ("asked", "error"),
    [((), "FINDER_PLACE"), (("--street", "无"), "STREET_UNKNOWN")],
)
def test_the_finder_wants_a_place(
    call: Call, survey: Path, asked: tuple[str, ...], error: str
) -> None:
    outcome = call("sharing", "find", survey, *asked, "--json")
    assert (outcome.code, outcome.json["error"]) == (2, error)


def test_demands_go_in_and_out(
    call: Call, survey: Path, founder: tuple[str, ...], tmp_path: Path
) -> None:
    file = write_list(tmp_path / "in.xlsx", ("A", "已勘察"), ("B", "协商中"))
    done = call("sharing", "demand-import", survey, file, *founder, "--json")
    assert (done.code, done.json["new"], done.json["closes"]) == (0, 2, True)
    out = tmp_path / "out.xlsx"
    assert call("sharing", "demand-export", survey, out, "--json").json["new"] == 2
    again = call("sharing", "demand-import", survey, out, *founder, "--json").json
    assert (again["known"], again["new"]) == (2, 0)


def test_a_refused_row_is_a_finding(
    call: Call, survey: Path, founder: tuple[str, ...], tmp_path: Path
) -> None:
    file = write_list(tmp_path / "in.xlsx", ("A", ""), ("A", ""))
    outcome = call("sharing", "demand-import", survey, file, *founder)
    assert outcome.code == 1
    assert "重复" in outcome.out
