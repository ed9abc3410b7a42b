"""A drive-test log for the bundled example, as G-NetTrack Pro writes one, with its usual dirt.

Invented values along a given track: two operators one after the other, 5G with some 4G and 3G,
seconds logged twice, a frozen fix, rows without service. The same arguments give the same bytes.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from fieldaudit.visit.place import Position, read_geopoint

HEADER = (
    "Timestamp\tLongitude\tLatitude\tOperatorname\tOperator\tCellname\tNode\tCellID\tLAC\t"
    "NetworkTech\tLevel\tQual\tSNR\tCQI\tLTERSSI\tARFCN\tPSC\tAltitude\tDistance\tTA\tBAND"
)
"""The app's header; data rows have one more tab at their end."""

NETWORKS = (("CHINA MOBILE", "46000"), ("CHN-CT", "46011"))
"""Name on the phone and PLMN of the example's two operators."""

_FROZEN = range(150, 290)  # seconds of a pass during which the fix stands still
_HOLE = range(80, 120)  # seconds of a pass in the shadow of a building
_HOLE_DEPTH = 15.0  # dB
_CELL_SECONDS = 75  # seconds until the next cell serves
_DOUBLED = 0.04  # share of seconds that are logged twice
_ANCHORED, _FALLEN_BACK, _LOST = 0.86, 0.96, 0.985  # share of rows up to which 5G, 4G, 3G


@dataclass(frozen=True, slots=True)
class _Radio:
    """The radio columns of a row, as written."""

    node: str
    cell: str
    area: str
    technology: str
    level: str
    quality: str
    ratio: str
    indicator: str
    strength: str
    channel: str
    code: str
    advance: str
    band: str


_NOTHING = _Radio("", "-1", "", "--", "-200", "-", "-", "-", "-", "", "", "", "")


def write_example_log(
    seed: int,
    *,
    start: str,
    track: Sequence[str],
    rows: int = 600,
    level: float = -86.0,
    networks: Sequence[tuple[str, str]] = NETWORKS,
) -> bytes:
    """Return the bytes of a `*_log.txt`.

    Args:
        seed: which of many logs.
        start: ISO 8601; the log writes local time without a zone.
        track: geopoints along which the phone is carried, at least one.
        rows: seconds in all, shared by the operators; doubled ones come on top.
        level: mean RSRP in dBm.
        networks: name and PLMN of each operator, tested one after the other.
    """
    chance = random.Random(f"log{seed}")  # noqa: S311 - a drawing, not a secret
    points = [read_geopoint(text) for text in track]
    begin = datetime.fromisoformat(start)
    lines = [HEADER]
    share = rows // len(networks)
    for number, (name, plmn) in enumerate(networks):
        first = begin + timedelta(seconds=number * (share + 60))
        span = (share, level - 3 * number)
        lines += _pass(chance, points, first, span=span, network=(name, plmn))
    return "".join(line + "\r\n" for line in lines).encode()


def _pass(
    chance: random.Random,
    points: Sequence[Position],
    first: datetime,
    *,
    span: tuple[int, float],
    network: tuple[str, str],
) -> Iterator[str]:
    seconds, level = span
    drift = 0.0
    for second in range(seconds):
        still = _FROZEN.start if second in _FROZEN else second
        place = _along(points, still / max(1, seconds - 1))
        drift = 0.92 * drift + chance.gauss(0, 2.2)
        at = first + timedelta(seconds=second)
        depth = _HOLE_DEPTH if second in _HOLE else 0.0
        radio = _radio(chance, level + drift - depth, str(1 + second // _CELL_SECONDS % 3))
        for _ in range(2 if chance.random() < _DOUBLED else 1):
            yield _line(at, place, network, radio)


def _along(points: Sequence[Position], share: float) -> Position:
    """Return the point at a share of the track; its legs take equal times."""
    leg, rest = divmod(share * (len(points) - 1), 1)
    here = points[int(leg)]
    there = points[min(int(leg) + 1, len(points) - 1)]
    return Position(
        here.latitude + (there.latitude - here.latitude) * rest,
        here.longitude + (there.longitude - here.longitude) * rest,
    )


def _radio(chance: random.Random, level: float, cell: str) -> _Radio:
    draw = chance.random()
    strength = round(level + chance.gauss(0, 1.5))
    quality = str(round(max(-19, min(-4, -11 + (level + 90) / 6 + chance.gauss(0, 1)))))
    if draw < _ANCHORED:
        ratio = f"{round(max(-12, min(32, 14 + (level + 88) * 0.7 + chance.gauss(0, 2))))}.0"
        quality = "-" if draw < 0.01 else quality  # noqa: PLR2004 - now and then none is reported
        return _Radio(
            *("4711", cell, "30211", "5G", str(strength), quality, ratio, "-", "-"),
            *("504990", str(200 + int(cell)), "", "N41"),
        )
    if draw < _FALLEN_BACK:
        # this phone reports no SINR in 4G: a constant zero
        return _Radio(
            *("2105", cell, "30211", "4G", str(strength + 4), quality, "0.0", "9"),
            *(str(strength + 24), "1300", str(300 + int(cell)), "2", "L3"),
        )
    if draw < _LOST:
        return _Radio(
            *("17", "10222", "9000", "3G", "-24", "-", "-", "-", "-", "10713", "145", "", "U1")
        )
    return _NOTHING


def _line(at: datetime, place: Position, network: tuple[str, str], radio: _Radio) -> str:
    served = radio is not _NOTHING
    cells = (
        at.strftime("%Y.%m.%d_%H.%M.%S"),
        f"{place.longitude:.6f}",
        f"{place.latitude:.6f}",
        network[0] if served else "NO_COVERAGE",
        network[1] if served else "",
        *("", radio.node, radio.cell, radio.area, radio.technology, radio.level, radio.quality),
        *(radio.ratio, radio.indicator, radio.strength, radio.channel, radio.code),
        *("262", "-1", radio.advance, radio.band),
    )
    return "\t".join(cells) + "\t"
