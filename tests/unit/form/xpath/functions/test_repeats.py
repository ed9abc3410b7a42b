import pytest

from fieldaudit.errors import BadInput
from fieldaudit.form.xpath.expression import compile_expression
from fieldaudit.form_codes import FormCode
from tests.unit.form.xpath.evaluating import evaluate, texts

NESTED = "<d><g><p><q>1</q></p><p><q>2</q></p></g><g><p><q>3</q></p></g></d>"


@pytest.mark.parametrize(
    ("number", "expected"), [("1", ["甲"]), ("3", ["丙"]), ("4", []), ("1.5", [])]
)
def test_an_answer_by_the_number_of_its_repeat(number: str, expected: list[str]) -> None:
    assert texts(f"indexed-repeat(/data/person/name, /data/person, {number})") == expected


def test_relative_repeats_and_numbers() -> None:
    at = "/data/person[3]/name"
    path = "indexed-repeat(/data/person/name, ../../person, position(..) - 1)"
    assert texts(path, at=at) == ["乙"]
    assert evaluate("string(indexed-repeat(/data/person/name, .., 1))", at=at) == "丙"


def test_nested_repeats() -> None:
    call = "indexed-repeat(/d/g/p/q, /d/g, {}, /d/g/p, {})"
    assert texts(call.format(2, 1), NESTED) == ["3"]
    assert texts(call.format(1, 2), NESTED) == ["2"]
    assert texts(call.format(2, 2), NESTED) == []


def test_repeats_and_numbers_come_in_pairs() -> None:
    with pytest.raises(BadInput) as error:
        compile_expression("indexed-repeat(/d/g/p/q, /d/g, 1, /d/g/p)")
    assert error.value.code is FormCode.XPATH_ARGUMENTS
