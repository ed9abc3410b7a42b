"""What pyxform says, in our words."""

import pytest

from fieldaudit.errors import Code
from fieldaudit.form.complaints import complaint
from tests.kit.forms import read


@pytest.mark.parametrize(
    ("table", "code", "where"),
    [
        ("| | type | name | label |\n| | tekst | a | A |", Code.FORM_TYPE_UNKNOWN, ""),
        ("| | type | name | label |\n| | text | a b | A |", Code.FORM_NAME_INVALID, "survey!2"),
        (
            "| | type | name | label |\n| | text | a | A |\n| | text | a | B |",
            Code.FORM_NAME_DUPLICATE,
            "survey!3",
        ),
        (
            "| | type | name | label |\n| | begin_group | g | G |\n| | text | a | A |",
            Code.FORM_NESTING,
            "survey!2",
        ),
        (
            "| | type | name | label | relevant |\n| | text | a | A | ${b} = 1 |",
            Code.FORM_REFERENCE_UNKNOWN,
            "survey!2",
        ),
        ("| | type | name | label |\n| | select_one x | a | A |", Code.FORM_CHOICES, ""),
        ("| | type | name | label |\n| | text | a | |", Code.FORM_ROW, "survey!2"),
    ],
)
def test_faults_name_their_place_and_lead_with_our_words(
    table: str, code: Code, where: str
) -> None:
    reading = read(table)
    assert reading.form is None
    (problem,) = reading.problems
    assert problem.code is code
    assert problem.where == where or not where
    assert problem.params["detail"]
    assert str(problem)[0] != "["


def test_an_exception_without_words_still_makes_a_sentence() -> None:
    problem = complaint(KeyError(), "a.md")
    assert (problem.code, problem.where) == (Code.FORM_ROW, "a.md")
    assert problem.params["detail"] == "KeyError"
