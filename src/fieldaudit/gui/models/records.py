"""A list over snapshots: the delegate draws the record, the text is for readers and for keys."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from fieldaudit.gui.models.table import RECORD

Index = QModelIndex | QPersistentModelIndex


class RecordList(QAbstractListModel):
    """Shows records that do not change; other ones replace them all."""

    def __init__(self, text: Callable[[Any], str]) -> None:
        """Start without records; `text` says one in a line."""
        super().__init__()
        self._text = text
        self._records: tuple[Any, ...] = ()

    def show_records(self, records: Sequence[Any]) -> None:
        """Show other records; equal ones leave the list as it is."""
        fresh = tuple(records)
        if len(fresh) == len(self._records):
            self._records = fresh
            if fresh:
                self.dataChanged.emit(self.index(0), self.index(len(fresh) - 1))
            return
        self.beginResetModel()
        self._records = fresh
        self.endResetModel()

    def record(self, row: int) -> Any:
        """Return the record of a row."""
        return self._records[row]

    def records(self) -> tuple[Any, ...]:
        """Return all records."""
        return self._records

    def row_of(self, key: str) -> int:
        """Return the row of the record with this id, or -1."""
        return next((row for row, each in enumerate(self._records) if each.id == key), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        """Return the number of records; a row has no rows below it."""
        return 0 if parent.isValid() else len(self._records)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let headings be passed over."""
        heads = index.isValid() and getattr(self._records[index.row()], "heading", False)
        return Qt.ItemFlag.NoItemFlags if heads else super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the record, or its line."""
        if not index.isValid():
            return None
        record = self._records[index.row()]
        if role == RECORD:
            return record
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._text(record)
        return None
