from dataclasses import replace

from fieldaudit.package.coverage import draw_coverage
from tests.kit.content import a_visit
from tests.kit.pages import RememberingSurface, a_flow, an_edition


def coverage(**changes: object) -> RememberingSurface:
    flow, surface = a_flow()
    draw_coverage(flow, an_edition(), replace(a_visit(), **changes))  # type: ignore[arg-type]
    flow.end()
    return surface


def test_a_share_stands_with_its_interval_and_what_is_asked_for() -> None:
    said = coverage().said()
    for text in ("91.7%", "88.8–93.8%", "95.0%", "−91.4", "86.0%"):
        assert text in said


def test_too_small_a_sample_is_not_judged() -> None:
    assert "样本不足" in coverage().said()


def test_logs_are_named_with_their_hash_and_what_was_left_out() -> None:
    said = coverage().said()
    assert "GNetTrack_2022.07.08_09.40.txt" in said
    assert "未采用 17 行" in said


def test_no_coverage_draws_nothing() -> None:
    assert coverage(coverage=()).outline == []


def test_a_row_without_figures_is_dashes() -> None:
    visit = a_visit()
    empty = replace(
        visit.coverage[0],
        samples=0,
        good=0,
        share=None,
        low=None,
        high=None,
        mean_rsrp=None,
        mean_sinr=None,
        bins=(),
        cells=(),
        grid_ratio=None,
        log="",
        period=("", ""),
        device="",
    )
    surface = coverage(coverage=(empty,))
    assert surface.said().count("–") >= 4
