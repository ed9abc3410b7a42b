"""One checklist: what it is, whether it can be used, what is wrong with it, how it looks."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from fieldaudit.gui.models.checklists import Listed
from fieldaudit.gui.models.faults import faults
from fieldaudit.gui.theme import TITLE, L, M, S, sized
from fieldaudit.gui.widgets.buttons import Button, Segment
from fieldaudit.gui.widgets.faulttable import FaultTable
from fieldaudit.gui.widgets.formpreview import FormPreview
from fieldaudit.gui.widgets.head import Coloured, Secondary

if TYPE_CHECKING:
    from fieldaudit.actions.trials import Trial

_PROBLEMS, _PREVIEW = 0, 1


class FormView(QWidget):
    """Head, and below it the problems or the preview."""

    again = Signal()
    """The file is to be checked once more."""

    added = Signal()
    """The checklist is to be kept in the survey."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without a checklist."""
        super().__init__(parent)
        self.title = QLabel(wordWrap=True)
        self.title.setFont(sized(self.font(), TITLE, bold=True))
        self.facts = Secondary()
        self.verdict = Coloured()
        self.recheck = Button(self.tr("再核对"))
        self.recheck.setShortcut(QKeySequence.StandardKey.Refresh)
        self.recheck.setToolTip("F5")
        self.recheck.clicked.connect(self.again)
        self.add = Button(self.tr("加入调查文件"), symbol="add", leading=True)
        self.add.clicked.connect(self.added)
        self.problems = Segment(self.tr("问题"))
        self.look = Segment(self.tr("预览"))
        self._shown = QButtonGroup(self)
        self._shown.addButton(self.problems, _PROBLEMS)
        self._shown.addButton(self.look, _PREVIEW)
        self._shown.idClicked.connect(self._turn)
        self.table = FaultTable()
        self.preview = FormPreview()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._inset(self.table))
        self._stack.addWidget(self.preview)
        self._arrange()

    def show_trial(self, listed: Listed, trial: "Trial", *, locked: bool) -> None:
        """Show a checklist; `locked`: the survey takes none."""
        form, found = trial.reading.form, faults(trial.reading)
        grave = sum(fault.grave for fault in found)
        self.title.setText(form.title if form is not None else listed.title)
        parts = [listed.title if form is not None and not listed.kept else ""]
        if form is not None:
            count = sum(1 for _ in form.root.questions())
            parts += [form.id, form.version, self.tr("{count} 项").format(count=count)]
        self.facts.setText(" · ".join(dict.fromkeys(part for part in parts if part)))
        self.facts.setVisible(bool(self.facts.text()))
        self.verdict.say(*self._verdict(grave, len(found) - grave, usable=form is not None))
        self.recheck.setVisible(not listed.kept)
        self.add.setVisible(not listed.kept and not listed.here)
        self.add.setEnabled(form is not None and not locked)
        self.problems.setText(self.tr("问题 {count}").format(count=len(found)))
        self.table.show_faults(found)
        self.look.setEnabled(trial.draft is not None)
        if trial.draft is not None:
            self.preview.show_draft(trial.draft)
        self._turn(_PROBLEMS if found or trial.draft is None else _PREVIEW)

    def _verdict(self, grave: int, remarks: int, *, usable: bool) -> tuple[str, str]:
        if not usable:
            words = self.tr("✗ 不能使用：错误 {grave}，提示 {remarks}。改好后再核对。")
            return words.format(grave=grave, remarks=remarks), "critical"
        if grave:
            words = self.tr("! 可以打开，但有错误 {grave}，提示 {remarks}。")
            return words.format(grave=grave, remarks=remarks), "major"
        if remarks:
            return self.tr("✓ 可以使用，提示 {remarks}。").format(remarks=remarks), "passed"
        return self.tr("✓ 可以使用，没有发现问题。"), "passed"

    def _turn(self, number: int) -> None:
        self._shown.button(number).setChecked(True)
        self._stack.setCurrentIndex(number)

    def _arrange(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.facts)
        head = QHBoxLayout()
        head.setContentsMargins(L, M, L, S)
        head.setSpacing(S)
        head.addLayout(words, 1)
        head.addWidget(self.recheck)
        head.addWidget(self.add)
        turn = QHBoxLayout()
        turn.setContentsMargins(L, 0, L, S)
        turn.setSpacing(S)
        turn.addWidget(self.problems)
        turn.addWidget(self.look)
        turn.addSpacing(S)
        turn.addWidget(self.verdict, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(head)
        box.addLayout(turn)
        box.addWidget(self._stack, 1)

    def _inset(self, inner: QWidget) -> QWidget:
        outer = QWidget()
        box = QVBoxLayout(outer)
        box.setContentsMargins(L, 0, L, 0)
        box.addWidget(inner)
        return outer
