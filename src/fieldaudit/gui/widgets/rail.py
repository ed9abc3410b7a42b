"""The rail at the left: one place per word of the flow, with keys Ctrl+1 … Ctrl+9."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QVBoxLayout, QWidget

from fieldaudit.gui.icons import SIZE, pixmap
from fieldaudit.gui.theme import SMALL, XS, S, colours, sized
from fieldaudit.gui.widgets.paint import chrome, frame

WIDTH = 72
_MOST = 99


class Place(QAbstractButton):
    """One entry: an icon over a word, and a count when something waits."""

    def __init__(self, symbol: str, word: str, parent: QWidget | None = None) -> None:
        """Show the icon `symbol` over `word`."""
        super().__init__(parent)
        self.setText(word)
        self.setFont(sized(self.font(), SMALL))
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedHeight(56)
        self._symbol = symbol
        self._count = 0

    def count(self, number: int) -> None:
        """Show how many things wait here; 0 shows nothing."""
        self._count = number
        self.setAccessibleDescription(str(number) if number else "")
        self.update()

    def sizeHint(self) -> QSize:
        """Fill the rail."""
        return QSize(WIDTH, 56)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the icon, the word, the count; mark the current place with a bar."""
        look = colours(self)
        painter = QPainter(self)
        box = self.rect().adjusted(XS, 2, -XS, -2)
        if self.isChecked() or self.underMouse():
            frame(painter, box, fill=look.tint if self.isChecked() else look.hover)
        if self.hasFocus():
            frame(painter, box, line=look.accent)
        ink = look.ink if self.isChecked() else look.secondary
        ratio = self.devicePixelRatioF()
        drawing = pixmap(self._symbol, ink, round(SIZE * ratio))
        drawing.setDevicePixelRatio(ratio)
        painter.drawPixmap(QPoint((self.width() - SIZE) // 2, S), drawing)
        painter.setPen(ink)
        text = QRect(0, S + SIZE, self.width(), self.height() - S - SIZE - XS)
        words = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.width() - 2 * XS
        )
        painter.drawText(text, Qt.AlignmentFlag.AlignCenter, words)
        if self._count:
            self._badge(painter)

    def _badge(self, painter: QPainter) -> None:
        look = colours(self)
        text = str(self._count) if self._count <= _MOST else f"{_MOST}+"
        wide = painter.fontMetrics().horizontalAdvance(text) + S
        box = QRect(self.width() // 2 + 6, XS, max(wide, 16), 16)
        frame(painter, box, fill=look.conflict)
        painter.setPen(look.ground)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


class Rail(QWidget):
    """The places of the window."""

    chosen = Signal(str)
    """The key of the place that was pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without places."""
        super().__init__(parent)
        chrome(self)
        self.setFixedWidth(WIDTH)
        self._places: dict[str, Place] = {}
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(self._on_pressed)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, S, 0, S)
        self._box.setSpacing(0)
        self._box.addStretch()

    def add(self, key: str, symbol: str, word: str) -> None:
        """Add a place called `word` above the gap."""
        place = Place(symbol, word)
        number = len(self._places) + 1
        place.setShortcut(QKeySequence(f"Ctrl+{number}"))
        place.setToolTip(f"{word}  Ctrl+{number}")
        self._places[key] = place
        self._group.addButton(place)
        self._box.insertWidget(self._box.count() - 1, place)

    def show_place(self, key: str) -> None:
        """Mark a place as the current one."""
        self._places[key].setChecked(True)

    def place(self, key: str) -> Place:
        """Return the entry of a place."""
        return self._places[key]

    def enable(self, yes: bool) -> None:
        """Allow or forbid going anywhere."""
        for place in self._places.values():
            place.setEnabled(yes)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the hairline at the right."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(colours(self).line)
        painter.drawLine(self.width() - 1, 0, self.width() - 1, self.height())

    def _on_pressed(self, pressed: QAbstractButton) -> None:
        for key, place in self._places.items():
            if place is pressed:
                self.chosen.emit(key)
