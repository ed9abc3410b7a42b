"""The problems of a checklist as a table whose sentences are read whole."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QHeaderView, QStyleOptionViewItem, QWidget

from fieldaudit.gui.models.faults import Fault
from fieldaudit.gui.models.table import RECORD, Column, Index, RecordTable
from fieldaudit.gui.theme import colours
from fieldaudit.gui.widgets.tables import Hairlines, Table

_GRAVITY = 2
"""Number of the column that says how grave a problem is."""


class FaultTable(Table):
    """Sheet, row, how grave, what is wrong and what to do."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without problems."""
        translate = QCoreApplication.translate
        self._rows = RecordTable(
            [
                Column(translate("FaultTable", "工作表"), _sheet),
                Column(translate("FaultTable", "行"), _row, number=True),
                Column(translate("FaultTable", "程度"), _gravity),
                Column(translate("FaultTable", "问题和办法"), _words, hint=_words),
            ]
        )
        super().__init__(self._rows, translate("FaultTable", "检查表的问题"), 3, parent)
        self.setWordWrap(True)
        self.setItemDelegate(_Gravity(self))
        for column, width in ((0, 88), (1, 56), (_GRAVITY, 80)):
            self.setColumnWidth(column, width)
        down = self.verticalHeader()
        down.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)

    def show_faults(self, found: list[Fault]) -> None:
        """Show the problems of another checklist."""
        self._rows.show_records(found)


class _Gravity(Hairlines):
    """Colours the word that says how grave a problem is."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Set the colour of the word."""
        super().initStyleOption(option, index)
        if index.column() == _GRAVITY:
            look = colours(option.widget)
            colour = look.critical if index.data(RECORD).grave else look.secondary
            for role in (QPalette.ColorRole.Text, QPalette.ColorRole.HighlightedText):
                option.palette.setColor(role, QColor(colour))


def _sheet(fault: Fault) -> str:
    return fault.sheet


def _row(fault: Fault) -> str:
    return fault.row


def _gravity(fault: Fault) -> str:
    if fault.grave:
        return QCoreApplication.translate("FaultTable", "✗ 错误")
    return QCoreApplication.translate("FaultTable", "· 提示")


def _words(fault: Fault) -> str:
    return fault.words
