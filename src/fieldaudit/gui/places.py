"""Surveys that do not simply open: those in risky places, and damaged ones with backups."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from fieldaudit.gui.session import Session

if TYPE_CHECKING:
    from fieldaudit.errors import Problem


class Places(QObject):
    """Asks what to do where the session could not, or should not, open a survey by itself."""

    told = Signal(str)
    """A sentence for the message bar."""

    def __init__(self, session: Session, window: QWidget) -> None:
        """Ask over `window`."""
        super().__init__(window)
        self._session, self._window = session, window
        session.doubtful.connect(self._on_doubtful)
        session.damaged.connect(self._on_damaged)

    def _on_doubtful(self, path: Path, problem: "Problem") -> None:
        from fieldaudit.gui.dialogs.place import PlaceDialog

        PlaceDialog(
            self._session, path, problem, copied=self._on_copied, parent=self._window
        ).open()

    def _on_damaged(self, path: Path) -> None:
        """A damaged survey has backups beside it, as a rule: the way back is one click away."""
        from fieldaudit.actions.backups import backup_folder
        from fieldaudit.gui.dialogs.backups import BackupsDialog

        if backup_folder(path).is_dir():
            dialog = BackupsDialog(self._session, path, self._window)
            dialog.told.connect(self.told)
            dialog.open()

    def _on_copied(self, local: Path) -> None:
        # A safe folder was chosen for it; where there is none, the question must not come again.
        self._session.open(local, anywhere=True)
        self.told.emit(self.tr("在本机副本上工作：{file}").format(file=local))
