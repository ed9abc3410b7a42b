import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Geod

from fieldaudit.assess.grid import Grid, parallel_for

GEOD = Geod(ellps="WGS84")
LATITUDES = st.floats(-80, 80)
LONGITUDES = st.floats(-179, 179)


@given(LATITUDES, LONGITUDES, st.sampled_from([20.0, 50.0, 100.0]))
def test_a_cell_holds_its_points(latitude: float, longitude: float, edge: float) -> None:
    grid = Grid(edge, round(latitude, 1))
    south, west, north, east = grid.bounds(grid.cell(latitude, longitude))
    assert south - 1e-9 <= latitude <= north + 1e-9
    assert west - 1e-9 <= longitude <= east + 1e-9


@given(LATITUDES, LONGITUDES)
def test_a_cell_is_fifty_metres_on_the_ellipsoid(latitude: float, longitude: float) -> None:
    grid = Grid(50.0, latitude)
    south, west, north, east = grid.bounds(grid.cell(latitude, longitude))
    assert GEOD.inv(west, south, west, north)[2] == pytest.approx(50, abs=1e-3)
    assert GEOD.inv(west, latitude, east, latitude)[2] == pytest.approx(50, abs=1e-3)


def test_a_tenth_of_a_degree_off_a_cell_is_still_square_to_a_permille() -> None:
    grid = Grid(50.0, 29.6)
    south, west, _, east = grid.bounds(grid.cell(29.65, 106.49))
    assert GEOD.inv(west, south, east, south)[2] == pytest.approx(50, abs=0.05)


def test_neighbours_share_an_edge_and_do_not_overlap() -> None:
    grid = Grid(50.0, 29.6)
    row, column = grid.cell(29.62, 106.49)
    here, north, east = (
        grid.bounds(each) for each in ((row, column), (row + 1, column), (row, column + 1))
    )
    assert here[2] == pytest.approx(north[0], abs=1e-12)
    assert here[3] == pytest.approx(east[1], abs=1e-12)


def test_two_surveys_of_one_place_share_the_parallel() -> None:
    assert parallel_for([29.618, 29.622]) == parallel_for([29.61, 29.64, 29.62]) == 29.6
    assert parallel_for([]) == 0.0
