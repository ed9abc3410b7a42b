"""Fills the list of visits: ids at once, rows as they are looked at, then their counts.

One question at a time waits in the lane, so that a person's own come in between.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QPoint, QTimer, Signal

from fieldaudit.gui.models.visits import VisitModel
from fieldaudit.gui.session import Session
from fieldaudit.gui.widgets.tables import RowList
from fieldaudit.visit.records import VisitSummary

if TYPE_CHECKING:
    from fieldaudit.actions.judging import Slice

_FIRST = 60
"""Rows fetched at once: more than a screen has room for."""

_AROUND = 30
"""Rows fetched before and after those in sight."""


@dataclass(frozen=True, slots=True)
class _Found:
    turn: int
    ids: tuple[str, ...]
    rows: tuple[VisitSummary, ...]


class Filling(QObject):
    """Asks for what a view of visits shows."""

    found = Signal()
    """The visits asked for are in the list."""

    def __init__(self, session: Session, model: VisitModel, view: RowList) -> None:
        """Follow what the view looks at."""
        super().__init__(view)
        self._session, self._model, self._view = session, model, view
        self._turn, self._busy = 0, False
        self._which: dict[str, Any] | None = None
        self._hopeless: set[str] = set()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._look)
        model.missed.connect(self._soon.start)
        view.verticalScrollBar().valueChanged.connect(self._soon.start)

    def ask(self, **which: Any) -> None:
        """List the visits that `actions.visits.visit_ids` finds by these."""
        self._turn += 1
        if which != self._which:
            # The first rows come before the order of a hundred thousand is known.
            self._which = which
            first = {**which, "limit": _FIRST}
            self._session.ask(partial(_find, self._turn, first), self._on_found)
        self._session.ask(partial(_find, self._turn, which), self._on_found)

    def _on_found(self, found: _Found) -> None:
        if found.turn != self._turn:
            return
        self._hopeless.clear()
        self._model.show_ids(found.ids, found.rows)
        self.found.emit()
        self._soon.start()

    def _look(self) -> None:
        """Ask for the rows in sight; when they are here, for what their checklists say."""
        if self._busy or self._session.path is None:
            return
        first, last = self._sight()
        absent = self._model.absent(first - _AROUND, last + _AROUND)
        unjudged = [
            each for each in self._model.unjudged(first, last) if each not in self._hopeless
        ]
        if absent:
            self._busy = True
            self._session.ask(partial(_rows, self._turn, absent), self._on_rows)
        elif unjudged:
            self._busy = True
            self._session.ask(partial(_judge, unjudged), self._on_judged)

    def _sight(self) -> tuple[int, int]:
        """Return the first and the last row in sight."""
        height = self._view.viewport().height()
        top, bottom = (self._view.indexAt(QPoint(4, y)).row() for y in (1, height - 1))
        return max(top, 0), bottom if bottom >= 0 else self._model.rowCount() - 1

    def _on_rows(self, found: _Found) -> None:
        self._busy = False
        if found.turn == self._turn:
            self._model.take(found.rows)
        self._soon.start()

    def _on_judged(self, judged: "Slice") -> None:
        self._busy = False
        self._hopeless |= judged.hopeless
        self._model.take(counted(self._model, judged.counts))
        self._soon.start()


def counted(model: VisitModel, counts: Mapping[str, Any]) -> list[VisitSummary]:
    """Return the rows of visits with what was counted of them."""
    rows = ((model.row(visit), found) for visit, found in counts.items())
    return [row.counted(found) for row, found in rows if row is not None]


def _find(turn: int, which: dict[str, Any], survey: Any) -> _Found:
    from fieldaudit.actions import judging, visits

    ids = visits.visit_ids(survey, **which)
    return _Found(turn, tuple(ids), judging.rows(survey, ids[:_FIRST]))


def _rows(turn: int, visits: list[str], survey: Any) -> _Found:
    from fieldaudit.actions import judging

    return _Found(turn, (), judging.rows(survey, visits))


def _judge(visits: list[str], survey: Any) -> "Slice":
    from fieldaudit.actions import judging

    return judging.judge_slice(survey, visits)
