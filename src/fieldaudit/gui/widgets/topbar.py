"""The bar at the top: which survey, what to find, whether all is saved, who works."""

from PySide6.QtCore import QPoint, QSize, Qt, QTime, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSizePolicy, QToolButton, QWidget

from fieldaudit.gui.icons import SIZE, pixmap
from fieldaudit.gui.theme import BODY, L, M, S, colours, sized
from fieldaudit.gui.widgets.fields import Field
from fieldaudit.gui.widgets.paint import chrome, frame, words

HEIGHT = 44


class SavedState(QWidget):
    """A dot and words: saved at …, or still saving."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Say nothing until something was typed."""
        super().__init__(parent)
        self._words = QLabel()
        box = QHBoxLayout(self)
        box.setContentsMargins(L, 0, 0, 0)
        box.addWidget(self._words)
        self._known: bool | None = None
        self._at = QTime.currentTime()

    def show_kept(self, kept: bool) -> None:
        """Say that everything typed is durable now, or not yet."""
        self._known = kept
        self._at = QTime.currentTime()
        self._say()

    def clear(self) -> None:
        """Say nothing."""
        self._known = None
        self._words.clear()
        self.update()

    def _say(self) -> None:
        said = self.tr("已保存 {time}") if self._known else self.tr("正在保存…")
        self._words.setText(said.format(time=self._at.toString("HH:mm")))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the dot: filled when saved, a ring while saving."""
        if self._known is None:
            return
        look = colours(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(look.passed if self._known else look.secondary)
        if self._known:
            painter.setBrush(painter.pen().color())
        painter.drawEllipse(2, self.height() // 2 - 4, 8, 8)


class MenuButton(QToolButton):
    """Words and an arrow that open a menu."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without words and with an empty menu."""
        super().__init__(parent)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMaximumWidth(360)
        self.setMinimumWidth(72)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setMenu(QMenu(self))

    def sizeHint(self) -> QSize:
        """Leave room for the arrow."""
        wide = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(wide + 2 * S + SIZE + 4, 32)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Write the words and draw the arrow."""
        look = colours(self)
        painter = QPainter(self)
        if self.underMouse() or self.isDown():
            frame(painter, self.rect(), fill=look.hover)
        if self.hasFocus():
            frame(painter, self.rect(), line=look.accent)
        room = self.rect().adjusted(S, 0, 2 - S - SIZE, 0)
        used = words(painter, room, self.text(), colour=look.ink, font=self.font())
        ratio = self.devicePixelRatioF()
        arrow = pixmap("down", look.secondary, round(SIZE * ratio))
        arrow.setDevicePixelRatio(ratio)
        painter.drawPixmap(QPoint(S + used + 2, (self.height() - SIZE) // 2), arrow)


class TopBar(QWidget):
    """Arranges the four; it decides nothing."""

    searched = Signal(str)
    """What to look for; empty to end the search."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build the bar."""
        super().__init__(parent)
        chrome(self)
        self.setFixedHeight(HEIGHT)
        self.survey = MenuButton()
        self.survey.setFont(sized(self.font(), BODY, bold=True))
        self.survey.setAccessibleName(self.tr("调查文件"))
        self.search = Field(symbol="search")
        self.search.setPlaceholderText(self.tr("搜索站点、地址、编码、答案…  Ctrl+K"))
        self.search.setAccessibleName(self.tr("搜索"))
        self.search.setClearButtonEnabled(True)
        self.search.setMaximumWidth(440)
        self.search.setMinimumWidth(96)
        self.search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.search.textChanged.connect(self.searched)
        self.saved = SavedState()
        self.person = MenuButton()
        self.person.setAccessibleName(self.tr("人员"))
        QShortcut(QKeySequence("Ctrl+K"), self).activated.connect(self._on_search_key)
        box = QHBoxLayout(self)
        box.setContentsMargins(S, 0, S, 0)
        box.setSpacing(M)
        box.addWidget(self.survey)
        box.addWidget(self.search, 1)
        box.addStretch(1)
        box.addWidget(self.saved)
        box.addWidget(self.person)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the hairline below."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(colours(self).line)
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)

    def _on_search_key(self) -> None:
        self.search.setFocus()
        self.search.selectAll()
