"""Shows what a deed found: one sentence, and the particulars below it."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import QDialog, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from fieldaudit.gui.theme import TITLE, XL, L, M, sized
from fieldaudit.gui.widgets.buttons import Button
from fieldaudit.gui.widgets.head import Coloured
from fieldaudit.gui.widgets.scrolling import slim

_WIDE, _HIGH = 560, 120


class ResultDialog(QDialog):
    """A title, the sentence that matters, lines to read and to copy."""

    def __init__(
        self,
        title: str,
        sentence: str,
        lines: Sequence[str],
        *,
        good: bool,
        parent: QWidget | None = None,
    ) -> None:
        """Show `sentence` with the mark of what is `good` or not."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        head = QLabel(title)
        head.setFont(sized(self.font(), TITLE, bold=True))
        self.sentence = Coloured()
        self.sentence.setMinimumWidth(_WIDE)
        self.sentence.say(f"{'✓' if good else '▲'} {sentence}", "passed" if good else "major")
        self.lines = QPlainTextEdit("\n".join(lines))
        self.lines.setReadOnly(True)
        self.lines.setTabChangesFocus(True)
        self.lines.setMinimumSize(QSize(_WIDE, _HIGH))
        self.lines.setAccessibleName(title)
        self.lines.setVisible(bool(lines))
        slim(self.lines)
        close = Button(QCoreApplication.translate("ResultDialog", "关闭"), leading=True)
        close.setDefault(True)
        close.clicked.connect(self.accept)
        box = QVBoxLayout(self)
        box.setContentsMargins(XL, L, XL, L)
        box.setSpacing(M)
        for part in (head, self.sentence, self.lines):
            box.addWidget(part)
        box.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
