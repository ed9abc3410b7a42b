"""The indicators of a gigabit city (GC1–GC7): reported beside verified, against their targets.

Compared as exact fractions, shown rounded: 24.96 % is shown as 25.0 % and does not meet 25 %.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from fractions import Fraction

from fieldaudit.assess.counts import (
    Count,
    Row,
    count_cases,
    count_homes,
    count_places,
    count_ports,
    count_stations,
)
from fieldaudit.assess.definitions import DEFINITIONS, PERCENT, Definition
from fieldaudit.assess.figures import Figure, SourceKind, latest_figure
from fieldaudit.assess.rules import Rules
from fieldaudit.assess.seen import Seen, Unverified
from fieldaudit.errors import Code, Problem
from fieldaudit.texts import QT_TRANSLATE_NOOP
from fieldaudit.visit.records import Site

Number = int | float


class Outcome(StrEnum):
    """What a value means against its target."""

    MET = "met"
    NOT_MET = "not_met"
    NO_DATA = "no_data"
    REFUSED = "refused"


OUTCOMES = {
    Outcome.MET: QT_TRANSLATE_NOOP("Domain", "达标"),
    Outcome.NOT_MET: QT_TRANSLATE_NOOP("Domain", "未达标"),
    Outcome.NO_DATA: QT_TRANSLATE_NOOP("Domain", "没有数据"),
    Outcome.REFUSED: QT_TRANSLATE_NOOP("Domain", "数值不采用"),
}
"""The outcomes in words."""


@dataclass(frozen=True, slots=True)
class Side:
    """One value of an indicator, reported or verified, with all that it is made of."""

    numerator: Number | None
    """Above the line; None: no data."""

    denominator: Number | None
    """Below the line; None: no data, or the indicator is a plain number."""

    value: float | None
    """Unrounded."""

    shown: str
    """Rounded for reading, without unit; – without data."""

    outcome: Outcome
    """Against the target, compared unrounded."""

    sources: tuple[SourceKind, ...] = ()
    """Where its numbers come from."""

    figures: tuple[Figure, ...] = ()
    """The reported numbers in it."""

    rows: tuple[Row, ...] = ()
    """The places in it."""

    notes: tuple[Problem, ...] = ()
    """What is doubtful about it."""

    @property
    def visits(self) -> tuple[str, ...]:
        """Record ids of the visits behind it."""
        return tuple(visit for row in self.rows for visit in row.visits)


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator: reported against verified against target."""

    definition: Definition
    """What it is."""

    target: Number | None
    """What is asked for; None without a parameter for it."""

    reported: Side
    """By operators and statistics."""

    verified: Side
    """By accepted visits."""

    difference: float | None
    """Reported less verified, in units of the value; None where one is missing."""

    cutoff: str
    """Last day that counts, ISO date."""

    rules: Rules
    """The way of counting."""

    unverified: tuple[Unverified, ...] = ()
    """Registered sites that no accepted visit verifies."""

    @property
    def visits(self) -> tuple[str, ...]:
        """Record ids of the visits behind the verified value."""
        return self.verified.visits


def indicators(
    seen: Sequence[Seen],
    *,
    sites: Sequence[Site],
    figures: Iterable[Figure],
    rules: Rules,
    definitions: Sequence[Definition] = DEFINITIONS,
) -> tuple[Indicator, ...]:
    """Work out the indicators.

    Args:
        seen: accepted visits; those after the cut-off date are left out.
        sites: the whole register.
        figures: what was reported; for each the newest until the cut-off date counts.
        rules: the way of counting.
        definitions: which indicators.
    """
    counted = [visit for visit in seen if visit.day <= rules.cutoff]
    told = list(figures)
    return tuple(
        _indicator(each, seen=counted, sites=sites, figures=told, rules=rules)
        for each in definitions
    )


def judge(value: Fraction | None, target: Fraction | None) -> Outcome:
    """Compare unrounded."""
    if value is None or target is None:
        return Outcome.NO_DATA
    return Outcome.MET if value >= target else Outcome.NOT_MET


def rounded(value: Fraction, decimals: int) -> str:
    """Return a value as it is shown, halves rounded up."""
    step = Decimal(1).scaleb(-decimals)
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    return str(exact.quantize(step, ROUND_HALF_UP))


