"""What leaves: choose accepted visits, build and sign the PDF, look at it; verify any other."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from fieldaudit.actions.changes import Changes
from fieldaudit.gui.countersigning import Countersigning
from fieldaudit.gui.labels import size, spoken_language
from fieldaudit.gui.page import Page
from fieldaudit.gui.session import Session
from fieldaudit.gui.tasks import Watch
from fieldaudit.gui.theme import L, M, S
from fieldaudit.gui.widgets.buttons import Button, Link
from fieldaudit.gui.widgets.head import Coloured, Head
from fieldaudit.gui.widgets.packagechoice import PackageChoice
from fieldaudit.gui.widgets.pdfpages import PdfPages
from fieldaudit.gui.widgets.scrolling import scrolled
from fieldaudit.gui.widgets.verdict import VerdictView, changed_page
from fieldaudit.gui.widgets.verified import VerifiedFile, VerifiedList
from fieldaudit.texts import Catalog, Language
from fieldaudit.visit.records import Status, VisitSummary

if TYPE_CHECKING:
    from fieldaudit.actions.trustlists import Known
    from fieldaudit.gui.dialogs.identity import Key, SignDialog
    from fieldaudit.package.build import PackageReport

_LEFT = 380


class PackagePage(Page):
    """Choice at the left, pages at the right."""

    def __init__(self, session: Session) -> None:
        """Build the page."""
        super().__init__(session)
        self.setAcceptDrops(True)
        self._dialog: SignDialog | None = None
        self._out = self._shown = Path()
        self._waiting: list[Path] = []
        self._known: Known
        self.choice = PackageChoice()
        self.choice.ticked.connect(self._on_ticked)
        self.build = Button(self.tr("编制并签名…"), symbol="sign", leading=True)
        self.build.clicked.connect(self._on_build)
        self.verify = Button(self.tr("核验文件…"), symbol="verify")
        self.verify.clicked.connect(self._on_verify)
        self.verify_folder = Link(self.tr("核验导出的文件夹…"))
        self.verify_folder.clicked.connect(self._on_verify_folder)
        self.result = Coloured()
        self.folder = Link(self.tr("打开所在文件夹"))
        self.folder.clicked.connect(self._on_folder)
        self.folder.hide()
        self.verified = VerifiedList()
        self.verified.chosen.connect(self._on_chosen)
        self.verdict = VerdictView()
        self.further = Countersigning(session, self)
        self.further.done.connect(self.verify_files)
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
        """Verify the files and folders that were dropped."""
        self.verify_files([Path(url.toLocalFile()) for url in event.mimeData().urls()])

    def verify_files(self, files: Sequence[Path]) -> None:
        """Judge packages, survey files and exported folders one by one, and show the gravest."""
        waiting = [file for file in files if str(file) != "."]
        if not waiting:
            return
        self.verdict.hide()
        self.folder.hide()
        self.verified.clear()
        self.further.offer(())
        self._waiting = waiting
        self.session.ask(_known, self._on_known)

    def _on_known(self, known: "Known") -> None:
        more = self.session.keys.known
        self._known = known.joined(more) if more else known
        self._verify_next()

    def _verify_next(self) -> None:
        if not self._waiting:
            self.verified.show_gravest()
            self.further.offer(self.verified.files())
            return
        file = self._waiting.pop(0)
        left = len(self._waiting)
        said = (
            self.tr("正在核验 {file}…") if not left else self.tr("正在核验 {file}，还有 {left} 个…")
        )
        self.result.say(said.format(file=file.name, left=left), "secondary")
        work = partial(_verify, file, self._known, spoken_language())
        self.session.work(
            work, self._on_verified, title=self.tr("正在核验"), sorry=self._on_stopped
        )

    def _arrange(self) -> None:
        left = QWidget()
        box = QVBoxLayout(left)
        box.setContentsMargins(L, M, L, L)
        box.setSpacing(S)
        box.addWidget(self.choice, 1)
        for part in (self.result, self.verified, self.verdict, self.further.link, self.folder):
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
        whole.addWidget(Head(self.tr("成果"), hint, self.verify_folder, self.verify, self.build))
        whole.addLayout(middle, 1)

    def _on_visits(self, visits: tuple[VisitSummary, ...]) -> None:
        self.choice.show_visits([visit for visit in visits if not visit.conflicts])

    def _on_ticked(self, count: int) -> None:
        self.build.setEnabled(count > 0)
        said = self.tr("编制并签名…") if not count else self.tr("编制并签名 {count} 次检查…")
        self.build.setText(said.format(count=count))
        self.build.updateGeometry()

    def _on_build(self) -> None:
        from fieldaudit.gui.dialogs.packagesign import PackageSignDialog

        name, _kind = QFileDialog.getSaveFileName(self, self.tr("成果存为"), "", "PDF (*.pdf)")
        if name:
            self._out = Path(name).with_suffix(".pdf")
            PackageSignDialog(
                (
                    self.tr("编制并签名"),
                    self.tr("签名是最后写入的内容；之后的任何改动都能被发现。"),
                    self.tr("签名"),
                ),
                deed=self._build,
                session=self.session,
                parent=self,
            ).open()

    def _build(self, dialog: "SignDialog", key: "Key") -> None:
        from fieldaudit.gui.dialogs.packagesign import PackageSignDialog

        assert isinstance(dialog, PackageSignDialog)  # noqa: S101 # made above
        self._dialog = dialog
        self.session.act(
            partial(
                _build,
                out=self._out,
                visits=self.choice.chosen(),
                key=key,
                how=(self.choice.for_whom(), self.choice.with_originals(), spoken_language()),
                look=(dialog.chosen_emblem(), dialog.manner()),
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
        names, _kind = QFileDialog.getOpenFileNames(self, self.tr("核验文件"), "", pattern)
        self.verify_files([Path(name) for name in names])

    def _on_verify_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.tr("核验导出的文件夹"))
        self.verify_files([Path(name)])

    def _on_verified(self, found: VerifiedFile) -> None:
        self.verified.add(found)
        self._verify_next()

    def _on_stopped(self, _error: BaseException) -> None:
        """Verify no further file; what was found stays."""
        self._waiting.clear()
        self.result.say(self.tr("核验已停止。"), "secondary")

    def _on_chosen(self, found: VerifiedFile) -> None:
        self._shown = found.file
        self.result.say(found.file.name, "ink")
        self.verdict.show_verdict(found.verdict, found.sentences, found.printed)
        self.folder.show()
        if found.verdict.pages:
            self.pages.show_file(found.file, changed_page(found.verdict))


def _accepted(survey: Any) -> tuple[VisitSummary, ...]:
    from fieldaudit.actions import visits

    return visits.list_visits(survey, status=Status.ACCEPTED, quick=True)


def _build(survey: Any, *, key: "Key", how: tuple[Any, bool, Any], look: Any, **about: Any) -> Any:
    from fieldaudit.actions import packages

    variant, originals, language = how
    emblem, manner = look
    make = packages.Make(
        variant=variant, originals=originals, language=language, emblem=emblem, manner=manner()
    )
    return packages.build(survey, identity=key.unlock(), make=make, **about)


def _known(survey: Any) -> "Known":
    from fieldaudit.actions import trustlists

    return trustlists.known_of(survey)


def _verify(file: Path, known: "Known", language: Language, watch: Watch) -> VerifiedFile:
    """Judge a file by the keys that this survey's founder vouches for, or no longer."""
    from fieldaudit.actions import packages
    from fieldaudit.errors import FieldauditError, Problem
    from fieldaudit.package.verdict import Outcome, PackageVerdict, say_printed, say_verdict

    try:
        verdict = packages.verify(
            file,
            trusted=known.trusted,
            revoked=known.revoked,
            authorities=known.authorities,
            progress=watch,
        )
    except FieldauditError as error:
        problem = Problem(error.code, file.name, error.params)
        verdict = PackageVerdict(Outcome.UNREADABLE, details=(problem,))
    catalog = Catalog(language)
    printed = say_printed(verdict, catalog)
    return VerifiedFile(file, verdict, say_verdict(verdict, catalog), printed)
