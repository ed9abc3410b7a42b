import pytest

from fieldaudit.visit.radio import (
    JUDGED,
    LEVEL_RANGES,
    QUALITY_RANGES,
    SINR_RANGES,
    Technology,
    technology_of,
    within,
)


@pytest.mark.parametrize(
    ("word", "technology"),
    [
        ("5G", Technology.NR),
        ("NR_SA", Technology.NR),
        ("LTE", Technology.LTE),
        ("4g", Technology.LTE),
        ("HSPA+", Technology.UMTS),
        ("TD-SCDMA", Technology.UMTS),
        ("EDGE", Technology.GSM),
        ("--", None),
        ("6G", None),
        ("", None),
    ],
)
def test_words_of_logs_mean_generations(word: str, technology: Technology | None) -> None:
    assert technology_of(word) == (technology, False)


@pytest.mark.parametrize("word", ["5G NSA", "NR-NSA", "EN-DC", "LTE+NR"])
def test_some_words_say_that_4g_anchors_the_5g(word: str) -> None:
    assert technology_of(word) == (Technology.NR, True)


def test_ranges_include_their_ends() -> None:
    assert within(-156.0, LEVEL_RANGES[Technology.NR])
    assert within(-31.0, LEVEL_RANGES[Technology.NR])
    assert not within(-30.9, LEVEL_RANGES[Technology.NR])


def test_every_generation_has_a_level_and_the_judged_ones_have_ratios() -> None:
    assert set(LEVEL_RANGES) == set(Technology)
    assert set(QUALITY_RANGES) == set(SINR_RANGES) == set(JUDGED)
