"""Frames, hairlines and text boxes as every widget draws them."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QWidget

from fieldaudit.gui.theme import RADIUS


def frame(
    painter: QPainter, box: QRect, *, line: str = "", fill: str = "", width: float = 1.0
) -> None:
    """Draw a rounded box with an outline, a filling, or both."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(line), width) if line else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(fill) if fill else Qt.BrushStyle.NoBrush)
    inset = width / 2
    painter.drawRoundedRect(QRectF(box).adjusted(inset, inset, -inset, -inset), RADIUS, RADIUS)


def words(
    painter: QPainter,
    box: QRect,
    text: str,
    *,
    colour: str,
    font: QFont,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> int:
    """Write one line into a box, shortened at its end; return the width used."""
    painter.setFont(font)
    painter.setPen(QColor(colour))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, align | Qt.AlignmentFlag.AlignVCenter, shown)
    return painter.fontMetrics().horizontalAdvance(shown)


def chrome(widget: QWidget) -> None:
    """Give a widget the ground of bars, rail and lists."""
    widget.setAutoFillBackground(True)
    widget.setBackgroundRole(widget.palette().ColorRole.AlternateBase)


def ground(widget: QWidget) -> None:
    """Give a widget the ground of the work area."""
    widget.setAutoFillBackground(True)
    widget.setBackgroundRole(widget.palette().ColorRole.Base)
