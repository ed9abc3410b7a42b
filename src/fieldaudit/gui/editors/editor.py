"""What every editor can do: show a value, tell an edit, be locked, be outlined."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget


class Editor(QWidget):
    """Shows one answer and tells when a person changes it.

    Subclasses override `show_value`, and `alarm` where they have an outline.
    """

    edited = Signal(str)
    """The new value in ODK lexical form; empty for none."""

    def show_value(self, value: str) -> None:
        """Show a value without telling it as an edit."""
        raise NotImplementedError

    def lock(self, locked: bool) -> None:
        """Forbid or allow editing."""
        self.setEnabled(not locked)

    def alarm(self, colour: str) -> None:
        """Outline the value in a colour; empty: calm. Editors without an outline ignore it."""

    def name(self, words: str) -> None:
        """Give the control an accessible name."""
        self.setAccessibleName(words)
        proxy = self.focusProxy()
        if proxy is not None:
            proxy.setAccessibleName(words)
