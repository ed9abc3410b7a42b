import itertools
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldaudit.actions.example_log import write_example_log
from fieldaudit.assess.coverage import CoverageLimits, CoverageRow, assess_coverage
from fieldaudit.assess.interval import Sufficiency
from fieldaudit.visit.log import read_log
from fieldaudit.visit.radio import Technology
from fieldaudit.visit.sample import Sample

STEP = 0.00045  # degrees of latitude, 50 m


def a_sample(
    level: float = -80.0,
    *,
    sinr: float | None = 10.0,
    rsrq: float | None = -10.0,
    operator: str = "cm",
    technology: Technology = Technology.NR,
    north: float = 0.0,
    frozen: bool = False,
) -> Sample:
    return Sample(
        at=0,
        latitude=29.6201 + north * STEP,
        longitude=106.4901,
        operator=operator,
        technology=technology,
        level=level,
        rsrq=rsrq,
        sinr=sinr,
        frozen=frozen,
    )


def only_row(*samples: Sample, limits: CoverageLimits | None = None) -> CoverageRow:
    (row,) = assess_coverage(samples, limits).rows
    return row


@pytest.mark.parametrize(
    ("level", "sinr", "good"),
    [
        (-105.0, -3.0, 1),
        (-105.1, -3.0, 0),
        (-105.0, -3.1, 0),
        (-105.0, None, 1),
        (-105.1, None, 0),
    ],
)
def test_a_good_sample_reaches_both_limits(level: float, sinr: float | None, good: int) -> None:
    row = only_row(a_sample(level, sinr=sinr))
    assert row.good == good
    assert row.without_sinr == (sinr is None)
    assert row.weak == (level < -105)


def test_limits_come_from_outside() -> None:
    strict = CoverageLimits(rsrp=-90, sinr=15)
    assert only_row(a_sample(-85, sinr=10.0), limits=strict).good == 0
    assert only_row(a_sample(-85, sinr=15.0), limits=strict).good == 1


def test_chongqings_bins_hold_their_lower_edge() -> None:
    levels = [-31, -80, -80.1, -90, -100, -100.5, -105, -105.5, -110, -110.1, -140]
    row = only_row(*(a_sample(level) for level in levels))
    assert [each.label for each in row.bins] == [
        "(0,−80]",
        "(−80,−90]",
        "(−90,−100]",
        "(−100,−105]",
        "(−105,−110]",
        "(−110,∞)",
    ]
    assert [each.count for each in row.bins] == [2, 2, 1, 2, 2, 2]
    assert row.weak == sum(each.count for each in row.bins[-2:])


def test_means_are_over_the_samples_that_have_a_value() -> None:
    row = only_row(a_sample(-80, sinr=None, rsrq=None), a_sample(-90, sinr=6.0, rsrq=-12.0))
    assert (row.mean_rsrp, row.mean_rsrq, row.mean_sinr) == (-85.0, -12.0, 6.0)
    bare = only_row(a_sample(sinr=None, rsrq=None))
    assert (bare.mean_rsrq, bare.mean_sinr) == (None, None)


def test_operators_and_technologies_are_kept_apart() -> None:
    samples = [
        a_sample(operator=operator, technology=technology)
        for operator, technology in itertools.product(("ct", "cm"), Technology)
    ]
    coverage = assess_coverage(samples)
    assert [(row.operator, row.technology.value) for row in coverage.rows] == [
        ("cm", "5G"),
        ("cm", "4G"),
        ("ct", "5G"),
        ("ct", "4G"),
    ]
    assert coverage.camping_share("cm", Technology.UMTS) == 0.25
    assert coverage.camping_share("cu", Technology.NR) is None


def test_without_samples_there_is_nothing_to_say() -> None:
    assert assess_coverage([]).rows == ()


