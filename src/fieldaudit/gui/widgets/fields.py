"""Fields to type into and to choose from, drawn in the window's own hand."""

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from fieldaudit.gui.icons import SIZE, pixmap
from fieldaudit.gui.theme import S, colours
from fieldaudit.gui.widgets.buttons import HEIGHT
from fieldaudit.gui.widgets.paint import frame, words


class Field(QLineEdit):
    """One line of text; a failing one keeps its value and gets a coloured outline."""

    def __init__(self, parent: QWidget | None = None, *, symbol: str = "") -> None:
        """Show an icon at the left when `symbol` names one."""
        super().__init__(parent)
        self._symbol = symbol
        self._alarm = ""
        self.setFrame(False)
        left = S + (SIZE + 4 if symbol else 0)
        self.setTextMargins(left, 0, S, 0)
        self.setMinimumHeight(HEIGHT)

    def sizeHint(self) -> QSize:
        """Be as high as a button."""
        return QSize(super().sizeHint().width(), max(HEIGHT, self.fontMetrics().height() + S))

    def alarm(self, colour: str) -> None:
        """Outline the field in a colour; empty: calm."""
        if colour != self._alarm:
            self._alarm = colour
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line edit, then its frame and icon over it."""
        super().paintEvent(event)
        look = colours(self)
        painter = QPainter(self)
        painter.setClipping(False)
        line = look.accent if self.hasFocus() else self._alarm or look.edge
        frame(
            painter,
            self.rect(),
            line=line if self.isEnabled() and not self.isReadOnly() else look.line,
            width=2.0 if self.hasFocus() or self._alarm else 1.0,
        )
        if self._symbol:
            ratio = self.devicePixelRatioF()
            drawing = pixmap(self._symbol, look.secondary, round(SIZE * ratio))
            drawing.setDevicePixelRatio(ratio)
            painter.drawPixmap(QPoint(S - 2, (self.height() - SIZE) // 2), drawing)


class TextBox(QPlainTextEdit):
    """Several lines of text; Tab leaves it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show three lines."""
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * 3 + 2 * S)


class Choice(QComboBox):
    """A list to choose one from; the wheel scrolls the page, not the answer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Take the focus by key and click only."""
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumHeight(HEIGHT)
        self.setMinimumContentsLength(6)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the frame, the chosen words and the arrow."""
        look = colours(self)
        painter = QPainter(self)
        active = self.hasFocus()
        line = look.accent if active else look.edge if self.isEnabled() else look.line
        frame(painter, self.rect(), line=line, fill=look.ground, width=2.0 if active else 1.0)
        room = self.rect().adjusted(S + 2, 0, -SIZE - S, 0)
        words(painter, room, self.currentText(), colour=look.ink, font=self.font())
        ratio = self.devicePixelRatioF()
        arrow = pixmap("down", look.secondary, round(SIZE * ratio))
        arrow.setDevicePixelRatio(ratio)
        corner = QPoint(self.width() - SIZE - 6, (self.height() - SIZE) // 2)
        painter.drawPixmap(corner, arrow)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page: a scrolled answer is a wrong answer."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the list with Enter as well as with Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.showPopup()
        else:
            super().keyPressEvent(event)
