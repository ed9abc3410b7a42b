import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldaudit.errors import BadInput, Code
from fieldaudit.visit.place import (
    CHONGQING,
    Position,
    Region,
    distance,
    looks_swapped,
    read_angle,
    read_geopoint,
)

LATITUDES = st.floats(-90, 90)
LONGITUDES = st.floats(-180, 180)


@given(LATITUDES, LONGITUDES, st.floats(-400, 9000), st.floats(0.01, 500))
def test_a_geopoint_comes_back(north: float, east: float, altitude: float, accuracy: float) -> None:
    position = Position(north, east, altitude, accuracy)
    back = read_geopoint(position.text)
    assert back.text == position.text
    assert back.latitude == pytest.approx(north, abs=5.1e-8)
    assert back.longitude == pytest.approx(east, abs=5.1e-8)
    assert back.altitude == pytest.approx(altitude, abs=0.0051)
    assert back.accuracy == pytest.approx(accuracy, abs=0.0051)


@pytest.mark.parametrize(
    ("position", "text"),
    [
        (Position(29.62, 106.49), "29.62 106.49"),
        (Position(-31.0, 0.0), "-31 0"),
        (Position(29.62, 106.49, 240.5), "29.62 106.49 240.5"),
        (Position(29.62, 106.49, None, 5.0), "29.62 106.49 0 5"),
        (Position(-0.00000001, 1.0), "0 1"),
    ],
)
def test_a_geopoint_is_written_short(position: Position, text: str) -> None:
    assert position.text == text


def test_an_accuracy_of_zero_is_unknown() -> None:
    assert read_geopoint("29.62 106.49 240 0") == Position(29.62, 106.49, 240.0, None)


@pytest.mark.parametrize(
    "text", ["", "29.62", "29.62 106.49 1 2 3", "a b", "91 0", "0 181", "nan 0", "inf 0"]
)
def test_what_is_no_geopoint_is_refused(text: str) -> None:
    with pytest.raises(BadInput) as caught:
        read_geopoint(text)
    assert caught.value.code is Code.POSITION_UNREADABLE
    assert caught.value.params == {"text": text}


@pytest.mark.parametrize(
    ("text", "degrees"),
    [
        ("106.49", 106.49),
        (" -31.5 ", -31.5),
        ("106°29′24″E", 106.49),
        ("106°29'24\"", 106.49),
        ("29:37:12", 29.62),
        ("106°29.4′", 106.49),
        ("29度37分12秒", 29.62),
        ("29.62S", -29.62),
        ("东经106.49", 106.49),
        ("西经106.49", -106.49),
        ("3281234.5", 3281234.5),
    ],
)
def test_angles_are_read_as_people_write_them(text: str, degrees: float) -> None:
    assert read_angle(text) == pytest.approx(degrees, abs=1e-12)


@pytest.mark.parametrize(
    "text", ["", "abc", "29°61′", "29°37′60″", "1e5", "29 37", "--1", "29°37″"]
)
def test_what_is_no_angle_is_none(text: str) -> None:
    assert read_angle(text) is None


def test_a_minute_of_latitude_is_a_nautical_mile() -> None:
    metres = distance(Position(29.62, 106.49), Position(29.62 + 1 / 60, 106.49))
    assert metres == pytest.approx(1847.5, abs=0.5)  # of the ellipsoid at that latitude


@given(LATITUDES, LONGITUDES, LATITUDES, LONGITUDES)
def test_distance_is_symmetric_and_no_more_than_half_way_round(
    north: float, east: float, other_north: float, other_east: float
) -> None:
    one, other = Position(north, east), Position(other_north, other_east)
    there, back = distance(one, other), distance(other, one)
    assert there == pytest.approx(back, abs=1e-3)
    assert 0 <= there <= 20_003_932
    assert distance(one, one) == pytest.approx(0, abs=1e-6)


def test_a_region_holds_its_edge() -> None:
    region = Region(28.0, 105.0, 32.0, 110.0)
    assert region.holds(Position(28.0, 110.0))
    assert not region.holds(Position(27.999, 110.0))
    assert not region.holds(Position(28.0, 110.001))


def test_swapped_axes_are_noticed_by_where_the_point_should_lie() -> None:
    assert looks_swapped(Position(106.49, 29.62))
    assert not looks_swapped(Position(29.62, 106.49))
    assert not looks_swapped(Position(39.9, 116.4))
    assert not looks_swapped(Position(106.49, 129.62))


def test_a_position_beyond_the_globe_is_not_possible() -> None:
    assert not Position(math.nan, 0).possible
    assert not Position(90.1, 0).possible
    assert Position(-90, 180).possible
    assert CHONGQING.holds(Position(29.62, 106.49))
