from datetime import datetime, timedelta

import pytest

from fieldaudit.errors import BadInput, Code, Problem
from fieldaudit.form.definition import Severity
from fieldaudit.form_codes import FormCode
from fieldaudit.gui import labels
from fieldaudit.gui.theme import DARK, LIGHT
from fieldaudit.visit.records import SealState, Status


@pytest.mark.parametrize("name", [*Status, *Severity, *SealState, *labels.EXCUSES])
def test_each_state_has_a_word(name: str) -> None:
    assert labels.word(name) != name


def test_an_unknown_name_stands_for_itself() -> None:
    assert labels.word("无名") == "无名"


def test_severities_differ_by_mark_and_colour() -> None:
    assert len({labels.MARKS[each] for each in Severity}) == len(Severity)
    for look in (LIGHT, DARK):
        colours = {getattr(look, labels.severity_role(each)) for each in Severity}
        assert len(colours) == len(Severity)


@pytest.mark.parametrize(
    ("text", "shown"), [("-31.0", "−31.0"), ("-", "-"), ("3", "3"), ("", ""), ("-a", "-a")]
)
def test_numbers_have_a_true_minus(text: str, shown: str) -> None:
    assert labels.typeset(text) == shown


def test_days_are_said_as_people_say_them() -> None:
    now = datetime.now().astimezone()
    assert labels.day(now.isoformat()) == "今天"
    assert labels.day((now - timedelta(days=800)).isoformat()).count("-") == 2
    assert labels.day("never") == "never"


def test_errors_and_problems_are_one_sentence() -> None:
    assert "a.gpkg" in labels.explain(BadInput(Code.FILE_NOT_FOUND, file="a.gpkg"))
    assert "RES-26" in labels.explain(Problem(FormCode.DRAFT_REQUIRED, "x", {"question": "RES-26"}))


def test_a_form_text_falls_back_to_its_first_language() -> None:
    assert labels.spoken({"zh": "甲"}, "en") == "甲"
    assert labels.spoken({}, "en") == ""
