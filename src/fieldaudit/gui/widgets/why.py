"""Why a question is as it is, folded out below it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fieldaudit.gui.theme import XS, M, colours
from fieldaudit.gui.widgets.buttons import small
from fieldaudit.gui.widgets.head import Secondary


class WhyBox(QWidget):
    """Lines that can be read and copied, beside a bar."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without lines."""
        super().__init__(parent)
        self.words = Secondary()
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        small(self.words)
        box = QVBoxLayout(self)
        box.setContentsMargins(M, XS, 0, XS)
        box.addWidget(self.words)

    def show_lines(self, lines: list[str]) -> None:
        """Show other lines."""
        self.words.setText("\n".join(lines))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bar."""
        QPainter(self).fillRect(0, 0, 2, self.height(), colours(self).edge)
