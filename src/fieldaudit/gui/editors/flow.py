"""A layout that sets its items side by side and goes on in a new line when one is full."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from fieldaudit.gui.theme import S


class Flow(QLayout):
    """Lines of items, like words in a text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(S)

    def addItem(self, item: QLayoutItem) -> None:
        """Append an item."""
        self._items.append(item)

    def exchange(self, old: QWidget, new: QWidget) -> None:
        """Put a widget where another one was."""
        place = next(n for n, item in enumerate(self._items) if item.widget() is old)
        self.addWidget(new)
        self._items[place] = self._items.pop()
        self.invalidate()

    def count(self) -> int:
        """Return the number of items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return an item, or None past the end as Qt expects."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Remove and return an item."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        """Say that a narrow layout is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that the lines need."""
        around = self._margins()
        inner = QRect(0, 0, width - around.width(), 0)
        return self._place(inner, move=False) + around.height()

    def setGeometry(self, box: QRect) -> None:
        """Set the items into a box."""
        super().setGeometry(box)
        self._place(box.marginsRemoved(self.contentsMargins()), move=True)

    def sizeHint(self) -> QSize:
        """Prefer one line."""
        hints = [item.sizeHint() for item in self._items if not item.isEmpty()]
        wide = sum(hint.width() + self.spacing() for hint in hints)
        high = max((hint.height() for hint in hints), default=0)
        return QSize(max(0, wide - self.spacing()), high) + self._margins()

    def minimumSize(self) -> QSize:
        """Need the widest item."""
        needed = QSize()
        for item in self._items:
            needed = needed.expandedTo(item.minimumSize())
        return needed + self._margins()

    def expandingDirections(self) -> Qt.Orientation:
        """Take no more than needed."""
        return Qt.Orientation(0)

    def _margins(self) -> QSize:
        around = self.contentsMargins()
        return QSize(around.left() + around.right(), around.top() + around.bottom())

    def _place(self, box: QRect, *, move: bool) -> int:
        """Lay the items out in a box; return the height used."""
        y = box.y()
        for line in self._lines(box.width()):
            high = max(size.height() for _item, size in line)
            x = box.x()
            for item, size in line:
                if move:
                    middle = y + (high - size.height()) // 2
                    item.setGeometry(QRect(QPoint(x, middle), size))
                x += size.width() + self.spacing()
            y += high + self.spacing()
        return max(0, y - self.spacing() - box.y())

    def _lines(self, room: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        used = 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = _fitted(item, max(0, room))
            if not lines or used + size.width() > room:
                lines.append([])
                used = 0
            lines[-1].append((item, size))
            used += size.width() + self.spacing()
        return lines


def _fitted(item: QLayoutItem, room: int) -> QSize:
    """Return the size of an item; one that is too wide for a line gets higher instead."""
    hint = item.sizeHint()
    if hint.width() <= room:
        return hint
    high = item.heightForWidth(room) if item.hasHeightForWidth() else hint.height()
    return QSize(room, high)
