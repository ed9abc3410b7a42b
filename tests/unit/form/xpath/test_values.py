import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldaudit.errors import BadInput
from fieldaudit.form.xpath.context import Context
from fieldaudit.form.xpath.moments import parse_moment
from fieldaudit.form.xpath.tree import Node
from fieldaudit.form.xpath.values import (
    Any,
    number_of,
    number_to_text,
    text_of,
    text_to_number,
    truth_of,
)
from tests.unit.form.xpath.evaluating import CHONGQING, a_context

CONTEXT = a_context()
DAY = parse_moment("2026-07-08", CHONGQING)


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_number_survives_as_text(number: float) -> None:
    text = number_to_text(number)
    assert "e" not in text
    assert text_to_number(text, CONTEXT) == number


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (1.0, "1"),
        (-0.0, "0"),
        (0.5, "0.5"),
        (1e21, "1000000000000000000000"),
        (1e-7, "0.0000001"),
        (math.nan, "NaN"),
        (math.inf, "Infinity"),
        (-math.inf, "-Infinity"),
    ],
)
def test_numbers_are_written_plainly(number: float, text: str) -> None:
    assert number_to_text(number) == text


@pytest.mark.parametrize("text", ["", " ", "a", "1e3", "+5", "0x10", "1_000", "inf", "nan", "1 2"])
def test_what_is_no_number(text: str) -> None:
    assert math.isnan(text_to_number(text, CONTEXT))


@pytest.mark.parametrize(("text", "number"), [(" 5 ", 5), ("5.", 5), (".5", 0.5), ("-1.50", -1.5)])
def test_what_is_a_number(text: str, number: float) -> None:
    assert text_to_number(text, CONTEXT) == number
    assert text_to_number(text, CONTEXT) == number


def test_a_date_is_a_number_of_days() -> None:
    assert text_to_number("1970-01-11", CONTEXT) == 10
    assert text_to_number("1970-01-11T23:00:00+08:00", CONTEXT) == 10


def test_every_type_becomes_text_number_and_truth() -> None:
    assert DAY is not None
    leaf = Node("a", "3")
    values: list[Any] = ["3", 3.0, True, DAY, [leaf], []]
    assert [text_of(v, CONTEXT) for v in values] == ["3", "3", "true", "2026-07-08", "3", ""]
    numbers = [number_of(v, CONTEXT) for v in values]
    assert numbers[:5] == [3, 3, 1, 20642, 3]
    assert math.isnan(numbers[5])
    assert [truth_of(v, CONTEXT) for v in values] == [True, True, True, True, True, False]
    assert not truth_of(math.nan, CONTEXT)
    assert not truth_of(0.0, CONTEXT)
    assert text_of(False, CONTEXT) == "false"


def test_reading_a_large_element_costs_budget() -> None:
    root = Node("r")
    for _ in range(50):
        root.append(Node("a", "x"))
    with pytest.raises(BadInput):
        text_of([root], Context(root, budget=49))
