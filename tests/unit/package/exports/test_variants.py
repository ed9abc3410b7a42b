"""What leaves in which variant, and how exactly places do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldaudit.form.definition import Kind
from fieldaudit.package.exports.content import Geometry, Shape
from fieldaudit.package.exports.variants import Policy, Variant
from tests.kit.leaving import small_form

PUBLIC = Policy(Variant.PUBLIC)
QUESTIONS = {question.name: question for question in small_form().root.questions()}
AREA = "29.62 106.49 0 0; 29.63 106.49 0 0; 29.63 106.50 0 0; 29.62 106.49 0 0"


@pytest.mark.parametrize("name", ["COM-05-person", "BTS-07", "RES-20"])
def test_people_radio_and_photos_are_not_public(name):
    assert Policy().asks(QUESTIONS[name])
    assert not PUBLIC.asks(QUESTIONS[name])


@pytest.mark.parametrize("name", ["RES-26", "RES-21", "RES-05"])
def test_findings_are_public(name):
    assert PUBLIC.asks(QUESTIONS[name])


@pytest.mark.parametrize("name", ["RES-20", "RES-21", "RES-22"])
def test_a_restricted_area_gives_no_place_and_no_photo(name):
    assert Policy().tells(QUESTIONS[name], restricted=False)
    assert not Policy().tells(QUESTIONS[name], restricted=True)
    assert Policy().tells(QUESTIONS["RES-26"], restricted=True)


def test_places_have_seven_decimals_and_in_public_three():
    exact = Policy().point("29.6212345678 106.4998765432 210 4.9")
    assert exact is not None
    assert exact.text == "29.6212346 106.4998765 210 4.9"
    coarse = PUBLIC.point("29.6212345678 106.4998765432 210 4.9")
    assert coarse is not None
    assert coarse.text == "29.621 106.5"


def test_numbers_of_people_are_masked_in_public():
    text = "电话13812345678，证件50010319900101123X，编号123456789012345678901"
    assert PUBLIC.text(text) == "电话＊＊＊，证件＊＊＊，编号123456789012345678901"
    assert Policy().text(text) == text


def test_an_area_is_a_closed_ring_that_runs_counterclockwise():
    found = Policy().geometry(AREA, Kind.GEOSHAPE)
    assert found is not None
    assert found.shape is Shape.POLYGON
    assert found.points[0] == found.points[-1]
    assert _turn(found) > 0


def test_an_area_too_small_for_three_decimals_is_not_drawn():
    tiny = "29.62001 106.49 0 0; 29.62002 106.49 0 0; 29.62002 106.4901 0 0"
    assert Policy().geometry(tiny, Kind.GEOSHAPE) is not None
    assert PUBLIC.geometry(tiny, Kind.GEOSHAPE) is None


def test_a_trace_is_a_line():
    found = Policy().geometry("29.62 106.49;29.62 106.49;29.63 106.5", Kind.GEOTRACE)
    assert found == Geometry(Shape.LINE, ((106.49, 29.62), (106.5, 29.63)))


@pytest.mark.parametrize("text", ["", "north", "29.62 106.49; north", "29.62 106.49"])
def test_what_is_no_place_has_no_geometry(text):
    assert Policy().geometry(text, Kind.GEOTRACE) is None


@given(st.lists(st.tuples(st.floats(-80, 80), st.floats(-170, 170)), min_size=3, max_size=8))
def test_every_ring_runs_counterclockwise(points):
    found = Policy().geometry("; ".join(f"{y:.6f} {x:.6f}" for y, x in points), Kind.GEOSHAPE)
    assert found is None or _turn(found) > 0


def _turn(area: Geometry) -> float:
    pairs = zip(area.points, area.points[1:], strict=False)
    return sum((x2 - x1) * -(y2 + y1) for (x1, y1), (x2, y2) in pairs)
