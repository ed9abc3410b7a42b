import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldaudit.visit.datum import DATUM_TEXTS, Datum, from_wgs84, guess_shift, to_wgs84
from fieldaudit.visit.place import Position, distance

HERE = Position(29.62, 106.49, 240.0, 5.0)
IN_CHINA = st.builds(Position, st.floats(18.0, 53.0), st.floats(74.0, 134.0))
DATUMS = st.sampled_from(list(Datum))


@given(IN_CHINA, DATUMS)
def test_there_and_back_is_better_than_a_decimetre(position: Position, datum: Datum) -> None:
    assert distance(to_wgs84(from_wgs84(position, datum), datum), position) < 0.1
    assert distance(from_wgs84(to_wgs84(position, datum), datum), position) < 0.1


@given(IN_CHINA)
def test_the_shifts_have_the_size_that_maps_have(position: Position) -> None:
    assert distance(position, from_wgs84(position, Datum.GCJ02)) < 1000
    between = distance(from_wgs84(position, Datum.GCJ02), from_wgs84(position, Datum.BD09))
    assert 500 < between < 1300


@pytest.mark.parametrize(
    ("datum", "metres"),
    [(Datum.WGS84, 0), (Datum.CGCS2000, 0), (Datum.GCJ02, 480), (Datum.BD09, 1070)],
)
def test_the_shifts_at_liangjiang_are_the_known_ones(datum: Datum, metres: float) -> None:
    assert distance(HERE, from_wgs84(HERE, datum)) == pytest.approx(metres, abs=5)


@pytest.mark.parametrize(
    ("wgs", "gcj"),
    [
        ((31.1774276, 121.5272106), (31.17530398364597, 121.531541859215)),
        ((22.543847, 113.912316), (22.540796131694766, 113.9171764808363)),
        ((39.911954, 116.377817), (39.91334545536069, 116.38404722455657)),
    ],
    ids=["Shanghai", "Shenzhen", "Beijing"],
)
def test_public_vectors_of_gcj02(wgs: tuple[float, float], gcj: tuple[float, float]) -> None:
    shifted = from_wgs84(Position(*wgs), Datum.GCJ02)
    assert (shifted.latitude, shifted.longitude) == pytest.approx(gcj, abs=1e-9)


@pytest.mark.parametrize("datum", list(Datum))
def test_outside_china_nothing_is_shifted(datum: Datum) -> None:
    cork = Position(51.8979, -8.4706)
    assert from_wgs84(cork, datum) == cork
    assert to_wgs84(cork, datum) == cork


@pytest.mark.parametrize("datum", list(Datum))
def test_altitude_and_accuracy_stay(datum: Datum) -> None:
    shifted = from_wgs84(HERE, datum)
    assert (shifted.altitude, shifted.accuracy) == (240.0, 5.0)


@pytest.mark.parametrize("datum", [Datum.GCJ02, Datum.BD09])
@pytest.mark.parametrize("swapped", [False, True])
def test_the_guard_recognises_a_shift(datum: Datum, *, swapped: bool) -> None:
    point = from_wgs84(HERE, datum)
    guess = guess_shift(point.swapped() if swapped else point, HERE)
    assert guess is not None
    assert (guess.datum, guess.swapped) == (datum, swapped)
    assert guess.after < 0.1 < guess.before
    assert distance(guess.position, HERE) < 0.1


def test_the_guard_recognises_mere_swapped_axes() -> None:
    guess = guess_shift(HERE.swapped(), HERE)
    assert guess is not None
    assert (guess.datum, guess.swapped) == (Datum.WGS84, True)


def test_the_guard_is_silent_when_points_agree() -> None:
    assert guess_shift(Position(29.62, 106.4901), HERE) is None


@pytest.mark.parametrize("point", [Position(29.63, 106.49), Position(200.0, 300.0)])
def test_the_guard_is_silent_when_nothing_explains_the_distance(point: Position) -> None:
    assert guess_shift(point, HERE) is None


def test_every_datum_has_a_name() -> None:
    assert set(DATUM_TEXTS) == set(Datum)
