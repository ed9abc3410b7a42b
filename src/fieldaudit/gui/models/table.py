"""A table over snapshots: one record a row, one function a column."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex

RECORD = Qt.ItemDataRole.UserRole + 1
"""Role of the whole record."""


@dataclass(frozen=True, slots=True)
class Column:
    """What a column is called and shows."""

    title: str
    """Heading."""

    text: Callable[[Any], str]
    """Record → what is shown."""

    number: bool = False
    """Whether figures are right-aligned."""

    hint: Callable[[Any], str] | None = None
    """Record → tool tip."""


class RecordTable(QAbstractTableModel):
    """Shows records that do not change; other ones replace them all."""

    def __init__(self, columns: Sequence[Column]) -> None:
        """Start without records."""
        super().__init__()
        self._columns = tuple(columns)
        self._records: tuple[Any, ...] = ()

    def show_records(self, records: Sequence[Any]) -> None:
        """Show other records."""
        self.beginResetModel()
        self._records = tuple(records)
        self.endResetModel()

    def record(self, row: int) -> Any:
        """Return the record of a row."""
        return self._records[row]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        """Return the number of records; a row has no rows below it."""
        return 0 if parent.isValid() else len(self._records)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return text, alignment, tool tip, or the record."""
        if not index.isValid():
            return None
        record, column = self._records[index.row()], self._columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(record)
        if role == RECORD:
            return record
        if role == Qt.ItemDataRole.ToolTipRole and column.hint is not None:
            return column.hint(record)
        if role == Qt.ItemDataRole.TextAlignmentRole and column.number:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the heading of a column."""
        across = orientation == Qt.Orientation.Horizontal
        if across and role == Qt.ItemDataRole.DisplayRole and section < len(self._columns):
            return self._columns[section].title
        if across and role == Qt.ItemDataRole.TextAlignmentRole:
            right = self._columns[section].number
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None
