import math

import pytest

from tests.unit.form.xpath.evaluating import evaluate


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("sqrt(9)", 3),
        ("exp(0)", 1),
        ("exp(1000)", math.inf),
        ("exp10(2)", 100),
        ("exp10(-2)", 0.01),
        ("log(1)", 0),
        ("log(0)", -math.inf),
        ("log10(1000)", 3),
        ("log10(0)", -math.inf),
        ("sin(pi() div 2)", 1),
        ("cos(0)", 1),
        ("tan(0)", 0),
        ("asin(1)", math.pi / 2),
        ("acos(1)", 0),
        ("atan(1)", math.pi / 4),
        ("atan2(1, 1)", math.pi / 4),
    ],
)
def test_values(text: str, value: float) -> None:
    assert evaluate(text) == pytest.approx(value)


@pytest.mark.parametrize(
    "text", ["sqrt(-1)", "log(-1)", "log10(-1)", "asin(2)", "acos(-2)", "sin('a')"]
)
def test_outside_the_real_numbers(text: str) -> None:
    value = evaluate(text)
    assert isinstance(value, float)
    assert math.isnan(value)
