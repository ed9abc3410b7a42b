"""One line on the overview: the last backup, back up now, and the way to the others."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from fieldaudit.gui.session import Session
from fieldaudit.gui.theme import S
from fieldaudit.gui.widgets.buttons import Link
from fieldaudit.gui.widgets.head import Coloured

if TYPE_CHECKING:
    from pathlib import Path

    from fieldaudit.actions.backups import Kept


class BackupLine(QWidget):
    """Says when the survey was backed up last, and backs it up."""

    told = Signal(str)
    """A sentence for the message bar."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Say nothing until asked to."""
        super().__init__(parent)
        self._session = session
        self.words = Coloured()
        self.now = Link(self.tr("立即备份"))
        self.all = Link(self.tr("备份与恢复…"))
        self.now.clicked.connect(self._on_now)
        self.all.clicked.connect(self._on_all)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, S)
        box.setSpacing(S)
        for part in (self.words, self.now, self.all):
            box.addWidget(part)
        box.addStretch()

    def refresh(self) -> None:
        """Ask for the last backup."""
        self._session.ask(_last, self._on_last)

    def _on_last(self, last: "Kept | None") -> None:
        from fieldaudit.gui.backupwords import made_words, reason_word

        if last is None:
            self.words.say(self.tr("▲ 还没有备份"), "major")
            return
        said = self.tr("✓ 最近备份：{time} · {reason} · 已核对")
        told = said.format(time=made_words(last.made), reason=reason_word(last.reason))
        self.words.say(told, "passed")

    def _on_now(self) -> None:
        from fieldaudit.gui.dialogs.backups import back_up

        self.now.setEnabled(False)
        self._session.act(
            back_up,
            self._on_backed_up,
            title=self.tr("正在备份"),
            long=True,
            sorry=self._on_not_backed_up,
        )

    def _on_backed_up(self, file: "Path") -> None:
        self.now.setEnabled(True)
        self.told.emit(self.tr("已备份到 {file}，打开核对过。").format(file=file.name))
        self.refresh()

    def _on_not_backed_up(self, error: BaseException) -> None:
        from fieldaudit.errors import FieldauditError

        self.now.setEnabled(True)
        if isinstance(error, FieldauditError):
            self._session.failed.emit(error)
        else:
            self.told.emit(self.tr("已停止备份，什么也没有写入。"))

    def _on_all(self) -> None:
        from fieldaudit.gui.dialogs.backups import BackupsDialog

        if self._session.path is not None:
            dialog = BackupsDialog(self._session, self._session.path, self.window())
            dialog.told.connect(self.told)
            dialog.open()


def _last(survey: Any) -> "Kept | None":
    from fieldaudit.actions import backups

    return next(iter(backups.backups(survey.path)), None)
