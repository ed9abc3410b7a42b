"""Figures that matter, each with its word, side by side; pressing one leads to what it counts."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from fieldaudit.gui.theme import SMALL, L, M, S, colours, sized
from fieldaudit.gui.widgets.paint import frame, words


class Figure(QAbstractButton):
    """A number over its word."""

    def __init__(self, word: str, goal: str, parent: QWidget | None = None) -> None:
        """Count what `word` says; `goal` is the place that shows it."""
        super().__init__(parent)
        self.setProperty("goal", goal)
        self._word = word
        self._value = "–"
        self._alarm = ""
        self.setAccessibleName(word)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_value(self, value: str, alarm: str = "") -> None:
        """Show a number; `alarm` names the colour role of one that asks for action."""
        self._value, self._alarm = value, alarm
        self.setAccessibleName(f"{self._word} {value}")
        self.update()

    def sizeHint(self) -> QSize:
        """Be as large as any other."""
        return QSize(156, 76)

    def minimumSizeHint(self) -> QSize:
        """Let five stand side by side on a small screen."""
        return QSize(100, 76)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box, the number, the word."""
        look = colours(self)
        painter = QPainter(self)
        lit = self.underMouse() or self.hasFocus()
        frame(painter, self.rect(), line=look.accent if self.hasFocus() else look.line)
        if lit:
            frame(painter, self.rect().adjusted(1, 1, -1, -1), fill=look.hover)
        colour = getattr(look, self._alarm) if self._alarm else look.ink
        upper = QRect(M, S, self.width() - 2 * M, 36)
        lower = QRect(M, 44, self.width() - 2 * M, 24)
        words(painter, upper, self._value, colour=colour, font=sized(self.font(), 18, bold=True))
        words(painter, lower, self._word, colour=look.secondary, font=sized(self.font(), SMALL))


class Figures(QWidget):
    """A few figures."""

    pressed = Signal(str)
    """Place of the figure that was pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without figures."""
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(M)
        self._row.setContentsMargins(0, 0, 0, L)
        self._row.addStretch()

    def add(self, word: str, goal: str) -> Figure:
        """Add a figure."""
        figure = Figure(word, goal)
        figure.clicked.connect(self._on_pressed)
        self._row.insertWidget(self._row.count() - 1, figure)
        return figure

    def _on_pressed(self) -> None:
        self.pressed.emit(self.sender().property("goal"))
