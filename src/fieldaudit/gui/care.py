"""Caring for the survey from its menu: check, rebuild, rescue, purge, and checking receipts."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from fieldaudit.gui.session import Session

if TYPE_CHECKING:
    from fieldaudit.actions.purges import Purge
    from fieldaudit.actions.receipts import ReceiptVerdict
    from fieldaudit.actions.rescues import Rescue
    from fieldaudit.errors import Problem
    from fieldaudit.gui.dialogs.purge import PurgeChoice
    from fieldaudit.gui.tasks import Watch


class SurveyCare(QObject):
    """Each deed ends with one sentence, and the particulars where there are any."""

    told = Signal(str)
    """A sentence for the message bar."""

    identity_missed = Signal()
    """A deed needs an author, and nobody has said who works here."""

    def __init__(self, session: Session, window: QWidget) -> None:
        """Ask over `window`."""
        super().__init__(window)
        self._session, self._window = session, window

    def check(self) -> None:
        """Look at every page, revision, original and seal."""
        title = self.tr("正在检查文件")
        self._session.act(_check, self._on_checked, title=title, long=True, sorry=self._on_stopped)

    def rebuild(self) -> None:
        """Make every derived table again."""
        title = self.tr("正在重建")
        self._session.act(
            _rebuild, self._on_rebuilt, title=title, long=True, sorry=self._on_stopped
        )

    def rescue(self) -> None:
        """Ask for a damaged file and a new one, and get out what is whole."""
        name, _kind = QFileDialog.getOpenFileName(
            self._window, self.tr("损坏的调查文件"), "", self.tr("调查文件 (*.gpkg)")
        )
        if not name:
            return
        damaged = Path(name)
        proposed = str(damaged.with_name(f"{damaged.stem}-rescued.gpkg"))
        out, _kind = QFileDialog.getSaveFileName(
            self._window, self.tr("救出的内容写到"), proposed, self.tr("调查文件 (*.gpkg)")
        )
        if out:
            self._session.work(
                partial(_rescue, damaged, Path(out)),
                self._on_rescued,
                title=self.tr("正在救出"),
                sorry=self._on_stopped,
            )

    def purge(self) -> None:
        """Ask which photos are past their keeping."""
        from fieldaudit.gui.dialogs.purge import PurgeDialog

        if self._session.author is None:
            self.identity_missed.emit()
        else:
            PurgeDialog(self._purge, self._window).open()

    def check_receipt(self) -> None:
        """Ask for a receipt and compare it with what is here."""
        name, _kind = QFileDialog.getOpenFileName(
            self._window, self.tr("工作专班的回执"), "", self.tr("回执 (*.json)")
        )
        if name:
            self._session.ask(partial(_check_receipt, Path(name)), self._on_receipt)

    def _purge(self, choice: "PurgeChoice") -> None:
        deed = partial(_purge, choice, self._session.author)
        title = self.tr("正在清除照片")
        self._session.act(deed, self._on_purged, title=title, long=True, sorry=self._on_stopped)

    def _on_checked(self, problems: "tuple[Problem, ...]") -> None:
        if not problems:
            self.told.emit(self.tr("文件完整，没有发现问题。"))
            return
        said = self.tr("发现 {count} 个问题。没有改动文件；可以从备份恢复，或救出完好的内容。")
        self._show(self.tr("检查文件完整性"), said.format(count=len(problems)), problems)

    def _on_rebuilt(self, count: int) -> None:
        self.told.emit(self.tr("已由修订重建 {count} 条记录。").format(count=count))

    def _on_rescued(self, done: "Rescue") -> None:
        said = self.tr(
            "已写入 {file}：修订 {revisions}，照片和附件 {present} 应 {expected}，"
            "未保存的填写 {drafts}；至少遗失修订 {lost}。"
        ).format(
            file=Path(done.file).name,
            revisions=done.revisions,
            present=done.photos_present,
            expected=done.photos_expected,
            drafts=done.drafts,
            lost=done.revisions_lost,
        )
        self._show(self.tr("救出损坏的文件"), said, done.losses)

    def _on_purged(self, done: "Purge") -> None:
        said = self.tr("已清除 {originals} 份原文，涉及 {photos} 张照片；校验值和记录都保留。")
        said = said.format(originals=done.originals, photos=done.photos)
        if done.problems:
            self._show(self.tr("清除超期照片"), said, done.problems)
        else:
            self.told.emit(said)

    def _on_receipt(self, verdict: "ReceiptVerdict") -> None:
        from fieldaudit.gui.dialogs.result import ResultDialog

        said = self.tr("没有全部送达，请保留本机文件，重新移交。")
        if verdict.complete:
            said = self.tr("全部检查和照片都已送达。")
        ResultDialog(
            self.tr("核对回执"),
            said,
            self._receipt_lines(verdict),
            good=verdict.complete,
            parent=self._window,
        ).open()

    def _receipt_lines(self, verdict: "ReceiptVerdict") -> list[str]:
        from fieldaudit.gui.labels import explain, joined, minute

        signer = verdict.signer or self.tr("没有签名")
        if verdict.signer and not verdict.trusted:
            signer = self.tr("{name}（密钥未经作保）").format(name=verdict.signer)
        lines = [
            f"{verdict.source} · {minute(verdict.made_at)} · {signer}",
            self.tr("检查 {arrived} 应 {count}").format(
                arrived=verdict.arrived, count=verdict.visits
            ),
            self.tr("照片 {arrived} 应 {count}").format(
                arrived=verdict.photos_arrived, count=verdict.photos
            ),
        ]
        for words, codes in (
            (self.tr("没有送达：{codes}"), verdict.missing),
            (self.tr("送达后又有修改：{codes}"), verdict.changed),
        ):
            lines += [words.format(codes=joined(codes))] if codes else []
        return [*lines, *(e if isinstance(e, str) else explain(e) for e in verdict.reasons)]

    def _show(self, title: str, said: str, problems: "tuple[Problem, ...]") -> None:
        from fieldaudit.gui.dialogs.result import ResultDialog
        from fieldaudit.gui.labels import explain

        lines = [explain(each) for each in problems]
        ResultDialog(title, said, lines, good=not problems, parent=self._window).open()

    def _on_stopped(self, error: BaseException) -> None:
        from fieldaudit.errors import FieldauditError

        if isinstance(error, FieldauditError):
            self._session.failed.emit(error)
        else:
            self.told.emit(self.tr("已停止，什么也没有写入。"))


def _check(survey: Any, *, progress: Any) -> Any:
    from fieldaudit.actions import checks
    from fieldaudit.actions.changes import Changes, Done

    return Done(checks.check(survey, progress=progress), Changes())


def _rebuild(survey: Any, *, progress: Any) -> Any:
    from fieldaudit.actions import surveys

    return surveys.rebuild(survey, progress=progress)


def _rescue(damaged: Path, out: Path, watch: "Watch") -> "Rescue":
    from fieldaudit.actions import rescues

    return rescues.rescue(damaged, out.with_suffix(".gpkg"), progress=watch)


def _purge(choice: "PurgeChoice", author: Any, survey: Any, *, progress: Any) -> Any:
    from fieldaudit.actions import purges

    return purges.purge_photos(
        survey, before=choice.before, reason=choice.reason, author=author, progress=progress
    )


def _check_receipt(file: Path, survey: Any) -> "ReceiptVerdict":
    from fieldaudit.actions import receipts

    return receipts.check_receipt(survey, file)
