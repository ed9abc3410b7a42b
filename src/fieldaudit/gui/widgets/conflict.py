"""One conflict: what all saw, what each said, where and with which picture, and the decision."""

from dataclasses import dataclass
from string import ascii_uppercase
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from fieldaudit.gui.conflictwords import (
    edit_lines,
    line,
    path_words,
    reason_words,
    shown,
    sort_word,
)
from fieldaudit.gui.labels import minute
from fieldaudit.gui.models.table import RECORD, Index
from fieldaudit.gui.theme import TITLE, XL, L, M, S, sized
from fieldaudit.gui.widgets.buttons import Button, Pick
from fieldaudit.gui.widgets.fields import Field
from fieldaudit.gui.widgets.head import Coloured, Secondary
from fieldaudit.gui.widgets.mapsketch import Drawn, MapSketch
from fieldaudit.gui.widgets.rows import two_lines
from fieldaudit.gui.widgets.scrolling import slim
from fieldaudit.visit.records import Conflict, Rival
from fieldaudit.visit.sorts import ConflictSort

if TYPE_CHECKING:
    from fieldaudit.actions.conflict_sight import Sight

__all__ = ["ConflictRow", "ConflictView", "Decision", "line"]

_WIDE = 640
_PICTURE = 112
_TYPED = (ConflictSort.VALUE, ConflictSort.GEOMETRY)
"""Sorts of conflict where a value that nobody said can be right."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided."""

    conflict: Conflict
    """Which conflict."""

    value: str | None
    """The value that holds; None: removed."""

    reason: str
    """Why."""


