"""Keys that were unlocked and stay so for a while, in memory alone.

They are locked when nobody types or does anything for some minutes, when somebody else takes over,
and when the window closes.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from fieldaudit.actions.trustlists import Known
    from fieldaudit.visit.identity import Identity

IDLE_MINUTES = 10


class Keyring(QObject):
    """The unlocked identities of this session, by file."""

    locked = Signal()
    """Everything was locked."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Hold nothing."""
        super().__init__(parent)
        self._held: dict[Path, Identity] = {}
        self.known: Known | None = None
        """Whose signatures count by a trust list that somebody took over for this session."""
        self.idle = QTimer(self, singleShot=True, interval=IDLE_MINUTES * 60_000)
        self.idle.timeout.connect(self.lock)

    def keep(self, file: Path, identity: "Identity") -> None:
        """Keep an identity unlocked; any thread may say so."""
        self._held[file] = identity

    def held(self, file: Path) -> "Identity | None":
        """Return an identity that is unlocked."""
        return self._held.get(file)

    def lock(self) -> None:
        """Forget all keys, and log out of tokens."""
        held = list(self._held.values())
        self._held.clear()
        for identity in held:
            identity.lock()
        if held:
            self.locked.emit()

    def touch(self) -> None:
        """Begin the wait anew: somebody typed or did something."""
        if self._held:
            self.idle.start()

    def watch(self) -> None:
        """Begin the wait; the window's thread calls this after a key was unlocked."""
        self.idle.start()
