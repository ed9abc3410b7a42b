"""All conflicts: chosen by sort, one of them shown, decided singly or many by a rule."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from fieldaudit.gui.conflictwords import line, sort_word
from fieldaudit.gui.models.records import RecordList
from fieldaudit.gui.models.table import RECORD
from fieldaudit.gui.theme import M, S
from fieldaudit.gui.widgets.buttons import Button
from fieldaudit.gui.widgets.conflict import ConflictRow, ConflictView
from fieldaudit.gui.widgets.fields import Choice
from fieldaudit.gui.widgets.states import Empty, States
from fieldaudit.gui.widgets.tables import RowList
from fieldaudit.visit.records import Conflict
from fieldaudit.visit.sorts import ConflictSort


class ConflictsView(QWidget):
    """A list at the left, the conflict at the right."""

    chosen = Signal(object)
    """The Conflict that is shown now."""

    ruled = Signal(object)
    """Conflicts that a rule shall decide, as a tuple."""

    def __init__(self, empty: Empty, parent: QWidget | None = None) -> None:
        """Show `empty` while there is no conflict."""
        super().__init__(parent)
        self._all: tuple[Conflict, ...] = ()
        self._text = ""
        self._locked = False
        self._seen: tuple[Conflict | None, bool] = (None, False)
        self._model = RecordList(line)
        self.list = RowList(self._model, ConflictRow(), self.tr("冲突"))
        self.list.selectionModel().currentChanged.connect(self._on_chosen)
        self.view = ConflictView()
        self.sorts = Choice()
        self.sorts.setAccessibleName(self.tr("冲突类型"))
        self.sorts.currentIndexChanged.connect(self._show)
        self.rule = Button(self.tr("按规则决定…"))
        self.rule.clicked.connect(self._on_rule)
        left = QWidget()
        left.setMinimumWidth(220)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row = QHBoxLayout()
        row.setContentsMargins(M, S, M, S)
        row.setSpacing(S)
        row.addWidget(self.sorts, 1)
        row.addWidget(self.rule)
        column.addLayout(row)
        column.addWidget(self.list, 1)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        split.addWidget(left)
        split.addWidget(self.view)
        split.setSizes([320, 880])
        split.setStretchFactor(0, 1)
        split.setStretchFactor(1, 3)
        self._states = States(split, empty)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._states)

    def show_conflicts(self, conflicts: Sequence[Conflict], *, locked: bool) -> None:
        """Show these; `locked`: nothing can be decided here."""
        self._all, self._locked = tuple(conflicts), locked
        self.rule.setEnabled(not locked)
        self._fill()
        self._show()

    def look_for(self, text: str) -> None:
        """Show the conflicts that match."""
        self._text = text.casefold()
        self._show()

    def show_picture(self, blob: str, picture: QPixmap) -> None:
        """Hand a picture on to the conflict that is shown."""
        self.view.show_picture(blob, picture)

    def shown(self) -> tuple[Conflict, ...]:
        """Return the conflicts of the chosen sort that match the search."""
        sort = self.sorts.currentData()
        return tuple(
            each
            for each in self._all
            if (not sort or each.sort == sort) and self._text in line(each).casefold()
        )

    def _fill(self) -> None:
        """Name the sorts that there are, with their number."""
        before = self.sorts.currentData()
        self.sorts.blockSignals(True)
        self.sorts.clear()
        self.sorts.addItem(self.tr("全部冲突（{count}）").format(count=len(self._all)), "")
        for sort in ConflictSort:
            count = sum(each.sort is sort for each in self._all)
            if count:
                self.sorts.addItem(f"{sort_word(sort)} {count}", sort.value)
        self.sorts.setCurrentIndex(max(0, self.sorts.findData(before)))
        self.sorts.blockSignals(False)

    def _show(self) -> None:
        found = self.shown()
        row = max(0, min(self.list.currentIndex().row(), len(found) - 1))
        self._model.show_records(found)
        self._states.show_content(bool(self._all))
        self.list.setCurrentIndex(self._model.index(row))
        self._on_chosen(self.list.currentIndex())

    def _on_chosen(self, index: QModelIndex) -> None:
        conflict = index.data(RECORD) if index.isValid() else None
        if (conflict, self._locked) == self._seen:
            # What somebody is typing about it stays.
            return
        self._seen = (conflict, self._locked)
        self.view.show_conflict(conflict, locked=self._locked)
        if conflict is not None:
            self.chosen.emit(conflict)

    def _on_rule(self) -> None:
        self.ruled.emit(self.shown())
