"""A window that asks a few things, stays while the answer is worked on, and shows a refusal."""

from itertools import pairwise

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from fieldaudit.errors import FieldauditError
from fieldaudit.gui.labels import explain
from fieldaudit.gui.theme import TITLE, XL, L, M, S, sized
from fieldaudit.gui.widgets.buttons import Button
from fieldaudit.gui.widgets.fields import Field
from fieldaudit.gui.widgets.head import Coloured


class Ask(QDialog):
    """A title, rows of fields, a line for a refusal, two buttons.

    Subclasses override `ready` and `confirm`; the dialog closes by `done_well`.
    """

    def __init__(self, title: str, hint: str, confirm: str, parent: QWidget | None = None) -> None:
        """Show a title, why the question is asked, and the word on the leading button."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(440)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        head = QLabel(title)
        head.setFont(sized(self.font(), TITLE, bold=True))
        self._hint = QLabel(hint, wordWrap=True)
        self._hint.setVisible(bool(hint))
        self.rows = QFormLayout()
        self.rows.setSpacing(M)
        self.rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.refusal = Coloured()
        self.refusal.hide()
        self.confirmation = Button(confirm, leading=True)
        self.confirmation.setDefault(True)
        self.confirmation.clicked.connect(self._on_confirm)
        self.cancellation = Button(QCoreApplication.translate("Ask", "取消"))
        self.cancellation.clicked.connect(self.reject)
        self.buttons = QHBoxLayout()
        self.buttons.addStretch()
        self.buttons.addWidget(self.cancellation)
        self.buttons.addWidget(self.confirmation)
        box = QVBoxLayout(self)
        box.setContentsMargins(XL, L, XL, L)
        box.setSpacing(M)
        for part in (head, self._hint):
            box.addWidget(part)
        box.addSpacing(S)
        box.addLayout(self.rows)
        box.addWidget(self.refusal)
        box.addSpacing(S)
        box.addLayout(self.buttons)

    def showEvent(self, event: QShowEvent) -> None:
        """Let Tab go through the rows first, and begin in the first of them."""
        super().showEvent(event)
        items = [
            self.rows.itemAt(row, QFormLayout.ItemRole.FieldRole)
            for row in range(self.rows.rowCount())
        ]
        fields = [field for item in items if item and (field := item.widget())]
        for one, other in pairwise([*fields, self.cancellation, self.confirmation]):
            QWidget.setTabOrder(one, other)
        if fields and self.focusWidget() in (None, self.cancellation, self.confirmation):
            fields[0].setFocus()

    def ready(self) -> bool:
        """Tell whether everything needed is there."""
        return True

    def confirm(self) -> None:
        """Do what was asked for, now that a person pressed the button."""
        self.done_well()

    def check(self) -> None:
        """Allow the leading button when everything needed is there."""
        self.confirmation.setEnabled(self.ready())

    def refuse(self, error: BaseException) -> None:
        """Say why it did not work, and let the person try again."""
        words = explain(error) if isinstance(error, FieldauditError) else str(error)
        self.refusal.say(f"✗ {words}", "critical")
        self.refusal.show()
        self.setEnabled(True)

    def done_well(self, _value: object = None) -> None:
        """Close the dialog."""
        self.accept()

    def _on_confirm(self) -> None:
        if self.ready():
            self.refusal.hide()
            self.confirm()


class FileField(QWidget):
    """A path with a button that opens the system's file dialog."""

    def __init__(self, words: str, pattern: str, *, new: bool = False) -> None:
        """Ask for a file called `words`; `new`: one that does not exist yet."""
        super().__init__()
        self._words, self._pattern, self._new = words, pattern, new
        self.field = Field()
        self.field.setAccessibleName(words)
        browse = Button(self.tr("浏览…"))
        browse.clicked.connect(self._on_browse)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.field, 1)
        box.addWidget(browse)
        self.setFocusProxy(self.field)

    def _on_browse(self) -> None:
        ask = QFileDialog.getSaveFileName if self._new else QFileDialog.getOpenFileName
        name, _kind = ask(self, self._words, self.field.text(), self._pattern)
        if name:
            self.field.setText(name)
