"""The head of a page: its title, what it is for, its buttons."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from fieldaudit.gui.theme import TITLE, L, M, S, colours, sized


class Secondary(QLabel):
    """Text in the secondary colour that follows light and dark."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        """Show plain text that wraps."""
        super().__init__(text, parent)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setForegroundRole(self.palette().ColorRole.PlaceholderText)


class Aside(Secondary):
    """Secondary words beside an answer: one line where there is room, several where not."""

    def sizeHint(self) -> QSize:
        """Prefer one line."""
        return one_line(self)


class Coloured(QLabel):
    """Words in the colour of what they say: one line where there is room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without words."""
        self._role = "ink"
        super().__init__(parent)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        # Stated, because a label takes the role that goes with its parent's ground otherwise.
        self.setForegroundRole(QPalette.ColorRole.WindowText)

    def sizeHint(self) -> QSize:
        """Prefer one line."""
        return one_line(self)

    def say(self, words: str, role: str) -> None:
        """Show words in the colour of a role."""
        self._role = role
        self.setText(words)
        self._paint_role()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the palette from light to dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._paint_role()

    def _paint_role(self) -> None:
        wanted = QColor(getattr(colours(self), self._role))
        palette = self.palette()
        if palette.color(QPalette.ColorRole.WindowText) != wanted:
            palette.setColor(QPalette.ColorRole.WindowText, wanted)
            self.setPalette(palette)


def one_line(label: QLabel) -> QSize:
    """Return the size of a label's words in one line."""
    metrics = label.fontMetrics()
    wide = metrics.horizontalAdvance(label.text()) + 2
    return QSize(wide if label.text() else 0, metrics.height())


class Head(QWidget):
    """Title and hint at the left, buttons at the right, a hairline below."""

    def __init__(
        self, title: str, hint: str, *buttons: QWidget, parent: QWidget | None = None
    ) -> None:
        """Arrange them."""
        super().__init__(parent)
        self.title = QLabel(title)
        self.title.setFont(sized(self.font(), TITLE, bold=True))
        self.hint = Secondary(hint)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.hint)
        box = QHBoxLayout(self)
        box.setContentsMargins(L, M, L, M)
        box.setSpacing(S)
        box.addLayout(words, 1)
        for button in buttons:
            box.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the hairline."""
        painter = QPainter(self)
        painter.setPen(colours(self).line)
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
