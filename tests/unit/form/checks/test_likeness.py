"""The word that was meant."""

from fieldaudit.form.checks.likeness import likest, proposing
from fieldaudit.form_codes import FormCode

CODES = (FormCode.FORM_TYPE_LIKE, FormCode.FORM_TYPE_STRANGE)


def test_the_nearest_word_of_about_the_same_length() -> None:
    assert likest("intger", ["text", "integer", "image"]) == "integer"
    assert likest("Yes_No", ["yes_no", "x"]) == "yes_no"
    assert likest("q", ["quality_of_service"]) == ""
    assert likest("x" * 100, ["x" * 100]) == ""


def test_a_problem_with_a_proposal_or_without() -> None:
    assert proposing(CODES, "a", "b", type="c").params == {"type": "c", "like": "b"}
    assert proposing(CODES, "a", "", type="c").code is FormCode.FORM_TYPE_STRANGE
