"""Handing over from the window: one clean, sealed file, plain or for one recipient."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QDate, QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from fieldaudit.gui.session import Session

if TYPE_CHECKING:
    from fieldaudit.gui.dialogs.handover import HandoverDialog
    from fieldaudit.gui.dialogs.identity import Key, SignDialog
    from fieldaudit.visit.records import Balance


class Handing(QObject):
    """Asks where to, by whom and for whom; says what was handed over."""

    told = Signal(str)
    """A sentence for the message bar."""

    def __init__(self, session: Session, window: QWidget) -> None:
        """Ask over `window`."""
        super().__init__(window)
        self._session, self._window = session, window
        self._target = Path()
        self._dialog: HandoverDialog | None = None

    def begin(self) -> None:
        """Ask where to; a local copy proposes the place that it came from."""
        from fieldaudit.gui.dialogs.handover import HandoverDialog

        kinds = self.tr("调查文件 (*.gpkg)") + ";;" + self.tr("加密的移交文件 (*.p7m)")
        name, _kind = QFileDialog.getSaveFileName(
            self._window, self.tr("移交到哪个文件"), str(self._proposed()), kinds
        )
        if name:
            self._target = Path(name)
            self._dialog = HandoverDialog(
                deed=self._hand_over, session=self._session, parent=self._window
            )
            self._dialog.open()

    def _proposed(self) -> Path:
        from fieldaudit.actions.localcopy import origin_of

        path = self._session.path or Path()
        home = origin_of(path) or path
        day = QDate.currentDate().toString("yyyyMMdd")
        author = self._session.author
        who = f"-{author.name}" if author else ""
        return home.with_name(f"{home.stem}{who}-{day}.gpkg")

    def _hand_over(self, dialog: "SignDialog", key: "Key") -> None:
        recipient = self._dialog.certificate() if self._dialog is not None else None
        if recipient is not None:
            self._target = self._target.with_suffix(".p7m")
        self._session.act(
            partial(_hand_over, self._target, recipient, key),
            self._on_handed_over,
            title=self.tr("正在移交"),
            long=True,
            sorry=dialog.refuse,
        )

    def _on_handed_over(self, balance: "Balance") -> None:
        closed = self._dialog is not None and self._dialog.certificate() is not None
        if self._dialog is not None:
            self._dialog.done_well()
            self._dialog = None
        words = self.tr("已移交：修订 {count}，照片和附件 {present} 应 {expected}，遗失 {lost}。")
        said = words.format(
            count=balance.taken,
            present=balance.photos_present,
            expected=balance.photos_expected,
            lost=balance.lost,
        )
        if closed:
            said += " " + self.tr("{file} 只有收件人能打开。").format(file=self._target.name)
        self.told.emit(said)


def _hand_over(
    target: Path, recipient: Path | None, key: "Key", survey: Any, *, progress: Any
) -> Any:
    from fieldaudit.actions import handovers, surveys

    identity = key.unlock()
    if recipient is None:
        return surveys.handover(survey, target, identity=identity, progress=progress)
    return handovers.handover_to(
        survey, target, recipient=recipient, identity=identity, progress=progress
    )
