"""The pages of a PDF as pictures, one at a time, drawn in the lane.

PDFium must not run twice at once, and building a package reads its pages back with it.
"""

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from fieldaudit.gui.session import Session
from fieldaudit.gui.theme import L, S
from fieldaudit.gui.widgets.buttons import IconButton
from fieldaudit.gui.widgets.paint import chrome
from fieldaudit.gui.widgets.scrolling import WIDE, slim
from fieldaudit.gui.widgets.states import Empty, States

_WIDEST = 900


class PdfPages(QWidget):
    """Shows one page; PageUp, PageDown, Home and End turn it."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Start without a file."""
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._session = session
        self._file: Path | None = None
        self.page = self.pages = 0
        self._first = 1
        self.picture = QLabel(alignment=Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.picture.setAccessibleName(self.tr("成果页面"))
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        slim(self._scroll)
        self._scroll.setWidget(self.picture)
        chrome(self.picture)
        self.picture.setContentsMargins(L, L, L, L)
        self.before = IconButton("left", self.tr("上一页"))
        self.after = IconButton("right", self.tr("下一页"))
        self.before.clicked.connect(self._on_before)
        self.after.clicked.connect(self._on_after)
        self.place = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self.place.setMinimumWidth(72)
        turn = QHBoxLayout()
        turn.setContentsMargins(S, S, S, S)
        turn.addStretch()
        for part in (self.before, self.place, self.after):
            turn.addWidget(part)
        turn.addStretch()
        shown = QWidget()
        box = QVBoxLayout(shown)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(turn)
        box.addWidget(self._scroll, 1)
        hint = self.tr("编制或核验一份成果后，在这里翻看它的页面。")
        self._states = States(shown, Empty("package", self.tr("还没有页面"), hint, wide=240))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._states)
        self._turn(0)

    def show_file(self, file: Path, page: int = 1) -> None:
        """Show a page of a PDF."""
        self._file = file
        self._first = page
        self.pages = 0
        self._session.ask(partial(_count, file), self._on_count)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn pages."""
        turns = {
            Qt.Key.Key_PageUp: self.page - 1,
            Qt.Key.Key_PageDown: self.page + 1,
            Qt.Key.Key_Home: 1,
            Qt.Key.Key_End: self.pages,
        }
        wanted = turns.get(Qt.Key(event.key()))
        if wanted is None:
            super().keyPressEvent(event)
        else:
            self._turn(wanted)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw the page again when there is more room or less."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width() and self.page:
            self._turn(self.page)

    def _turn(self, page: int) -> None:
        self.page = max(min(page, self.pages), min(1, self.pages))
        self.place.setText(f"{self.page} / {self.pages}" if self.pages else "")
        self.before.setEnabled(self.page > 1)
        self.after.setEnabled(self.page < self.pages)
        if self._file is not None and self.page:
            ratio = self.devicePixelRatioF()
            room = min(self._scroll.width() - 2 * L - WIDE, _WIDEST)
            work = partial(_draw, self._file, self.page, max(200, round(room * ratio)))
            self._session.ask(work, self._on_drawn)

    def _on_count(self, count: int) -> None:
        self.pages = count
        self._states.show_content(count > 0)
        self._turn(self._first)

    def _on_drawn(self, drawn: tuple[Path, int, bytes]) -> None:
        file, page, data = drawn
        if (file, page) == (self._file, self.page):
            picture = QPixmap()
            picture.loadFromData(data)
            picture.setDevicePixelRatio(self.devicePixelRatioF())
            self.picture.setPixmap(picture)
            self._scroll.verticalScrollBar().setValue(0)

    def _on_before(self) -> None:
        self._turn(self.page - 1)

    def _on_after(self) -> None:
        self._turn(self.page + 1)


def _count(file: Path, _survey: Any) -> int:
    from fieldaudit.actions import packages

    return packages.page_count(file)


def _draw(file: Path, page: int, width: int, _survey: Any) -> tuple[Path, int, bytes]:
    from fieldaudit.actions import packages

    return file, page, packages.page_image(file, page - 1, width)
