"""The survey at a glance: how far it is, and what to do next."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QModelIndex, QRect, QSize
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from fieldaudit.actions.changes import Changes
from fieldaudit.gui.counting import Counting
from fieldaudit.gui.models.records import RecordList
from fieldaudit.gui.models.table import RECORD, Index
from fieldaudit.gui.page import Goal, Page
from fieldaudit.gui.session import Session
from fieldaudit.gui.theme import SMALL, XL, L, M, S, colours, sized
from fieldaudit.gui.widgets.backupline import BackupLine
from fieldaudit.gui.widgets.figures import Figures
from fieldaudit.gui.widgets.head import Head, Secondary
from fieldaudit.gui.widgets.paint import words
from fieldaudit.gui.widgets.scrolling import scrolled
from fieldaudit.gui.widgets.states import Empty, States
from fieldaudit.gui.widgets.tables import RowList
from fieldaudit.visit.listed import Counts, Order
from fieldaudit.visit.records import Status, VisitSummary

_NEXT = 12
"""So many things to do are more than one look takes in."""


_STEPS = 240
"""Pixels that the steps need to be of use; the page scrolls where there are fewer."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do next."""

    id: str
    """Record id of the visit it is about; empty: a whole place."""

    place: str
    """Where it is done."""

    title: str
    """What to do."""

    why: str
    """What is the matter."""

    role: str
    """Colour role of its mark."""


@dataclass(frozen=True, slots=True)
class State:
    """How far a survey is."""

    figures: Any
    """What `actions.visits.figures` counts."""

    next: tuple[VisitSummary, ...]
    """Visits that somebody has to do something about, the most urgent first."""

    visits: tuple[str, ...]
    """All visits, these first."""

    conflicts: int
    """Undecided conflicts, of sites and photos too."""


