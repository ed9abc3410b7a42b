"""Indicators, tasks, findings and the report from the command line, on the example."""

import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Call, Outcome


@pytest.fixture
def office(example: Outcome, tmp_path: Path) -> Path:
    """Return a copy of the example's survey for this test."""
    return Path(shutil.copyfile(example.json["survey"], tmp_path / "survey.gpkg"))


def enter(call: Call, survey: Path, name: str, value: str) -> Outcome:
    source = ("--source", "六月月报", "--date", "2022-06-30", "--author", "专班")
    return call("assess", "figure", survey, name, value, *source, "--json")


def indicator(call: Call, survey: Path, code: str) -> dict[str, dict[str, object]]:
    found = call("assess", "indicators", survey, "--json").json["indicators"]
    return next(each for each in found if each["id"] == code)


def test_indicators_are_worked_out_of_the_visits(call: Call, office: Path) -> None:
    outcome = call("assess", "indicators", office, "--json")
    found = outcome.json
    assert (outcome.code, found["set"], found["cutoff"]) == (0, "LJ2022", "2022-09-30")
    assert found["settings"]["GC3.reached"] == "any_operator"
    assert [each["id"] for each in found["indicators"]] == [f"GC{n}" for n in range(1, 8)]
    side = found["indicators"][0]["verified"]
    assert side["value"] == pytest.approx(100 * side["numerator"] / side["denominator"])
    assert sum(row["numerator"] for row in side["rows"]) == side["numerator"]
    assert side["visits"] == found["indicators"][0]["visits"] != []
    gaps = {each["site"]: each["why"] for each in found["indicators"][0]["unverified"]}
    assert gaps["RH-R-001"] == "no_access"


def test_what_is_shown_is_rounded_and_what_is_compared_is_not(call: Call, office: Path) -> None:
    enter(call, office, "GC2.ports", "10000")
    enter(call, office, "GC2.ten", "2496")
    side = indicator(call, office, "GC2")["reported"]
    assert (side["value"], side["shown"], side["outcome"]) == (24.96, "25.0", "not_met")
    assert call("assess", "indicators", office).code == 1
    enter(call, office, "GC2.ten", "2500")
    assert indicator(call, office, "GC2")["reported"]["outcome"] == "met"


def test_a_figure_can_be_listed_and_an_impossible_one_is_refused(call: Call, office: Path) -> None:
    assert enter(call, office, "GC5.users", "100").json["name"] == "GC5.users"
    refused = enter(call, office, "GC5.fast", "137")
    assert (refused.code, refused.json["error"]) == (2, "INDICATOR_RANGE")
    assert [each["value"] for each in call("assess", "figures", office, "--json").json] == ["100"]


def test_people_read_the_rules_and_the_doubts(call: Call, office: Path) -> None:
    said = call("assess", "indicators", office, "--cutoff", "2022-07-12").out
    assert "LJ2022/2022070801" in said
    assert "2022-07-12" in said
    assert "晚于截止日期" in said


@pytest.mark.parametrize(("cutoff", "status"), [("2022-07-01", "running"), ("", "to_report")])
def test_the_twelve_tasks_stand_by_the_date(
    call: Call, office: Path, cutoff: str, status: str
) -> None:
    asked = ("--cutoff", cutoff) if cutoff else ()
    found = call("assess", "tasks", office, *asked, "--json").json
    assert [each["number"] for each in found] == list(range(1, 13))
    assert found[8]["status"] == status
    assert "持续推进" in call("assess", "tasks", office).out


def test_an_overdue_task_is_a_finding(call: Call, office: Path) -> None:
    enter(call, office, "GC6.users", "100")
    enter(call, office, "GC6.users_5g", "10")
    assert call("assess", "tasks", office).code == 1
    assert call("assess", "tasks", office, "--cutoff", "2022-07-15").code == 0


def test_findings_have_unit_and_deadline(call: Call, office: Path) -> None:
    outcome = call("assess", "findings", office, "--street", "礼嘉街道", "--open", "--json")
    worst = outcome.json[0]
    assert (outcome.code, worst["item"], worst["owner"]) == (1, "BTS-19", "tower")
    assert (worst["severity"], worst["state"], worst["overdue"]) == ("critical", "open", False)
    assert worst["before"]
    assert call("assess", "findings", office, "--street", "翠云街道").code == 0


def test_the_overdue_list_goes_by_a_date(call: Call, office: Path) -> None:
    late = ("assess", "findings", office, "--overdue", "--json", "--date")
    assert call(*late, "2022-07-15").json == []
    assert all(each["overdue"] for each in call(*late, "2099-01-01").json)
    assert call(*late, "morgen").json["error"] == "DATE_UNREADABLE"


@pytest.mark.parametrize("ending", ["md", "html", "xlsx"])
def test_the_report_is_written(call: Call, office: Path, tmp_path: Path, ending: str) -> None:
    out = tmp_path / f"report.{ending}"
    done = call("assess", "report", office, out, "--cutoff", "2022-07-31", "--json").json
    assert (done["cutoff"], done["visits"], done["rows"]["tasks"]) == ("2022-07-31", 10, 12)
    assert out.stat().st_size > 1000
    again = call("assess", "report", office, out, "--json")
    assert (again.code, again.json["error"]) == (2, "FILE_EXISTS")


def test_an_unknown_set_is_bad_usage(call: Call, office: Path) -> None:
    assert call("assess", "indicators", office, "--set", "FYP14").code == 2
