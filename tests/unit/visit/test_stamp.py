import re
import uuid
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldaudit.visit.stamp import (
    Moment,
    derived_id,
    is_derived,
    make_id_source,
    new_id,
    now,
    parse_moment,
)

NOON = 1_657_252_800_000  # 2022-07-08T04:00:00Z
moments = st.builds(Moment, st.integers(0, 253_370_764_799_999), st.integers(-1439, 1439))


def test_a_moment_is_told_in_its_own_offset():
    assert Moment(NOON + 7, 480).iso() == "2022-07-08T12:00:00.007+08:00"
    assert Moment(NOON, -210).iso() == "2022-07-08T00:30:00.000-03:30"
    assert Moment(NOON).datetime() == datetime(2022, 7, 8, 4, tzinfo=UTC)


@given(moments)
def test_a_moment_told_is_read_back(moment):
    assert parse_moment(moment.iso()) == moment
    assert moment.datetime().utcoffset().total_seconds() == moment.offset * 60


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2022-07-08T12:00:00+08:00", Moment(NOON, 480)),
        ("2022-07-08T04:00:00Z", Moment(NOON)),
        ("1969-12-31T23:59:59.999+00:00", Moment(-1)),
    ],
)
def test_iso_8601_is_read(text, moment):
    assert parse_moment(text) == moment


@pytest.mark.parametrize("text", ["", "2022-07-08", "2022-07-08T12:00:00", "noon", "12:00+08:00"])
def test_a_time_without_offset_or_date_is_refused(text):
    with pytest.raises(ValueError, match=r"offset|isoformat"):
        parse_moment(text)


def test_the_device_clock_is_read():
    assert abs(now().datetime() - datetime.now(UTC)).total_seconds() < 60


def test_an_id_is_a_version_7_uuid_with_its_time():
    made = make_id_source(lambda: Moment(NOON), lambda count: b"\xff" * count)()
    assert uuid.UUID(made).version == 7
    assert uuid.UUID(made).variant == uuid.RFC_4122
    assert uuid.UUID(made).int >> 80 == NOON
    assert made == str(uuid.UUID(made))


@given(st.lists(st.integers(0, 5), min_size=2, max_size=30), st.randoms(use_true_random=False))
def test_ids_never_go_backwards_whatever_the_clock_does(ticks, dice):
    clock = iter(ticks)
    make = make_id_source(lambda: Moment(NOON + next(clock)), dice.randbytes)
    made = [make() for _ in ticks]
    assert made == sorted(set(made))


def test_the_count_within_a_millisecond_has_room():
    make = make_id_source(lambda: Moment(NOON), lambda count: b"\xff" * count)
    made = [make() for _ in range(1000)]
    assert made == sorted(set(made))
    assert {uuid.UUID(each).int >> 80 for each in made} == {NOON}
    assert {uuid.UUID(each).version for each in made} == {7}


def test_this_device_makes_ids():
    assert re.fullmatch("[0-9a-f-]{36}", new_id())
    assert new_id() < new_id()


def test_a_derived_id_is_the_same_everywhere():
    assert derived_id("person:abc") == "d4c420c7-7d60-80f7-a6fe-0630f135bb00"
    assert derived_id("form:1") != derived_id("form:2")
    assert uuid.UUID(derived_id("form:1")).version == 8
    assert uuid.UUID(derived_id("form:1")).variant == uuid.RFC_4122


def test_a_derived_id_is_told_from_one_that_was_made():
    assert is_derived(derived_id("person:x"))
    assert not is_derived(new_id())
    assert not is_derived("")
