"""What every page can do: be entered and left, hear of changes, look for text, send elsewhere."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from fieldaudit.actions.changes import Changes
from fieldaudit.gui.session import EVERYTHING, Session
from fieldaudit.gui.widgets.paint import ground

if TYPE_CHECKING:
    from fieldaudit.visit.stamp import Author


@dataclass(frozen=True, slots=True)
class Goal:
    """Where a page sends the person."""

    place: str
    """Key of the page."""

    item: str = ""
    """Record id to show there; empty: none."""


class Page(QWidget):
    """A page asks for what it shows when it is entered, and again when that has changed.

    Subclasses override `refresh` and what else they need.
    """

    wanted = Signal(object)
    """A Goal."""

    told = Signal(str)
    """A sentence for the message bar."""

    identity_missed = Signal()
    """A deed needs an author, and nobody has said who works here."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Hear of changes; ask for nothing yet."""
        super().__init__(parent)
        ground(self)
        self.session = session
        self._missed: Changes | None = EVERYTHING
        session.changed.connect(self._on_changed)

    def refresh(self, changes: Changes) -> None:
        """Ask again for what the changes touch."""
        raise NotImplementedError

    def leave(self) -> None:
        """Make everything typed here durable; called before the window goes elsewhere."""

    def look_for(self, text: str) -> None:
        """Show only what matches the text of the search field."""

    def show_item(self, item: str) -> None:
        """Show one record."""

    def author(self) -> "Author | None":
        """Return who works here; ask when nobody has said so."""
        if self.session.author is None:
            self.identity_missed.emit()
        return self.session.author

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while the page was hidden."""
        super().showEvent(event)
        if self._missed is not None and self.session.path is not None:
            missed, self._missed = self._missed, None
            self.refresh(missed)

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave nothing half typed."""
        super().hideEvent(event)
        self.leave()

    def _on_changed(self, changes: Changes) -> None:
        if self.isVisible():
            self.refresh(changes)
        else:
            self._missed = changes if self._missed is None else self._missed | changes
