"""What is missing or wrong at one question."""

import pytest

from fieldaudit.errors import Code
from fieldaudit.form.definition import Audit, Kind, PhotoRule, Question
from fieldaudit.form_codes import FormCode
from fieldaudit.visit.judgement import AnswerState, Judgement
from fieldaudit.visit.lacks import problems_of, wants_photo
from tests.kit.forms import a_draft

TABLE = "| | type | name | label | required | constraint |\n| | integer | a | A | yes | . > 0 |\n"


@pytest.mark.parametrize(
    ("rule", "judgement", "wanted"),
    [
        (PhotoRule.ALWAYS, Judgement.CONFORMING, True),
        (PhotoRule.ALWAYS, Judgement.HIDDEN, False),
        (PhotoRule.ALWAYS, Judgement.NO_ACCESS, False),
        (PhotoRule.ON_FAILURE, Judgement.FAILED, True),
        (PhotoRule.ON_FAILURE, Judgement.CONFORMING, False),
        (PhotoRule.NEVER, Judgement.FAILED, False),
    ],
)
def test_when_a_photo_is_wanted(rule: PhotoRule, judgement: Judgement, wanted: bool) -> None:
    question = Question("a", Kind.TEXT, audit=Audit(photo=rule))
    assert wants_photo(question, judgement) is wanted


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("", FormCode.DRAFT_REQUIRED),
        ("x", FormCode.DRAFT_TYPE),
        ("-1", FormCode.DRAFT_CONSTRAINT),
        ("1", None),
    ],
)
def test_answers(value: str, code: Code | None) -> None:
    shown = a_draft(TABLE, {"a": value} if value else {}).shown("a")
    assert [each.code for each in problems_of(shown)] == ([code] if code else [])


@pytest.mark.parametrize(("kind", "wanted"), [(Kind.IMAGE, True), (Kind.FILE, False)])
def test_a_photo_is_wanted_of_nothing_only_where_it_is_the_answer(kind: Kind, wanted: bool) -> None:
    question = Question("a", kind, audit=Audit(photo=PhotoRule.ALWAYS))
    assert wants_photo(question, Judgement.UNANSWERED) is wanted


def test_an_excuse_needs_a_reason() -> None:
    made = a_draft(TABLE)
    made.excuse("a", AnswerState.NOT_CHECKED)
    told = {each.code for each in problems_of(made.shown("a"))}
    assert FormCode.DRAFT_REASON_MISSING in told
