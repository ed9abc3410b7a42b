from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldaudit.visit.log_time import LogClock

CHINA = timezone(timedelta(hours=8))
MOMENTS = st.datetimes(datetime(2000, 1, 1), datetime(2099, 12, 31)).map(
    lambda moment: moment.replace(microsecond=0)
)


def ms(*parts: int, zone: timezone = CHINA) -> int:
    return int(datetime(*parts, tzinfo=zone).timestamp()) * 1000  # type: ignore[misc,arg-type]


@pytest.mark.parametrize(
    "text",
    [
        "2025.07.18_22.11.08",
        "18-07-25 22:11:08",
        "2025-07-18 22:11:08",
        "2025/07/18 22:11:08",
        "2025-07-18T22:11:08.000",
        "2025-07-18T22:11:08+08:00",
        "2025-07-18T14:11:08Z",
    ],
)
def test_times_are_read_in_the_orders_that_logs_use(text: str) -> None:
    assert LogClock(CHINA).read(text) == ms(2025, 7, 18, 22, 11, 8)


@pytest.mark.parametrize(
    "text",
    [
        *("", "-", "Timestamp", "2025.13.18_22.11.08", "2025.07.18_22.61.08", "18-07-25"),
        *("2025.07.32_22.11.08", "2025.07.18_24.11.08", "9999999999999999999"),
    ],
)
def test_what_is_no_time_is_none(text: str) -> None:
    assert LogClock(CHINA).read(text) is None


@given(MOMENTS, st.integers(-12, 14))
def test_local_times_come_out_in_utc(moment: datetime, hours: int) -> None:
    clock = LogClock(timezone(timedelta(hours=hours)))
    expected = (moment - timedelta(hours=hours)).replace(tzinfo=UTC).timestamp() * 1000
    assert clock.read(moment.strftime("%Y.%m.%d_%H.%M.%S")) == expected


def test_one_clock_crosses_the_change_of_summer_time() -> None:
    clock = LogClock(ZoneInfo("Europe/Dublin"))
    assert clock.read("2019.03.31_00.59.59") == ms(2019, 3, 31, 0, 59, 59, zone=UTC)
    assert clock.read("2019.03.31_02.00.00") == ms(2019, 3, 31, 1, 0, 0, zone=UTC)
