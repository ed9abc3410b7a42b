"""How the columns of a log format are called: a profile is data, also one that a user writes.

Header names are compared without case, spaces and underscores.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

FIELDS = (
    *("time", "latitude", "longitude", "technology", "level", "rsrq", "sinr", "speed", "cell"),
    *("operator", "plmn", "mcc", "mnc", "nr_level", "nr_rsrq", "nr_sinr"),
)
"""What a profile may name; `nr_…` columns hold 5G values of their own beside a 4G anchor's."""

_REQUIRED = ("latitude", "longitude", "technology", "level")


@dataclass(frozen=True, slots=True)
class LogProfile:
    """One log format."""

    id: str
    """Stable name, stored with the log."""

    columns: Mapping[str, str]
    """Field (one of FIELDS) → header name."""

    anchored: bool = False
    """True when 5G rows of this format carry the 4G anchor's values."""

    def places(self, header: Sequence[str]) -> dict[str, int]:
        """Return field → column number for those columns that `header` has."""
        numbers = {_plain(name): number for number, name in enumerate(header)}
        found = {field: numbers.get(_plain(name)) for field, name in self.columns.items()}
        return {field: number for field, number in found.items() if number is not None}

    def missing(self, header: Sequence[str]) -> list[str]:
        """Return the header names that this profile needs and `header` lacks.

        A profile that names a time column needs it; some formats have none.
        """
        found = self.places(header)
        needed = [*_REQUIRED, *(["time"] if "time" in self.columns else [])]
        return [self.columns.get(field, field) for field in needed if field not in found]


def _plain(name: str) -> str:
    return name.strip().lower().replace(" ", "").replace("_", "")
