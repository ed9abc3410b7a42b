import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldaudit.form.xpath.functions.numbers import rounded
from tests.unit.form.xpath.evaluating import evaluate


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("number('12.5')", 12.5),
        ("number(true())", 1),
        ("sum(/data/person/age)", 60),
        ("sum(/data/empty)", 0),
        ("max(/data/person/age, 31)", 31),
        ("max(1, '')", 1),
        ("min(/data/person/age)", 10),
        ("min('', 2)", 2),
        ("round(1.234, 2)", 1.23),
        ("round(2.15, 1)", 2.2),
        ("round(626.3, -3)", 1000),
        ("round(-1.5)", -1),
        ("round(2.5)", 3),
        ("round(1 div 0)", math.inf),
        ("int(-1.7)", -1),
        ("int('2.9')", 2),
        ("int(1 div 0)", math.inf),
        ("floor(-1.5)", -2),
        ("ceiling(-1.5)", -1),
        ("floor(1 div 0)", math.inf),
        ("ceiling(1 div 0)", math.inf),
        ("abs(-3)", 3),
        ("pow(2, 10)", 1024),
        ("pow(2, 5000)", math.inf),
        ("pow(-2, 5001)", -math.inf),
        ("pow(0, -1)", math.inf),
    ],
)
def test_numbers(text: str, value: float) -> None:
    assert evaluate(text) == value


@pytest.mark.parametrize(
    "text",
    [
        "number('a')",
        "max()",
        "min(/data/zzz)",
        "round('a')",
        "pow(-8, 1 div 3)",
        "sum(/data/name)",
        "round(1, 31)",
        "int('a')",
    ],
)
def test_not_numbers(text: str) -> None:
    value = evaluate(text)
    assert isinstance(value, float)
    assert math.isnan(value)


def test_the_node_itself_when_nothing_is_given() -> None:
    assert evaluate("number()", at="/data/age") == 42


@given(st.floats(-1e9, 1e9), st.integers(-3, 6))
def test_rounding_moves_by_half_a_unit_at_most(number: float, digits: int) -> None:
    assert abs(rounded(number, digits) - number) <= 0.5001 * 10.0**-digits + math.ulp(number)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("round(1.005, 2)", 1.01),
        ("round(-1.005, 2)", -1.0),
        ("round(-2.345, 2)", -2.34),
        ("round(1.5, '')", 2.0),
        ("round(1e, 2)".replace("e", "0000000000000000"), 1e16),
        ("distance('7.9 -11.5')", 0.0),
    ],
)
def test_rounding_sees_the_digits_that_are_written(text: str, value: float) -> None:
    assert evaluate(text) == value


def test_only_ascii_digits_are_numbers() -> None:
    assert math.isnan(evaluate("number('１２')"))  # type: ignore[arg-type]
