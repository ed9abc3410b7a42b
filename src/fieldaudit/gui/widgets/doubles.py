"""Places that may have been entered twice, side by side; linked or kept apart, never deleted."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from fieldaudit.errors import BadInput
from fieldaudit.gui.labels import minute, word
from fieldaudit.gui.models.records import RecordList
from fieldaudit.gui.models.table import RECORD
from fieldaudit.gui.theme import TITLE, XL, L, M, S, sized
from fieldaudit.gui.widgets.buttons import Button
from fieldaudit.gui.widgets.fields import Field
from fieldaudit.gui.widgets.head import Coloured, Secondary
from fieldaudit.gui.widgets.mapsketch import Drawn, MapSketch
from fieldaudit.gui.widgets.pairrow import PairRow, pair_line
from fieldaudit.gui.widgets.scrolling import slim
from fieldaudit.gui.widgets.states import Empty, States
from fieldaudit.gui.widgets.tables import RowList
from fieldaudit.visit.place import Position, read_geopoint

if TYPE_CHECKING:
    from fieldaudit.actions.doubles import Pair

_WIDE = 640


@dataclass(frozen=True, slots=True)
class PairDecision:
    """What a person decided about two sites."""

    pair: "Pair"
    """Which."""

    same: bool
    """True: they are one place."""

    reason: str
    """Why."""


class DoublesView(QWidget):
    """Pairs at the left, one of them at the right."""

    decided = Signal(object)
    """A PairDecision."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without pairs."""
        super().__init__(parent)
        self._all: tuple[Pair, ...] = ()
        self._text = ""
        self._locked = False
        self._seen: tuple[Pair | None, bool] = (None, False)
        self._model = RecordList(pair_line)
        self.list = RowList(self._model, PairRow(), self.tr("可能重复的地点"))
        self.list.setMinimumWidth(200)
        self.list.selectionModel().currentChanged.connect(self._on_chosen)
        self.page = PairPage()
        self.page.decided.connect(self.decided)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        split.addWidget(self.list)
        split.addWidget(self.page)
        split.setSizes([320, 880])
        split.setStretchFactor(0, 1)
        split.setStretchFactor(1, 3)
        empty = Empty(
            "sites",
            self.tr("没有可能重复的地点"),
            self.tr("编码相同，或名称相同且相距不到 30 米的两个站点会列在这里。"),
        )
        self._states = States(split, empty)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._states)

    def show_pairs(self, pairs: "Sequence[Pair]", *, locked: bool) -> None:
        """Show these; `locked`: nothing can be decided here."""
        self._all, self._locked = tuple(pairs), locked
        self._show()

    def look_for(self, text: str) -> None:
        """Show the pairs that match."""
        self._text = text.casefold()
        self._show()

    def _show(self) -> None:
        found = [each for each in self._all if self._text in pair_line(each).casefold()]
        row = max(0, min(self.list.currentIndex().row(), len(found) - 1))
        self._model.show_records(found)
        self._states.show_content(bool(self._all))
        self.list.setCurrentIndex(self._model.index(row))
        self._on_chosen(self.list.currentIndex())

    def _on_chosen(self, index: QModelIndex) -> None:
        pair = index.data(RECORD) if index.isValid() else None
        if (pair, self._locked) == self._seen:
            return
        self._seen = (pair, self._locked)
        self.page.show_pair(pair, locked=self._locked)


class PairPage(QScrollArea):
    """Two sites side by side, what differs, and the decision."""

    decided = Signal(object)
    """A PairDecision."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without a pair."""
        super().__init__(parent)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        slim(self)
        self._pair: Pair | None = None

    def show_pair(self, pair: "Pair | None", *, locked: bool) -> None:
        """Show a pair; the page is built off screen and set at once."""
        self._pair = pair
        page = QWidget()
        if pair is not None:
            self._build(page, pair)
            page.setEnabled(not locked)
        self.setWidget(page)

    def _build(self, page: QWidget, pair: "Pair") -> None:
        page.setMaximumWidth(_WIDE + 2 * L)
        box = QVBoxLayout(page)
        box.setContentsMargins(L, M, L, L)
        box.setSpacing(S)
        title = QLabel(self.tr("这是同一个地点吗？"))
        title.setFont(sized(self.font(), TITLE, bold=True))
        box.addWidget(title)
        self.facts = Secondary(_facts(pair, self.tr("位置不全，量不出距离")))
        box.addWidget(self.facts)
        places = (_place(pair.older.position), _place(pair.younger.position))
        if places[0] and places[1]:
            sketch = MapSketch()
            drawn = [Drawn("A", (places[0],)), Drawn("B", (places[1],))]
            sketch.show_places(drawn, "")
            box.addWidget(sketch)
        box.addLayout(self._table(pair))
        self.reason = Field()
        self.reason.setPlaceholderText(self.tr("为什么这样决定（必填，写入记录）"))
        self.reason.setAccessibleName(self.tr("理由"))
        self.reason.textChanged.connect(self._on_touched)
        self.same = Button(self.tr("是同一地点，关联"), leading=True)
        self.other = Button(self.tr("是两个地点"))
        self.same.clicked.connect(self._on_same)
        self.other.clicked.connect(self._on_other)
        row = QHBoxLayout()
        row.setSpacing(S)
        row.addWidget(self.same)
        row.addWidget(self.other)
        row.addStretch()
        box.addSpacing(S)
        box.addWidget(self.reason)
        box.addLayout(row)
        box.addWidget(Secondary(self.tr("关联后两条记录和它们的检查都保留，什么也不删除。")))
        box.addStretch()
        self._on_touched()

    def _table(self, pair: "Pair") -> QGridLayout:
        """Return both sites by row; what differs is marked with shape and colour."""
        one, other = pair.older, pair.younger
        rows = (
            ("", "A", "B"),
            (self.tr("编码"), one.code, other.code),
            (self.tr("名称"), one.name, other.name),
            (self.tr("类型"), word(one.kind), word(other.kind)),
            (self.tr("街道"), one.street, other.street),
            (self.tr("地址"), one.address, other.address),
            (self.tr("坐标"), _short(one.position), _short(other.position)),
            (
                self.tr("录入"),
                *(f"{a} · {minute(m)}" for a, m in zip(pair.authors, pair.made, strict=True)),
            ),
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(XL)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        for number, (name, left, right) in enumerate(rows):
            differs = left != right and 0 < number < len(rows) - 1
            grid.addWidget(Secondary(name), number, 0)
            for column, text in ((1, left), (2, right)):
                cell = Coloured()
                said = text or "–"
                cell.say(f"≠ {said}" if differs else said, "conflict" if differs else "ink")
                grid.addWidget(cell, number, column)
        return grid

    def _on_touched(self) -> None:
        for button in (self.same, self.other):
            button.setEnabled(bool(self.reason.text().strip()))

    def _on_same(self) -> None:
        self._decide(same=True)

    def _on_other(self) -> None:
        self._decide(same=False)

    def _decide(self, *, same: bool) -> None:
        if self._pair is not None:
            self.decided.emit(PairDecision(self._pair, same, self.reason.text().strip()))


def _facts(pair: "Pair", unknown: str) -> str:
    return " · ".join(pair_line(pair, unknown).split(" · ")[1:])


def _place(text: str) -> Position | None:
    try:
        return read_geopoint(text)
    except BadInput:
        return None


def _short(text: str) -> str:
    place = _place(text)
    return f"{place.latitude:.6f}, {place.longitude:.6f}" if place else ""
