"""One conflict: what all saw, what each said, and the decision with its reason."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QSize, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QButtonGroup,
    QLabel,
    QRadioButton,
    QScrollArea,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from fieldaudit.gui.labels import minute, typeset
from fieldaudit.gui.models.table import RECORD, Index
from fieldaudit.gui.theme import SMALL, TITLE, L, M, S, colours, sized
from fieldaudit.gui.widgets.buttons import Button
from fieldaudit.gui.widgets.fields import Field
from fieldaudit.gui.widgets.head import Secondary
from fieldaudit.gui.widgets.paint import words
from fieldaudit.gui.widgets.scrolling import slim
from fieldaudit.visit.records import Conflict, Rival

_WIDE = 640


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided."""

    conflict: Conflict
    """Which conflict."""

    value: str | None
    """The value that holds; None: removed."""

    reason: str
    """Why."""


@dataclass(frozen=True, slots=True)
class Named:
    """What the checklist calls the question of a conflict."""

    conflict: Conflict
    """Which conflict."""

    label: str
    """What is asked."""

    words: Mapping[str, str]
    """Stored value → words, for chosen answers."""


class ConflictView(QScrollArea):
    """Lets a person choose one of the values, or type another, and say why."""

    decided = Signal(object)
    """A Decision."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without a conflict."""
        super().__init__(parent)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setWidgetResizable(True)
        slim(self)
        self._conflict: Conflict | None = None
        self._values: dict[int, str | None] = {}

    def show_conflict(self, conflict: Conflict | None, *, locked: bool) -> None:
        """Show a conflict; the page is built off screen and set at once."""
        self._conflict = conflict
        page = QWidget()
        if conflict is not None:
            self._build(page, conflict)
            page.setEnabled(not locked)
        self.setWidget(page)

    def name_question(self, named: Named) -> None:
        """Say which question it is, and chosen answers by their labels."""
        if named.conflict is not self._conflict:
            return
        self.question.setText(named.label)
        for number, value in self._values.items():
            words = named.words.get(value or "")
            if words:
                self._group.button(number).setText(words)

    def _build(self, page: QWidget, conflict: Conflict) -> None:
        page.setMaximumWidth(_WIDE)
        box = QVBoxLayout(page)
        box.setContentsMargins(L, L, L, L)
        box.setSpacing(S)
        title = QLabel(conflict.title)
        title.setFont(sized(self.font(), TITLE, bold=True))
        box.addWidget(title)
        self.question = Secondary(path_words(conflict.path))
        box.addWidget(self.question)
        box.addSpacing(S)
        base = shown(conflict.base) if conflict.base is not None else self.tr("（未填）")
        box.addWidget(Secondary(self.tr("各方看到的原值：{value}").format(value=base)))
        self._group = QButtonGroup(page)
        self._group.idToggled.connect(self._on_touched)
        self._values = {}
        for number, rival in enumerate(conflict.rivals):
            self._offer(page, box, number, rival)
        self._offer_other(page, box, len(conflict.rivals))
        box.addSpacing(S)
        self.reason = Field()
        self.reason.setPlaceholderText(self.tr("为什么这样决定（必填，写入记录）"))
        self.reason.setAccessibleName(self.tr("理由"))
        self.reason.textChanged.connect(self._on_touched)
        self.reason.returnPressed.connect(self._on_decide)
        box.addWidget(self.reason)
        self.decide = Button(self.tr("决定"), leading=True)
        self.decide.setEnabled(False)
        self.decide.clicked.connect(self._on_decide)
        box.addWidget(self.decide)
        box.addStretch()

    def _offer(self, page: QWidget, box: QVBoxLayout, number: int, rival: Rival) -> None:
        button = QRadioButton(shown(rival.value), page)
        font = button.font()
        font.setBold(True)
        button.setFont(font)
        self._group.addButton(button, number)
        self._values[number] = rival.value
        by = self.tr("{author} · {time}").format(author=rival.author, time=minute(rival.made_at))
        if rival.provisional:
            by += " · " + self.tr("暂用")
        note = Secondary(by)
        note.setContentsMargins(L + M, 0, 0, S)
        box.addWidget(button)
        box.addWidget(note)

    def _offer_other(self, page: QWidget, box: QVBoxLayout, number: int) -> None:
        button = QRadioButton(self.tr("另填一个值"), page)
        self._group.addButton(button, number)
        self.other = Field()
        self.other.setAccessibleName(self.tr("另填一个值"))
        self.other.textEdited.connect(button.click)
        self.other.textEdited.connect(self._on_touched)
        box.addWidget(button)
        box.addWidget(self.other)

    def _on_touched(self) -> None:
        self.decide.setEnabled(self._ready())

    def _ready(self) -> bool:
        chosen = self._group.checkedId()
        typed = chosen in self._values or bool(self.other.text())
        return chosen >= 0 and typed and bool(self.reason.text().strip())

    def _on_decide(self) -> None:
        if self._conflict is None or not self._ready():
            return
        chosen = self._group.checkedId()
        value = self._values[chosen] if chosen in self._values else self.other.text()
        self.decided.emit(Decision(self._conflict, value, self.reason.text().strip()))


class ConflictRow(QStyledItemDelegate):
    """The record, the path, how many values."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Be two lines high."""
        return QSize(200, 50)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> None:
        """Draw the conflict of a row."""
        look = colours(option.widget)
        conflict: Conflict = index.data(RECORD)
        box = option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, look.tint)
            painter.fillRect(box.left(), box.top(), 3, box.height(), look.conflict)
        painter.setPen(look.line)
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        room = box.adjusted(M, 4, -M, -4)
        upper = room.adjusted(0, 0, 0, -room.height() // 2)
        lower = room.adjusted(0, room.height() // 2, 0, 0)
        words(painter, upper, f"⇄ {conflict.title}", colour=look.ink, font=option.font)
        values = " / ".join(shown(rival.value) for rival in conflict.rivals)
        text = f"{path_words(conflict.path)}：{values}"
        words(painter, lower, text, colour=look.conflict, font=sized(option.font, SMALL))
        painter.restore()


def line(conflict: Conflict) -> str:
    """Return a conflict in one line, for readers and for keys."""
    return f"{conflict.title} {path_words(conflict.path)}"


def shown(value: str | None) -> str:
    """Return a value as people read it; a removed one has a word."""
    if value is None:
        return QCoreApplication.translate("ConflictView", "（删除）")
    return typeset(value) or QCoreApplication.translate("ConflictView", "（空）")


def path_words(path: str) -> str:
    """Return the last steps of a path, enough to know the question by."""
    special = {
        "$deleted": QCoreApplication.translate("ConflictView", "删除还是保留"),
        "$status": QCoreApplication.translate("ConflictView", "检查的状态"),
        "position": QCoreApplication.translate("ConflictView", "坐标"),
        "name": QCoreApplication.translate("ConflictView", "名称"),
        "address": QCoreApplication.translate("ConflictView", "地址"),
    }
    return special.get(path) or path.removeprefix("$").rpartition("/")[2]
