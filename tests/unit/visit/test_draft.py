"""A visit's answers while they are being given."""

import pytest

from fieldaudit.codes import Trouble
from fieldaudit.form.state import Violation
from fieldaudit.form_codes import FormCode
from fieldaudit.visit.draft import WARNINGS
from fieldaudit.visit.judgement import AnswerState, Judgement
from tests.kit.forms import a_draft, a_form

FORM = a_form(
    """
    | settings |
    | | namespaces                        | default_language |
    | | fa="https://fieldaudit.cn/xforms" | 中文 (zh)        |
    | survey |
    | | type         | name   | label::中文 (zh) | label::English (en) | required | constraint | constraint_message::中文 (zh) | relevant     | bind::fa:severity | bind::fa:pass              | bind::fa:photo | bind::fa:unit | bind::fa:limit |
    | | integer      | RES-05 | 户数             | Homes               | yes      | . > 0      | 大于零                        |              |                   |                            |                |               |                |
    | | decimal      | RES-26 | 光功率 ${RES-05} | Power ${RES-05}     | yes      | . < 0      |                               | ${RES-05}>10 | major             | . >= parameter('P6.low')   | fails          | dBm           | ≥ −27          |
    | | text         | COM-10 | 全景             | Overview            |          |            |                               |              |                   |                            | always         |               |                |
    | | begin_repeat | people | 人员             | People              |          |            |                               |              |                   |                            |                |               |                |
    | | text         | name   | 姓名             | Name                |          |            |                               |              |                   |                            |                |               |                |
    | | end_repeat   |        |                  |                     |          |            |                               |              |                   |                            |                |               |                |
    """  # noqa: E501
)
PARAMETERS = {"P6.low": "-27"}


def draft(answers: dict[str, str] | None = None, **further: object):
    return a_draft(FORM, answers, parameters=PARAMETERS, **further)


def codes(made) -> list[tuple[Trouble, str]]:
    return [(problem.code, problem.where) for problem in made.problems()]


def test_shown_holds_what_a_page_needs() -> None:
    made = draft()
    made.set("RES-05", "20")
    assert made.set("RES-26", "-31.0") == {"RES-26"}
    shown = made.shown("RES-26")
    assert shown.label == {"中文 (zh)": "光功率 20", "English (en)": "Power 20"}
    assert (shown.unit, shown.limit, shown.value) == ("dBm", "≥ −27", "-31.0")
    assert shown.judgement is Judgement.FAILED
    assert shown.photo_wanted
    assert shown.photo_missing


def test_a_failed_item_asks_for_a_photo_until_it_has_one() -> None:
    made = draft(photos={"COM-10": ("a.jpg",)})
    made.set("RES-05", "20")
    made.set("RES-26", "-31")
    assert (FormCode.DRAFT_PHOTO_MISSING, "RES-26") in codes(made)
    assert made.attach("RES-26", ["b.jpg"]) == {"RES-26"}
    assert codes(made) == []
    made.set("RES-26", "-20")
    assert not made.shown("RES-26").photo_wanted


def test_photos_are_warnings_only() -> None:
    assert {FormCode.DRAFT_PHOTO_MISSING} == WARNINGS


def test_problems_in_order_of_display() -> None:
    made = draft()
    assert codes(made) == [(FormCode.DRAFT_REQUIRED, "RES-05")]
    made.set("COM-10", "x")
    assert codes(made) == [
        (FormCode.DRAFT_REQUIRED, "RES-05"),
        (FormCode.DRAFT_PHOTO_MISSING, "COM-10"),
    ]
    made.set("RES-05", "0")
    (violated, _) = made.problems()
    assert violated.code is FormCode.DRAFT_CONSTRAINT
    assert "大于零" in str(violated)
    made.set("RES-05", "many")
    assert made.problems()[0].code is FormCode.DRAFT_TYPE


