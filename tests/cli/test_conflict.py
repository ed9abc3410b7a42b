"""Conflicts from the command line."""

import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Call


@pytest.fixture
def disputed(call: Call, survey: Path, tmp_path: Path) -> Path:
    """Two people rename the same site, each in a copy of their own."""
    other = tmp_path / "other.gpkg"
    shutil.copy(survey, other)
    for file, name in ((survey, "甲小区"), (other, "乙小区")):
        sites = tmp_path / "sites.csv"
        sites.write_text(f"编码,名称,类型\nRES-0001,{name},residential\n", "utf-8")
        assert call("site", "import", file, sites, "--author", name).code == 0
    assert call("merge", survey, other).code == 1
    return survey


def test_a_survey_may_have_none(call: Call, survey: Path) -> None:
    assert call("conflict", "list", survey, "--json").json == []
    assert call("conflict", "list", survey).code == 0


def test_both_values_are_shown(call: Call, disputed: Path) -> None:
    (conflict,) = call("conflict", "list", disputed, "--json").json
    assert conflict["path"] == "name"
    assert conflict["base"] == "示例小区"
    assert {each["value"] for each in conflict["rivals"]} == {"甲小区", "乙小区"}
    assert "乙小区" in call("conflict", "list", disputed).out


def test_a_conflict_is_settled_with_a_reason(call: Call, disputed: Path) -> None:
    (conflict,) = call("conflict", "list", disputed, "--json").json
    where = (disputed, conflict["record"], conflict["path"])
    decided = ("--value", "乙小区", "--reason", "核对门牌", "--author", "李四")
    outcome = call("conflict", "settle", *where, *decided)
    assert outcome.code == 0, outcome
    assert call("conflict", "list", disputed, "--json").json == []
    assert call("site", "list", disputed, "--json").json[0]["name"] == "乙小区"


def test_a_decision_is_a_value_or_a_removal(call: Call, disputed: Path) -> None:
    (conflict,) = call("conflict", "list", disputed, "--json").json
    where = (disputed, conflict["record"], conflict["path"])
    assert call("conflict", "settle", *where, "--reason", "无").code == 2
    both = ("--value", "x", "--removed", "--reason", "无")
    assert call("conflict", "settle", *where, *both).code == 2


def test_many_are_settled_by_a_rule_and_one_is_taken_back(call: Call, disputed: Path) -> None:
    (conflict,) = call("conflict", "list", disputed, "--json").json
    assert conflict["sort"] == "value"
    assert "值不同" in call("conflict", "list", disputed).out
    why = ("--reason", "以后填为准", "--author", "李四")
    none = call(
        "conflict", "settle", disputed, "--rule", "newest", "--kind", "visit", *why, "--json"
    )
    assert (none.code, none.json["settled"]) == (0, [])
    ruled = call("conflict", "settle", disputed, "--rule", "newest", "--path", "na*", *why)
    assert ruled.code == 0, ruled
    assert call("conflict", "list", disputed, "--json").json == []
    undone = call("conflict", "undo", disputed, conflict["record"], "name", *why, "--json")
    assert undone.code == 0, undone
    assert call("conflict", "list", disputed, "--json").json == [undone.json]
    left = call("conflict", "settle", disputed, "--rule", "keep-edited", *why)
    assert left.code == 1


def test_a_rule_and_a_record_do_not_go_together(call: Call, disputed: Path) -> None:
    both = ("x", "name", "--rule", "newest", "--reason", "无")
    assert call("conflict", "settle", disputed, *both).code == 2
    assert call("conflict", "settle", disputed, "--kind", "site", "--reason", "无").code == 2
