"""A small map drawn from positions alone: where each value lies, how far apart, which way north."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from fieldaudit.gui.theme import SMALL, L, M, S, colours, sized
from fieldaudit.gui.widgets.paint import frame, words
from fieldaudit.visit.place import Position

_DEGREE = 111_320.0
"""Metres of a degree of latitude; enough for a sketch, never for a distance that is told."""

_SMALLEST = 10.0
"""Metres that the sketch shows at least."""

_ROLES = ("accent", "conflict", "major", "passed", "minor")
_SCALES = [factor * 10**power for power in range(7) for factor in (1, 2, 5)]


@dataclass(frozen=True, slots=True)
class Drawn:
    """One value on the sketch."""

    letter: str
    """Its letter; empty for the value that all of them saw."""

    points: tuple[Position, ...]
    """One for a point, several for a line or an area."""


class MapSketch(QWidget):
    """Draws a few values with a scale bar and north; needs no network."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._drawn: tuple[Drawn, ...] = ()
        self._told = ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_places(self, drawn: Sequence[Drawn], told: str) -> None:
        """Show values, and say what the picture says."""
        self._drawn, self._told = tuple(drawn), told
        self.setAccessibleName(self.tr("位置示意图"))
        self.setAccessibleDescription(told)
        self.update()

    def sizeHint(self) -> QSize:
        """Be low enough to leave room for the decision."""
        return QSize(480, 144)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw frame, values, scale and north."""
        if not any(each.letter for each in self._drawn):
            return
        look = colours(self)
        painter = QPainter(self)
        frame(painter, self.rect(), line=look.line, fill=look.chrome)
        # What all of them saw may lie far off; the values that differ must be told apart.
        rivals = [each for each in self._drawn if each.letter]
        place = _Projection([p for each in rivals for p in each.points], self.rect())
        firsts = [place.point(each.points[0]) for each in rivals]
        painter.setPen(QPen(QColor(look.secondary), 1, Qt.PenStyle.DashLine))
        for other in firsts[1:]:
            painter.drawLine(firsts[0], other)
        number, inside = 0, QRectF(self.rect()).adjusted(S, L, -S, -S)
        for each in self._drawn:
            if not each.letter and not inside.contains(place.point(each.points[0])):
                continue
            role = _ROLES[number % len(_ROLES)] if each.letter else "secondary"
            number += bool(each.letter)
            self._draw(painter, place, each, QColor(getattr(look, role)))
        self._draw_scale(painter, place.metre)

    def _draw(self, painter: QPainter, place: "_Projection", each: Drawn, ink: QColor) -> None:
        spots = [place.point(point) for point in each.points]
        painter.setPen(QPen(ink, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if len(spots) > 1:
            painter.drawPolyline(QPolygonF(spots))
        spread = each.points[0].accuracy or 0.0
        if spread and len(spots) == 1:
            haze = QColor(ink)
            haze.setAlpha(40)
            painter.setBrush(QBrush(haze))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawEllipse(spots[0], spread * place.metre, spread * place.metre)
        painter.setPen(QPen(ink, 2))
        painter.setBrush(QBrush(ink) if each.letter else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(spots[0], 5, 5)
        label = each.letter or self.tr("原值")
        spot = QRect(round(spots[0].x()) + S, round(spots[0].y()) - L, 80, L)
        words(painter, spot, label, colour=ink.name(), font=sized(self.font(), SMALL, bold=True))

    def _draw_scale(self, painter: QPainter, metre: float) -> None:
        look = colours(self)
        wide = next((each for each in _SCALES if each * metre >= 60), _SCALES[-1])  # noqa: PLR2004
        left, low = M, self.height() - M
        painter.setPen(QPen(QColor(look.ink), 1.5))
        end = left + wide * metre
        painter.drawPolyline(
            QPolygonF(
                [
                    QPointF(left, low - 4),
                    QPointF(left, low),
                    QPointF(end, low),
                    QPointF(end, low - 4),
                ]
            )
        )
        said = f"{wide} m" if wide < 1000 else f"{wide // 1000} km"  # noqa: PLR2004
        font = sized(self.font(), SMALL)
        words(painter, QRect(round(end) + S, low - L, 80, L), said, colour=look.ink, font=font)
        north = QRect(self.width() - L - M, S, L + S, L + S)
        words(painter, north, self.tr("北") + "↑", colour=look.ink, font=font)
        room = QRect(self.width() // 3, low - L, self.width() * 2 // 3 - M, L)
        right = Qt.AlignmentFlag.AlignRight
        words(painter, room, self._told, colour=look.secondary, font=font, align=right)


class _Projection:
    """Degrees to pixels around the middle of some positions, north up, the same scale both ways."""

    def __init__(self, points: Sequence[Position], box: QRect) -> None:
        self._middle = (
            (min(p.latitude for p in points) + max(p.latitude for p in points)) / 2,
            (min(p.longitude for p in points) + max(p.longitude for p in points)) / 2,
        )
        self._shrink = math.cos(math.radians(self._middle[0]))
        spread = max((p.accuracy or 0.0) for p in points)
        across = [abs(x) + spread for x, _ in map(self._metres, points)]
        along = [abs(y) + spread for _, y in map(self._metres, points)]
        inner = QRectF(box).adjusted(L, L, -L, -2 * L)
        self._centre = inner.center()
        self.metre = min(
            inner.width() / 2 / max(*across, _SMALLEST / 2),
            inner.height() / 2 / max(*along, _SMALLEST / 2),
        )

    def point(self, position: Position) -> QPointF:
        """Return the pixel of a position."""
        x, y = self._metres(position)
        return self._centre + QPointF(x * self.metre, -y * self.metre)

    def _metres(self, position: Position) -> tuple[float, float]:
        east = (position.longitude - self._middle[1]) * _DEGREE * self._shrink
        return east, (position.latitude - self._middle[0]) * _DEGREE
