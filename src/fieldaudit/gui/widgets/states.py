"""What a page shows when it has no content: nothing yet, loading, an error."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from fieldaudit.gui.icons import pixmap
from fieldaudit.gui.theme import TITLE, XL, L, M, S, colours, sized
from fieldaudit.gui.widgets.buttons import Button
from fieldaudit.gui.widgets.paint import frame

_PATIENCE = 150
"""Milliseconds before a skeleton is shown: faster answers need none."""


_WIDE = 400
"""Pixels of a line of the hint."""


class Empty(QWidget):
    """What is missing, what to do about it, and one button that does it."""

    pressed = Signal()

    def __init__(
        self, symbol: str, title: str, hint: str, button: str = "", *, wide: int = _WIDE
    ) -> None:
        """Show an icon, a title, a hint, and the button if it has words."""
        super().__init__()
        self._symbol = symbol
        self._drawing = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self.title = QLabel(title, alignment=Qt.AlignmentFlag.AlignCenter)
        self.title.setFont(sized(self.font(), TITLE, bold=True))
        self.hint = QLabel(hint, alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        # A wrapped label in a centred place is as high as its words only when that is said.
        self.hint.setFixedWidth(wide)
        self.hint.setMinimumHeight(self.hint.heightForWidth(wide))
        self.button = Button(button, leading=True)
        self.button.setVisible(bool(button))
        self.button.clicked.connect(self.pressed)
        box = QVBoxLayout(self)
        box.setSpacing(S)
        box.addStretch(2)
        box.addWidget(self._drawing)
        box.addSpacing(M)
        box.addWidget(self.title)
        box.addWidget(self.hint, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addSpacing(L)
        box.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addStretch(3)
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the palette from light to dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()

    def _draw(self) -> None:
        ratio = self.devicePixelRatioF()
        drawing = pixmap(self._symbol, colours(self).edge, round(40 * ratio))
        drawing.setDevicePixelRatio(ratio)
        self._drawing.setPixmap(drawing)


class Skeleton(QWidget):
    """Grey bars where text will be."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a few bars of uneven length."""
        look = colours(self)
        painter = QPainter(self)
        box = self.rect().adjusted(XL, XL, -XL, -XL)
        for row, share in enumerate((40, 90, 75, 0, 45, 85, 60)):
            if share:
                bar = box.adjusted(0, row * 28, 0, 0)
                bar.setHeight(12)
                bar.setWidth(box.width() * share // 100)
                frame(painter, bar, fill=look.hover)


class States(QStackedWidget):
    """Content, or its absence, or its loading; the last one only after a moment."""

    def __init__(self, content: QWidget, empty: QWidget, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._content = content
        self._empty = empty
        self._skeleton = Skeleton()
        for page in (empty, content, self._skeleton):
            self.addWidget(page)
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._patience.timeout.connect(self._on_patience_over)

    def loading(self) -> None:
        """Show a skeleton unless content comes quickly."""
        self._patience.start()

    def content(self) -> None:
        """Show the content."""
        self._patience.stop()
        self.setCurrentWidget(self._content)

    def empty(self) -> None:
        """Show that there is none."""
        self._patience.stop()
        self.setCurrentWidget(self._empty)

    def show_content(self, there: bool) -> None:
        """Show the content if it is there."""
        self.content() if there else self.empty()

    def _on_patience_over(self) -> None:
        self.setCurrentWidget(self._skeleton)
