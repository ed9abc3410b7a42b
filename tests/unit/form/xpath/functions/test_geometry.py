import math

import pytest

from fieldaudit.errors import BadInput
from fieldaudit.form_codes import FormCode
from tests.unit.form.xpath.evaluating import evaluate

SQUARE = "0 0 0 0;0 1 0 0;1 1 0 0;1 0 0 0;0 0 0 0"


def test_a_degree_of_the_equator() -> None:
    assert evaluate("distance('0 0;0 1')") == 111318.85
    assert evaluate("distance('0 0', '0 1')") == 111318.85
    assert evaluate("distance('0 0')") == 0.0


def test_a_square_degree_at_the_equator() -> None:
    area = evaluate(f"area('{SQUARE}')")
    assert isinstance(area, float)
    assert area == pytest.approx(1.2390e10, rel=1e-3)


def test_points_may_be_nodes() -> None:
    xml = "<r><p>0 0 0 0</p><p>0 1 0 0</p></r>"
    assert evaluate("distance(p)", xml) == 111318.85


@pytest.mark.parametrize(
    "text",
    ["area('')", "area('91 0;0 0')", "distance('91 0;0 0')", "distance('')", "distance(/zzz)"],
)
def test_what_is_no_place(text: str) -> None:
    value = evaluate(text)
    assert isinstance(value, float)
    assert math.isnan(value)


@pytest.mark.parametrize("call", ["'a'", "'0 0', 'a'", "'0 0;0 1', '0 0'", "'1'"])
def test_a_distance_of_what_is_no_place_is_named(call: str) -> None:
    with pytest.raises(BadInput) as error:
        evaluate(f"distance({call})")
    assert error.value.code is FormCode.XPATH_PLACE


@pytest.mark.parametrize(
    ("point", "inside"),
    [("0.5 0.5 0 0", True), ("-1 0.5", False), ("0.5 2", False), ("x", False), ("", False)],
)
def test_fences(point: str, inside: bool) -> None:
    assert evaluate(f"geofence('{point}', '{SQUARE}')") is inside


def test_an_open_fence_holds_nothing() -> None:
    assert evaluate("geofence('0.5 0.5', '0 0;0 1;1 1;1 0')") is False
