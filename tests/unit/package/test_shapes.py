from collections.abc import Sequence

import pytest

from fieldaudit.form.definition import Severity
from fieldaudit.package import shapes
from fieldaudit.package.content import Conclusion
from fieldaudit.package.evidence import Verdict
from fieldaudit.package.surface import BlankSurface, Pen, Point


class Pens(BlankSurface):
    def __init__(self) -> None:
        super().__init__()
        self.drawn: list[tuple[str, int, bool]] = []

    def line(self, points: Sequence[Point], pen: Pen, *, closed: bool = False) -> None:
        self.drawn.append(("line", len(points), bool(pen.fill)))

    def circle(self, centre: Point, radius: float, pen: Pen) -> None:
        self.drawn.append(("circle", len(pen.dash), bool(pen.fill)))


def drawn(
    verdict: Verdict, severity: Severity = Severity.MAJOR
) -> tuple[tuple[str, int, bool], ...]:
    surface = Pens()
    shapes.draw_verdict(surface, (0, 0), 10, (verdict, severity))
    return tuple(surface.drawn)


def test_failures_differ_in_shape_and_not_only_in_colour() -> None:
    failed = {severity: drawn(Verdict.FAILED, severity) for severity in Severity}
    assert len(set(failed.values())) == len(Severity)


def test_states_differ_in_shape() -> None:
    several = (Verdict.CONFORMING, Verdict.FAILED, Verdict.NO_ACCESS, Verdict.UNANSWERED)
    assert len({drawn(each) for each in several}) == len(several)


@pytest.mark.parametrize("conclusion", Conclusion)
def test_every_conclusion_has_mark_and_colour(conclusion: Conclusion) -> None:
    surface = Pens()
    shapes.draw_conclusion(surface, (0, 0), 10, conclusion)
    assert surface.drawn
    assert shapes.colour_of_conclusion(conclusion).startswith("#")


def test_only_judged_items_are_coloured() -> None:
    quiet = {shapes.colour_of(each, Severity.CRITICAL) for each in Verdict}
    assert len(quiet) == 3


def test_the_emblem_is_lines() -> None:
    surface = Pens()
    shapes.draw_emblem(surface, (0, 0), 40)
    assert {kind for kind, _, _ in surface.drawn} == {"line"}
