"""What is shown while no survey is open: open one, make one, or look at the example."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QVBoxLayout

from fieldaudit.actions.changes import Changes
from fieldaudit.gui.page import Page
from fieldaudit.gui.session import Session
from fieldaudit.gui.tasks import Watch
from fieldaudit.gui.theme import XL, L, M, S, sized
from fieldaudit.gui.widgets.buttons import Button, Link, small
from fieldaudit.gui.widgets.head import Secondary

if TYPE_CHECKING:
    from fieldaudit.actions.demo import DemoReport
    from fieldaudit.visit.stamp import Author

_OFFICE = "office.p12"
"""The example's identity that plays the office."""


class StartPage(Page):
    """Three buttons and the surveys opened last; a dropped file is opened."""

    _said = Signal(str)
    """A step of the example, told from the worker."""

    def __init__(self, session: Session) -> None:
        """Build the page."""
        super().__init__(session)
        self.setAcceptDrops(True)
        title = QLabel("fieldaudit")
        title.setFont(sized(self.font(), 20, bold=True))
        hint = QLabel(
            self.tr("外业检查：填写、取证、合并，移交签名的成果包。全部在本机完成，不联网。")
        )
        hint.setWordWrap(True)
        self.open = Button(self.tr("打开调查文件…"), symbol="open", leading=True)
        self.new = Button(self.tr("新建…"), symbol="new")
        self.demo = Button(self.tr("看示例"), symbol="play")
        self.open.clicked.connect(self._on_open)
        self.new.clicked.connect(self._on_new)
        self.demo.clicked.connect(self._on_demo)
        buttons = QHBoxLayout()
        buttons.setSpacing(S)
        for button in (self.open, self.new, self.demo):
            buttons.addWidget(button)
        buttons.addStretch()
        self._demo_words = Secondary()
        small(self._demo_words)
        self._said.connect(self._demo_words.setText)
        column = QVBoxLayout()
        column.setSpacing(M)
        column.addStretch(2)
        for part in (title, hint):
            column.addWidget(part)
        column.addSpacing(L)
        column.addLayout(buttons)
        column.addWidget(self._demo_words)
        column.addSpacing(XL)
        self._list(column)
        column.addStretch(3)
        box = QHBoxLayout(self)
        box.addStretch(1)
        box.addLayout(column)
        box.addStretch(1)

    def refresh(self, changes: Changes) -> None:
        """Show nothing of a survey."""

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the file that was dropped."""
        self.session.open(Path(event.mimeData().urls()[0].toLocalFile()))

    def _list(self, column: QVBoxLayout) -> None:
        paths = self.session.preferences.recent
        if paths:
            column.addWidget(QLabel(self.tr("最近打开")))
        for path in paths:
            link = Link(f"{path.stem}   {QDir.toNativeSeparators(str(path.parent))}")
            link.setProperty("path", str(path))
            link.clicked.connect(self._on_recent)
            column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)

    def _on_open(self) -> None:
        name, _kind = QFileDialog.getOpenFileName(
            self, self.tr("打开调查文件"), "", self.tr("调查文件 (*.gpkg)")
        )
        if name:
            self.session.open(Path(name))

    def _on_recent(self) -> None:
        self.session.open(Path(self.sender().property("path")))

    def _on_new(self) -> None:
        from fieldaudit.gui.dialogs.newsurvey import NewSurveyDialog

        NewSurveyDialog(self.session, self).open()

    def _on_demo(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("示例放在哪个文件夹"))
        if folder:
            self.run_demo(Path(folder))

    def run_demo(self, folder: Path) -> None:
        """Make the example in a folder, then open it."""
        self.demo.setEnabled(False)
        self._demo_words.setText(self.tr("正在生成示例…"))
        self._folder = folder / "fieldaudit-demo"
        work = partial(_make_demo, self._folder, self._said.emit)
        title = self.tr("生成示例")
        self.session.work(work, self._on_demo_made, title=title, sorry=self._on_no_demo)

    def _on_demo_made(self, made: "tuple[DemoReport, Author, str]") -> None:
        report, office, password = made
        self.demo.setEnabled(True)
        self._demo_words.clear()
        if self.session.author is None:
            self.session.preferences.change(identity=str(report.folder / _OFFICE))
            self.session.work_as(office)
        self.session.open(report.survey)
        self.told.emit(self.tr("示例身份的密码是 {password}。").format(password=password))

    def _on_no_demo(self, error: BaseException) -> None:
        self.demo.setEnabled(True)
        self._demo_words.clear()
        self.session.failed.emit(error)


def _make_demo(
    folder: Path, say: Callable[[str], None], _watch: Watch
) -> "tuple[DemoReport, Author, str]":
    from fieldaudit.actions import demo, identities
    from fieldaudit.gui.labels import spoken_language
    from fieldaudit.texts import Catalog

    report = demo.run(folder, say=say, catalog=Catalog(spoken_language()))
    return report, identities.author_at(folder / _OFFICE), demo.PASSWORD
