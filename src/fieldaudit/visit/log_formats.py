"""The log formats that are known, and how to tell them apart by their header.

A format is recognised by the columns that are read, not by the whole header, which changes from
version to version.
"""

from collections.abc import Sequence

from fieldaudit.visit.gnettrack import LOG, UCC
from fieldaudit.visit.log_profile import LogProfile

TOWER_COLLECTOR = LogProfile(
    id="tower-collector",
    columns={
        "time": "measured_at",
        "longitude": "lon",
        "latitude": "lat",
        "mcc": "mcc",
        "mnc": "mnc",
        "cell": "cell_id",
        "technology": "net_type",
        "level": "dbm",
        "rsrq": "rsrq",
        "sinr": "rssnr",
        "speed": "speed",
        "nr_level": "ss_rsrp",
        "nr_rsrq": "ss_rsrq",
        "nr_sinr": "ss_sinr",
    },
)
"""Tower Collector's CSV; times are UTC with their zone."""

CELLMAPPER = LogProfile(
    id="cellmapper",
    columns={
        "longitude": "longitude",
        "latitude": "latitude",
        "mcc": "MCC",
        "mnc": "MNC",
        "cell": "CID",
        "technology": "type",
        "level": "signal",
    },
)
"""CellMapper's CSV; it has no times."""

PROFILES = (LOG, UCC, TOWER_COLLECTOR, CELLMAPPER)
"""All known formats, tried in this order."""


def profile_by_id(name: str) -> LogProfile | None:
    """Return the known format with this id."""
    return next((profile for profile in PROFILES if profile.id == name), None)


def recognise(header: Sequence[str]) -> LogProfile | None:
    """Return the format whose needed columns `header` has."""
    return next((profile for profile in PROFILES if not profile.missing(header)), None)
