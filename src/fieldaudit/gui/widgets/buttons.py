"""Buttons: plain and leading ones, icons, links and the segments of a choice."""

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QPushButton,
    QRadioButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from fieldaudit.gui.icons import SIZE, icon, pixmap
from fieldaudit.gui.theme import SMALL, XS, L, S, colours, sized
from fieldaudit.gui.widgets.paint import frame

HEIGHT = 32
"""Height of whatever is pressed or typed into."""

_RING = 16


class Button(QPushButton):
    """A flat button; `leading` marks the next thing to do."""

    def __init__(
        self, text: str, parent: QWidget | None = None, *, symbol: str = "", leading: bool = False
    ) -> None:
        """Show `text`, with an icon when `symbol` names one."""
        super().__init__(text, parent)
        self.leading = leading
        self._symbol = symbol
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Leave room for the icon and for air."""
        wide = self.fontMetrics().horizontalAdvance(self.text()) + 2 * L
        wide += SIZE + S if self._symbol else 0
        return QSize(wide, max(HEIGHT, self.fontMetrics().height() + S))

    minimumSizeHint = sizeHint

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box, the icon, the words."""
        look = colours(self)
        painter = QPainter(self)
        line, fill, ink = look.edge, look.chrome, look.ink
        if self.leading and self.isEnabled():
            line, fill, ink = look.accent, look.accent, look.on_accent
        elif self.underMouse() and self.isEnabled():
            fill = look.hover
        if not self.isEnabled():
            line, ink = look.line, look.edge
        frame(painter, self.rect(), line=line, fill=fill)
        if self.hasFocus():
            inner = self.rect().adjusted(2, 2, -2, -2)
            frame(painter, inner, line=look.on_accent if self.leading else look.accent)
        self._write(painter, ink)

    def _write(self, painter: QPainter, ink: str) -> None:
        box = self.rect()
        if self._symbol:
            ratio = self.devicePixelRatioF()
            drawing = pixmap(self._symbol, ink, round(SIZE * ratio))
            drawing.setDevicePixelRatio(ratio)
            painter.drawPixmap(QPoint(L - 2, (box.height() - SIZE) // 2), drawing)
            box = box.adjusted(SIZE + S, 0, 0, 0)
        painter.setPen(ink)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.text())


class IconButton(QToolButton):
    """A button with an icon alone; its words are the tool tip and the accessible name."""

    def __init__(self, symbol: str, words: str, parent: QWidget | None = None) -> None:
        """Show the icon `symbol`, called `words`."""
        super().__init__(parent)
        self._symbol = symbol
        self.setAutoRaise(True)
        self.setIconSize(QSize(SIZE, SIZE))
        self.setToolTip(words)
        self.setAccessibleName(words)
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the palette from light to dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()

    def _draw(self) -> None:
        self.setIcon(icon(self._symbol, colours(self).secondary))


class Link(QAbstractButton):
    """Words to press, small and quiet; checkable ones stand out when checked."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        """Show `text` in the small size."""
        super().__init__(parent)
        self.setText(text)
        self.setFont(sized(self.font(), SMALL))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Be as wide as the words."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 2 * XS, metrics.height() + XS)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Write the words; underline them under the pointer."""
        look = colours(self)
        painter = QPainter(self)
        active = self.isChecked() or self.underMouse() or self.hasFocus()
        if self.isChecked():
            frame(painter, self.rect(), fill=look.tint)
        if self.hasFocus():
            frame(painter, self.rect(), line=look.accent)
        painter.setPen(look.accent if active and self.isEnabled() else look.secondary)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())


class Segment(QRadioButton):
    """One of a few answers side by side; arrow keys move, one stays chosen."""

    def sizeHint(self) -> QSize:
        """Leave air on both sides of the words."""
        wide = self.fontMetrics().horizontalAdvance(self.text()) + 2 * L
        return QSize(max(wide, 48), HEIGHT)

    minimumSizeHint = sizeHint

    def hitButton(self, place: QPoint) -> bool:
        """Take a press anywhere in the box."""
        return self.rect().contains(place)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box; the chosen one is tinted, outlined and bold."""
        look = colours(self)
        painter = QPainter(self)
        fill = look.tint if self.isChecked() else look.hover if self.underMouse() else look.ground
        line = look.accent if self.isChecked() else look.edge
        frame(painter, self.rect(), line=line if self.isEnabled() else look.line, fill=fill)
        if self.hasFocus():
            frame(painter, self.rect().adjusted(2, 2, -2, -2), line=look.accent)
        font = painter.font()
        font.setBold(self.isChecked())
        painter.setFont(font)
        # A chosen answer is read, also where it cannot be changed any more.
        painter.setPen(look.ink if self.isEnabled() or self.isChecked() else look.edge)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())


class Pick(QRadioButton):
    """One of several answers, one below the other; drawn so that its ring is seen in the dark."""

    def sizeHint(self) -> QSize:
        """Leave room for the ring and air."""
        wide = self.fontMetrics().horizontalAdvance(self.text()) + _RING + 2 * S
        return QSize(wide, max(HEIGHT - S, self.fontMetrics().height() + XS))

    def minimumSizeHint(self) -> QSize:
        """Let a long answer be shortened on a narrow screen."""
        return QSize(min(self.sizeHint().width(), 120), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ring, the dot of the chosen one, the words."""
        look = colours(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = QRect(1, (self.height() - _RING) // 2, _RING, _RING)
        lit = self.isChecked() or self.hasFocus() or self.underMouse()
        painter.setPen(QPen(QColor(look.accent if lit and self.isEnabled() else look.edge), 1.5))
        painter.setBrush(QColor(look.ground))
        painter.drawEllipse(ring)
        if self.isChecked():
            painter.setBrush(QColor(look.accent))
            painter.drawEllipse(ring.adjusted(4, 4, -4, -4))
        box = self.rect().adjusted(_RING + S, 0, 0, 0)
        if self.hasFocus():
            frame(painter, self.rect(), line=look.accent)
        painter.setPen(look.ink if self.isEnabled() or self.isChecked() else look.edge)
        right = Qt.TextElideMode.ElideRight
        shown = self.fontMetrics().elidedText(self.text(), right, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, shown)


class Tick(QCheckBox):
    """One of several answers that can hold at once."""

    def sizeHint(self) -> QSize:
        """Leave room for the tick box and air."""
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 14 + 3 * S, HEIGHT)

    minimumSizeHint = sizeHint

    def hitButton(self, place: QPoint) -> bool:
        """Take a press anywhere in the box."""
        return self.rect().contains(place)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box with its tick and the words."""
        look = colours(self)
        painter = QPainter(self)
        edge = look.accent if self.isChecked() or self.hasFocus() else look.edge
        frame(
            painter,
            self.rect(),
            line=edge if self.isEnabled() else look.line,
            fill=look.tint if self.isChecked() else look.ground,
        )
        box = QRect(S, (self.height() - 14) // 2, 14, 14)
        frame(painter, box, line=edge, fill=look.accent if self.isChecked() else "")
        if self.isChecked():
            painter.setPen(look.on_accent)
            corner = box.topLeft()
            painter.drawPolyline([corner + QPoint(x, y) for x, y in ((3, 7), (6, 10), (11, 4))])
        painter.setPen(look.ink if self.isEnabled() or self.isChecked() else look.edge)
        words = self.rect().adjusted(S + 14 + S, 0, -XS, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())


def small(widget: QWidget) -> None:
    """Give a widget the secondary size."""
    widget.setFont(sized(widget.font(), SMALL))
