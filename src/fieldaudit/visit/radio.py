"""What a phone can measure: generations of mobile networks, valid ranges, values for "nothing".

Ranges follow Android's CellSignalStrength classes and 3GPP TS 25.133, 36.133, 38.133.
"""

from enum import StrEnum


class Technology(StrEnum):
    """A generation of mobile networks."""

    NR = "5G"
    LTE = "4G"
    UMTS = "3G"
    GSM = "2G"


JUDGED = (Technology.NR, Technology.LTE)
"""Only here is the level an RSRP, and only here is coverage judged."""

_SPELLINGS = {
    Technology.NR: "5g nr nr-sa nr5g-sa 5gsa 5g-sa nrsa",
    Technology.LTE: "4g 4g+ lte lte+ lte-a lteca lte-ca",
    Technology.UMTS: "3g umts wcdma hspa hspa+ hspap hsdpa hsupa td-scdma tdscdma evdo cdma",
    Technology.GSM: "2g gsm gprs edge 1xrtt",
}
_TECHNOLOGIES = {
    spelling: technology
    for technology, spellings in _SPELLINGS.items()
    for spelling in spellings.split(" ")
}
_ANCHORED = ("5gnsa", "5g-nsa", "nr-nsa", "nrnsa", "nr5g-nsa", "lte+nr", "endc", "en-dc", "nsa")

LEVEL_RANGES = {
    Technology.NR: (-156.0, -31.0),
    Technology.LTE: (-140.0, -43.0),
    Technology.UMTS: (-120.0, -25.0),
    Technology.GSM: (-113.0, -47.0),
}
"""dBm: SS-RSRP, RSRP, RSCP, RxLev."""

QUALITY_RANGES = {Technology.NR: (-43.0, 20.0), Technology.LTE: (-34.0, 3.0)}
"""dB: SS-RSRQ, RSRQ."""

SINR_RANGES = {Technology.NR: (-23.0, 40.0), Technology.LTE: (-20.0, 30.0)}
"""dB: SS-SINR, RSSNR."""

BLANKS = frozenset(("", "-", "--", "na", "n/a", "nan", "null", "none", "unavailable"))
"""Lower-case texts for "nothing measured"."""

SENTINELS = frozenset((2147483647.0, -2147483648.0, -200.0, -164.0, -340.0))
"""Numbers for "nothing measured", never a level."""


def technology_of(text: str) -> tuple[Technology | None, bool]:
    """Return the generation that a log's word means, and whether it says 5G on a 4G anchor."""
    word = text.lower().replace(" ", "").replace("_", "-")
    if word in _ANCHORED:
        return Technology.NR, True
    return _TECHNOLOGIES.get(word), False


def within(value: float, limits: tuple[float, float]) -> bool:
    """Tell whether `value` lies in a closed range."""
    return limits[0] <= value <= limits[1]
