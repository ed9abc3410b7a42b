"""The checklists: of the survey, bundled, or from a file; checked, tried out, taken in."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QSplitter, QVBoxLayout

from fieldaudit.actions.changes import Changes
from fieldaudit.errors import FieldauditError
from fieldaudit.gui.models.checklists import Listed, grouped, of_files, of_program, of_survey
from fieldaudit.gui.models.records import RecordList
from fieldaudit.gui.models.table import RECORD
from fieldaudit.gui.page import Page
from fieldaudit.gui.session import Session
from fieldaudit.gui.tasks import Watch
from fieldaudit.gui.widgets.buttons import Button
from fieldaudit.gui.widgets.formrow import FormRow, line
from fieldaudit.gui.widgets.formview import FormView
from fieldaudit.gui.widgets.head import Head
from fieldaudit.gui.widgets.scrolling import scrolled
from fieldaudit.gui.widgets.states import Empty, States
from fieldaudit.gui.widgets.tables import RowList

if TYPE_CHECKING:
    from fieldaudit.actions.forms import BundledForm
    from fieldaudit.actions.kept_forms import KeptForm
    from fieldaudit.actions.trials import Trial

_LIST = 320


class FormsPage(Page):
    """List at the left, the chosen checklist at the right; a dropped file is checked."""

    def __init__(self, session: Session) -> None:
        """Build the page."""
        super().__init__(session)
        self.setAcceptDrops(True)
        self._text = ""
        self._kept: list[Listed] = []
        self._bundled: tuple[BundledForm, ...] = ()
        self._files: list[Path] = []
        self._wanted = ""
        self._shown = ""
        self.open = Button(self.tr("核对文件…"), symbol="open", leading=True)
        self.new = Button(self.tr("新建…"), symbol="new")
        self.open.clicked.connect(self._on_open)
        self.new.clicked.connect(self._on_new)
        self._model = RecordList(line)
        self.list = RowList(self._model, FormRow(), self.tr("检查表"))
        self.list.setUniformItemSizes(False)
        self.list.selectionModel().currentChanged.connect(self._on_chosen)
        self.view = FormView()
        self.view.again.connect(self._on_again)
        self.view.added.connect(self._on_add)
        self.view.preview.told.connect(self.told)
        self._arrange()

    def refresh(self, changes: Changes) -> None:
        """List the survey's checklists again when they, or the visits, may have changed."""
        if changes.survey or changes.visits:
            self.session.ask(_kept, self._on_kept)
        if not self._bundled:
            self.session.work(_bundled, self._on_bundled)

    def look_for(self, text: str) -> None:
        """Show the checklists that match."""
        self._text = text
        self._show()

    def check(self, file: Path) -> None:
        """Check a file, and show what is wrong with it and how it looks."""
        if file not in self._files:
            self._files.insert(0, file)
        self._shown = ""
        self._wanted = str(file)
        self._show()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a file."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Check the file that was dropped."""
        self.check(Path(event.mimeData().urls()[0].toLocalFile()))

    def _arrange(self) -> None:
        empty = Empty(
            "forms",
            self.tr("选一份检查表"),
            self.tr("从左边选一份来预览；或把 XLSForm 文件（xlsx、md、csv、xml）拖到这里来核对。"),
            self.tr("核对文件…"),
        )
        empty.pressed.connect(self._on_open)
        self._states = States(scrolled(self.view), empty)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        self.list.setMinimumWidth(_LIST * 2 // 3)
        split.addWidget(self.list)
        split.addWidget(self._states)
        split.setSizes([_LIST, 900])
        split.setStretchFactor(1, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        hint = self.tr("要问什么。用表格程序编写，在这里核对、试填，再加入调查文件。")
        box.addWidget(Head(self.tr("检查表"), hint, self.new, self.open))
        box.addWidget(split, 1)

    def _on_kept(self, forms: "tuple[KeptForm, ...]") -> None:
        self._kept = of_survey(forms)
        self._show()

    def _on_bundled(self, forms: "tuple[BundledForm, ...]") -> None:
        self._bundled = forms
        self._show()

    def _show(self) -> None:
        """Show the lists, and choose what was chosen, or is wanted, again."""
        chosen = self.list.currentIndex().data(RECORD)
        wanted = self._wanted or (chosen.id if chosen is not None else "")
        groups = (
            (self.tr("打开的文件"), of_files(self._files)),
            (self.tr("调查文件里的"), self._kept),
            (self.tr("随程序提供的"), of_program(self._bundled, self._kept)),
        )
        self._model.show_records(grouped(*groups, text=self._text))
        row = self._model.row_of(wanted) if wanted else -1
        index = self._model.index(row) if row >= 0 else QModelIndex()
        self.list.setCurrentIndex(index)
        self._on_chosen(index)

    def _on_chosen(self, index: QModelIndex) -> None:
        listed: Listed | None = index.data(RECORD) if index.isValid() else None
        if listed is not None and listed.id != self._shown:
            self._wanted = ""
            self._try(listed)

    def _try(self, listed: Listed) -> None:
        self._shown = listed.id
        self._states.loading()
        if listed.kept:
            self.session.ask(partial(_try_kept, listed), self._on_tried)
        else:
            self.session.work(partial(_try_file, listed), self._on_tried, sorry=self._on_untried)

    def _on_tried(self, tried: "tuple[Listed, Trial]") -> None:
        listed, trial = tried
        if listed.id == self._shown:
            self.view.show_trial(listed, trial, locked=self.session.readonly)
            self._states.content()

    def _on_untried(self, error: BaseException) -> None:
        self._states.empty()
        if isinstance(error, FieldauditError):
            self.session.failed.emit(error)

    def _on_again(self) -> None:
        listed = self.list.currentIndex().data(RECORD)
        if listed is not None:
            self._try(listed)

    def _on_open(self) -> None:
        pattern = self.tr("检查表") + " (*.xlsx *.md *.csv *.xml)"
        name, _kind = QFileDialog.getOpenFileName(self, self.tr("核对检查表"), "", pattern)
        if name:
            self.check(Path(name))

    def _on_new(self) -> None:
        pattern = self.tr("检查表") + " (*.md)"
        name, _kind = QFileDialog.getSaveFileName(self, self.tr("新检查表存为"), "", pattern)
        if name:
            file = Path(name).with_suffix(".md")
            self.session.work(partial(_new, file), self._on_made, sorry=self._on_untried)

    def _on_made(self, file: Path) -> None:
        self.told.emit(self.tr("已写入模板 {file}，改好后在这里再核对。").format(file=file))
        self.check(file)

    def _on_add(self) -> None:
        listed = self.list.currentIndex().data(RECORD)
        author = self.author() if listed is not None else None
        if author is not None:
            deed = partial(_add, Path(listed.id), author)
            self.session.act(deed, self._on_added, title=self.tr("正在加入检查表"))

    def _on_added(self, _name: str) -> None:
        self.told.emit(self.tr("已加入调查文件；已有的检查仍用原来的版本。"))


def _kept(survey: Any) -> "tuple[KeptForm, ...]":
    from fieldaudit.actions import kept_forms

    return kept_forms.kept_forms(survey)


def _bundled(_watch: Watch) -> "tuple[BundledForm, ...]":
    from fieldaudit.actions import forms

    return forms.list_forms()


def _try_kept(listed: Listed, survey: Any) -> "tuple[Listed, Trial]":
    from fieldaudit.actions import trials

    return listed, trials.try_kept(survey, form=listed.id)


def _try_file(listed: Listed, _watch: Watch) -> "tuple[Listed, Trial]":
    from fieldaudit.actions import trials

    return listed, trials.try_file(Path(listed.id))


def _new(file: Path, _watch: Watch) -> Path:
    from fieldaudit.actions import forms

    forms.new_form(file)
    return file


def _add(file: Path, author: Any, survey: Any) -> Any:
    from fieldaudit.actions import forms

    return forms.add_form(survey, file=file, author=author)
