"""Visits from the command line."""

import json
from pathlib import Path

from tests.cli.conftest import VISIT, Call


def test_visits_are_listed(call: Call, survey: Path) -> None:
    (visit,) = call("visit", "list", survey, "--json").json
    assert (visit["id"], visit["status"]) == (VISIT, "draft")
    assert visit["site"]["code"] == "RES-0001"
    assert call("visit", "list", survey, "--status", "signed", "--json").json == []
    assert "RES-0001" in call("visit", "list", survey).out


def test_a_quick_list_judges_nothing_and_shows_no_counts(call: Call, survey: Path) -> None:
    (whole,) = call("visit", "list", survey, "--json").json
    (quick,) = call("visit", "list", survey, "--quick", "--json").json
    assert (whole["judged"], whole["asked"] > 0) == (True, True)
    assert (quick["judged"], quick["asked"], quick["site"]) == (False, 0, whole["site"])
    told = call("visit", "list", survey, "--quick").out
    assert "RES-0001" in told
    assert "应答" in call("visit", "list", survey).out
    assert "应答" not in told


def test_a_visit_is_shown_with_its_answers(call: Call, survey: Path) -> None:
    shown = call("visit", "show", survey, VISIT, "--json").json
    assert shown["summary"]["inspector"] == "张三"
    assert shown["form"]["id"] == "residential"
    assert isinstance(shown["answers"], dict)
    assert "张三" in call("visit", "show", survey, VISIT).out


def test_importing_a_known_visit_edits_it(call: Call, folder: Path, survey: Path) -> None:
    before = call("survey", "info", survey, "--json").json
    again = call("visit", "import", survey, folder / "visits.json", "--json")
    assert again.code == 0
    assert [each["created"] for each in again.json] == [False]
    after = call("survey", "info", survey, "--json").json
    assert after["records"] == before["records"]


def test_a_refused_visit_is_a_finding(call: Call, folder: Path, survey: Path) -> None:
    file = folder / "more.json"
    visit = {"site": "NO-SUCH", "form": "residential", "inspector": "张三", "answers": {}}
    file.write_text(json.dumps({"visits": [visit]}), "utf-8")
    outcome = call("visit", "import", survey, file, "--json")
    assert outcome.code == 1
    assert outcome.json[0]["refused"]
    assert outcome.json[0]["problems"][0]["code"] == "SITE_UNKNOWN"
    assert "NO-SUCH" in call("visit", "import", survey, file).out


def test_an_empty_visit_has_findings(call: Call, survey: Path) -> None:
    outcome = call("visit", "check", survey, "--json")
    assert outcome.code == 1
    assert {each["visit"] for each in outcome.json} == {VISIT}
    assert call("visit", "check", survey, VISIT).code == 1


def test_an_unfinished_visit_cannot_be_signed(
    call: Call, survey: Path, signer: tuple[str, ...]
) -> None:
    assert call("visit", "sign", survey, VISIT, *signer).code == 2


def test_signing_needs_an_identity(call: Call, survey: Path) -> None:
    outcome = call("visit", "sign", survey, VISIT, "--json")
    assert (outcome.code, outcome.json["error"]) == (2, "IDENTITY_MISSING")
