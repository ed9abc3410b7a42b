"""Why a question is as it is, from the command line."""

from pathlib import Path

from tests.cli.conftest import VISIT, Call


def test_a_question_is_explained(call: Call, survey: Path) -> None:
    said = call("visit", "explain", survey, VISIT, "RES-26")
    assert said.code == 0
    assert "RES-26" in said.out
    told = call("visit", "explain", survey, VISIT, "RES-26", "--json").json
    assert told["path"].endswith("RES-26")
    assert all(
        each["why"] in ("hidden", "required", "invalid", "failed") for each in told["reasons"]
    )


def test_what_is_read_is_named(call: Call, survey: Path) -> None:
    said = call("visit", "explain", survey, VISIT, "COM-12").out
    assert "COM-11" in said
    assert "${COM-11}" in said
    english = call("visit", "explain", survey, VISIT, "COM-12", "--lang", "en").out
    assert "COM-11" in english


def test_nothing_is_the_matter(call: Call, survey: Path) -> None:
    assert call("visit", "explain", survey, VISIT, "COM-14").code == 0


def test_an_unknown_question_is_bad_input(call: Call, survey: Path) -> None:
    outcome = call("visit", "explain", survey, VISIT, "NO-SUCH", "--json")
    assert (outcome.code, outcome.json["error"]) == (2, "ANSWER_UNKNOWN")
