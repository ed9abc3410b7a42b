from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldaudit.assess.definitions import DEFINITIONS
from fieldaudit.assess.figures import Figure, SourceKind, figure_id
from fieldaudit.assess.indicators import Indicator, Outcome, excess, indicators, judge, rounded
from fieldaudit.errors import Code
from tests.kit.seen import a_seen, a_site, some_rules

DAY = "2022-06-30"


def figures(**values: str) -> list[Figure]:
    named = {name.replace("_", ".", 1): value for name, value in values.items()}
    return [
        Figure(figure_id(name, DAY), name, value, "月报", SourceKind.RETURN, DAY)
        for name, value in named.items()
    ]


def worked_out(code: str, *, seen=(), sites=(), told=(), **rules: str) -> Indicator:
    found = indicators(seen, sites=sites, figures=told, rules=some_rules(**rules))
    return next(each for each in found if each.definition.code == code)


@pytest.mark.parametrize(
    ("ten", "shown", "outcome"),
    [("2496", "25.0", Outcome.NOT_MET), ("2500", "25.0", Outcome.MET)],
)
def test_compared_unrounded_and_shown_rounded(ten: str, shown: str, outcome: Outcome) -> None:
    side = worked_out("GC2", told=figures(GC2_ten=ten, GC2_ports="10000")).reported
    assert (side.shown, side.outcome) == (shown, outcome)
    assert (side.numerator, side.denominator, side.value) == (int(ten), 10000, int(ten) / 100)


@given(st.integers(0, 10**9), st.integers(1, 10**9))
def test_rounding_never_decides(above: int, below: int) -> None:
    value = Fraction(100 * above, below)
    assert (judge(value, Fraction(25)) is Outcome.MET) == (4 * above >= below)
    assert abs(Fraction(rounded(value, 1)) - value) <= Fraction(1, 20)


def test_capability_may_exceed_the_whole_but_shares_may_not() -> None:
    one = worked_out("GC1", told=figures(GC1_covered="137", GC1_households="100")).reported
    assert (one.value, one.outcome) == (137.0, Outcome.MET)
    assert [note.code for note in one.notes] == [Code.INDICATOR_CAPABILITY]
    five = worked_out("GC5", told=figures(GC5_fast="137", GC5_users="100")).reported
    assert (five.value, five.shown, five.outcome) == (None, "–", Outcome.REFUSED)
    assert [note.code for note in five.notes] == [Code.INDICATOR_RANGE]


@pytest.mark.parametrize(
    ("code", "value", "trouble"),
    [
        ("GC1", 301, Code.INDICATOR_DOUBTFUL),
        ("GC4", 81, Code.INDICATOR_DOUBTFUL),
        ("GC3", 100, None),
    ],
)
def test_limits_warn_or_refuse(code: str, value: int, trouble: Code | None) -> None:
    definition = next(each for each in DEFINITIONS if each.code == code)
    problem = excess(definition, Fraction(value))
    assert (problem and problem.code) == trouble


def test_without_numbers_there_is_no_data() -> None:
    for each in indicators((), sites=(), figures=(), rules=some_rules()):
        assert each.reported.outcome is each.verified.outcome is Outcome.NO_DATA
        assert each.difference is None


def test_a_zero_below_the_line_is_told() -> None:
    side = worked_out("GC6", told=figures(GC6_users_5g="0", GC6_users="0")).reported
    assert (side.outcome, side.notes[0].code) == (Outcome.NO_DATA, Code.INDICATOR_ZERO)


def test_reported_stands_beside_verified_with_the_visits_behind_it() -> None:
    seen = [a_seen({"RES-05": "300", "RES-10": "270"})]
    told = figures(GC1_covered="95", GC1_households="100")
    found = worked_out("GC1", seen=seen, sites=[a_site()], told=told)
    assert (found.reported.value, found.verified.value, found.difference) == (95.0, 90.0, 5.0)
    assert found.visits == (seen[0].visit,)
    assert found.verified.sources == (SourceKind.VISIT,)
    assert (found.target, found.cutoff) == (80, "2022-09-30")


def test_visits_after_the_cut_off_date_do_not_count() -> None:
    late = a_seen({"RES-05": "300", "RES-10": "270"}, day="2022-10-01")
    found = worked_out("GC1", seen=[late], sites=[a_site()])
    assert found.verified.outcome is Outcome.NO_DATA
    assert [each.site for each in found.unverified] == ["RES-0001"]


def test_stations_are_divided_by_the_population_that_was_reported() -> None:
    said = {"BTS-04": "cm", "BTS-09": "in_service", "BTS-12": "T1/cm"}
    seen = [a_seen(said, form="base_station")]
    assert worked_out("GC4", seen=seen).verified.outcome is Outcome.NO_DATA
    side = worked_out("GC4", seen=seen, told=figures(GC4_population="800")).verified
    assert (side.value, side.shown, side.outcome) == (12.5, "12.5", Outcome.MET)
    assert side.sources == (SourceKind.VISIT, SourceKind.RETURN)


def test_the_rule_changes_the_value_and_is_told() -> None:
    seen = [a_seen({"RES-05": "300", "RES-10": "270", "RES-10-sum": "600"})]
    found = worked_out("GC1", seen=seen, GC1_numerator="sum")
    assert found.verified.value == 200.0
    assert found.rules.choices["GC1.numerator"] == "sum"


def test_users_are_only_reported() -> None:
    assert worked_out("GC5").verified.notes[0].code is Code.INDICATOR_TARIFF


def test_cases_are_a_plain_number() -> None:
    side = worked_out("GC7", told=figures(GC7_cases="3")).reported
    assert (side.value, side.shown, side.outcome) == (3.0, "3", Outcome.NOT_MET)
