"""Times as logs write them: local without a zone, in several orders, or ISO 8601."""

import re
from datetime import datetime, tzinfo

_YEAR_FIRST = re.compile(
    r"(\d{4})[-./](\d{1,2})[-./](\d{1,2})[ T_](\d{1,2})[:.](\d{2})[:.](\d{2})(?:[.,]\d{1,9})?"
)
_DAY_FIRST = re.compile(r"(\d{1,2})[-./](\d{1,2})[-./](\d{2}) (\d{1,2}):(\d{2}):(\d{2})")
_CENTURY = 2000
_CACHED = 10_000


class LogClock:
    """Reads the times of one log; remembers the hours that it has met, for speed."""

    def __init__(self, zone: tzinfo) -> None:
        """Take times without an offset as local to `zone`."""
        self._zone = zone
        self._hours: dict[tuple[int, int, int, int], int] = {}

    def read(self, text: str) -> int | None:
        """Return milliseconds since 1970-01-01 UTC, or None for what is no time."""
        found = _YEAR_FIRST.fullmatch(text)
        if found:
            year, month, day, hour, minute, second = map(int, found.groups())
            return self._local((year, month, day, hour), minute, second)
        found = _DAY_FIRST.fullmatch(text)
        if found:
            day, month, year, hour, minute, second = map(int, found.groups())
            return self._local((_CENTURY + year, month, day, hour), minute, second)
        return self._iso(text)

    def _local(self, hour: tuple[int, int, int, int], minute: int, second: int) -> int | None:
        start = self._hours.get(hour)
        if start is None:
            try:
                start = int(datetime(*hour, tzinfo=self._zone).timestamp()) * 1000
            except (ValueError, OverflowError):
                return None
            if len(self._hours) < _CACHED:
                self._hours[hour] = start
        if minute > 59 or second > 60:  # noqa: PLR2004 - a leap second is one
            return None
        return start + (minute * 60 + second) * 1000

    def _iso(self, text: str) -> int | None:
        try:
            moment = datetime.fromisoformat(text)
            if moment.tzinfo is None:
                moment = moment.replace(tzinfo=self._zone)
            return round(moment.timestamp() * 1000)
        except (ValueError, OverflowError):
            return None
