"""A list of very many visits: all ids, and the rows of those that somebody looked at."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt, Signal

from fieldaudit.gui.models.table import RECORD, Index
from fieldaudit.visit.records import VisitSummary

_MOST = 4_000
"""Rows kept: more than anybody looks at twice."""


class VisitModel(QAbstractListModel):
    """Knows the order of all visits; rows come when they are missed."""

    missed = Signal()
    """A row was asked for that is not here."""

    def __init__(self, text: Callable[[VisitSummary], str]) -> None:
        """Start without visits; `text` says one in a line."""
        super().__init__()
        self._text = text
        self._ids: tuple[str, ...] = ()
        self._rows: dict[str, VisitSummary] = {}
        self._before: dict[str, VisitSummary] = {}
        """Rows that may be out of date, shown until fresh ones come."""

    def show_ids(self, ids: Sequence[str], rows: Iterable[VisitSummary] = ()) -> None:
        """Show other visits, or the same ones anew; some of the rows may be here already."""
        fresh = tuple(ids)
        self._before, self._rows = {**self._before, **self._rows}, {each.id: each for each in rows}
        if fresh == self._ids:
            self._repaint()
            return
        self.beginResetModel()
        self._ids = fresh
        self.endResetModel()

    def take(self, rows: Iterable[VisitSummary]) -> None:
        """Show rows that came."""
        if len(self._rows) > _MOST:
            self._rows.clear()
            self._before.clear()
        self._rows |= {each.id: each for each in rows}
        self._repaint()

    def absent(self, first: int, last: int) -> list[str]:
        """Return the visits among those rows that are not here."""
        return [each for each in self._ids[max(first, 0) : last + 1] if each not in self._rows]

    def unjudged(self, first: int, last: int) -> list[str]:
        """Return the visits among those rows whose checklists nobody has looked at."""
        here = (self._rows.get(each) for each in self._ids[max(first, 0) : last + 1])
        return [row.id for row in here if row and not row.judged]

    def row(self, visit: str) -> VisitSummary | None:
        """Return what is here of a visit."""
        return self._rows.get(visit) or self._before.get(visit)

    def key(self, row: int) -> str:
        """Return the id of the visit in a row; empty for none."""
        return self._ids[row] if 0 <= row < len(self._ids) else ""

    def row_of(self, visit: str) -> int:
        """Return the row of a visit, or -1."""
        return self._ids.index(visit) if visit in self._ids else -1

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        """Return the number of visits; a row has no rows below it."""
        return 0 if parent.isValid() else len(self._ids)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the row, or its line; None for a row that is on its way."""
        if not index.isValid():
            return None
        visit = self._ids[index.row()]
        if visit not in self._rows:
            self.missed.emit()
        row = self.row(visit)
        if role == RECORD or row is None:
            return row if role == RECORD else None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._text(row)
        return None

    def _repaint(self) -> None:
        if self._ids:
            self.dataChanged.emit(self.index(0), self.index(len(self._ids) - 1))
