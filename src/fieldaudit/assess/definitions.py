"""The definitions of the indicators: names, units, what is divided by what, what is possible.

Sets are kept apart: the same name has other denominators and targets elsewhere.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from fieldaudit.texts import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class Definition:
    """How an indicator is worked out and shown."""

    code: str
    """GC1 … GC7."""

    title: str
    """Name, marked for translation."""

    unit: str
    """Unit of the value, marked for translation."""

    figures: tuple[str, str]
    """Names of the reported numerator and denominator; the latter empty for a plain number."""

    scale: int = 100
    """What the ratio is multiplied with."""

    decimals: int = 1
    """Decimals shown."""

    hard: int | None = None
    """A value above it is not used."""

    doubtful: int | None = None
    """A value above it is used, and told."""


PERCENT = "%"
"""Unit of a share."""

DEFINITIONS = (
    Definition(
        "GC1",
        QT_TRANSLATE_NOOP("Domain", "城市家庭千兆光纤网络覆盖率"),
        PERCENT,
        ("GC1.covered", "GC1.households"),
        doubtful=300,
    ),
    Definition(
        "GC2",
        QT_TRANSLATE_NOOP("Domain", "城市10G-PON端口占比"),
        PERCENT,
        ("GC2.ten", "GC2.ports"),
        hard=100,
    ),
    Definition(
        "GC3",
        QT_TRANSLATE_NOOP("Domain", "重点场所5G网络通达率"),
        PERCENT,
        ("GC3.covered", "GC3.places"),
        hard=100,
    ),
    Definition(
        "GC4",
        QT_TRANSLATE_NOOP("Domain", "每万人拥有5G基站数"),
        QT_TRANSLATE_NOOP("Domain", "个/万人"),
        ("GC4.stations", "GC4.population"),
        scale=10_000,
        doubtful=80,
    ),
    Definition(
        "GC5",
        QT_TRANSLATE_NOOP("Domain", "500Mbps及以上用户占比"),
        PERCENT,
        ("GC5.fast", "GC5.users"),
        hard=100,
    ),
    Definition(
        "GC6",
        QT_TRANSLATE_NOOP("Domain", "5G用户占比"),
        PERCENT,
        ("GC6.users_5g", "GC6.users"),
        hard=100,
    ),
    Definition(
        "GC7",
        QT_TRANSLATE_NOOP("Domain", "“双千兆”应用案例"),
        QT_TRANSLATE_NOOP("Domain", "个"),
        ("GC7.cases", ""),
        scale=1,
        decimals=0,
    ),
)
"""The indicators of the set LJ2022, in order."""

SETS: Mapping[str, tuple[Definition, ...]] = {"LJ2022": DEFINITIONS}
"""Sets of indicators, each kept apart from the others."""
