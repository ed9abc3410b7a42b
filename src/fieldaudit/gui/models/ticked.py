"""A list whose records can be ticked, and narrowed by a text."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from fieldaudit.gui.models.table import RECORD

Index = QModelIndex | QPersistentModelIndex


class TickedList(QAbstractListModel):
    """Keeps which records are ticked, also while they are hidden by the search."""

    ticked = Signal(int)
    """How many are ticked now."""

    def __init__(self, text: Callable[[Any], str]) -> None:
        """Start without records; `text` says one in a line."""
        super().__init__()
        self._text = text
        self._all: tuple[Any, ...] = ()
        self._shown: tuple[Any, ...] = ()
        self._ticked: set[str] = set()
        self._wanted = ""

    def show_records(self, records: Sequence[Any]) -> None:
        """Show other records; ticks stay with the records that are still there."""
        self._all = tuple(records)
        self._ticked &= {record.id for record in records}
        self.look_for(self._wanted)
        self.ticked.emit(len(self._ticked))

    def look_for(self, text: str) -> None:
        """Show the records that contain a text."""
        self._wanted = text
        self.beginResetModel()
        wanted = text.casefold()
        self._shown = tuple(one for one in self._all if wanted in self._text(one).casefold())
        self.endResetModel()

    def tick(self, keys: Iterable[str]) -> None:
        """Tick these records and no others."""
        self._ticked = set(keys)
        if self._shown:
            self.dataChanged.emit(self.index(0), self.index(len(self._shown) - 1))
        self.ticked.emit(len(self._ticked))

    def all(self) -> tuple[Any, ...]:
        """Return all records."""
        return self._all

    def chosen(self) -> list[str]:
        """Return the ids of the ticked records, in order."""
        return [record.id for record in self._all if record.id in self._ticked]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        """Return the number of records shown."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the line, the tick, or the record."""
        if not index.isValid():
            return None
        record = self._shown[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._text(record)
        if role == Qt.ItemDataRole.CheckStateRole:
            ticked = record.id in self._ticked
            return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        return record if role == RECORD else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick a record, or take its tick back."""
        if not index.isValid() or role != Qt.ItemDataRole.CheckStateRole:
            return False
        key = self._shown[index.row()].id
        checked = Qt.CheckState(value) == Qt.CheckState.Checked
        self._ticked.add(key) if checked else self._ticked.discard(key)
        self.dataChanged.emit(index, index)
        self.ticked.emit(len(self._ticked))
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let records be ticked."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.isValid() else flags
