"""Tables with hairlines: wrapped cells, repeated heads, group heads that keep with their rows.

A row is not split unless it is higher than a page; figures align on the decimal point.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from fieldaudit.form.definition import Severity
from fieldaudit.package import style
from fieldaudit.package.evidence import Verdict
from fieldaudit.package.flow import Flow
from fieldaudit.package.fonts import width as text_width
from fieldaudit.package.shapes import draw_verdict
from fieldaudit.package.structure import Role
from fieldaudit.package.style import BOTTOM, LEFT, RIGHT, TOP, Style
from fieldaudit.package.surface import Box, Pen
from fieldaudit.package.wrap import wrap

_PAD = 3.0
_BETWEEN = 7.0
_NUMBER = re.compile(r"([−+-]?\d[\d ]*)(\.\d+)?%?( [^\d\s]\S{0,9})?")
_POINT = 0.38
"""Where in a decimal column the point stands."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table."""

    title: str
    """Its head."""

    share: float
    """Its share of the table's width, in any unit."""

    align: str = "left"
    """left, right, or decimal: figures with their unit on the point, words at the left."""


@dataclass(frozen=True, slots=True)
class Run:
    """One paragraph of a cell."""

    text: str
    """What it says."""

    look: Style = style.TABLE
    """How it looks."""

    mark: tuple[Verdict, Severity] | None = None
    """A verdict whose mark stands before it."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row, or with a `group` title only the head of a group."""

    cells: tuple[tuple[Run, ...], ...] = ()
    """The paragraphs of each cell."""

    group: str = ""
    """Title of the group that begins here."""

    link: str = ""
    """Key of the place that the row leads to."""

    mark: str = ""
    """Key under which others lead to the row."""

    leads: tuple[tuple[int, str], ...] = ()
    """Column, from 0, and key of the place that its cell leads to."""

    @property
    def text(self) -> str:
        """All that it says, cell by cell."""
        return "".join(run.text for cell in self.cells for run in cell)


Placed = tuple[str, Run, bool]
"""A line, its run, and whether it is the run's first."""


def row(*texts: str, link: str = "") -> Row:
    """Return a row of plain cells."""
    return Row(tuple((Run(text),) for text in texts), link=link)


def draw_table(flow: Flow, columns: Sequence[Column], rows: Sequence[Row]) -> None:
    """Draw the table at the cursor."""
    layout = _Layout(flow, columns)
    with flow.tagged(Role.TABLE):
        for index, each in enumerate(rows):
            if each.group:
                following = rows[index + 1] if index + 1 < len(rows) else None
                layout.group(each.group, following)
            else:
                layout.row(each)
    layout.close()


def opening(flow: Flow, columns: Sequence[Column], rows: Sequence[Row]) -> float:
    """Return the points that a heading keeps for the table: its head and first row."""
    return _Layout(flow, columns).opening(rows)


