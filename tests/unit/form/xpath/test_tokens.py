import pytest

from fieldaudit.errors import BadInput
from fieldaudit.form.xpath.tokens import LONGEST, syntax_error, tokenize
from fieldaudit.form_codes import FormCode


def kinds(text: str) -> list[tuple[str, str]]:
    return [(token.kind, token.text) for token in tokenize(text)[:-1]]


def test_names_hold_hyphens_dots_and_prefixes() -> None:
    assert kinds("RES-26.a") == [("name", "RES-26.a")]
    assert kinds("orx:meta") == [("name", "orx:meta")]
    assert kinds("child::a") == [("name", "child"), ("symbol", "::"), ("name", "a")]


@pytest.mark.parametrize("text", ["1div2", "1 div 2", "1 div2", "1div 2"])
def test_an_operator_needs_no_spaces_after_an_operand(text: str) -> None:
    assert kinds(text) == [("number", "1"), ("operator", "div"), ("number", "2")]


def test_an_operator_may_be_the_name_of_a_question() -> None:
    assert kinds("div div mod") == [("name", "div"), ("operator", "div"), ("name", "mod")]


def test_a_star_is_a_name_test_or_a_product() -> None:
    assert kinds("* * *") == [("symbol", "*"), ("operator", "*"), ("symbol", "*")]


def test_positions_are_those_of_the_text() -> None:
    assert [token.position for token in tokenize("'a b' = c")] == [0, 6, 8, 9]


@pytest.mark.parametrize("text", ["'open", "a # b", "a & b"])
def test_strange_characters_are_named_with_their_place(text: str) -> None:
    with pytest.raises(BadInput) as error:
        tokenize(text)
    assert error.value.code is FormCode.XPATH_SYNTAX
    assert isinstance(error.value.params["position"], int)


def test_an_endless_expression_is_refused() -> None:
    with pytest.raises(BadInput) as error:
        tokenize("1" * (LONGEST + 1))
    assert error.value.code is FormCode.XPATH_TOO_LONG


def test_an_error_quotes_only_the_beginning() -> None:
    assert len(str(syntax_error("x" * 5_000, 3, "y" * 5_000))) < 400
