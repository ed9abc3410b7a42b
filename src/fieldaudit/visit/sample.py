"""The records of a read signal log: its samples, what was left out, and what must be said of it.

Positions are WGS-84; levels are dBm and ratios dB as the phone reported them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from fieldaudit.errors import Problem
from fieldaudit.texts import QT_TRANSLATE_NOOP
from fieldaudit.visit.radio import JUDGED, Technology


class Rejection(StrEnum):
    """Why a row is not used; each rejected row counts under the first that applies."""

    SHORT = "short"
    TIME = "time"
    PLACE = "place"
    NO_SERVICE = "no_service"
    TECHNOLOGY = "technology"
    NO_LEVEL = "no_level"
    OUT_OF_RANGE = "out_of_range"
    SAME_SECOND = "same_second"


REJECTION_TEXTS = {
    Rejection.SHORT: QT_TRANSLATE_NOOP("Domain", "列数不足或不是数据行"),
    Rejection.TIME: QT_TRANSLATE_NOOP("Domain", "时间无法识别"),
    Rejection.PLACE: QT_TRANSLATE_NOOP("Domain", "没有有效定位"),
    Rejection.NO_SERVICE: QT_TRANSLATE_NOOP("Domain", "无网络服务"),
    Rejection.TECHNOLOGY: QT_TRANSLATE_NOOP("Domain", "网络制式无法识别"),
    Rejection.NO_LEVEL: QT_TRANSLATE_NOOP("Domain", "没有电平值"),
    Rejection.OUT_OF_RANGE: QT_TRANSLATE_NOOP("Domain", "电平超出有效范围"),
    Rejection.SAME_SECOND: QT_TRANSLATE_NOOP("Domain", "同一秒重复采样"),
}
"""The reasons in words."""


@dataclass(frozen=True, slots=True)
class Sample:
    """One valid row of a log."""

    at: int | None
    """Milliseconds since 1970-01-01 UTC; None where the format has no times."""

    latitude: float
    """Degrees, WGS-84."""

    longitude: float
    """Degrees, WGS-84."""

    operator: str
    """Operator code (ct, cm, cu, cbn), else the log's own text."""

    technology: Technology
    """Generation of the serving cell."""

    level: float
    """dBm: RSRP in 4G and 5G, RSCP in 3G, RxLev in 2G."""

    rsrq: float | None = None
    """dB, 4G and 5G only; None: not reported."""

    sinr: float | None = None
    """dB, 4G and 5G only; None: not reported."""

    frozen: bool = False
    """True when the position has not moved for so long that it cannot be trusted."""

    @property
    def rsrp(self) -> float | None:
        """The level where it is an RSRP, else None."""
        return self.level if self.technology in JUDGED else None


@dataclass(frozen=True, slots=True)
class LogReading:
    """What one log file holds; `read` is always `kept` plus all of `rejected`."""

    name: str
    """File name as it came."""

    sha256: str
    """Hash of the file's bytes, hex: the same file imported twice is recognised by it."""

    profile: str
    """Id of the format it was read as."""

    datum: str
    """Datum of the positions in the file."""

    encoding: str
    """How its text was encoded."""

    samples: tuple[Sample, ...]
    """The valid rows, in the file's order."""

    read: int
    """Data rows in the file."""

    rejected: Mapping[Rejection, int] = field(default_factory=dict)
    """Rows left out, by reason; reasons that did not occur are absent."""

    frozen: int = 0
    """Samples whose position was frozen; they count, but in no grid cell."""

    notes: tuple[Problem, ...] = ()
    """What must be said of the figures."""

    @property
    def kept(self) -> int:
        """Rows that became samples."""
        return len(self.samples)
