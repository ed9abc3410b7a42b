"""Decisions that hold, the latest first; each can be taken back with a reason."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QSize, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QHBoxLayout,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from fieldaudit.gui.conflictwords import path_words, reason_words, shown
from fieldaudit.gui.labels import minute
from fieldaudit.gui.models.records import RecordList
from fieldaudit.gui.models.table import RECORD, Index
from fieldaudit.gui.theme import L, M, S
from fieldaudit.gui.widgets.buttons import Button
from fieldaudit.gui.widgets.head import Secondary
from fieldaudit.gui.widgets.rows import two_lines
from fieldaudit.gui.widgets.states import Empty, States
from fieldaudit.gui.widgets.tables import RowList

if TYPE_CHECKING:
    from fieldaudit.actions.decided import Settled


class DecisionsView(QWidget):
    """A list, and a button that takes the chosen one back."""

    regretted = Signal(object)
    """A Settled that shall be an open question again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without decisions."""
        super().__init__(parent)
        self._all: tuple[Settled, ...] = ()
        self._text = ""
        self._locked = False
        self._model = RecordList(_line)
        self.list = RowList(self._model, DecisionRow(), self.tr("已作的决定"))
        self.list.selectionModel().currentChanged.connect(self._on_chosen)
        self.undo = Button(self.tr("撤回这个决定…"))
        self.undo.clicked.connect(self._on_undo)
        row = QHBoxLayout()
        row.setContentsMargins(L, S, L, S)
        row.setSpacing(M)
        row.addWidget(self.undo)
        row.addWidget(Secondary(self.tr("撤回后冲突重新打开，两边的值都还在。")), 1)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.list, 1)
        empty = Empty(
            "merge",
            self.tr("还没有决定"),
            self.tr("在「冲突」里作出的决定会列在这里，可以撤回。"),
        )
        self._states = States(content, empty)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._states)

    def show_decisions(self, decisions: "Sequence[Settled]", *, locked: bool) -> None:
        """Show these; `locked`: none can be taken back here."""
        self._all, self._locked = tuple(decisions), locked
        self._show()

    def look_for(self, text: str) -> None:
        """Show the decisions that match."""
        self._text = text.casefold()
        self._show()

    def _show(self) -> None:
        self._model.show_records([e for e in self._all if self._text in _line(e).casefold()])
        self._states.show_content(bool(self._all))
        self.list.setCurrentIndex(self._model.index(0))
        self._on_chosen(self.list.currentIndex())

    def _on_chosen(self, index: QModelIndex) -> None:
        self.undo.setEnabled(index.isValid() and not self._locked)

    def _on_undo(self) -> None:
        settled = self.list.currentIndex().data(RECORD)
        if settled is not None:
            self.regretted.emit(settled)


class DecisionRow(QStyledItemDelegate):
    """What was decided above; by whom, when, why and against what below."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Be two lines high."""
        return QSize(200, 50)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the decision of a row."""
        upper, lower = _line(index.data(RECORD)).split("\n", 1)
        two_lines(painter, option, upper=upper, lower=lower, role="secondary")


def _line(settled: "Settled") -> str:
    against = " / ".join(shown(value, settled) for value in settled.lost)
    said = f"{shown(settled.value, settled)} (≠ {against})"
    upper = f"✓ {settled.title} · {path_words(settled.path)} · {said}"
    why = reason_words(settled.reason)
    return f"{upper}\n{settled.author} · {minute(settled.made_at)} · {why}".replace("\r", " ")