class _Layout:
    """The columns of one table on a flow, and whether its head stands on this page."""

    def __init__(self, flow: Flow, columns: Sequence[Column]) -> None:
        self._flow = flow
        self._columns = columns
        total = sum(column.share for column in columns)
        room = RIGHT - LEFT - _BETWEEN * (len(columns) - 1)
        self._widths = [column.share / total * room for column in columns]
        self._headed = 0

    def group(self, title: str, following: Row | None) -> None:
        """Draw a group's title; it stays with the row that follows."""
        height = style.TABLE_BOLD.leading + 2 * _PAD
        after = self._height(self._placed(following)) if following else 0
        self._room(height + min(after, 120))
        flow = self._flow
        flow.surface.rectangle(Box(LEFT, flow.y, RIGHT - LEFT, height), _tint())
        shown = wrap(title, RIGHT - LEFT, style.TABLE_BOLD)[0]
        with flow.tagged(Role.ROW), flow.tagged(Role.HEAD, span=len(self._columns)):
            flow.put(shown, style.TABLE_BOLD, LEFT + 4, y=flow.y + _PAD)
        flow.y += height
        flow.rule(flow.y)

    def row(self, each: Row) -> None:
        """Draw a row."""
        cells = self._placed(each)
        height = self._height(cells)
        if height > BOTTOM - TOP - 40:
            self._tall(cells, each)
            return
        self._room(height)
        self._draw(cells, height, each)

    def opening(self, rows: Sequence[Row]) -> float:
        """Return the points of the head and the first row, of a tall one its beginning."""
        first = next((self._height(self._placed(each)) for each in rows if each.cells), 0)
        return self._head_height() + min(first, 200)

    def close(self) -> None:
        """End the table."""
        self._flow.gap(4)

    def _tall(self, cells: list[list[Placed]], each: Row) -> None:
        """Draw a row that is higher than a page, piece by piece."""
        while any(cells):
            self._room(6 * style.TABLE.leading)
            lines = int((BOTTOM - self._flow.y - 2 * _PAD) / style.BODY.leading)
            piece = [cell[:lines] for cell in cells]
            self._draw(piece, self._height(piece), each)
            each = Row()
            cells = [cell[lines:] for cell in cells]

    def _room(self, height: float) -> None:
        """Turn the page when `height` does not fit, and see that the head is there."""
        head = 0 if self._headed == self._flow.page else self._head_height()
        self._flow.need(height + head)
        if self._headed != self._flow.page:
            self._head()

    def _head_height(self) -> float:
        return max(len(lines) for lines in self._heads()) * style.TABLE_HEAD.leading + 2 * _PAD

    def _heads(self) -> list[tuple[str, ...]]:
        pairs = zip(self._columns, self._widths, strict=True)
        return [wrap(column.title, width, style.TABLE_HEAD) for column, width in pairs]

    def _head(self) -> None:
        flow, x = self._flow, LEFT
        # A head that is repeated overleaf is for the eye alone.
        with flow.tagged(None if self._headed else Role.ROW):
            for column, width, lines in zip(
                self._columns, self._widths, self._heads(), strict=True
            ):
                with flow.tagged(Role.HEAD):
                    self._title(column, lines, Box(x, flow.y + _PAD, width, 0))
                x += width + _BETWEEN
        self._headed = flow.page
        flow.y += self._head_height()
        flow.rule(flow.y, colour=style.FRAME)

    def _title(self, column: Column, lines: tuple[str, ...], box: Box) -> None:
        for number, line in enumerate(lines):
            y = box.y + number * style.TABLE_HEAD.leading
            if column.align == "right":
                self._flow.put_right(line, style.TABLE_HEAD, box.x + box.width, y=y)
            else:
                self._flow.put(line, style.TABLE_HEAD, box.x, y=y)

    def _placed(self, each: Row) -> list[list[Placed]]:
        return [
            [placed for run in cell for placed in _lines(run, width)]
            for cell, width in zip(each.cells, self._widths, strict=True)
        ]

    def _height(self, cells: list[list[Placed]]) -> float:
        heights = (sum(run.look.leading for _, run, _ in cell) for cell in cells)
        return max(heights, default=0) + 2 * _PAD

    def _draw(self, cells: list[list[Placed]], height: float, each: Row) -> None:
        flow = self._flow
        if each.mark:
            flow.surface.mark(each.mark, "", 0, flow.y)
        if not flow.blank:
            self._cells(cells, height, each)
        flow.y += height
        flow.rule(flow.y)

    def _cells(self, cells: list[list[Placed]], height: float, each: Row) -> None:
        flow, x, leads = self._flow, LEFT, dict(each.leads)
        with flow.tagged(Role.ROW):
            columns = zip(self._columns, self._widths, cells, strict=True)
            for number, (column, width, cell) in enumerate(columns):
                y = flow.y + _PAD
                with flow.tagged(Role.CELL):
                    for placed in cell:
                        self._line(placed, column, Box(x, y, width, 0))
                        y += placed[1].look.leading
                    if each.link and number == 0:
                        flow.surface.link(Box(LEFT, flow.y, RIGHT - LEFT, height), each.link)
                    elif number in leads and cell:
                        flow.surface.link(Box(x, flow.y, width, height), leads[number])
                x += width + _BETWEEN

    def _line(self, placed: Placed, column: Column, box: Box) -> None:
        text, run, first = placed
        look, x = run.look, box.x
        if run.mark:
            if first:
                base = box.y + (look.leading - look.size) / 2 + look.size * 0.88
                draw_verdict(self._flow.surface, (x, base), look.size, run.mark)
            x += look.size * 1.15
        number = _NUMBER.fullmatch(text) if column.align == "decimal" else None
        if number:
            before = number[1]
            x = box.x + box.width * _POINT - text_width(before, look.size, bold=look.bold)
        elif column.align == "right":
            x = box.x + box.width - text_width(text, look.size, bold=look.bold)
        self._flow.put(text, look, max(x, box.x), y=box.y)


def _tint() -> Pen:
    return Pen("", style.TINT)


def _lines(run: Run, width: float) -> list[Placed]:
    room = width - (run.look.size * 1.15 if run.mark else 0)
    return [(line, run, number == 0) for number, line in enumerate(wrap(run.text, room, run.look))]
