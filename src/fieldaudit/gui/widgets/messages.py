"""The message bar under the top bar: what happened, in one sentence, until it is read."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from fieldaudit.gui.theme import L, M, S, colours
from fieldaudit.gui.widgets.buttons import IconButton

if TYPE_CHECKING:
    from fieldaudit.errors import FieldauditError

_READ = 6000
"""Milliseconds that a good message stays; a bad one stays until it is closed."""


class MessageBar(QWidget):
    """One sentence with a mark; hidden when there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start hidden."""
        super().__init__(parent)
        self._bad = False
        self.words = QLabel(wordWrap=True)
        close = IconButton("close", self.tr("关闭提示"))
        close.clicked.connect(self.hide)
        self._timer = QTimer(self, singleShot=True, interval=_READ)
        self._timer.timeout.connect(self.hide)
        box = QHBoxLayout(self)
        box.setContentsMargins(L + L, S, M, S)
        box.addWidget(self.words, 1)
        box.addWidget(close)
        self.hide()

    def warn(self, error: "FieldauditError") -> None:
        """Explain an error; it stays until it is closed."""
        from fieldaudit.gui.labels import explain

        self._timer.stop()
        self._show(explain(error), bad=True)

    def tell(self, words: str) -> None:
        """Say what was done; it goes by itself."""
        self._show(words, bad=False)
        self._timer.start()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground, the mark and the hairline."""
        look = colours(self)
        painter = QPainter(self)
        painter.fillRect(self.rect(), look.chrome)
        colour = look.critical if self._bad else look.passed
        painter.fillRect(0, 0, 4, self.height(), colour)
        painter.setPen(colour)
        painter.drawText(L, 0, L, self.height(), 0x84, "✗" if self._bad else "✓")
        painter.setPen(look.line)
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)

    def _show(self, words: str, *, bad: bool) -> None:
        self._bad = bad
        self.words.setText(words)
        self.update()
        self.show()