def test_an_excuse_with_a_reason_stands_for_an_answer() -> None:
    made = draft(photos={"COM-10": ("a.jpg",)})
    made.excuse("RES-05", AnswerState.NO_ACCESS)
    assert codes(made) == [
        (FormCode.DRAFT_REQUIRED, "RES-05"),
        (FormCode.DRAFT_REASON_MISSING, "RES-05"),
    ]
    made.excuse("RES-05", AnswerState.NO_ACCESS, "物业拒绝进入")
    shown = made.shown("RES-05")
    assert (shown.judgement, shown.reason) == (Judgement.NO_ACCESS, "物业拒绝进入")
    assert (shown.required, shown.violation) == (False, Violation.NONE)
    assert codes(made) == []
    made.set("RES-05", "3")
    assert made.shown("RES-05").answered is AnswerState.ANSWERED


def test_changes_are_the_difference_to_what_was_opened() -> None:
    stored = {"$site": "s", "RES-05": "20", "RES-26": "-20", "old": "kept"}
    made = draft(stored)
    assert made.changes() == {}
    made.set("RES-26", "")
    made.excuse("RES-26", AnswerState.NOT_CHECKED, "无光功率计")
    assert made.changes() == {
        "RES-26": None,
        "RES-26/$state": "not_checked",
        "RES-26/$reason": "无光功率计",
    }
    made.saved()
    assert made.changes() == {}
    assert made.answers()["old"] == "kept"
    assert "$site" not in made.answers()


def test_what_was_saved_opens_again_as_it_was() -> None:
    made = draft()
    made.set("RES-05", "20")
    path = made.add("people")
    made.set(f"{path}/name", "王")
    made.excuse(f"{path}/name", AnswerState.NOT_APPLICABLE, "r")
    again = draft(made.answers())
    assert again.changes() == {}
    assert again.answers() == made.answers()
    again.remove(path)
    assert set(again.changes().values()) == {None}
    assert f"{path}/name/$reason" in again.changes()


def test_hidden_answers_are_kept_and_block_nothing() -> None:
    made = draft(photos={"COM-10": ("a.jpg",)})
    made.set("RES-05", "20")
    made.set("RES-26", "5")
    assert codes(made) == [(FormCode.DRAFT_CONSTRAINT, "RES-26")]
    made.set("RES-05", "3")
    assert codes(made) == []
    assert made.shown("RES-26").judgement is Judgement.HIDDEN
    assert made.answers()["RES-26"] == "5"


def test_choices_have_their_labels_filled_in() -> None:
    made = a_draft(
        "| survey |\n| | type | name | label |\n| | text | t | T |\n| | select_one c | a | A |\n"
        "| choices |\n| | list_name | name | label |\n| | c | x | By ${t} |"
    )
    made.set("t", "tram")
    (choice,) = made.choices("a")
    assert list(choice.label.values()) == ["By tram"]


def test_the_answer_to_a_photo_question_is_the_name_of_its_first_photo() -> None:
    made = a_draft("| | type | name | label | required |\n| | image | p | P | yes |")
    assert codes(made) == [(FormCode.DRAFT_REQUIRED, "p")]
    assert "p" in made.attach("p", ["one.jpg", "two.jpg"])
    assert made.shown("p").value == "one.jpg"
    assert made.attach("p", ["two.jpg", "one.jpg"]) == {"p"}
    assert made.shown("p").value == "one.jpg"
    made.attach("p", [])
    assert codes(made) == [(FormCode.DRAFT_REQUIRED, "p")]


def test_unknown_paths_are_key_errors() -> None:
    with pytest.raises(KeyError):
        draft().excuse("none", AnswerState.NOT_CHECKED, "r")
    with pytest.raises(KeyError):
        draft().shown("people")


def test_a_carried_answer_is_shown_as_such_until_it_is_given_anew() -> None:
    made = a_draft(
        "| | type | name | label |\n| | text | a | A |", {"a": "x", "a/$carried": "old/b"}
    )
    assert made.shown("a").carried == "old/b"
    made.set("a", "x")
    assert made.shown("a").carried == "old/b"
    made.set("a", "y")
    assert made.shown("a").carried == ""
    assert made.changes() == {"a": "y", "a/$carried": None}
