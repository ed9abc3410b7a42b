"""Dates and times as values: ISO 8601 text in and out, whole days as numbers.

As in JavaRosa a moment is a number of *whole local days* since 1970-01-01 wherever a number is
wanted; only `decimal-date-time` and `decimal-time` look at the time of day.
"""

import math
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo

_EPOCH_DAY = date(1970, 1, 1).toordinal()
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_DAY = timedelta(days=1)
_OFFSET = r"(?P<offset>[Zz]|[+-]\d{1,2}(?::\d{2})?|[+-]\d{4})?"
_TIME = re.compile(
    r"(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,](?P<fraction>\d{1,9}))?)?"
    + _OFFSET,
    re.ASCII,
)
_DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:T(.*))?", re.ASCII)
DATE_ALONE = re.compile(r"\s*\d{4}-\d{1,2}-\d{1,2}\s*", re.ASCII)
"""What a date without a time looks like."""

_HALF_DAY_MINUTES = 24 * 60


@dataclass(frozen=True, slots=True)
class Moment:
    """A date, or a date with a time."""

    when: datetime
    """The instant, aware, in the local zone."""

    timed: bool
    """True when the time of day was given; false for a plain date."""

    def days(self) -> float:
        """Return whole local days since 1970-01-01."""
        return float(self.when.toordinal() - _EPOCH_DAY)

    def midnight(self) -> "Moment":
        """Return its date alone."""
        return Moment(self.when.replace(hour=0, minute=0, second=0, microsecond=0), timed=False)

    def decimal_days(self) -> float:
        """Return days since 1970-01-01T00:00Z with their fraction."""
        return (self.when - _EPOCH) / _DAY

    def __str__(self) -> str:
        """Write ISO 8601: `2012-07-24`, or with time and offset."""
        if not self.timed:
            return self.when.date().isoformat()
        text = self.when.isoformat(timespec="milliseconds")
        return text.replace("+00:00", "Z") if text.endswith("+00:00") else text


def parse_moment(text: str, zone: tzinfo | None) -> Moment | None:
    """Read an ISO 8601 date or dateTime; without offset it is meant in `zone`.

    Returns:
        None when the text is no date.
    """
    found = _DATE.fullmatch(text.strip())
    # ISO 8601 wants two digits, JavaRosa takes one
    if found is None:
        return None
    year, month, day, clock = found.groups()
    try:
        midnight = datetime(int(year), int(month), int(day), tzinfo=zone)
    except ValueError:
        return None
    if clock is None:
        return Moment(midnight, timed=False)
    parsed = parse_time(clock)
    if parsed is None:
        return None
    try:
        when = datetime.combine(midnight.date(), parsed)
        when = when.replace(tzinfo=zone) if when.tzinfo is None else when.astimezone(zone)
    except (ValueError, OverflowError):
        return None
    return Moment(when, timed=True)


def parse_time(text: str) -> time | None:
    """Read `HH:MM[:SS[.sss]]` with an optional offset; None when it is none."""
    found = _TIME.fullmatch(text)
    if found is None:
        return None
    # Python keeps microseconds; more digits are cut off
    fraction = (found["fraction"] or "")[:6].ljust(6, "0")
    try:
        return time(
            int(found["hour"]),
            int(found["minute"]),
            int(found["second"] or 0),
            int(fraction),
            tzinfo=_offset(found["offset"]),
        )
    except ValueError:
        return None


def _offset(text: str | None) -> tzinfo | None:
    """Return the zone of an offset like `+08:00`; raise ValueError when it cannot be."""
    if text is None:
        return None
    if text in ("Z", "z"):
        return UTC
    digits = text[1:].replace(":", "") if len(text) > len("+08") else text[1:] + "00"
    hours, minutes = int(digits[:-2]), int(digits[-2:])
    total = hours * 60 + minutes
    if total >= _HALF_DAY_MINUTES or minutes >= 60:  # noqa: PLR2004 - minutes of an hour
        raise ValueError(text)
    return timezone(timedelta(minutes=-total if text[0] == "-" else total))


def from_days(days: float, zone: tzinfo | None) -> Moment | None:
    """Return the local date that lies `days` whole days after 1970-01-01; None beyond year 9999."""
    if not math.isfinite(days):
        return None
    try:
        day = date.fromordinal(_EPOCH_DAY + math.trunc(days))
    except (ValueError, OverflowError):
        return None
    return Moment(datetime.combine(day, time(), zone), timed=False)


def from_decimal_days(days: float, zone: tzinfo | None) -> Moment | None:
    """Return the instant `days` after 1970-01-01T00:00Z.

    Whole days and local midnights are written as dates, because days are what was counted.
    """
    if not math.isfinite(days):
        return None
    try:
        # milliseconds, because a day's fraction in a float is a little off
        when = (_EPOCH + timedelta(milliseconds=round(days * 86_400_000))).astimezone(zone)
    except (ValueError, OverflowError):
        return None
    return Moment(when, timed=when.time() != time() and not days.is_integer())
