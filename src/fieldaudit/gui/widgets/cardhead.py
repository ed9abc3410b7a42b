"""The head of a question: its code, what is asked, how grave a failure is, the photo rule."""

import re

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from fieldaudit.form.definition import Kind, PhotoRule, Severity
from fieldaudit.form.rich import plain, to_html
from fieldaudit.gui.labels import word
from fieldaudit.gui.theme import S
from fieldaudit.gui.widgets.buttons import small
from fieldaudit.gui.widgets.head import Secondary
from fieldaudit.visit.draft import Shown

_CODE = re.compile(r"[A-Z]{3,4}-\d+")


class CardHead(QWidget):
    """One line, or more where the question is long."""

    def __init__(self, shown: Shown, parent: QWidget | None = None) -> None:
        """Head a question; its words come with `show_label`."""
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(S)
        code = _CODE.match(shown.question.name)
        if code is not None:
            label = Secondary(code.group())
            label.setWordWrap(False)
            row.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        self.label = QLabel(wordWrap=True)
        font = self.label.font()
        font.setBold(shown.question.kind is not Kind.NOTE)
        self.label.setFont(font)
        row.addWidget(self.label, 1)
        rank = Secondary(_rank(shown))
        rank.setWordWrap(False)
        small(rank)
        row.addWidget(rank, 0, Qt.AlignmentFlag.AlignTop)

    def show_label(self, text: str) -> None:
        """Show what is asked, values filled in."""
        show_rich(self.label, text)


def show_rich(label: QLabel, text: str) -> None:
    """Show a text of a form: with its bold, slanted and coloured parts when it has any."""
    rich = plain(text) != text
    label.setTextFormat(Qt.TextFormat.RichText if rich else Qt.TextFormat.PlainText)
    shown = to_html(text) if rich else text
    if shown != label.text():
        label.setText(shown)


def _rank(shown: Shown) -> str:
    parts = []
    audit = shown.question.audit
    if audit.severity is not Severity.INFORMATION:
        parts.append(word(audit.severity))
    if audit.photo is PhotoRule.ALWAYS:
        parts.append(QCoreApplication.translate("QuestionCard", "照片"))
    elif audit.photo is PhotoRule.ON_FAILURE:
        parts.append(QCoreApplication.translate("QuestionCard", "不符合时拍照"))
    return " · ".join(parts)
