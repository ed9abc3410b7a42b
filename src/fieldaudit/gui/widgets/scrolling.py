"""Slim scroll bars: a rounded handle on the ground, as wide as needed to be hit."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QScrollArea,
    QScrollBar,
    QStyle,
    QStyleOptionSlider,
    QWidget,
)

from fieldaudit.gui.theme import colours
from fieldaudit.gui.widgets.paint import frame, ground

WIDE = 12


class SlimBar(QScrollBar):
    """Draws only its handle; all else works as in any scroll bar."""

    def __init__(self, orientation: Qt.Orientation, parent: QWidget | None = None) -> None:
        """Lie along one side of a scroll area."""
        super().__init__(orientation, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, False)

    def sizeHint(self) -> QSize:
        """Be slim."""
        upright = self.orientation() == Qt.Orientation.Vertical
        return QSize(WIDE, 48) if upright else QSize(48, WIDE)

    def event(self, event: QEvent) -> bool:
        """Draw again when the pointer comes and goes."""
        if event.type() in (QEvent.Type.HoverEnter, QEvent.Type.HoverLeave):
            self.update()
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the handle."""
        look = colours(self)
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        handle: QRect = self.style().subControlRect(
            QStyle.ComplexControl.CC_ScrollBar,
            option,
            QStyle.SubControl.SC_ScrollBarSlider,
            self,
        )
        if self.maximum() > self.minimum():
            lit = self.underMouse() or self.isSliderDown()
            painter = QPainter(self)
            frame(painter, handle.adjusted(3, 2, -3, -2), fill=look.edge if lit else look.line)


def slim(area: QAbstractScrollArea) -> None:
    """Give a scroll area slim bars."""
    area.setVerticalScrollBar(SlimBar(Qt.Orientation.Vertical, area))
    area.setHorizontalScrollBar(SlimBar(Qt.Orientation.Horizontal, area))
    area.setCornerWidget(QWidget())


def scrolled(content: QWidget) -> QScrollArea:
    """Return a scroll area for content that is higher than a small screen."""
    area = QScrollArea()
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    slim(area)
    ground(content)
    area.setWidget(content)
    return area
