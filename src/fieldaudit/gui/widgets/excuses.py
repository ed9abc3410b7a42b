"""Why a question has no answer: not applicable, not checked, no access, each with its reason."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from fieldaudit.gui.labels import EXCUSES, word
from fieldaudit.gui.theme import XS
from fieldaudit.gui.widgets.buttons import Link
from fieldaudit.visit.judgement import AnswerState


class Excuses(QWidget):
    """Three quiet words; pressing the chosen one again takes it back."""

    chosen = Signal(str)
    """The state that was chosen: one of the three, or answered."""

    def __init__(self, question: str, parent: QWidget | None = None) -> None:
        """Offer the three for a question."""
        super().__init__(parent)
        self.links: dict[str, Link] = {}
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(XS)
        for state in EXCUSES:
            link = Link(word(state))
            link.setCheckable(True)
            link.setAccessibleName(f"{question}: {word(state)}")
            link.clicked.connect(self._on_pressed)
            self.links[state] = link
            box.addWidget(link)

    def show_state(self, state: str) -> None:
        """Mark the state that holds."""
        for own, link in self.links.items():
            link.setChecked(own == state)

    def _on_pressed(self, checked: bool) -> None:
        pressed = self.sender()
        state = next(own for own, link in self.links.items() if link is pressed)
        self.chosen.emit(state if checked else AnswerState.ANSWERED.value)
