"""Editors for what is typed: text, numbers, calculated values."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from fieldaudit.gui.editors.editor import Editor
from fieldaudit.gui.labels import typeset
from fieldaudit.gui.theme import BODY, S, sized
from fieldaudit.gui.widgets.fields import Field, TextBox

NUMBER_WIDTH = 128
"""Pixels for a number: seven figures, sign and point."""

_ASCII = str.maketrans("−－﹣–０１２３４５６７８９．。", "----0123456789..")
"""What Chinese input methods and copied texts write for the signs of a number."""


class LineEditor(Editor):
    """One line of text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.field = Field()
        self.field.textEdited.connect(self._on_edited)
        self.setFocusProxy(self.field)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.field)

    def show_value(self, value: str) -> None:
        """Show a value; the cursor stays when it is the one that is there."""
        if value != self.field.text():
            self.field.setText(value)

    def lock(self, locked: bool) -> None:
        """Let the text be read and copied, not changed."""
        self.field.setReadOnly(locked)

    def alarm(self, colour: str) -> None:
        """Outline the field."""
        self.field.alarm(colour)

    def _on_edited(self, text: str) -> None:
        self.edited.emit(text)


class NumberEditor(LineEditor):
    """A number, right-aligned; what is not a number stays, and fails calmly."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.field.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.field.setFont(sized(self.field.font(), BODY))
        self.field.setFixedWidth(NUMBER_WIDTH)
        self.field.setInputMethodHints(Qt.InputMethodHint.ImhFormattedNumbersOnly)
        self.field.editingFinished.connect(self._on_finished)

    def show_value(self, value: str) -> None:
        """Show a number with a true minus, unless it is being typed."""
        if value != self.typed():
            self.field.setText(typeset(value))

    def typed(self) -> str:
        """Return the field's text in ASCII."""
        return self.field.text().translate(_ASCII).strip()

    def _on_edited(self, _text: str) -> None:
        self.edited.emit(self.typed())

    def _on_finished(self) -> None:
        self.field.setText(typeset(self.typed()))


class TextEditor(Editor):
    """Several lines of text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.box = TextBox()
        self.box.textChanged.connect(self._on_edited)
        self.setFocusProxy(self.box)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.box)

    def show_value(self, value: str) -> None:
        """Show a value; the cursor stays when it is the one that is there."""
        if value != self.box.toPlainText():
            self.box.blockSignals(True)
            self.box.setPlainText(value)
            self.box.blockSignals(False)

    def lock(self, locked: bool) -> None:
        """Let the text be read and copied, not changed."""
        self.box.setReadOnly(locked)

    def _on_edited(self) -> None:
        self.edited.emit(self.box.toPlainText())


class ShownValue(Editor):
    """A calculated value: it can be read and copied, not changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start with a dash for no value."""
        super().__init__(parent)
        self.words = QLabel("–")
        self.words.setFont(sized(self.font(), BODY, bold=True))
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, S // 2, 0, S // 2)
        box.addWidget(self.words)

    def show_value(self, value: str) -> None:
        """Show the value, or a dash."""
        self.words.setText(typeset(value) or "–")
