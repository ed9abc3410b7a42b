"""What leaves: choose accepted visits, build and sign the PDF, look at it; verify any other."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from fieldaudit.actions.changes import Changes
from fieldaudit.gui.labels import size, spoken_language
from fieldaudit.gui.page import Page
from fieldaudit.gui.session import Session
from fieldaudit.gui.theme import L, M, S
from fieldaudit.gui.widgets.buttons import Button, Link
from fieldaudit.gui.widgets.head import Coloured, Head
from fieldaudit.gui.widgets.packagechoice import PackageChoice
from fieldaudit.gui.widgets.pdfpages import PdfPages
from fieldaudit.gui.widgets.scrolling import scrolled
from fieldaudit.gui.widgets.verdict import VerdictView, changed_page
from fieldaudit.visit.records import Status, VisitSummary

if TYPE_CHECKING:
    from fieldaudit.gui.dialogs.identity import Key, SignDialog
    from fieldaudit.package.build import PackageReport
    from fieldaudit.package.verdict import PackageVerdict

_LEFT = 380


class PackagePage(Page):
    """Choice at the left, pages at the right."""

    def __init__(self, session: Session) -> None:
        """Build the page."""
        super().__init__(session)
        self.setAcceptDrops(True)
        self._dialog: SignDialog | None = None
        self._out = self._shown = Path()
        self.choice = PackageChoice()
        self.choice.ticked.connect(self._on_ticked)
        self.build = Button(self.tr("编制并签名…"), symbol="sign", leading=True)
        self.build.clicked.connect(self._on_build)
        self.verify = Button(self.tr("核验文件…"), symbol="verify")
        self.verify.clicked.connect(self._on_verify)
        self.result = Coloured()
        self.folder = Link(self.tr("打开所在文件夹"))
        self.folder.clicked.connect(self._on_folder)
        self.folder.hide()
        self.verdict = VerdictView()
        self.pages = PdfPages(session)
        self._arrange()

    def refresh(self, changes: Changes) -> None:
        """List the accepted visits again when visits changed."""
        if changes.visits or changes.sites or changes.conflicts:
            self.session.ask(_accepted, self._on_visits)

    def look_for(self, text: str) -> None:
        """Show the visits that match."""
        self.choice.model.look_for(text)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a file or a folder."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Verify the file that was dropped."""
        self.verify_file(Path(event.mimeData().urls()[0].toLocalFile()))

    def verify_file(self, file: Path) -> None:
        """Judge a package, a survey file or an exported folder, and show its pages."""
        self.result.say(self.tr("正在核验 {file}…").format(file=file.name), "secondary")
        self.verdict.hide()
        self.folder.hide()
        self._shown = file
        language = spoken_language()
        self.session.ask(partial(_verify, file, language), self._on_verified)

    def _arrange(self) -> None:
        left = QWidget()
        box = QVBoxLayout(left)
        box.setContentsMargins(L, M, L, L)
        box.setSpacing(S)
        box.addWidget(self.choice, 1)
        for part in (self.result, self.verdict, self.folder):
            box.addWidget(part)
        middle = QHBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        column = scrolled(left)
        column.setMinimumWidth(_LEFT * 2 // 3)
        column.setMaximumWidth(_LEFT)
        middle.addWidget(column, 1)
        middle.addWidget(self.pages, 2)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        hint = self.tr("一份签名的 PDF：页面给人看，数据在里面，谁都能核验有没有改动。")
        whole.addWidget(Head(self.tr("成果"), hint, self.verify, self.build))
        whole.addLayout(middle, 1)

    def _on_visits(self, visits: tuple[VisitSummary, ...]) -> None:
        self.choice.show_visits([visit for visit in visits if not visit.conflicts])

    def _on_ticked(self, count: int) -> None:
        self.build.setEnabled(count > 0)
        said = self.tr("编制并签名…") if not count else self.tr("编制并签名 {count} 次检查…")
        self.build.setText(said.format(count=count))
        self.build.updateGeometry()

    def _on_build(self) -> None:
        from fieldaudit.gui.dialogs.identity import SignDialog

        name, _kind = QFileDialog.getSaveFileName(self, self.tr("成果存为"), "", "PDF (*.pdf)")
        if name:
            self._out = Path(name).with_suffix(".pdf")
            SignDialog(
                self.tr("编制并签名"),
                self.tr("签名是最后写入的内容；之后的任何改动都能被发现。"),
                self.tr("签名"),
                deed=self._build,
                session=self.session,
                parent=self,
            ).open()

    def _build(self, dialog: "SignDialog", key: "Key") -> None:
        self._dialog = dialog
        self.session.act(
            partial(
                _build,
                out=self._out,
                visits=self.choice.chosen(),
                key=key,
                how=(self.choice.for_whom(), self.choice.with_originals(), spoken_language()),
            ),
            self._on_built,
            title=self.tr("正在编制成果"),
            long=True,
            sorry=dialog.refuse,
        )

    def _on_built(self, report: "PackageReport") -> None:
        if self._dialog is not None:
            self._dialog.done_well()
        words = self.tr("✓ 已编制 {file}：{pages} 页，{size}。SHA-256 {hash}")
        said = words.format(
            file=Path(report.path).name,
            pages=report.pages,
            size=size(report.bytes),
            hash=report.sha256[:16],
        )
        self.result.say(said, "passed")
        self.verdict.hide()
        self._shown = Path(report.path)
        self.folder.show()
        self.pages.show_file(self._shown)

    def _on_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._shown.parent)))

    def _on_verify(self) -> None:
        pattern = self.tr("成果或调查文件 (*.pdf *.gpkg)")
        name, _kind = QFileDialog.getOpenFileName(self, self.tr("核验文件"), "", pattern)
        if name:
            self.verify_file(Path(name))

    def _on_verified(self, found: "tuple[PackageVerdict, tuple[str, str]]") -> None:
        verdict, sentences = found
        self.result.say(self._shown.name, "ink")
        self.verdict.show_verdict(verdict, sentences)
        self.folder.show()
        if verdict.pages:
            self.pages.show_file(self._shown, changed_page(verdict))


def _accepted(survey: Any) -> tuple[VisitSummary, ...]:
    from fieldaudit.actions import visits

    return visits.list_visits(survey, status=Status.ACCEPTED)


def _build(survey: Any, *, key: "Key", how: tuple[Any, bool, Any], **about: Any) -> Any:
    from fieldaudit.actions import packages

    variant, originals, language = how
    make = packages.Make(variant=variant, originals=originals, language=language)
    return packages.build(survey, identity=key.unlock(), make=make, **about)


def _verify(file: Path, language: str, survey: Any) -> Any:
    """Judge a file by the keys that this survey's founder vouched for."""
    from fieldaudit.actions import packages
    from fieldaudit.package.verdict import say_verdict
    from fieldaudit.texts import Catalog

    verdict = packages.verify(file, trusted=packages.trusted_keys(survey))
    return verdict, say_verdict(verdict, Catalog("en" if language == "en" else "zh"))
