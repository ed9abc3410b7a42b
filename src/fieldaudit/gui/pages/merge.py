"""Many become one: drop files, see what became of each, settle what differs."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout

from fieldaudit.actions.changes import Changes
from fieldaudit.gui.labels import spoken_language
from fieldaudit.gui.merging import Merged, Merging
from fieldaudit.gui.page import Page
from fieldaudit.gui.session import Session
from fieldaudit.gui.settling import Settling
from fieldaudit.gui.theme import L, M, S
from fieldaudit.gui.thumbnails import Thumbnails
from fieldaudit.gui.widgets.balance import BalanceView
from fieldaudit.gui.widgets.buttons import Button, Segment, Tick
from fieldaudit.gui.widgets.conflicts import ConflictsView
from fieldaudit.gui.widgets.decisions import DecisionsView
from fieldaudit.gui.widgets.doubles import DoublesView
from fieldaudit.gui.widgets.head import Head
from fieldaudit.gui.widgets.scrolling import scrolled
from fieldaudit.gui.widgets.states import Empty, States
from fieldaudit.visit.records import Conflict

if TYPE_CHECKING:
    from fieldaudit.actions.conflict_sight import Sight
    from fieldaudit.actions.decided import Settled
    from fieldaudit.actions.doubles import Pair

SOURCES, CONFLICTS, DOUBLES, DECISIONS = range(4)


@dataclass(frozen=True, slots=True)
class Open:
    """What waits for a decision, and what was decided."""

    conflicts: tuple[Conflict, ...]
    """Undecided conflicts."""

    pairs: "tuple[Pair, ...]"
    """Places that may have been entered twice."""

    decisions: "tuple[Settled, ...]"
    """Decisions that hold."""


class MergePage(Page):
    """Files in, balance by source, conflicts with their decisions."""

    def __init__(self, session: Session) -> None:
        """Build the page."""
        super().__init__(session)
        self.setAcceptDrops(True)
        self._visited = False
        self.choose = Button(self.tr("选择文件…"), symbol="import", leading=True)
        self.choose.clicked.connect(self._on_choose)
        self.sign = Tick(self.tr("签名回执"))
        self.sign.setToolTip(self.tr("合并前问一次身份和密码，回执写明由谁收下。"))
        self.merging = Merging(session, self)
        self.settling = Settling(self)
        self.balance = BalanceView()
        self.conflicts = ConflictsView(
            Empty(
                "merge",
                self.tr("没有待解决的冲突"),
                self.tr("合并后，不同的答案会列在这里，由人决定。"),
            )
        )
        self.doubles, self.decisions = DoublesView(), DecisionsView()
        self._pictures = Thumbnails(session, self.conflicts.show_picture)
        empty = Empty(
            "import",
            self.tr("把交来的文件拖到这里"),
            self.tr("调查文件、成果 PDF、加密的移交文件或整个文件夹都可以。来源文件不会被改动。"),
            self.tr("选择文件…"),
        )
        empty.pressed.connect(self._on_choose)
        self._sources = States(self.balance, empty)
        self._stack = QStackedWidget()
        self._segments: list[Segment] = []
        self._arrange()
        self._connect()

    def refresh(self, changes: Changes) -> None:
        """Ask again for what waits for a decision when it may have changed."""
        self._unlock()
        if changes.conflicts or changes.answers or changes.visits or changes.sites:
            self.session.ask(_open, self._on_open)

    def look_for(self, text: str) -> None:
        """Show what matches in every list."""
        for view in (self.conflicts, self.doubles, self.decisions):
            view.look_for(text)

    def merge(self, sources: list[Path]) -> None:
        """Merge files into the survey."""
        self.merging.begin(sources, signed=self.sign.isChecked())

    def show_view(self, number: int) -> None:
        """Show sources, conflicts, pairs of places or decisions."""
        self._segments[number].setChecked(True)
        self._stack.setCurrentIndex(number)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if event.mimeData().hasUrls() and self.choose.isEnabled():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Merge the files that were dropped."""
        urls = event.mimeData().urls()
        self.merge([Path(url.toLocalFile()) for url in urls if url.isLocalFile()])

    def _arrange(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        hint = self.tr("把多份调查文件合成一份。顺序无关，可以重复；不同的答案都留着，由人决定。")
        box.addWidget(Head(self.tr("合并"), hint, self.sign, self.choose))
        row = QHBoxLayout()
        row.setContentsMargins(L, S, L, S)
        row.setSpacing(S)
        views = (scrolled(self._sources), self.conflicts, self.doubles, self.decisions)
        for number, view in enumerate(views):
            segment = Segment(self._names()[number])
            segment.setProperty("view", number)
            segment.clicked.connect(self._on_segment)
            self._segments.append(segment)
            row.addWidget(segment, 0, Qt.AlignmentFlag.AlignLeft)
            self._stack.addWidget(view)
        row.addStretch()
        row.setSpacing(M)
        box.addLayout(row)
        box.addWidget(self._stack, 1)
        self.show_view(SOURCES)

    def _connect(self) -> None:
        self.merging.merged.connect(self._on_merged)
        self.merging.busy.connect(self._on_busy)
        self.merging.told.connect(self.told)
        self.settling.told.connect(self.told)
        self.conflicts.chosen.connect(self._on_conflict)
        self.conflicts.ruled.connect(self.settling.ask_rule)
        self.conflicts.view.decided.connect(self.settling.settle)
        self.conflicts.view.pictured.connect(self._pictures.show)
        self.doubles.decided.connect(self.settling.settle_pair)
        self.decisions.regretted.connect(self.settling.ask_undo)

    def _names(self) -> tuple[str, ...]:
        return (self.tr("来源"), self.tr("冲突"), self.tr("同一地点"), self.tr("已决定"))

    def _unlock(self) -> None:
        for part in (self.choose, self.sign):
            part.setEnabled(not self.session.readonly)

    def _on_segment(self) -> None:
        self.show_view(self.sender().property("view"))

    def _on_choose(self) -> None:
        pattern = self.tr("调查文件和成果 (*.gpkg *.pdf *.p7m)") + ";;" + self.tr("所有文件 (*)")
        names, _kind = QFileDialog.getOpenFileNames(self, self.tr("选择调查文件"), "", pattern)
        if names:
            self.merge([Path(name) for name in names])

    def _on_busy(self, busy: bool) -> None:
        if busy:
            self.choose.setEnabled(False)
        else:
            self._unlock()

    def _on_merged(self, merged: Merged) -> None:
        self.balance.show_balance(merged.balance)
        self.balance.show_receipts(merged.receipts, merged.problems)
        self._sources.content()
        self._visited = True
        self.show_view(SOURCES)

    def _on_open(self, found: Open) -> None:
        locked = self.session.readonly
        self.conflicts.show_conflicts(found.conflicts, locked=locked)
        self.doubles.show_pairs(found.pairs, locked=locked)
        self.decisions.show_decisions(found.decisions, locked=locked)
        counts = (0, len(found.conflicts), len(found.pairs), len(found.decisions))
        for segment, name, count in zip(self._segments, self._names(), counts, strict=True):
            segment.setText(f"{name} {count}" if count else name)
        if not self._visited:
            # Who comes here with nothing merged yet comes for what waits.
            self._visited = True
            self.show_view(CONFLICTS if found.conflicts else SOURCES)

    def _on_conflict(self, conflict: Conflict) -> None:
        self.session.ask(partial(_sight, conflict, spoken_language()), self._on_sight)

    def _on_sight(self, seen: "Sight") -> None:
        self.conflicts.view.see(seen)


def _open(survey: Any) -> Open:
    from fieldaudit.actions import decided, doubles, merges

    return Open(
        merges.list_conflicts(survey), doubles.list_pairs(survey), decided.list_decisions(survey)
    )


def _sight(conflict: Conflict, language: str, survey: Any) -> "Sight":
    from fieldaudit.actions import conflict_sight

    return conflict_sight.sight(survey, conflict, language=language)
