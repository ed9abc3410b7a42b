"""Checklists from the command line."""

from pathlib import Path

from fieldaudit.actions import surveys, visits
from fieldaudit.paths import bundled_form
from tests.cli.conftest import VISIT, Call


def test_the_bundled_forms_are_listed(call: Call) -> None:
    rows = call("form", "list", "--json").json
    assert {"residential", "base_station"} <= {each["id"] for each in rows}
    assert "residential" in call("form", "list").out


def test_a_good_form_has_no_findings(call: Call) -> None:
    outcome = call("form", "check", bundled_form("residential.md"), "--json")
    assert outcome.code == 0
    assert outcome.json["form"]["id"] == "residential"
    assert "residential" in call("form", "check", bundled_form("residential.md")).out


def test_a_bad_form_is_a_finding(call: Call, tmp_path: Path) -> None:
    file = tmp_path / "bad.md"
    file.write_text("| survey |\n| | type | name |\n| | nonsense | a |\n", "utf-8")
    outcome = call("form", "check", file, "--json")
    assert outcome.code == 1
    assert outcome.json["form"] is None
    assert outcome.json["problems"]
    assert call("form", "check", file).code == 1


def test_a_missing_form_is_bad_input(call: Call, tmp_path: Path) -> None:
    outcome = call("form", "check", tmp_path / "no.md", "--json")
    assert (outcome.code, outcome.json["error"]) == (2, "FILE_NOT_FOUND")


def test_a_form_is_shown_with_its_limits(call: Call) -> None:
    shown = call("form", "show", bundled_form("residential.md"), "--json").json
    paths = [each["path"] for each in shown["questions"]]
    assert any(path.endswith("RES-26") for path in paths)
    assert "RES-26" in call("form", "show", bundled_form("residential.md")).out


def test_a_template_is_a_good_form(call: Call, tmp_path: Path) -> None:
    file = tmp_path / "mine.md"
    assert call("form", "new", file).code == 0
    assert call("form", "check", file).code == 0
    assert call("form", "new", file).code == 2


def test_faults_are_findings_with_their_rows(call: Call, tmp_path: Path) -> None:
    file = tmp_path / "bad.md"
    rows = "| | intger | a | A |\n| | text | b b | ${c} |\n"
    file.write_text(f"| survey |\n| | type | name | label |\n{rows}", "utf-8")
    outcome = call("form", "check", file, "--json")
    assert outcome.code == 1
    assert [(each["where"], each["code"]) for each in outcome.json["problems"]] == [
        ("survey!2", "FORM_TYPE_LIKE"),
        ("survey!3", "FORM_NAME_LETTERS"),
        ("survey!3", "FORM_REFERENCE_STRANGE"),
    ]


def test_remarks_are_no_findings(call: Call, tmp_path: Path) -> None:
    file = tmp_path / "phone.md"
    file.write_text(
        "| survey |\n| | type | name | label |\n| | start-geopoint | a | |\n| | text | b | B |\n",
        "utf-8",
    )
    outcome = call("form", "check", file, "--json")
    assert outcome.code == 0
    assert "FORM_UNSUPPORTED" in {each["code"] for each in outcome.json["problems"]}


def test_questions_are_listed_readably(call: Call) -> None:
    shown = call("form", "show", bundled_form("residential.md")).out
    assert "${COM-11} != ''" in shown
    assert "/residential/" not in shown


def test_a_newer_version_is_added_and_a_visit_moved(
    call: Call, survey: Path, tmp_path: Path
) -> None:
    newest = call(
        "form", "upgrade", survey, VISIT, "--reason", "换版", "--author", "张三", "--json"
    )
    assert newest.json == {"visit": VISIT}
    file = tmp_path / "residential.md"
    text = bundled_form("residential.md").read_text("utf-8").replace("2022070802", "2030010101")
    file.write_text(text, "utf-8")
    added = call("form", "add", survey, file, "--author", "专班", "--json")
    assert (added.code, added.json["version"]) == (0, "2030010101")
    moved = call("form", "upgrade", survey, VISIT, "--reason", "换版", "--author", "张三", "--json")
    assert (moved.code, moved.json["version"], moved.json["moved"]) == (0, "2030010101", 0)
    form = call("visit", "show", survey, VISIT, "--json").json["form"]
    assert form["version"] == "2030010101"


def test_what_was_carried_over_says_where_from(call: Call, survey: Path, tmp_path: Path) -> None:
    file = tmp_path / "residential.md"
    text = bundled_form("residential.md").read_text("utf-8").replace("2022070802", "2031010101")
    text = text.replace("COM-11", "COM-11-entry").replace("COM-12", "COM-12-new")
    rules = "| | version | from | to |\n| | 2022070802 | COM-11 | COM-11-entry |\n"
    file.write_text(f"{text}\n| mappings |\n{rules}", "utf-8")
    assert call("form", "check", file, "--json").code == 0
    call("form", "add", survey, file, "--author", "专班")
    with surveys.open_survey(survey) as opened:
        visits.keep_draft(opened, visit=VISIT, changes={"access/COM-11": "refused"})
    moved = call("form", "upgrade", survey, VISIT, "--reason", "换版", "--author", "张三", "--json")
    assert moved.json["moved"] == 1
    lines = call("visit", "show", survey, VISIT).out.splitlines()
    carried = [line for line in lines if "COM-11" in line]
    assert len(carried) == 1
    assert carried[0].endswith("（由旧题 access/COM-11 带入）")
