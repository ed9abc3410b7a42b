"""Where surveys lie: warns before the first write, and lets people work on a local copy."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from fieldaudit.gui.session import Session

if TYPE_CHECKING:
    from fieldaudit.errors import Problem


class Places(QObject):
    """Asks when the session was not sure enough of a place to open a survey there."""

    told = Signal(str)
    """A sentence for the message bar."""

    def __init__(self, session: Session, window: QWidget) -> None:
        """Ask over `window`."""
        super().__init__(window)
        self._session, self._window = session, window
        session.doubtful.connect(self._on_doubtful)

    def _on_doubtful(self, path: Path, problem: "Problem") -> None:
        from fieldaudit.gui.dialogs.place import PlaceDialog

        PlaceDialog(
            self._session, path, problem, copied=self._on_copied, parent=self._window
        ).open()

    def _on_copied(self, local: Path) -> None:
        # A safe folder was chosen for it; where there is none, the question must not come again.
        self._session.open(local, anywhere=True)
        self.told.emit(self.tr("在本机副本上工作：{file}").format(file=local))
