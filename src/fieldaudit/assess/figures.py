"""Figures that the office enters: what operators return and what statistics say.

Visits verify, operators and statistics report: each figure carries its source and its date.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from fieldaudit.assess.seen import number_of
from fieldaudit.texts import QT_TRANSLATE_NOOP
from fieldaudit.visit.stamp import derived_id


class SourceKind(StrEnum):
    """Where a number comes from."""

    VISIT = "visit"
    RETURN = "operator_return"
    STATISTICS = "statistics"


SOURCE_KINDS = {
    SourceKind.VISIT: QT_TRANSLATE_NOOP("Domain", "现场检查"),
    SourceKind.RETURN: QT_TRANSLATE_NOOP("Domain", "运营商填报"),
    SourceKind.STATISTICS: QT_TRANSLATE_NOOP("Domain", "统计"),
}
"""The kinds in words."""

_TABLE = (
    ("GC1.covered", QT_TRANSLATE_NOOP("Domain", "城市千兆光纤可接入户数（户）"), SourceKind.RETURN),
    ("GC1.households", QT_TRANSLATE_NOOP("Domain", "城市家庭总数（户）"), SourceKind.STATISTICS),
    ("GC2.ten", QT_TRANSLATE_NOOP("Domain", "城市10G-PON及以上端口数（个）"), SourceKind.RETURN),
    ("GC2.ports", QT_TRANSLATE_NOOP("Domain", "城市PON端口总数（个）"), SourceKind.RETURN),
    ("GC3.covered", QT_TRANSLATE_NOOP("Domain", "5G通达的重点场所数（个）"), SourceKind.RETURN),
    ("GC3.places", QT_TRANSLATE_NOOP("Domain", "登记的重点场所总数（个）"), SourceKind.RETURN),
    ("GC4.stations", QT_TRANSLATE_NOOP("Domain", "已开通5G基站数（个）"), SourceKind.RETURN),
    ("GC4.population", QT_TRANSLATE_NOOP("Domain", "常住人口（人）"), SourceKind.STATISTICS),
    ("GC5.fast", QT_TRANSLATE_NOOP("Domain", "500Mbps及以上用户数（户）"), SourceKind.RETURN),
    ("GC5.users", QT_TRANSLATE_NOOP("Domain", "固定宽带用户总数（户）"), SourceKind.RETURN),
    ("GC6.users_5g", QT_TRANSLATE_NOOP("Domain", "5G用户数（户）"), SourceKind.RETURN),
    ("GC6.users", QT_TRANSLATE_NOOP("Domain", "移动电话用户总数（户）"), SourceKind.RETURN),
    ("GC7.cases", QT_TRANSLATE_NOOP("Domain", "已认定的应用案例数（个）"), SourceKind.RETURN),
)

FIGURES = {name: meaning for name, meaning, _ in _TABLE}
"""Name of a figure → what it counts; numerator before denominator of each indicator."""

USUAL_SOURCES = {name: kind for name, _, kind in _TABLE}
"""Name of a figure → where it usually comes from."""

_PLAIN = ("name", "value", "source", "date")


@dataclass(frozen=True, slots=True)
class Figure:
    """One number that somebody reported."""

    id: str
    """Record id, derived from name and date: entering it again corrects it."""

    name: str
    """One of FIGURES."""

    value: str
    """The number as entered."""

    source: str
    """Report, yearbook or letter that it stands in."""

    kind: SourceKind
    """Where it comes from."""

    date: str
    """The day that it holds for, ISO date."""

    @property
    def number(self) -> Fraction | None:
        """The exact number; None when a merged file says something else."""
        found = number_of(self.value)
        return None if found is None or found < 0 else found


def figure_id(name: str, day: str) -> str:
    """Return the record id of a figure of a day."""
    return derived_id(f"figure:{name}:{day}")


def figure_values(figure: Figure) -> dict[str, str]:
    """Return the record of a figure: path → text."""
    return {**{name: getattr(figure, name) for name in _PLAIN}, "kind": figure.kind.value}


def figure_from_values(record: str, values: Mapping[str, str]) -> Figure:
    """Return the figure of a record."""
    kind, name = values.get("kind", ""), values.get("name", "")
    usual = USUAL_SOURCES.get(name, SourceKind.RETURN)
    plain = {field: values.get(field, "") for field in _PLAIN}
    return Figure(id=record, kind=SourceKind(kind) if kind in list(SourceKind) else usual, **plain)


def latest_figure(figures: Iterable[Figure], name: str, cutoff: str) -> Figure | None:
    """Return the newest figure of this name that holds on or before the cut-off date."""
    usable = [f for f in figures if f.name == name and f.date <= cutoff and f.number is not None]
    return max(usable, key=lambda figure: (figure.date, figure.id), default=None)
