"""The head of a visit: where, which checklist, where it stands, and what can be done with it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from fieldaudit.gui.labels import status_role, word
from fieldaudit.gui.theme import TITLE, L, M, S, sized
from fieldaudit.gui.widgets.buttons import Button, IconButton
from fieldaudit.gui.widgets.head import Coloured, Secondary
from fieldaudit.visit.records import Status, VisitSummary


class SheetHead(QWidget):
    """Title and state at the left, deeds at the right; which ones depends on the state."""

    pressed = Signal(str)
    """save, sign, accept or give_back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without a visit."""
        super().__init__(parent)
        self.visit = ""
        self.title = QLabel(wordWrap=True)
        self.title.setFont(sized(self.font(), TITLE, bold=True))
        self.form = Secondary()
        self.because = Coloured()
        self.state = Coloured()
        self.state.setWordWrap(False)
        self.save = Button(self.tr("保存"))
        self.save.setShortcut(QKeySequence.StandardKey.Save)
        self.save.setToolTip("Ctrl+S")
        self.sign = Button(self.tr("签名…"), symbol="sign", leading=True)
        self.accept = Button(self.tr("接收"), leading=True)
        self.give_back = Button(self.tr("退回…"))
        self.back = IconButton("left", self.tr("返回列表"))
        self.back.hide()
        self.panel = IconButton("panel", self.tr("问题和照片"))
        self.panel.setCheckable(True)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.form)
        words.addWidget(self.because)
        box = QHBoxLayout(self)
        box.setContentsMargins(L, S, M, S)
        box.setSpacing(S)
        box.addWidget(self.back)
        box.addLayout(words, 1)
        box.addWidget(self.state)
        for name, button in self._buttons().items():
            button.setProperty("deed", name)
            button.clicked.connect(self._on_pressed)
            box.addWidget(button)
        box.addWidget(self.panel)

    def show_visit(self, summary: VisitSummary, form: str, *, locked: bool, review: bool) -> None:
        """Show a visit and offer what its state allows.

        Args:
            summary: the visit.
            form: title of its checklist.
            locked: whether its answers may only be read.
            review: whether it may be accepted and given back.
        """
        self.visit = summary.id
        self.title.setText(f"{summary.site.code} {summary.site.name}")
        parts = (form, summary.inspector, self.tr("只读") if locked else "")
        self.form.setText(" · ".join(part for part in parts if part))
        why = self.tr("↩ 退回意见：{reason}").format(reason=summary.returned_because)
        self.because.say(why, "major")
        self.because.setVisible(bool(summary.returned_because))
        status = summary.status
        self.state.say(word(status), status_role(status))
        filling = status in (Status.DRAFT, Status.RETURNED) and not locked
        self.save.setVisible(filling)
        self.sign.setVisible(filling)
        self.accept.setVisible(status is Status.SIGNED and review)
        self.give_back.setVisible(status in (Status.SIGNED, Status.ACCEPTED) and review)

    def _buttons(self) -> dict[str, Button]:
        return {
            "save": self.save,
            "sign": self.sign,
            "give_back": self.give_back,
            "accept": self.accept,
        }

    def _on_pressed(self) -> None:
        self.pressed.emit(self.sender().property("deed"))