class ConflictView(QScrollArea):
    """Lets a person choose one of the values, or type another, and say why."""

    decided = Signal(object)
    """A Decision."""

    pictured = Signal(object)
    """Originals whose pictures are wanted, as a tuple of SHA-256."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without a conflict."""
        super().__init__(parent)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        slim(self)
        self._conflict: Conflict | None = None
        self._seen = False
        self._values: dict[int, str | None] = {}
        self._notes: dict[int, QVBoxLayout] = {}
        self._pictures: dict[str, list[QLabel]] = {}

    def show_conflict(self, conflict: Conflict | None, *, locked: bool) -> None:
        """Show a conflict; the page is built off screen and set at once."""
        self._conflict = conflict
        self._seen = False
        self._pictures = {}
        page = QWidget()
        if conflict is not None:
            self._build(page, conflict)
            page.setEnabled(not locked)
        self.setWidget(page)

    def see(self, seen: "Sight") -> None:
        """Add what is known beyond the values: words, map, pictures, decisions of others."""
        conflict = self._conflict
        if conflict is None or seen.conflict != conflict or self._seen:
            return
        self._seen = True
        if seen.label:
            self.question.setText(seen.label)
        for number, value in self._values.items():
            if seen.words.get(value or ""):
                self._group.button(number).setText(seen.words[value or ""])
        for number, rival in enumerate(conflict.rivals):
            reason = seen.decisions.get(rival.revision)
            if reason is not None:
                self._mark(
                    number,
                    self.tr("⇄ 有人已这样决定：{reason}").format(reason=reason_words(reason)),
                )
            self._show_pictures(self._notes[number], seen.pictures.get(rival.value or "", ()))
        self._show_pictures(self._shared, seen.pictures.get("", ()))
        if len(seen.places) > 0:
            self._show_map(conflict, seen)
        if self._pictures:
            self.pictured.emit(tuple(self._pictures))

    def show_picture(self, blob: str, picture: QPixmap) -> None:
        """Show the picture of an original that was asked for."""
        for label in self._pictures.get(blob, ()):
            ratio = self.devicePixelRatioF()
            edge = round(_PICTURE * ratio)
            small = picture.scaled(
                edge,
                edge,
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            small.setDevicePixelRatio(ratio)
            label.setPixmap(small)

    def _build(self, page: QWidget, conflict: Conflict) -> None:
        page.setMaximumWidth(_WIDE + 2 * L)
        box = QVBoxLayout(page)
        box.setContentsMargins(L, M, L, L)
        box.setSpacing(S)
        title = QLabel(conflict.title, textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        title.setFont(sized(self.font(), TITLE, bold=True))
        box.addWidget(title)
        self.sort = Coloured()
        self.sort.say(f"⇄ {sort_word(conflict.sort)}", "conflict")
        self.question = Secondary(path_words(conflict.path))
        row = QHBoxLayout()
        row.setSpacing(M)
        row.addWidget(self.sort)
        row.addWidget(self.question, 1)
        box.addLayout(row)
        self._shared = QVBoxLayout()
        self._shared.setSpacing(S)
        box.addLayout(self._shared)
        if conflict.sort is not ConflictSort.DELETION:
            known = conflict.base is not None
            base = shown(conflict.base, conflict) if known else self.tr("（未填）")
            box.addWidget(Secondary(self.tr("各方看到的原值：{value}").format(value=base)))
        self._group = QButtonGroup(page)
        self._group.idToggled.connect(self._on_touched)
        self._values, self._notes = {}, {}
        for number, rival in enumerate(conflict.rivals):
            self._offer(page, box, number, rival)
        self.other = Field()
        if conflict.sort in _TYPED:
            self._offer_other(page, box, len(conflict.rivals))
        self._ask_reason(box)

    def _ask_reason(self, box: QVBoxLayout) -> None:
        self.reason = Field()
        self.reason.setPlaceholderText(self.tr("为什么这样决定（必填，写入记录）"))
        self.reason.setAccessibleName(self.tr("理由"))
        self.reason.textChanged.connect(self._on_touched)
        self.reason.returnPressed.connect(self._on_decide)
        self.decide = Button(self.tr("决定"), leading=True)
        self.decide.setEnabled(False)
        self.decide.clicked.connect(self._on_decide)
        row = QHBoxLayout()
        row.setSpacing(S)
        row.addWidget(self.reason, 1)
        row.addWidget(self.decide)
        box.addSpacing(S)
        box.addLayout(row)
        box.addStretch()

    def _offer(self, page: QWidget, box: QVBoxLayout, number: int, rival: Rival) -> None:
        conflict = self._conflict
        letter = ascii_uppercase[number % len(ascii_uppercase)]
        located = conflict is not None and conflict.sort is ConflictSort.GEOMETRY
        said = shown(rival.value, conflict)
        button = Pick(f"{letter}  {said}" if located else said, page)
        font = button.font()
        font.setBold(True)
        button.setFont(font)
        self._group.addButton(button, number)
        self._values[number] = rival.value
        by = self.tr("{author} · {time}").format(author=rival.author, time=minute(rival.made_at))
        if rival.provisional:
            by += " · " + self.tr("暂用")
        button.setAccessibleDescription(by)
        button.setToolTip(said)
        notes = QVBoxLayout()
        notes.setContentsMargins(XL, 0, 0, S)
        notes.setSpacing(4)
        notes.addWidget(Secondary(by))
        if conflict is not None and rival.value is None:
            for said in edit_lines(conflict):
                notes.addWidget(Secondary(said))
        self._notes[number] = notes
        box.addWidget(button)
        box.addLayout(notes)

    def _offer_other(self, page: QWidget, box: QVBoxLayout, number: int) -> None:
        button = Pick(self.tr("另填一个值"), page)
        self._group.addButton(button, number)
        self.other.setAccessibleName(self.tr("另填一个值"))
        self.other.textEdited.connect(button.click)
        self.other.textEdited.connect(self._on_touched)
        row = QHBoxLayout()
        row.setSpacing(S)
        row.addWidget(button)
        row.addWidget(self.other, 1)
        box.addLayout(row)

    def _mark(self, number: int, said: str) -> None:
        mark = Coloured()
        mark.say(said, "conflict")
        self._notes[number].addWidget(mark)

    def _show_pictures(self, place: QVBoxLayout, blobs: tuple[str, ...]) -> None:
        if not blobs:
            return
        row = QHBoxLayout()
        row.setSpacing(S)
        for blob in blobs:
            label = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
            label.setFixedSize(_PICTURE, _PICTURE)
            label.setAccessibleName(self.tr("照片 {hash}").format(hash=blob[:8]))
            label.setToolTip(f"SHA-256 {blob[:16]}")
            self._pictures.setdefault(blob, []).append(label)
            row.addWidget(label)
        row.addStretch()
        place.addLayout(row)

    def _show_map(self, conflict: Conflict, seen: "Sight") -> None:
        base = seen.places.get(conflict.base or "")
        drawn = [Drawn("", base)] if base else []
        for number, rival in enumerate(conflict.rivals):
            points = seen.places.get(rival.value or "")
            metres = seen.metres.get(rival.value or "")
            if points:
                drawn.append(Drawn(ascii_uppercase[number % len(ascii_uppercase)], points))
            if metres is not None:
                said = self.tr("距 A {metres} 米").format(metres=f"{metres:,.1f}")
                self._notes[number].insertWidget(0, Secondary(said))
        farthest = max(seen.metres.values(), default=0.0)
        told = self.tr("最远相距 {metres} 米").format(metres=f"{farthest:,.1f}")
        sketch = MapSketch()
        sketch.show_places(drawn, told if seen.metres else "")
        self._shared.addWidget(sketch)

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
        conflict: Conflict = index.data(RECORD)
        values = " / ".join(shown(rival.value, conflict) for rival in conflict.rivals)
        lower = f"{sort_word(conflict.sort)} · {path_words(conflict.path)} · {values}"
        two_lines(painter, option, upper=f"⇄ {conflict.title}", lower=lower, role="conflict")
