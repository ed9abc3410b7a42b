"""Charts drawn as vectors from data: a histogram of levels and a grid of good and poor squares.

Readable in grey: good is filled, poor is hatched, the limit is a dashed line with its value.
"""

from collections.abc import Sequence

from fieldaudit.package import style
from fieldaudit.package.edition import Edition
from fieldaudit.package.evidence import Bin, Cell, CoverageContent
from fieldaudit.package.fonts import width as text_width
from fieldaudit.package.site import draw_ruler
from fieldaudit.package.surface import Box, Letters, Pen, Point, Surface
from fieldaudit.package.words import signed
from fieldaudit.texts import QT_TRANSLATE_NOOP

_SMALL = Letters(7, colour=style.SECONDARY)
_INK = Letters(7)
_LIMIT = QT_TRANSLATE_NOOP("Pdf", "限值 {limit} dBm")
_GOOD_FILL = "#57606A"
_WIDEST = 16.0
"""Side of a square; a few squares would fill the box."""
_LABEL = 24.0
"""Width that an edge's label needs."""
_STEP = 3.2
"""Points between the lines of a hatching."""


def draw_histogram(surface: Surface, edition: Edition, box: Box, coverage: CoverageContent) -> None:
    """Draw the bins of `coverage` with counts above and levels below."""
    bins = coverage.bins
    most = max((each.count for each in bins), default=0) or 1
    base, room = box.y + box.height - 12, box.height - 34
    # Bars are equally wide, for the outer bins are open.
    step = box.width / len(bins)
    for index, each in enumerate(bins):
        left, tall = box.x + index * step, room * each.count / most
        bar = Box(left + 0.8, base - tall, step - 1.6, tall)
        _bar(surface, bar, good=coverage.limit_rsrp is None or each.low >= coverage.limit_rsrp)
        if each.count:
            _centred(surface, (left + step / 2, base - tall - 2), str(each.count), _INK)
    surface.line([(box.x, base), (box.x + box.width, base)], Pen(style.FRAME, width=0.6))
    _levels(surface, box, bins, step)
    if coverage.limit_rsrp is not None and bins[0].low <= coverage.limit_rsrp <= bins[-1].high:
        text = edition.say(_LIMIT, limit=signed(coverage.limit_rsrp, 0))
        _limit(surface, box, text, _shift(bins, coverage.limit_rsrp) * step)


def draw_grid(surface: Surface, edition: Edition, box: Box, coverage: CoverageContent) -> None:
    """Draw the squares of `coverage` to scale, with scale bar and north."""
    cells = coverage.cells
    columns = max(cell.column for cell in cells) + 1
    rows = max(cell.row for cell in cells) + 1
    side = min((box.width - 48) / columns, (box.height - 34) / rows, _WIDEST)
    left = box.x + (box.width - side * columns) / 2
    bottom = box.y + box.height - 22
    surface.rectangle(box, Pen(style.LINE, width=0.6))
    for cell in cells:
        _square(
            surface,
            Box(left + cell.column * side, bottom - (cell.row + 1) * side, side, side),
            cell,
        )
    draw_ruler(surface, edition, box, side / coverage.cell_size)


def draw_key(surface: Surface, at: Point, good: str, poor: str) -> None:
    """Draw what filled and hatched mean, from `at` rightward on the baseline."""
    x, y = at
    for text, filled in ((good, True), (poor, False)):
        _bar(surface, Box(x, y - 6, 9, 6.5), good=filled)
        surface.text((x + 12, y), text, _SMALL)
        x += 12 + text_width(text, 7) + 12


def _square(surface: Surface, box: Box, cell: Cell) -> None:
    inner = Box(box.x + 0.4, box.y + 0.4, box.width - 0.8, box.height - 0.8)
    _bar(surface, inner, good=cell.good)


def _bar(surface: Surface, box: Box, *, good: bool) -> None:
    if box.height <= 0:
        return
    if good:
        surface.rectangle(box, Pen("", _GOOD_FILL))
        return
    surface.rectangle(box, Pen(style.RED, style.PAPER, 0.6))
    _hatch(surface, box)


def _hatch(surface: Surface, box: Box) -> None:
    """Draw rising lines across `box`, clipped to it."""
    pen = Pen(style.RED, width=0.4)
    shift = _STEP
    while shift < box.width + box.height:
        start = (box.x + max(0.0, shift - box.height), box.y + min(shift, box.height))
        end = (box.x + min(shift, box.width), box.y + max(0.0, shift - box.width))
        surface.line([start, end], pen)
        shift += _STEP


def _levels(surface: Surface, box: Box, bins: Sequence[Bin], step: float) -> None:
    edges = [each.low for each in bins] + [bins[-1].high]
    every = 1 if step >= _LABEL else 2
    for index in range(0, len(edges), every):
        at = (box.x + index * step, box.y + box.height - 3)
        _centred(surface, at, signed(edges[index], 0), _SMALL)


def _shift(bins: Sequence[Bin], level: float) -> float:
    """Return where `level` lies, counted in bins from the left."""
    for index, each in enumerate(bins):
        if level <= each.high:
            return index + (level - each.low) / (each.high - each.low)
    return float(len(bins))


def _limit(surface: Surface, box: Box, text: str, shift: float) -> None:
    x = box.x + shift
    pen = Pen(style.RED, width=1, dash=(3, 2))
    surface.line([(x, box.y + 4), (x, box.y + box.height - 12)], pen)
    wide = text_width(text, 7, bold=True)
    left = x - wide - 4 if shift > wide + 8 else x + 4
    surface.text((left, box.y + 9), text, Letters(7, bold=True, colour=style.RED))


def _centred(surface: Surface, at: Point, text: str, letters: Letters) -> None:
    surface.text((at[0] - text_width(text, letters.size) / 2, at[1]), text, letters)
