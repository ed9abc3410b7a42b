"""Tables and lists as every page shows them: hairlines, no grid, rows of one height."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPalette, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from fieldaudit.gui.models.table import Index
from fieldaudit.gui.theme import SMALL, XS, S, colours, sized
from fieldaudit.gui.widgets.paint import words
from fieldaudit.gui.widgets.scrolling import slim

ROW = 30
"""Height of a table row."""


class Headings(QHeaderView):
    """Column headings: small, secondary, a hairline below."""

    def __init__(self, parent: QWidget) -> None:
        """Head the columns of a table."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setFixedHeight(ROW)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)

    def room(self, section: int) -> int:
        """Return the width in which a heading is whole."""
        model = self.model()
        text = str(model.headerData(section, Qt.Orientation.Horizontal))
        return QFontMetrics(sized(self.font(), SMALL)).horizontalAdvance(text) + 2 * S

    def paintSection(self, painter: QPainter, box: QRect, section: int) -> None:
        """Write one heading."""
        look = colours(self)
        model = self.model()
        text = model.headerData(section, Qt.Orientation.Horizontal)
        align = model.headerData(
            section, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole
        )
        painter.fillRect(box, look.ground)
        right = bool(align & Qt.AlignmentFlag.AlignRight)
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        font = sized(self.font(), SMALL)
        room = box.adjusted(S - 1, 0, 1 - S, 0)
        words(painter, room, str(text), colour=look.secondary, font=font, align=side)
        painter.setPen(look.line)
        painter.drawLine(box.bottomLeft(), box.bottomRight())


class Hairlines(QStyledItemDelegate):
    """Cells with a hairline below."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the cell, then its line."""
        line = QRect(option.rect)
        option.rect = line.adjusted(XS, 0, -XS, 0)
        super().paint(painter, option, index)
        painter.setPen(colours(option.widget).line)
        painter.drawLine(line.bottomLeft(), line.bottomRight())


class Table(QTableView):
    """A table to read and to choose rows from."""

    def __init__(
        self, model: QAbstractItemModel, name: str, stretched: int, parent: QWidget | None = None
    ) -> None:
        """Show a model under an accessible name; the column `stretched` takes the rest."""
        super().__init__(parent)
        self.setModel(model)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setItemDelegate(Hairlines(self))
        self.setHorizontalHeader(Headings(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        down = self.verticalHeader()
        down.hide()
        down.setDefaultSectionSize(ROW)
        down.setMinimumSectionSize(ROW)
        across = self.horizontalHeader()
        across.setHighlightSections(False)
        across.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        across.setSectionResizeMode(stretched, QHeaderView.ResizeMode.Stretch)
        slim(self)
        soften(self)

    def showEvent(self, event: QShowEvent) -> None:
        """Let no heading be cut off, in whatever language it is."""
        super().showEvent(event)
        across = self.horizontalHeader()
        for section in range(across.count()):
            fixed = across.sectionResizeMode(section) is QHeaderView.ResizeMode.Interactive
            if fixed and isinstance(across, Headings):
                across.resizeSection(
                    section, max(across.sectionSize(section), across.room(section))
                )

    def changeEvent(self, event: QEvent) -> None:
        """Follow the palette from light to dark."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.ApplicationPaletteChange, QEvent.Type.ThemeChange):
            soften(self)


class RowList(QListView):
    """A list whose rows a delegate draws."""

    def __init__(
        self,
        model: QAbstractItemModel,
        delegate: QStyledItemDelegate,
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        """Show a model under an accessible name."""
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(delegate)
        delegate.setParent(self)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        slim(self)
        soften(self)


def soften(view: QAbstractItemView) -> None:
    """Let chosen rows be tinted rather than filled, so that their colours stay readable."""
    look = colours(view)
    palette = view.palette()
    palette.setColor(QPalette.ColorRole.Highlight, look.tint)
    palette.setColor(QPalette.ColorRole.HighlightedText, look.ink)
    view.setPalette(palette)
