from dataclasses import replace

from fieldaudit.package import style
from fieldaudit.package.charts import draw_grid, draw_histogram, draw_key
from fieldaudit.package.evidence import Bin
from fieldaudit.package.surface import Box
from tests.kit.evidence import some_coverage
from tests.kit.pages import RememberingSurface, an_edition

BOX = Box(50, 100, 260, 118)


def test_a_histogram_shows_counts_edges_and_limit() -> None:
    surface = RememberingSurface()
    draw_histogram(surface, an_edition(), BOX, some_coverage()[0])
    said = [text for _, _, text, _ in surface.texts]
    assert "92" in said
    assert "−125" in said
    assert "限值 −105 dBm" in said


def test_good_and_poor_bars_differ_in_grey() -> None:
    surface = RememberingSurface()
    draw_histogram(surface, an_edition(), BOX, some_coverage()[0])
    fills = {pen.fill for _, _, pen in surface.boxes}
    assert len(fills) == 2
    assert style.PAPER in fills


def test_bars_are_as_high_as_their_counts() -> None:
    surface = RememberingSurface()
    coverage = replace(some_coverage()[0], bins=(Bin(-110, -105, 10), Bin(-105, -100, 40)))
    draw_histogram(surface, an_edition(), BOX, coverage)
    low, high = (box.height for _, box, _ in surface.boxes)
    assert round(high / low, 6) == 4


def test_the_limit_stands_between_its_bins() -> None:
    surface = RememberingSurface()
    bins = (Bin(-156, -110, 1), Bin(-110, -100, 1), Bin(-100, -31, 1))
    draw_histogram(surface, an_edition(), BOX, replace(some_coverage()[0], bins=bins))
    line = next(points for _, points, pen in surface.shapes if pen.dash)
    assert line[0][0] == BOX.x + BOX.width / 2


def test_bins_without_samples_draw_no_bars() -> None:
    surface = RememberingSurface()
    bins = (Bin(-110, -100, 0), Bin(-100, -90, 0))
    draw_histogram(surface, an_edition(), BOX, replace(some_coverage()[0], bins=bins))
    assert surface.boxes == []


def test_a_grid_has_a_square_for_each_cell_with_scale_and_north() -> None:
    surface = RememberingSurface()
    coverage = some_coverage()[0]
    draw_grid(surface, an_edition(), BOX, coverage)
    assert len(surface.boxes) == len(coverage.cells) + 1
    assert "北" in surface.said()
    assert "米" in surface.said()
    inside = [box for _, box, _ in surface.boxes[1:]]
    assert all(BOX.x <= box.x and box.x + box.width <= BOX.x + BOX.width for box in inside)
    assert all(BOX.y <= box.y and box.y + box.height <= BOX.y + BOX.height for box in inside)


def test_the_key_explains_both() -> None:
    surface = RememberingSurface()
    draw_key(surface, (50, 50), "达标", "不达标")
    assert surface.said() == "达标不达标"
    assert len(surface.boxes) == 2