class OverviewPage(Page):
    """Figures above, next steps below."""

    def __init__(self, session: Session) -> None:
        """Build the page."""
        super().__init__(session)
        self.figures = Figures()
        self.figures.pressed.connect(self._on_figure)
        self._visits = self.figures.add(self.tr("检查"), "visits")
        self._done = self.figures.add(self.tr("已签名或已接收"), "visits")
        self._failed = self.figures.add(self.tr("不符合项"), "visits")
        self._photos = self.figures.add(self.tr("照片"), "visits")
        self._conflicts = self.figures.add(self.tr("冲突"), "merge")
        self._state: State | None = None
        self._pairs = 0
        self.counting = Counting(session, self)
        self.counting.counted.connect(self._on_counted)
        self.counting.judged.connect(self._on_judged)
        self.backup = BackupLine(session)
        self.backup.told.connect(self.told)
        self._model = RecordList(_line)
        self.steps = RowList(self._model, StepRow(), self.tr("接下来"))
        self.steps.activated.connect(self._on_step)
        self.steps.clicked.connect(self._on_step)
        empty = Empty(
            "visits",
            self.tr("没有待办"),
            self.tr("从站点开始一次检查，或合并别人交来的文件。"),
            self.tr("去站点"),
        )
        empty.pressed.connect(self._on_sites)
        self._states = States(self.steps, empty)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        self.head = Head(self.tr("概览"), self.tr("进展，和接下来要做的事。"))
        box.addWidget(self.head)
        content = QWidget()
        inner = QVBoxLayout(content)
        inner.setContentsMargins(L, L, L, 0)
        inner.setSpacing(S)
        inner.addWidget(self.figures)
        inner.addWidget(self.backup)
        inner.addWidget(Secondary(self.tr("接下来")))
        inner.addWidget(self._states, 1)
        self._states.setMinimumHeight(_STEPS)
        box.addWidget(scrolled(content), 1)

    def refresh(self, changes: Changes) -> None:
        """Count again."""
        self.backup.refresh()
        self._states.loading()
        self.session.ask(_state, self._on_state)
        if changes.survey or changes.sites or changes.conflicts:
            # Every site is compared with its neighbours: not before the rest is shown.
            self.session.ask(_pairs, self._on_pairs)

    def _on_pairs(self, pairs: int) -> None:
        self._pairs = pairs
        if self._state:
            self._show_steps(self._state)

    def _on_state(self, state: State) -> None:
        self._state = state
        conflicts, by_status = state.conflicts, state.figures.by_status
        done = sum(by_status.get(status, 0) for status in (Status.SIGNED, Status.ACCEPTED))
        self._visits.show_value(str(state.figures.visits))
        self._done.show_value(str(done), "passed" if done else "")
        self._photos.show_value(str(state.figures.photos))
        self._conflicts.show_value(str(conflicts), "conflict" if conflicts else "")
        self._show_steps(state)
        self.counting.walk(state.visits)

    def _on_counted(self, failures: int, whole: bool) -> None:
        self._failed.show_value(
            str(failures) if whole else f"≥ {failures}", "critical" if failures else ""
        )

    def _on_judged(self, counts: Mapping[str, Counts]) -> None:
        state = self._state
        if state and any(each.id in counts for each in state.next):
            known = [
                each.counted(counts[each.id]) if each.id in counts else each for each in state.next
            ]
            self._state = replace(state, next=tuple(known))
            self._show_steps(self._state)

    def _show_steps(self, state: State) -> None:
        steps = self._next(state)
        self._model.show_records(steps)
        self._states.show_content(bool(steps))

    def _next(self, state: State) -> list[Step]:
        steps = []
        if state.conflicts:
            why = self.tr("合并后有 {count} 处不同的答案，由人决定。").format(count=state.conflicts)
            steps.append(Step("", "merge", self.tr("解决冲突"), why, "conflict"))
        if self._pairs:
            why = self.tr("有 {count} 对站点可能是同一个地点。").format(count=self._pairs)
            steps.append(Step("", "merge", self.tr("核对重复的地点"), why, "conflict"))
        for visit in state.next:
            step = self._step(visit)
            if step is not None and len(steps) < _NEXT:
                steps.append(step)
        return steps

    def _step(self, visit: VisitSummary) -> Step | None:
        where = f"{visit.site.code} {visit.site.name}"
        if visit.status is Status.RETURNED:
            title, role = self.tr("修改退回的检查"), "major"
        elif visit.status is Status.DRAFT:
            title, role = self.tr("继续检查"), "accent"
        elif visit.status is Status.SIGNED:
            title, role = self.tr("复核已签名的检查"), "passed"
        else:
            return None
        counts = self.tr("已答 {answered}/{asked}，问题 {problems}，不符合 {failures}")
        why = counts.format(
            answered=visit.answered,
            asked=visit.asked,
            problems=visit.problems,
            failures=visit.failures,
        )
        said = f"{where} · {why}" if visit.judged else where
        return Step(visit.id, "visits", title, said, role)

    def _on_figure(self, place: str) -> None:
        self.wanted.emit(Goal(place))

    def _on_step(self, index: QModelIndex) -> None:
        step: Step = index.data(RECORD)
        self.wanted.emit(Goal(step.place, step.id))

    def _on_sites(self) -> None:
        self.wanted.emit(Goal("sites"))


class StepRow(QStyledItemDelegate):
    """A bar in the colour of the step, what to do, why."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Be one line high."""
        return QSize(200, 40)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> None:
        """Draw the step of a row."""
        look = colours(option.widget)
        step: Step = index.data(RECORD)
        box = option.rect
        painter.save()
        if option.state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_HasFocus):
            painter.fillRect(box, look.hover)
        bar = QRect(box.left(), box.top() + S, 3, box.height() - 2 * S)
        painter.fillRect(bar, QColor(getattr(look, step.role)))
        painter.setPen(look.line)
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        room = box.adjusted(M, 0, -M, 0)
        bold = sized(option.font, option.font.pointSizeF(), bold=True)
        used = words(painter, room, step.title, colour=look.ink, font=bold)
        rest = room.adjusted(max(used, 130) + XL, 0, 0, 0)
        words(painter, rest, step.why, colour=look.secondary, font=sized(option.font, SMALL + 0.5))
        painter.restore()


def _state(survey: Any) -> State:
    from fieldaudit.actions import judging, visits
    from fieldaudit.actions.glance import conflict_count

    ids = visits.visit_ids(survey, order=Order.NEXT)
    return State(
        figures=visits.figures(survey),
        next=judging.rows(survey, ids[:_NEXT]),
        visits=tuple(ids),
        conflicts=conflict_count(survey),
    )


def _pairs(survey: Any) -> int:
    from fieldaudit.actions import doubles

    return len(doubles.list_doubts(survey))


def _line(step: Step) -> str:
    return f"{step.title}: {step.why}"