def test_a_cell_with_few_samples_counts_neither_as_good_nor_as_bad() -> None:
    samples = [a_sample(north=cell) for cell in (0, 0, 0, 1, 1)]
    row = only_row(*samples)
    assert [(cell.samples, cell.valid) for cell in row.cells] == [(3, True), (2, False)]
    assert (row.valid_cells, row.good_cells, row.grid_ratio) == (1, 1, 1.0)


def test_a_cell_is_good_by_its_mean() -> None:
    samples = [a_sample(level) for level in (-100, -104, -111)]
    samples += [a_sample(level, north=4) for level in (-100, -104, -112)]
    row = only_row(*samples)
    assert [(cell.mean_rsrp, cell.good) for cell in row.cells] == [
        (-105.0, True),
        (pytest.approx(-105.333, abs=1e-3), False),
    ]
    assert row.grid_ratio == 0.5


def test_frozen_samples_count_but_in_no_cell() -> None:
    row = only_row(*[a_sample()] * 3, *[a_sample(north=9, frozen=True)] * 3)
    assert row.samples == 6
    assert len(row.cells) == 1


def test_without_valid_cells_there_is_no_ratio() -> None:
    assert only_row(a_sample()).grid_ratio is None


def test_a_given_parallel_makes_two_results_comparable() -> None:
    before = assess_coverage([a_sample()] * 3)
    after = assess_coverage([a_sample(north=n) for n in (0, 400)] * 3, parallel=before.parallel)
    assert after.parallel == before.parallel
    assert before.rows[0].cells[0].bounds in [cell.bounds for cell in after.rows[0].cells]


@pytest.mark.parametrize(
    ("good", "bad", "verdict"),
    [
        (100, 0, Sufficiency.MET),
        (20, 0, Sufficiency.NOT_ENOUGH),
        (80, 20, Sufficiency.NOT_MET),
    ],
)
def test_the_verdict_asks_whether_the_sample_is_large_enough(
    good: int, bad: int, verdict: Sufficiency
) -> None:
    row = only_row(*[a_sample()] * good, *[a_sample(-120)] * bad)
    assert row.verdict is verdict
    assert row.low <= row.share <= row.high


SAMPLES = st.lists(
    st.builds(
        a_sample,
        st.integers(-140, -43).map(float),
        sinr=st.one_of(st.none(), st.integers(-20, 30).map(float)),
        operator=st.sampled_from(["cm", "ct"]),
        technology=st.sampled_from(Technology),
        north=st.integers(-20, 20).map(float),
        frozen=st.booleans(),
    ),
    max_size=60,
)


@given(SAMPLES, st.randoms(use_true_random=False))
def test_every_sample_is_counted_once_in_any_order(
    samples: list[Sample], chance: random.Random
) -> None:
    coverage = assess_coverage(samples)
    assert sum(coverage.camping.values()) == len(samples)
    judged = [each for each in samples if each.rsrp is not None]
    assert sum(row.samples for row in coverage.rows) == len(judged)
    for row in coverage.rows:
        assert sum(each.count for each in row.bins) == row.samples
        assert row.good + row.weak <= row.samples
    located = sum(cell.samples for row in coverage.rows for cell in row.cells)
    assert located == sum(not each.frozen for each in judged)
    shuffled = chance.sample(samples, len(samples))
    assert assess_coverage(shuffled).rows == coverage.rows


def test_the_examples_log_shows_what_there_is_to_show() -> None:
    track = ["29.62 106.49", "29.6215 106.492", "29.619 106.495", "29.618 106.491"]
    data = write_example_log(1, start="2022-07-08T10:00:00+08:00", track=track)
    rows = assess_coverage(read_log(data, "a_log.txt").samples).rows
    assert [(row.operator, row.technology.value) for row in rows] == [
        ("cm", "5G"),
        ("cm", "4G"),
        ("ct", "5G"),
        ("ct", "4G"),
    ]
    assert all(row.weak for row in rows if row.technology is Technology.NR)
    assert all(row.without_sinr == row.samples for row in rows if row.technology is Technology.LTE)