def excess(definition: Definition, value: Fraction) -> Problem | None:
    """Return what is wrong with a value that is larger than it can or should be."""
    limits = ((definition.hard, Code.INDICATOR_RANGE), (definition.doubtful, _DOUBT))
    told = f"{rounded(value, definition.decimals)} {definition.unit}"
    for limit, code in limits:
        if limit is not None and value > limit:
            params = {"value": told, "limit": f"{limit} {definition.unit}"}
            return Problem(code, definition.code, params)
    if definition.unit == PERCENT and value > definition.scale:
        return Problem(Code.INDICATOR_CAPABILITY, definition.code, {"value": told})
    return None


_DOUBT = Code.INDICATOR_DOUBTFUL
_Counter = Callable[[Sequence[Seen], Sequence[Site], Rules], Count]
_COUNTERS: Mapping[str, _Counter] = {
    "GC1": count_homes,
    "GC2": count_ports,
    "GC3": count_places,
    "GC4": count_stations,
    "GC7": lambda seen, sites, rules: count_cases(seen),
}


def _indicator(
    definition: Definition,
    *,
    seen: Sequence[Seen],
    sites: Sequence[Site],
    figures: Sequence[Figure],
    rules: Rules,
) -> Indicator:
    above, below = (latest_figure(figures, name, rules.cutoff) for name in definition.figures)
    target = rules.target(definition.code)
    reported = _reported(definition, above, below, target)
    counter = _COUNTERS.get(definition.code)
    count = counter(seen, sites, rules) if counter else Count()
    verified = _verified(definition, count, below, target)
    apart = None
    if reported.value is not None and verified.value is not None:
        apart = reported.value - verified.value
    return Indicator(
        definition=definition,
        target=None if target is None else _plain(target),
        reported=reported,
        verified=verified,
        difference=apart,
        cutoff=rules.cutoff,
        rules=rules,
        unverified=count.unverified,
    )


def _reported(
    definition: Definition, above: Figure | None, below: Figure | None, target: Fraction | None
) -> Side:
    told = tuple(figure for figure in (above, below) if figure is not None)
    numerator = above.number if above else None
    denominator = below.number if below else None
    side = _side(definition, numerator, denominator, target)
    return replace(side, figures=told, sources=_kinds(told))


def _verified(
    definition: Definition, count: Count, below: Figure | None, target: Fraction | None
) -> Side:
    """Divide by what visits saw; where no visit can see it, by what was reported."""
    if definition.code not in _COUNTERS:
        note = Problem(Code.INDICATOR_TARIFF, definition.code)
        return replace(_side(definition, None, None, target), notes=(note,))
    seen = any(row.visits for row in count.rows)
    outside = definition.code == "GC4" and below is not None
    denominator = below.number if outside and below else count.denominator or None
    side = _side(definition, count.numerator if seen else None, denominator, target)
    told = (below,) if outside and below else ()
    return replace(
        side,
        rows=count.rows,
        figures=told,
        notes=(*side.notes, *count.notes),
        sources=((SourceKind.VISIT,) if seen else ()) + _kinds(told),
    )


def _side(
    definition: Definition,
    numerator: Fraction | None,
    denominator: Fraction | None,
    target: Fraction | None,
) -> Side:
    value, notes = _value(definition, numerator, denominator)
    strange = None if value is None else excess(definition, value)
    refused = strange is not None and strange.code is Code.INDICATOR_RANGE
    return Side(
        numerator=None if numerator is None else _plain(numerator),
        denominator=None if denominator is None else _plain(denominator),
        value=None if value is None or refused else float(value),
        shown="–" if value is None or refused else rounded(value, definition.decimals),
        outcome=Outcome.REFUSED if refused else judge(value, target),
        notes=(*notes, *((strange,) if strange else ())),
    )


def _value(
    definition: Definition, numerator: Fraction | None, denominator: Fraction | None
) -> tuple[Fraction | None, tuple[Problem, ...]]:
    if numerator is None:
        return None, ()
    if not definition.figures[1]:
        return numerator, ()
    if denominator is None:
        return None, ()
    if denominator == 0:
        return None, (Problem(Code.INDICATOR_ZERO, definition.code),)
    return numerator * definition.scale / denominator, ()


def _kinds(figures: Iterable[Figure]) -> tuple[SourceKind, ...]:
    return tuple(dict.fromkeys(figure.kind for figure in figures))


def _plain(number: Fraction) -> Number:
    return number.numerator if number.denominator == 1 else float(number)
