"""Many become one: choose files, see the balance, settle what differs."""

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QSplitter, QVBoxLayout, QWidget

from fieldaudit.actions.changes import Changes
from fieldaudit.errors import FieldauditError
from fieldaudit.gui.labels import spoken, spoken_language
from fieldaudit.gui.models.records import RecordList
from fieldaudit.gui.models.table import RECORD
from fieldaudit.gui.page import Page
from fieldaudit.gui.session import Session
from fieldaudit.gui.widgets.balance import BalanceView
from fieldaudit.gui.widgets.buttons import Button
from fieldaudit.gui.widgets.conflict import (
    ConflictRow,
    ConflictView,
    Decision,
    Named,
    line,
    path_words,
)
from fieldaudit.gui.widgets.head import Head
from fieldaudit.gui.widgets.scrolling import scrolled
from fieldaudit.gui.widgets.states import Empty, States
from fieldaudit.gui.widgets.tables import RowList
from fieldaudit.visit.records import Balance, Conflict

_CONFLICTS = 240
"""Pixels that a conflict needs to be of use; the page scrolls where there are fewer."""


class MergePage(Page):
    """Files in, balance, conflicts with their decisions."""

    def __init__(self, session: Session) -> None:
        """Build the page."""
        super().__init__(session)
        self.setAcceptDrops(True)
        self._text = ""
        self._conflicts: tuple[Conflict, ...] = ()
        self.choose = Button(self.tr("选择文件…"), symbol="import", leading=True)
        self.choose.clicked.connect(self._on_choose)
        self.balance = BalanceView()
        self._model = RecordList(line)
        self.list = RowList(self._model, ConflictRow(), self.tr("冲突"))
        self.list.setMinimumWidth(260)
        self.list.selectionModel().currentChanged.connect(self._on_chosen)
        self.conflict = ConflictView()
        self.conflict.decided.connect(self._on_decided)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        split.addWidget(self.list)
        split.addWidget(self.conflict)
        split.setSizes([320, 720])
        split.setStretchFactor(1, 1)
        empty = Empty(
            "merge",
            self.tr("没有未决冲突"),
            self.tr("把交来的调查文件或成果 PDF 拖到这里，或按按钮选择。来源文件不会被改动。"),
            self.tr("选择文件…"),
        )
        empty.pressed.connect(self._on_choose)
        self._states = States(split, empty)
        self._arrange()

    def refresh(self, changes: Changes) -> None:
        """Ask for the conflicts again when they may have changed."""
        self.choose.setEnabled(not self.session.readonly)
        if changes.conflicts or changes.answers or changes.visits:
            self.session.ask(_conflicts, self._on_conflicts)

    def look_for(self, text: str) -> None:
        """Show the conflicts that match."""
        self._text = text
        self._show()

    def merge(self, sources: list[Path]) -> None:
        """Merge files into the survey."""
        self.choose.setEnabled(False)
        self.session.act(
            partial(_merge, sources),
            self._on_merged,
            title=self.tr("正在合并"),
            long=True,
            sorry=self._on_not_merged,
        )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if event.mimeData().hasUrls() and not self.session.readonly:
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
        box.addWidget(Head(self.tr("合并"), hint, self.choose))
        content = QWidget()
        inner = QVBoxLayout(content)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addWidget(self.balance)
        inner.addWidget(self._states, 1)
        self._states.setMinimumHeight(_CONFLICTS)
        box.addWidget(scrolled(content), 1)

    def _on_choose(self) -> None:
        names, _kind = QFileDialog.getOpenFileNames(
            self, self.tr("选择调查文件"), "", self.tr("调查文件和成果 (*.gpkg *.pdf)")
        )
        if names:
            self.merge([Path(name) for name in names])

    def _on_merged(self, balance: Balance) -> None:
        self.choose.setEnabled(True)
        self.balance.show_balance(balance)

    def _on_not_merged(self, error: BaseException) -> None:
        self.choose.setEnabled(True)
        if isinstance(error, FieldauditError):
            self.session.failed.emit(error)
        else:
            self.told.emit(self.tr("已停止合并，什么也没有写入。"))

    def _on_conflicts(self, conflicts: tuple[Conflict, ...]) -> None:
        self._conflicts = conflicts
        self._show()

    def _show(self) -> None:
        wanted = self._text.casefold()
        shown = [each for each in self._conflicts if wanted in line(each).casefold()]
        row = max(0, min(self.list.currentIndex().row(), len(shown) - 1))
        self._model.show_records(shown)
        self._states.show_content(bool(shown))
        if shown:
            self.list.setCurrentIndex(self._model.index(row))
            self._on_chosen(self.list.currentIndex())

    def _on_chosen(self, index: QModelIndex) -> None:
        conflict = index.data(RECORD) if index.isValid() else None
        self.conflict.show_conflict(conflict, locked=self.session.readonly)
        if conflict is not None and conflict.kind == "visit":
            question = partial(_named, conflict, spoken_language())
            self.session.ask(question, self.conflict.name_question)

    def _on_decided(self, decision: Decision) -> None:
        author = self.author()
        if author is not None:
            self.session.act(partial(_settle, decision, author), self._on_settled)

    def _on_settled(self, _conflict: object) -> None:
        self.told.emit(self.tr("已决定，并写入记录。"))


def _conflicts(survey: Any) -> tuple[Conflict, ...]:
    from fieldaudit.actions import merges

    return merges.list_conflicts(survey)


def _named(conflict: Conflict, language: str, survey: Any) -> Named:
    """Look the question up in the form that the visit was made with."""
    from fieldaudit.actions import sheets, visits

    draft = sheets.draft_of(visits.open_visit(survey, visit=conflict.record))
    path = conflict.path.partition("/$")[0]
    try:
        shown = draft.shown(path)
    except KeyError:
        return Named(conflict, path_words(conflict.path), {})
    spoken_in = draft.form.language(language)
    words = {one.value: spoken(one.label, spoken_in) for one in draft.choices(path)}
    code = shown.question.name
    return Named(conflict, f"{code} {spoken(shown.label, spoken_in)}".strip(), words)


def _merge(sources: list[Path], survey: Any, *, progress: Any) -> Any:
    from fieldaudit.actions import merges

    return merges.merge(survey, sources=sources, progress=progress)


def _settle(decision: Decision, author: Any, survey: Any) -> Any:
    from fieldaudit.actions import merges

    return merges.settle(
        survey,
        record=decision.conflict.record,
        path=decision.conflict.path,
        value=decision.value,
        reason=decision.reason,
        author=author,
    )
