"""A list with boxes to tick."""

from PySide6.QtCore import QAbstractItemModel, QSize, Qt
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from fieldaudit.gui.models.table import Index
from fieldaudit.gui.widgets.scrolling import slim
from fieldaudit.gui.widgets.tables import soften


class TickView(QListView):
    """Space ticks the current line."""

    def __init__(self, model: QAbstractItemModel, name: str, parent: QWidget | None = None) -> None:
        """Show a model under an accessible name."""
        super().__init__(parent)
        self.setModel(model)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setItemDelegate(_Fitting(self))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        slim(self)
        soften(self)


class _Fitting(QStyledItemDelegate):
    """Lines as wide as the list: what does not fit is shortened, and whole in the tool tip."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Ask for height alone."""
        return QSize(60, 30)
