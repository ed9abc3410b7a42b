"""What pyxform says, in our words."""

import pytest

from fieldaudit.errors import Code
from fieldaudit.form.complaints import complaint
from fieldaudit.form.xlsform import read_form
from fieldaudit.form_codes import FormCode
from tests.kit.forms import read


@pytest.mark.parametrize(
    ("table", "code", "where"),
    [
        ("| | type | name | label |\n| | tekst | a | A |", FormCode.FORM_TYPE_UNKNOWN, ""),
        ("| | type | name | label |\n| | text | a b | A |", FormCode.FORM_NAME_INVALID, "survey!2"),
        (
            "| | type | name | label |\n| | text | a | A |\n| | text | a | B |",
            FormCode.FORM_NAME_DUPLICATE,
            "survey!3",
        ),
        (
            "| | type | name | label |\n| | begin_group | g | G |\n| | text | a | A |",
            FormCode.FORM_NESTING,
            "survey!2",
        ),
        (
            "| | type | name | label | relevant |\n| | text | a | A | ${b} = 1 |",
            FormCode.FORM_REFERENCE_UNKNOWN,
            "survey!2",
        ),
        ("| | type | name | label |\n| | select_one x | a | A |", FormCode.FORM_CHOICES, ""),
        ("| | type | name | label |\n| | text | a | |", FormCode.FORM_ASKS_NOTHING, "survey!2"),
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
    assert problem.params
    assert str(problem)[0] != "["


def test_an_exception_without_words_still_makes_a_sentence() -> None:
    problem = complaint(KeyError(), "a.md")
    assert (problem.code, problem.where) == (FormCode.FORM_ROW, "a.md")
    assert problem.params["detail"] == "KeyError"


HEAD = "| survey |\n| | type | name | label | parameters | trigger | calculation |\n"


@pytest.mark.parametrize(
    ("rows", "code", "where"),
    [
        ("| | calculate | a | | | | |", FormCode.FORM_CALCULATION_MISSING, "survey!2"),
        (
            "| | begin group | meta | A | | | |\n| | end group |",
            FormCode.FORM_NAME_RESERVED,
            "survey!2",
        ),
        ("| | text | a | A | nonsense=1 | | |", FormCode.FORM_PARAMETER_KEYS, "survey!2"),
        (
            "| | text | a | A | | | |\n| | audio | b | B | quality=foo | | |",
            FormCode.FORM_PARAMETERS,
            "survey!3",
        ),
        (
            "| | calculate | a | | | | 1 |\n| | text | b | B | | ${a} | 2 |",
            FormCode.FORM_TRIGGER_HIDDEN,
            "survey!3",
        ),
        ("| | text | a | A | | a | 2 |", FormCode.FORM_TRIGGER_LIST, "survey!2"),
    ],
)
def test_common_faults_have_words_of_their_own(rows: str, code: Code, where: str) -> None:
    reading = read(HEAD + rows + "\n")
    assert [(each.code, each.where) for each in reading.problems] == [(code, where)]


@pytest.mark.parametrize(
    ("text", "code", "params"),
    [
        (
            "| surveys |\n| | type | name |\n| settings |\n| | version |\n",
            FormCode.FORM_SHEET_LIKE,
            {"like": "surveys"},
        ),
        (
            "| other |\n| | type | name |\n| settings |\n| | version |\n",
            FormCode.FORM_SHEET_MISSING,
            {},
        ),
        (
            "| survey |\n| | type | name | value | label |\n| | text | a | b | A |\n",
            FormCode.FORM_HEADER_TWICE,
            {"sheet": "survey", "names": "'name', 'value'"},
        ),
    ],
)
def test_sheets_and_headers(text: str, code: Code, params: dict[str, str]) -> None:
    (problem,) = read_form(text.encode(), "md").problems
    assert (problem.code, dict(problem.params)) == (code, params)
