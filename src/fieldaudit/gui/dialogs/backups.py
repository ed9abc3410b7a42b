"""The backups of a survey: when, why, how large, what is inside, and back with one of them."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from fieldaudit.actions.backups import Kept
from fieldaudit.gui.backupwords import made_words, reason_word
from fieldaudit.gui.labels import explain, size
from fieldaudit.gui.models.table import RECORD, Column, RecordTable
from fieldaudit.gui.session import Session
from fieldaudit.gui.theme import TITLE, XL, L, M, S, sized
from fieldaudit.gui.widgets.buttons import Button
from fieldaudit.gui.widgets.head import Coloured, Secondary
from fieldaudit.gui.widgets.tables import Table

if TYPE_CHECKING:
    from fieldaudit.actions.restoring import Contents
    from fieldaudit.gui.tasks import Job, Watch


class BackupsDialog(QDialog):
    """A list, a look into the chosen one, and the way back."""

    told = Signal(str)
    """A sentence for the message bar."""

    def __init__(self, session: Session, path: Path, parent: QWidget | None = None) -> None:
        """List the backups of the survey at `path` when shown; it need not be open."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("备份与恢复"))
        self._session, self._path = session, path
        self._chosen: Kept | None = None
        head = QLabel(self.tr("备份与恢复"))
        head.setFont(sized(self.font(), TITLE, bold=True))
        hint = self.tr(
            "每天第一次打开、每次合并和升级之前自动备份，写好后重新打开核对。"
            "恢复时，现在的文件另存在旁边，不会被覆盖。"
        )
        self._model = RecordTable(
            [
                Column(self.tr("时间"), _made),
                Column(self.tr("缘由"), _reason),
                Column(self.tr("大小"), _size, number=True),
                Column(self.tr("文件"), _file, hint=_file),
            ]
        )
        self.table = Table(self._model, self.tr("备份"), 3)
        for column, width in enumerate((160, 110, 90)):
            self.table.setColumnWidth(column, width)
        self.table.setMinimumSize(QSize(600, 120))
        self.table.selectionModel().currentRowChanged.connect(self._on_row)
        self.preview = Coloured()
        self.now = Button(self.tr("立即备份"), symbol="backup")
        self.elsewhere = Button(self.tr("备份到别处…"))
        self.restore = Button(self.tr("恢复到这一份"), leading=True)
        self.restore.setEnabled(False)
        for button in (self.now, self.elsewhere):
            button.setEnabled(self._here())
        self.leave = Button(self.tr("关闭"))
        self.now.clicked.connect(self._on_now)
        self.elsewhere.clicked.connect(self._on_elsewhere)
        self.restore.clicked.connect(self._on_restore)
        self.leave.clicked.connect(self.reject)
        self._job: Job | None = None
        session.runner.progressed.connect(self._on_progress)
        row = QHBoxLayout()
        row.setSpacing(S)
        for button in (self.now, self.elsewhere):
            row.addWidget(button)
        row.addStretch()
        for button in (self.leave, self.restore):
            row.addWidget(button)
        box = QVBoxLayout(self)
        box.setContentsMargins(XL, L, XL, L)
        box.setSpacing(M)
        for part in (head, Secondary(hint), self.table, self.preview):
            box.addWidget(part)
        box.addLayout(row)

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for the list."""
        super().showEvent(event)
        self._list()

    def reject(self) -> None:
        """Stop what runs; with nothing running, close."""
        if self._job is None:
            super().reject()
        else:
            self._job.watch.cancel()

    def _begin(self, job: "Job") -> None:
        """The window's own stop button is behind this dialog."""
        self._job = job
        self.leave.setText(self.tr("停止"))
        for button in (self.now, self.elsewhere, self.restore):
            button.setEnabled(False)

    def _end(self) -> None:
        self._job = None
        self.leave.setText(self.tr("关闭"))
        for button in (self.now, self.elsewhere):
            button.setEnabled(self._here())

    def _on_progress(self, watch: "Watch") -> None:
        if self._job is not None and watch is self._job.watch:
            share = 100 * watch.done // max(watch.total, 1)
            self.preview.say(self.tr("已完成 {share}%").format(share=share), "secondary")

    def _here(self) -> bool:
        """Tell whether the survey is the one that is open."""
        return self._session.path == self._path

    def _list(self) -> None:
        self._session.work(partial(_listed, self._path), self._on_listed)

    def _on_listed(self, found: tuple[Kept, ...]) -> None:
        self._model.show_records(found)
        if found:
            self.table.selectRow(0)
            self.table.setFocus()
        else:
            self.preview.say(self.tr("还没有备份。"), "secondary")

    def _on_row(self, index: QModelIndex, _before: QModelIndex) -> None:
        self._chosen = index.data(RECORD) if index.isValid() else None
        self.restore.setEnabled(False)
        self.preview.say("", "secondary")
        if self._chosen is not None:
            look = partial(_look, self._chosen)
            self._session.work(look, self._on_seen, sorry=self._on_unseen)

    def _on_seen(self, seen: "tuple[Kept, Contents]") -> None:
        kept, inside = seen
        if kept != self._chosen:
            return
        said = self.tr(
            "✓ 能打开：{name} · 检查 {visits} · 照片 {photos} · 修订 {revisions} · "
            "未保存的填写 {drafts} · 冲突 {conflicts}"
        )
        self.preview.say(
            said.format(
                name=inside.name,
                visits=inside.visits,
                photos=inside.photos,
                revisions=inside.revisions,
                drafts=inside.drafts,
                conflicts=inside.conflicts,
            ),
            "passed",
        )
        self.restore.setEnabled(not (self._here() and self._session.readonly))

    def _on_unseen(self, error: BaseException) -> None:
        from fieldaudit.errors import FieldauditError

        words = explain(error) if isinstance(error, FieldauditError) else str(error)
        self.preview.say(f"✗ {words}", "critical")

    def _on_now(self) -> None:
        title = self.tr("正在备份")
        job = self._session.act(
            back_up, self._on_backed_up, title=title, long=True, sorry=self._on_stopped
        )
        self._begin(job)

    def _on_elsewhere(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("备份到哪个文件夹"))
        if folder:
            deed = partial(_back_up_to, Path(folder))
            title = self.tr("正在备份")
            job = self._session.act(
                deed, self._on_backed_up, title=title, long=True, sorry=self._on_stopped
            )
            self._begin(job)

    def _on_backed_up(self, file: Path) -> None:
        self._end()
        self.told.emit(self.tr("已备份到 {file}，打开核对过。").format(file=file))
        self._list()

    def _on_restore(self) -> None:
        if self._chosen is not None:
            title = self.tr("正在恢复")
            backup = Path(self._chosen.file)
            job = self._session.restore(
                backup, self._path, self._on_restored, title=title, sorry=self._on_not_restored
            )
            self._begin(job)

    def _on_not_restored(self, error: BaseException) -> None:
        self.restore.setEnabled(True)
        self._on_stopped(error)

    def _on_stopped(self, error: BaseException) -> None:
        """Say why here: the message bar is behind this dialog."""
        from fieldaudit.errors import FieldauditError

        self._end()
        if isinstance(error, FieldauditError):
            self._on_unseen(error)
        else:
            self.preview.say(self.tr("已停止；没有写入，原来的文件没有变。"), "secondary")

    def _on_restored(self, aside: Path | None) -> None:
        self._end()
        made = made_words(self._chosen.made) if self._chosen is not None else ""
        said = self.tr("已恢复到 {time} 的备份。")
        if aside is not None:
            said = self.tr("已恢复到 {time} 的备份；原来的文件留在 {file}。")
        self.told.emit(said.format(time=made, file=aside.name if aside else ""))
        self.accept()


def _made(kept: Kept) -> str:
    return made_words(kept.made)


def _reason(kept: Kept) -> str:
    return reason_word(kept.reason)


def _size(kept: Kept) -> str:
    return size(kept.size)


def _file(kept: Kept) -> str:
    return Path(kept.file).name


def _listed(path: Path, _watch: "Watch") -> tuple[Kept, ...]:
    from fieldaudit.actions import backups

    return backups.backups(path)


def _look(kept: Kept, _watch: "Watch") -> "tuple[Kept, Contents]":
    from fieldaudit.actions import restoring

    return kept, restoring.look(Path(kept.file))


def back_up(survey: Any, *, progress: Any) -> Any:
    """Keep a proven copy among the survey's own backups; runs in the lane."""
    from fieldaudit.actions import backups
    from fieldaudit.actions.changes import Changes, Done

    kept = backups.keep_backup(survey, backups.Reason.MANUAL, progress=progress)
    return Done(kept, Changes(journal=True))


def _back_up_to(folder: Path, survey: Any, *, progress: Any) -> Any:
    from fieldaudit.actions import surveys
    from fieldaudit.actions.changes import Changes, Done

    return Done(surveys.backup(survey, folder, progress=progress), Changes())
