import math
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldaudit.assess.interval import (
    SUFFICIENCY_TEXTS,
    Sufficiency,
    sufficiency,
    wilson,
)

TRIALS = st.integers(1, 100_000).flatmap(
    lambda total: st.tuples(st.integers(0, total), st.just(total))
)


@pytest.mark.parametrize(
    ("good", "total", "low", "high"),
    [
        # Newcombe, Statistics in Medicine 17 (1998), table I: Wilson's score method
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0000, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_published_intervals(good: int, total: int, low: float, high: float) -> None:
    assert wilson(good, total) == pytest.approx((low, high), abs=5e-5)


def test_without_trials_nothing_is_known() -> None:
    assert wilson(0, 0) == (0.0, 1.0)


@given(TRIALS)
def test_the_interval_holds_the_share_and_stays_a_share(trials: tuple[int, int]) -> None:
    good, total = trials
    low, high = wilson(good, total)
    assert 0 <= low <= good / total <= high <= 1
    assert high > low


@given(TRIALS)
def test_the_interval_of_the_bad_mirrors_that_of_the_good(trials: tuple[int, int]) -> None:
    good, total = trials
    low, high = wilson(good, total)
    assert wilson(total - good, total) == pytest.approx((1 - high, 1 - low), abs=1e-12)


@given(TRIALS, st.integers(2, 20))
def test_more_of_the_same_narrows_it(trials: tuple[int, int], times: int) -> None:
    good, total = trials
    low, high = wilson(good, total)
    more_low, more_high = wilson(good * times, total * times)
    assert more_high - more_low < high - low


@pytest.mark.parametrize(
    ("good", "total", "verdict"),
    [
        (0, 0, Sufficiency.NOT_ENOUGH),
        (10, 10, Sufficiency.NOT_ENOUGH),
        (72, 72, Sufficiency.NOT_ENOUGH),
        (73, 73, Sufficiency.MET),
        (960, 1000, Sufficiency.NOT_ENOUGH),
        (970, 1000, Sufficiency.MET),
        (930, 1000, Sufficiency.NOT_MET),
        (0, 5, Sufficiency.NOT_MET),
    ],
)
def test_a_share_of_95_percent_needs_a_sample_that_shows_it(
    good: int, total: int, verdict: Sufficiency
) -> None:
    assert sufficiency(good, total, 0.95) is verdict


@given(TRIALS)
def test_a_verdict_agrees_with_the_share(trials: tuple[int, int]) -> None:
    share = Fraction(*trials)
    verdict = sufficiency(*trials, 0.95)
    assert (verdict is Sufficiency.MET) <= (share >= Fraction(95, 100))
    assert (verdict is Sufficiency.NOT_MET) <= (share < Fraction(95, 100))


def test_every_verdict_has_words() -> None:
    assert set(SUFFICIENCY_TEXTS) == set(Sufficiency)
    assert not math.isnan(wilson(1, 1)[0])
