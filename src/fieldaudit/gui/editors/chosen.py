"""Editors for what is chosen: one of few, one of many, several, a confirmation, an order."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QButtonGroup,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from fieldaudit.gui.editors.editor import Editor
from fieldaudit.gui.editors.flow import Flow
from fieldaudit.gui.widgets.buttons import Link, Segment, Tick
from fieldaudit.gui.widgets.fields import Choice

FEW = 6
"""Up to this many answers stand side by side."""

Options = Sequence[tuple[str, str]]
"""Stored value and words of each answer."""


class OneOfFew(Editor):
    """Segments side by side; arrow keys move between them, Backspace takes the answer back."""

    def __init__(self, options: Options, parent: QWidget | None = None) -> None:
        """Show a segment for each option."""
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._values: dict[QAbstractButton, str] = {}
        flow = Flow(self)
        for value, words in options:
            segment = Segment(words)
            self._values[segment] = value
            self._group.addButton(segment)
            flow.addWidget(segment)
        self._clear = Link(self.tr("清除"))
        self._clear.clicked.connect(self._on_clear)
        self._clear.hide()
        flow.addWidget(self._clear)
        self._group.buttonClicked.connect(self._on_chosen)
        first = next(iter(self._values), None)
        if first is not None:
            self.setFocusProxy(first)

    def show_value(self, value: str) -> None:
        """Check the segment of a value; none for an empty one."""
        self._group.setExclusive(False)
        for segment, own in self._values.items():
            segment.setChecked(own == value)
        self._group.setExclusive(True)
        self._clear.setVisible(bool(value) and self.isEnabled())

    def lock(self, locked: bool) -> None:
        """Show the answer without offering others."""
        super().lock(locked)
        if locked:
            self._clear.hide()

    def name(self, words: str) -> None:
        """Name each segment after its question."""
        self.setAccessibleName(words)
        for segment in self._values:
            segment.setAccessibleName(f"{words}: {segment.text()}")

    def _on_chosen(self, segment: QAbstractButton) -> None:
        self._clear.setVisible(True)
        self.edited.emit(self._values[segment])

    def _on_clear(self) -> None:
        self.show_value("")
        self.edited.emit("")


class OneOfMany(Editor):
    """A list that folds out."""

    def __init__(self, options: Options, parent: QWidget | None = None) -> None:
        """Offer the options under an empty one."""
        super().__init__(parent)
        self.choice = Choice()
        self.choice.addItem("", "")
        for value, words in options:
            self.choice.addItem(words, value)
        self.choice.setMinimumWidth(240)
        self.choice.activated.connect(self._on_chosen)
        self.setFocusProxy(self.choice)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.choice)
        box.addStretch()

    def show_value(self, value: str) -> None:
        """Show a value; one that the list does not offer is shown as it is stored."""
        place = self.choice.findData(value)
        if place < 0:
            self.choice.addItem(value, value)
            place = self.choice.count() - 1
        self.choice.setCurrentIndex(place)

    def _on_chosen(self, place: int) -> None:
        self.edited.emit(str(self.choice.itemData(place)))


class SeveralOf(Editor):
    """Boxes to tick."""

    def __init__(self, options: Options, parent: QWidget | None = None) -> None:
        """Show a box for each option."""
        super().__init__(parent)
        self._ticks: dict[str, Tick] = {}
        flow = Flow(self)
        for value, words in options:
            tick = Tick(words)
            tick.clicked.connect(self._on_ticked)
            self._ticks[value] = tick
            flow.addWidget(tick)
        first = next(iter(self._ticks.values()), None)
        if first is not None:
            self.setFocusProxy(first)

    def show_value(self, value: str) -> None:
        """Tick the boxes of a value."""
        chosen = set(value.split())
        for own, tick in self._ticks.items():
            tick.setChecked(own in chosen)

    def name(self, words: str) -> None:
        """Name each box after its question."""
        self.setAccessibleName(words)
        for tick in self._ticks.values():
            tick.setAccessibleName(f"{words}: {tick.text()}")

    def _on_ticked(self) -> None:
        chosen = (value for value, tick in self._ticks.items() if tick.isChecked())
        self.edited.emit(" ".join(chosen))


class Confirmation(Editor):
    """One box that says: read and agreed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without a tick."""
        super().__init__(parent)
        self.tick = Tick(self.tr("已确认"))
        self.tick.clicked.connect(self._on_ticked)
        self.setFocusProxy(self.tick)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.tick)
        box.addStretch()

    def show_value(self, value: str) -> None:
        """Tick the box for `OK`, the value of XForms triggers."""
        self.tick.setChecked(value == "OK")

    def _on_ticked(self, ticked: bool) -> None:
        self.edited.emit("OK" if ticked else "")


class Ranking(Editor):
    """A list to be put in order, by dragging or with Alt+Up and Alt+Down."""

    def __init__(self, options: Options, parent: QWidget | None = None) -> None:
        """Show the options in the form's order."""
        super().__init__(parent)
        self._words = dict(options)
        self.list = QListWidget()
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.list.setSizeAdjustPolicy(QAbstractItemView.SizeAdjustPolicy.AdjustToContents)
        self.list.model().rowsMoved.connect(self._on_moved)
        self.setFocusProxy(self.list)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.list)
        self.show_value("")

    def show_value(self, value: str) -> None:
        """Show the ranked options first, the rest in the form's order."""
        ranked = [own for own in value.split() if own in self._words]
        order = ranked + [own for own in self._words if own not in ranked]
        self.list.clear()
        for own in order:
            item = QListWidgetItem(self._words[own])
            item.setData(Qt.ItemDataRole.UserRole, own)
            item.setSizeHint(QSize(200, 28))
            self.list.addItem(item)

    def _on_moved(self) -> None:
        items = (self.list.item(row) for row in range(self.list.count()))
        self.edited.emit(" ".join(item.data(Qt.ItemDataRole.UserRole) for item in items))
