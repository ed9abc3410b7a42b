"""The list of visits with its filter."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from fieldaudit.gui.labels import word
from fieldaudit.gui.models.visits import VisitModel
from fieldaudit.gui.theme import TITLE, M, S, colours, sized
from fieldaudit.gui.widgets.fields import Choice
from fieldaudit.gui.widgets.paint import chrome
from fieldaudit.gui.widgets.tables import RowList
from fieldaudit.gui.widgets.visitrow import VisitRow
from fieldaudit.visit.records import Status

_WIDEST = 420
_ANY = 16_777_215
"""What Qt takes for no limit."""


class VisitList(QWidget):
    """Title, order, filter by state, rows."""

    filtered = Signal()
    """Another state or order was chosen."""

    def __init__(self, model: VisitModel, parent: QWidget | None = None) -> None:
        """Show the visits of a model."""
        super().__init__(parent)
        chrome(self)
        self.setMinimumWidth(260)
        self.widen(alone=False)
        title = QLabel(self.tr("检查"))
        title.setFont(sized(self.font(), TITLE, bold=True))
        # First of all, so that keys go to the list and not to its order when the page is shown.
        self.rows = RowList(model, VisitRow(), self.tr("检查"))
        chrome(self.rows.viewport())
        self.filter = Choice()
        self.filter.setAccessibleName(self.tr("筛选"))
        self.filter.addItem(self.tr("全部"), None)
        for status in Status:
            self.filter.addItem(word(status), status.value)
        self.filter.currentIndexChanged.connect(self.filtered)
        self.order = Choice()
        self.order.setAccessibleName(self.tr("排序"))
        for words, order in self._orders().items():
            self.order.addItem(words, order)
        self.order.currentIndexChanged.connect(self.filtered)
        head = QHBoxLayout()
        head.setContentsMargins(M, S, S, S)
        head.setSpacing(S)
        head.addWidget(title, 1)
        head.addWidget(self.order)
        head.addWidget(self.filter)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 1, 0)
        box.setSpacing(0)
        box.addLayout(head)
        box.addWidget(self.rows, 1)

    def widen(self, *, alone: bool) -> None:
        """Take all the room when the list stands alone."""
        self.setMaximumWidth(_ANY if alone else _WIDEST)

    def _orders(self) -> dict[str, str]:
        return {
            self.tr("最新在前"): "newest",
            self.tr("按编码"): "code",
            self.tr("按街道"): "street",
            self.tr("按检查人"): "inspector",
            self.tr("按待办"): "next",
        }

    def status(self) -> Status | None:
        """Return the state that was chosen; None for all."""
        value = self.filter.currentData()
        return Status(value) if value else None

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the hairline at the right."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(colours(self).line)
        painter.drawLine(self.width() - 1, 0, self.width() - 1, self.height())
