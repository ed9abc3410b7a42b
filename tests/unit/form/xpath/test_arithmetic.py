import math

import pytest

from fieldaudit.form.xpath.arithmetic import divide, remainder
from tests.unit.form.xpath.evaluating import evaluate


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1 + 2 * 3 - 4", 3.0),
        ("/data/age + 1", 43.0),
        ("1 + /data/age", 43.0),
        ("/data/age - /data/age", 0.0),
        ("/data/age * 2", 84.0),
        ("/data/age div 4", 10.5),
        ("-5 mod 3", -2.0),
        ("5 mod -3", 2.0),
        ("5.5 mod 2", 1.5),
        ("--1", 1.0),
        ("-/data/age", -42.0),
        ("/data/day + 1", 20643.0),
        ("1 div 0", math.inf),
        ("-1 div 0", -math.inf),
    ],
)
def test_numbers(text: str, value: float) -> None:
    assert evaluate(text) == value


@pytest.mark.parametrize(
    "text", ["0 div 0", "5 mod 0", "'a' + 1", "/data/empty + 1", "1 div 0 mod 2"]
)
def test_not_numbers(text: str) -> None:
    value = evaluate(text)
    assert isinstance(value, float)
    assert math.isnan(value)


def test_signs_of_zero_and_infinity() -> None:
    assert divide(1, -0.0) == -math.inf
    assert math.isnan(divide(math.nan, 0))
    assert remainder(5, math.inf) == 5
