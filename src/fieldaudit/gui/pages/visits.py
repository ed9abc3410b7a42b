"""The visits: a list to find one by, and its sheet to fill in, save, sign and review."""

from functools import partial
from typing import Any

from PySide6.QtCore import QModelIndex, QSettings, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout

from fieldaudit.actions.changes import Changes
from fieldaudit.gui.filling import Filling
from fieldaudit.gui.models.visits import VisitModel
from fieldaudit.gui.page import Goal, Page
from fieldaudit.gui.papering import Papering
from fieldaudit.gui.photographing import Photographing
from fieldaudit.gui.reviewing import Reviewing
from fieldaudit.gui.session import Session
from fieldaudit.gui.widgets.sheet import Sheet
from fieldaudit.gui.widgets.states import Empty, Skeleton, States
from fieldaudit.gui.widgets.visitlist import VisitList
from fieldaudit.gui.widgets.visitrow import line
from fieldaudit.visit.draft import Draft

_BOTH = 700
"""Width from which list and sheet have room side by side."""

_SETTLED = 1500
"""Milliseconds of quiet after which the list counts what was typed."""


class VisitsPage(Page):
    """List at the left, sheet at the right; typing goes to the survey by itself."""

    def __init__(self, session: Session) -> None:
        """Build the page."""
        super().__init__(session)
        self.visit = ""
        self._wanted = ""
        self._text = ""
        self._owed: dict[str, str | None] = {}
        self._model = VisitModel(line)
        self.list = VisitList(self._model)
        self._filling = Filling(session, self._model, self.list.rows)
        self._filling.found.connect(self._on_found)
        self.list.rows.selectionModel().currentChanged.connect(self._on_chosen)
        self.list.rows.clicked.connect(self._on_pressed)
        self.list.rows.activated.connect(self._on_pressed)
        self.list.filtered.connect(self._ask)
        self.sheet = Sheet()
        self.sheet.typed.connect(self.keep)
        self.sheet.head.back.clicked.connect(self._on_back)
        self.reviewing = Reviewing(self, self.sheet.head)
        self.photographing = Photographing(self, self.sheet)
        self.papering = Papering(self, self.sheet)
        self._quiet = QTimer(self, singleShot=True, interval=_SETTLED)
        self._quiet.timeout.connect(self._ask)
        self._arrange()

    def refresh(self, changes: Changes) -> None:
        """List again what changed; open the sheet again only when others changed the visit."""
        if changes.visits or changes.sites or changes.conflicts:
            self._ask()
            self._open()
        elif changes.answers:
            self._quiet.start()
        if changes.photos and not changes.visits and self.visit:
            self.papering.ask()
            self.photographing.ask()
            self._quiet.start()

    def leave(self) -> None:
        """Make everything typed durable."""
        self.keep()
        if self.list.isVisible():
            QSettings().setValue("visits/split", self._split.saveState())

    def look_for(self, text: str) -> None:
        """Show the visits that contain the text."""
        self._text = text
        self._ask()

    def show_item(self, item: str) -> None:
        """Show one visit."""
        self._wanted = item
        self._turn_to(sheet=True)
        row = self._model.row_of(item)
        if row >= 0:
            self.list.rows.setCurrentIndex(self._model.index(row))
        else:
            self._ask()

    def keep(self) -> None:
        """Make what was typed durable; what could not be is tried again with the next."""
        changes = {**self._owed, **self.sheet.take_changes()}
        if changes and self.visit and not self.session.readonly:
            self._owed = {}
            self.session.keep(
                partial(_keep, self.visit, changes), sorry=partial(self._on_unkept, changes)
            )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show list and sheet side by side, or one of them where there is no room for both."""
        super().resizeEvent(event)
        narrow = self.width() < _BOTH
        if narrow != self.sheet.head.back.isVisibleTo(self.sheet.head):
            self.sheet.head.back.setVisible(narrow)
            self.list.widen(alone=narrow)
            self._turn_to(sheet=bool(self.visit))

    # --- list ------------------------------------------------------------------------------

    def _arrange(self) -> None:
        empty = Empty(
            "visits",
            self.tr("还没有检查"),
            self.tr("从站点台账选一个地方，开始第一次检查。"),
            self.tr("去站点"),
        )
        empty.pressed.connect(self._on_sites)
        self._sheet_states = States(self.sheet, Skeleton())
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setHandleWidth(1)
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(self.list)
        self._split.addWidget(self._sheet_states)
        self._split.setSizes([288, 1000])
        self._split.setStretchFactor(1, 1)
        kept = QSettings().value("visits/split")
        if kept is not None:
            self._split.restoreState(kept)
        self._states = States(self._split, empty)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._states)

    def _ask(self) -> None:
        self._quiet.stop()
        status, order = self.list.status(), self.list.order.currentData()
        self._filling.ask(text=self._text, status=status, order=order)

    def _on_found(self) -> None:
        some = bool(self._model.rowCount())
        filtered = bool(self._text) or self.list.status() is not None
        self._states.show_content(some or filtered)
        row = self._model.row_of(self._wanted or self.visit)
        if row < 0 and some and not filtered:
            row = 0
        if row >= 0 and self.list.rows.currentIndex().row() != row:
            self.list.rows.setCurrentIndex(self._model.index(row))
        elif row >= 0:
            self._on_chosen(self._model.index(row))

    def _on_chosen(self, index: QModelIndex) -> None:
        visit = self._model.key(index.row())
        if visit and visit != self.visit:
            self.keep()
            self.visit = visit
            self._wanted = ""
            self._sheet_states.loading()
            self._open()

    def _turn_to(self, *, sheet: bool) -> None:
        """Show the sheet or the list where there is no room for both."""
        both = self.width() >= _BOTH
        self.list.setVisible(both or not sheet)
        self._sheet_states.setVisible(both or sheet)

    def _on_back(self) -> None:
        self._turn_to(sheet=False)
        self.list.rows.setFocus()

    def _on_pressed(self, _index: QModelIndex) -> None:
        self._turn_to(sheet=True)

    def _on_sites(self) -> None:
        self.wanted.emit(Goal("sites"))

    # --- sheet -----------------------------------------------------------------------------

    def _open(self) -> None:
        if self.visit:
            self.keep()
            self.session.ask(partial(_open, self.visit), self._on_opened)

    def _on_opened(self, opened: tuple[Any, Draft]) -> None:
        sheet, draft = opened
        if sheet.summary.id != self.visit:
            return
        self.sheet.show_visit(sheet, draft, readonly=self.session.readonly)
        self._sheet_states.content()
        self.papering.show(sheet.papers)
        self.photographing.show(sheet.photos)

    def _on_unkept(self, changes: dict[str, str | None]) -> None:
        self._owed = {**changes, **self._owed}


def _open(visit: str, survey: Any) -> tuple[Any, Draft]:
    """Read a visit and make its live form here, in the lane: the window only shows it."""
    from fieldaudit.actions import sheets, visits

    sheet = visits.open_visit(survey, visit=visit)
    return sheet, sheets.draft_of(sheet)


def _keep(visit: str, changes: dict[str, str | None], survey: Any) -> Any:
    from fieldaudit.actions import visits

    return visits.keep_draft(survey, visit=visit, changes=changes)
