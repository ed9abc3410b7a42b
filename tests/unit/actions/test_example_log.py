from datetime import timedelta, timezone

import pytest

from fieldaudit.actions.example_log import HEADER, write_example_log
from fieldaudit.errors import Code
from fieldaudit.visit.log import read_log
from fieldaudit.visit.place import Region, read_geopoint
from fieldaudit.visit.sample import Rejection

START = "2022-07-08T10:00:00+08:00"
TRACK = ["29.62 106.49", "29.6215 106.492", "29.619 106.495"]
BOX = Region(29.618, 106.489, 29.622, 106.496)


def a_log(seed: int = 1) -> bytes:
    return write_example_log(seed, start=START, track=TRACK)


def test_it_is_written_as_the_app_writes() -> None:
    header, *rows = a_log().decode().split("\r\n")
    assert header == HEADER
    assert rows.pop() == ""
    assert 600 <= len(rows) <= 660
    assert all(row.endswith("\t") and len(row.split("\t")) == 22 for row in rows)
    assert {row.split("\t")[9] for row in rows} == {"5G", "4G", "3G", "--"}


@pytest.mark.parametrize("seed", range(4))
def test_it_has_the_usual_dirt_and_enough_beside(seed: int) -> None:
    reading = read_log(a_log(seed), "a_log.txt", timezone=timezone(timedelta(hours=8)))
    assert set(reading.rejected) == {
        Rejection.NO_LEVEL,
        Rejection.NO_SERVICE,
        Rejection.SAME_SECOND,
    }
    assert {note.code for note in reading.notes} == {
        Code.LOG_SINR_MISSING,
        Code.LOG_POSITION_FROZEN,
        Code.LOG_WITHOUT_SERVICE,
    }
    assert reading.kept > 500
    assert {sample.operator for sample in reading.samples} == {"cm", "ct"}
    assert reading.samples[0].at == 1657245600000
    places = [read_geopoint(f"{each.latitude} {each.longitude}") for each in reading.samples]
    assert all(BOX.holds(place) for place in places)


def test_the_same_arguments_give_the_same_bytes() -> None:
    assert a_log(1) == a_log(1) != a_log(2)


def test_a_track_may_be_one_place() -> None:
    data = write_example_log(1, start=START, track=TRACK[:1], rows=20)
    assert {line.split("\t")[1] for line in data.decode().splitlines()[1:]} == {"106.490000"}
