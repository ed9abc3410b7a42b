"""One row of a log: either a valid sample or the first reason why it is none.

Works on the cells of a row; files, encodings and totals are the business of `log`.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import tzinfo

from fieldaudit.visit.datum import Datum, to_wgs84
from fieldaudit.visit.log_profile import LogProfile
from fieldaudit.visit.log_time import LogClock
from fieldaudit.visit.operators import operator_of
from fieldaudit.visit.place import Position
from fieldaudit.visit.radio import (
    BLANKS,
    LEVEL_RANGES,
    QUALITY_RANGES,
    SENTINELS,
    SINR_RANGES,
    Technology,
    technology_of,
    within,
)
from fieldaudit.visit.sample import Rejection, Sample

_UNKNOWN_3G = -24.0  # what the app writes for 3G when the modem reports no RSCP
_NO_SERVICE = "no_coverage"
_CACHED = 100_000
_MOVING = 5.0  # km/h at which a position cannot stand still
_STUCK_MOVING = 10_000  # ms
_STUCK = 120_000  # ms, where the log reports no speed
_STUCK_STANDING = 600_000  # ms; a fixed-point test stands for minutes, but its fixes jitter

_Fix = tuple[float, float]


class RowReader:
    """Turns the rows of one file into samples; remembers what earlier rows said."""

    def __init__(
        self,
        profile: LogProfile,
        header: Sequence[str],
        *,
        zone: tzinfo,
        datum: Datum,
        operator: str = "",
    ) -> None:
        """Prepare for the rows under `header`; a given `operator` is the SIM's, for all rows."""
        self._places = profile.places(header)
        self._width = max(
            self._places[field] for field in ("latitude", "longitude", "technology", "level")
        )
        self._anchored = profile.anchored
        self._clock = LogClock(zone)
        self._datum = datum
        self._operator = operator
        self._operators: dict[tuple[str, str], str] = {}
        self._fixes: dict[tuple[str, str], _Fix | None] = {}
        self._seen: tuple[int | None, set[tuple[str, Technology, str]]] = (None, set())
        self._stand: dict[str, tuple[_Fix, int]] = {}
        self._aliases: dict[str, Counter[str]] = {}
        self.anchored = 0
        self.strange = 0

    def read(self, cells: Sequence[str]) -> Sample | Rejection:
        """Judge one row."""
        if len(cells) <= self._width:
            return Rejection.SHORT
        row = {
            field: cells[number].strip() if number < len(cells) else ""
            for field, number in self._places.items()
        }
        at = self._clock.read(row["time"]) if "time" in row else None
        if at is None and "time" in row:
            return Rejection.TIME
        fix = self._fix(row["latitude"], row["longitude"])
        if fix is None:
            return Rejection.PLACE
        return self._radio(row, at, fix)

    def _radio(self, row: Mapping[str, str], at: int | None, fix: _Fix) -> Sample | Rejection:
        word, name = row["technology"], row.get("operator", "")
        technology, anchored = technology_of(word)
        if technology is None:
            lost = word.lower() in BLANKS or name.lower() == _NO_SERVICE
            return Rejection.NO_SERVICE if lost else Rejection.TECHNOLOGY
        level = _number(row["level"])
        beside = _number(row.get("nr_level", "")) if technology is Technology.NR else None
        level = level if beside is None else beside
        if level is None or (technology is Technology.UMTS and level == _UNKNOWN_3G):
            return Rejection.NO_LEVEL
        if not within(level, LEVEL_RANGES[technology]):
            return Rejection.OUT_OF_RANGE
        operator = self._operator or self._named(row)
        if at is not None and self._repeated(at, (operator, technology, row.get("cell", ""))):
            return Rejection.SAME_SECOND
        prefix = "nr_" if beside is not None else ""
        doubtful = technology is Technology.NR and (self._anchored or anchored)
        self.anchored += doubtful and beside is None
        return Sample(
            at,
            *fix,
            operator,
            technology,
            level,
            rsrq=self._ratio(row.get(prefix + "rsrq", ""), QUALITY_RANGES.get(technology)),
            sinr=self._ratio(row.get(prefix + "sinr", ""), SINR_RANGES.get(technology)),
            frozen=at is not None and self._frozen(operator, fix, at, row.get("speed", "")),
        )

    def _fix(self, latitude: str, longitude: str) -> _Fix | None:
        key = (latitude, longitude)
        if key not in self._fixes:
            if len(self._fixes) > _CACHED:
                self._fixes.clear()
            self._fixes[key] = self._convert(latitude, longitude)
        return self._fixes[key]

    def _convert(self, latitude: str, longitude: str) -> _Fix | None:
        north, east = _number(latitude), _number(longitude)
        if north is None or east is None or north == east == 0:
            return None
        position = Position(north, east)
        if not position.possible:
            return None
        position = to_wgs84(position, self._datum)
        return position.latitude, position.longitude

    def aliases(self) -> dict[str, str]:
        """Return the names that other rows give to a network which some rows only number."""
        return {plmn: names.most_common(1)[0][0] for plmn, names in self._aliases.items()}

    def _named(self, row: Mapping[str, str]) -> str:
        plmn = row.get("plmn") or row.get("mcc", "") + row.get("mnc", "").zfill(2)
        key = (_written(plmn), _written(row.get("operator", "")))
        if key not in self._operators:
            if len(self._operators) > _CACHED:
                self._operators.clear()
            self._operators[key] = operator_of(*key)
            if all(key):
                self._aliases.setdefault(key[0], Counter())[self._operators[key]] += 1
        return self._operators[key]

    def _repeated(self, at: int, key: tuple[str, Technology, str]) -> bool:
        second = at // 1000
        if self._seen[0] != second:
            self._seen = (second, set())
        known = key in self._seen[1]
        self._seen[1].add(key)
        return known

    def _frozen(self, operator: str, fix: _Fix, at: int, speed: str) -> bool:
        stand = self._stand.get(operator)
        if stand is None or stand[0] != fix or at < stand[1]:
            self._stand[operator] = (fix, at)
            return False
        pace = _number(speed)
        if pace is None:
            return at - stand[1] > _STUCK
        return at - stand[1] > (_STUCK_MOVING if pace > _MOVING else _STUCK_STANDING)

    def _ratio(self, text: str, limits: tuple[float, float] | None) -> float | None:
        value = _number(text)
        if value is None or limits is None:
            return None
        if within(value, limits):
            return value
        self.strange += 1
        return None


def silent_technologies(samples: Sequence[Sample]) -> list[Technology]:
    """Return the technologies whose SINR is 0.0 in each sample that has one.

    Phones that do not report a SINR write a constant zero; taken as a measurement it would make
    every sample pass.
    """
    values = Counter(
        (sample.technology, sample.sinr == 0) for sample in samples if sample.sinr is not None
    )
    return [each for each in Technology if values[each, True] and not values[each, False]]


def _written(text: str) -> str:
    return "" if text.lower() in BLANKS else text


def _number(text: str) -> float | None:
    if text.lower() in BLANKS:
        return None
    try:
        value = float(text)
    except ValueError:
        return None
    if value != value or value in SENTINELS:  # noqa: PLR0124 - not a number
        return None
    return value
