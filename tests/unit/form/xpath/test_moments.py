from datetime import UTC, date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldaudit.form.xpath.moments import (
    from_days,
    from_decimal_days,
    parse_moment,
    parse_time,
)
from tests.unit.form.xpath.evaluating import CHONGQING


@given(st.dates(min_value=date(1, 1, 3), max_value=date(9999, 12, 29)))
def test_a_date_is_its_whole_days_in_every_zone(day: date) -> None:
    moment = parse_moment(day.isoformat(), CHONGQING)
    assert moment is not None
    assert moment.days() == (day - date(1970, 1, 1)).days
    assert str(from_days(moment.days(), UTC)) == day.isoformat()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("2026-07-08", "2026-07-08"),
        ("2026-7-8", "2026-07-08"),
        ("2026-07-08T01:02:03.004+08:00", "2026-07-08T01:02:03.004+08:00"),
        ("2026-07-08T01:02:03Z", "2026-07-08T09:02:03.000+08:00"),
        ("2026-07-08T01:02", "2026-07-08T01:02:00.000+08:00"),
    ],
)
def test_iso_text_there_and_back(text: str, shown: str) -> None:
    assert str(parse_moment(text, CHONGQING)) == shown


@pytest.mark.parametrize(
    "text",
    [
        "",
        "nonsense",
        "2026-02-30",
        "2026-13-01",
        "2026-07-08T25:00",
        "2026-07-08T24:00:00",
        "2026-07-08T01:02:03+24:00",
        "2026-07-08T01:02:03+08:60",
        "0001-01-01T00:00:00+14:00",
        "2026-07-08T",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert parse_moment(text, CHONGQING) is None


def test_utc_is_written_with_z() -> None:
    assert str(parse_moment("2026-07-08T01:02:03Z", UTC)) == "2026-07-08T01:02:03.000Z"


def test_decimal_days_count_from_utc() -> None:
    moment = parse_moment("1970-01-01T20:00:00+08:00", CHONGQING)
    assert moment is not None
    assert (moment.decimal_days(), moment.days()) == (0.5, 0)


def test_an_instant_at_local_midnight_is_a_date() -> None:
    assert str(from_decimal_days(1 - 8 / 24, CHONGQING)) == "1970-01-02"
    assert str(from_decimal_days(0.5, CHONGQING)) == "1970-01-01T20:00:00.000+08:00"


@pytest.mark.parametrize("days", [float("nan"), float("inf"), 1e12, -1e12])
def test_days_beyond_the_calendar_are_no_date(days: float) -> None:
    assert from_days(days, UTC) is None
    assert from_decimal_days(days, UTC) is None


def test_times_alone() -> None:
    parsed = parse_time("06:30:15.5+08:00")
    assert parsed is not None
    assert (parsed.hour, parsed.microsecond) == (6, 500_000)
    assert parsed.utcoffset() == timedelta(hours=8)
    assert parse_time("6:60") is None
    assert parse_time("a") is None
