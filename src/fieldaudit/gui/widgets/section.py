"""The page of one section: a card for each question, built off screen and set at once."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from fieldaudit.form.definition import Group
from fieldaudit.form.state import Row, RowKind
from fieldaudit.gui.labels import bare
from fieldaudit.gui.models.questions import QuestionsModel
from fieldaudit.gui.models.sections import Section
from fieldaudit.gui.theme import XL, L, M, S
from fieldaudit.gui.widgets.buttons import Button, Link
from fieldaudit.gui.widgets.card import QuestionCard
from fieldaudit.gui.widgets.hidden import HiddenQuestions
from fieldaudit.gui.widgets.paint import ground
from fieldaudit.gui.widgets.papers import PaperWishes
from fieldaudit.gui.widgets.scrolling import slim
from fieldaudit.visit.records import Paper, Photo

WIDEST = 760
"""Text is not read well in longer lines."""


class SectionView(QScrollArea):
    """Shows one section and keeps its cards up to date."""

    photos_dropped = Signal(str, object)
    """Live path of a question, and the paths of the files."""

    photo_opened = Signal(object)
    """A Photo that was pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without a section."""
        super().__init__(parent)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setWidgetResizable(True)
        slim(self)
        self._model: QuestionsModel
        self._section: Section
        self._locked = False
        self.cards: dict[str, QuestionCard] = {}
        self._others: dict[str, list[QWidget]] = {}
        self._photos: Mapping[str, Sequence[Photo]] = {}
        self._lost: Mapping[str, Sequence[Photo]] = {}
        self.papers = PaperWishes(self)
        self._papers: Mapping[str, Sequence[Paper]] = {}
        self._removed: Mapping[str, Sequence[Paper]] = {}

    def show_section(self, model: QuestionsModel, section: Section, *, locked: bool) -> None:
        """Build the page of a section off screen, then set it."""
        self._model, self._section, self._locked = model, section, locked
        self.cards, self._others = {}, {}
        page = QWidget()
        ground(page)
        column = QWidget(page)
        column.setMaximumWidth(WIDEST)
        side = QHBoxLayout(page)
        side.setContentsMargins(L, S, L, XL)
        side.addWidget(column, 1)
        side.addStretch(0)
        box = QVBoxLayout(column)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        for row in section.rows:
            self._add(box, row)
        self.hidden = HiddenQuestions(model, section, column)
        box.addWidget(self.hidden)
        box.addStretch()
        self._show_relevant()
        self.show_photos(self._photos, self._lost)
        self.show_papers(self._papers, self._removed)
        self.setWidget(page)

    def settle(self, touched: frozenset[str]) -> None:
        """Update the cards that an edit touched, all in one go."""
        page = self.widget()
        if page is None:
            return
        page.setUpdatesEnabled(False)
        self._show_relevant()
        for path in touched:
            if path in self.cards:
                self.cards[path].update_card()
        self.hidden.settle()
        page.setUpdatesEnabled(True)

    def show_photos(
        self, photos: Mapping[str, Sequence[Photo]], removed: Mapping[str, Sequence[Photo]]
    ) -> None:
        """Give each card its photos, and those removed a moment ago, by question path."""
        self._photos, self._lost = photos, removed
        for path, card in self.cards.items():
            card.show_photos(photos.get(path, ()), removed.get(path, ()))

    def show_papers(
        self, papers: Mapping[str, Sequence[Paper]], removed: Mapping[str, Sequence[Paper]]
    ) -> None:
        """Give each card its papers, and those removed a moment ago, by question path."""
        self._papers, self._removed = papers, removed
        for path, card in self.cards.items():
            card.show_papers(papers.get(path, ()), removed.get(path, ()))

    def jump(self, path: str) -> None:
        """Scroll to a question and take the keyboard there."""
        card = self.cards.get(path)
        if card is not None:
            card.focus()
            # The page may have been set a moment ago and has no geometry yet.
            QTimer.singleShot(0, card, self._on_laid_out)
            self._goal = path

    _goal = ""

    def _on_laid_out(self) -> None:
        card = self.cards.get(self._goal)
        if card is not None:
            self.ensureWidgetVisible(card, 0, XL)

    def _add(self, box: QVBoxLayout, row: Row) -> None:
        if row.kind is RowKind.QUESTION:
            card = QuestionCard(self._model, row.path, locked=self._locked, wishes=self.papers)
            card.photos_dropped.connect(self.photos_dropped)
            card.photo_opened.connect(self.photo_opened)
            self.cards[row.path] = card
            self._place(box, row, card)
        elif row.kind is RowKind.INSTANCE:
            self._place(box, row, self._instance_head(row))
        elif row.depth:
            self._place(box, row, self._group_head(row))
            if row.kind is RowKind.REPEAT and not row.number:
                self._offer(box, row.path, row)
        self._close_repeats(box, row)

    def _place(self, box: QVBoxLayout, row: Row, widget: QWidget) -> None:
        depth = row.depth - 1 - (row.kind is RowKind.QUESTION)
        widget.setContentsMargins(L * max(0, depth), 0, 0, 0)
        self._others.setdefault(row.path, []).append(widget)
        box.addWidget(widget)

    def _close_repeats(self, box: QVBoxLayout, row: Row) -> None:
        """Put the button that adds an instance after the last row of its repeat."""
        rows = self._section.rows
        after = rows[rows.index(row) + 1 :]
        for repeat in rows:
            if repeat.kind is RowKind.REPEAT and repeat.number and repeat is not row:
                inside = row.path.startswith(f"{repeat.path}/")
                if inside and not any(one.path.startswith(f"{repeat.path}/") for one in after):
                    self._offer(box, repeat.path, repeat)

    def _group_head(self, row: Row) -> QWidget:
        label = QLabel(bare(row.item.label, self._model.language))
        font = label.font()
        font.setBold(True)
        label.setFont(font)
        label.setMinimumHeight(M + XL if label.text() else 0)
        label.setVisible(bool(label.text()))
        return label

    def _instance_head(self, row: Row) -> QWidget:
        head = QWidget()
        line = QHBoxLayout(head)
        line.setContentsMargins(0, S, 0, 0)
        title = bare(row.item.label, self._model.language)
        line.addWidget(QLabel(f"{row.number} · {title}"))
        line.addStretch()
        if not self._locked and isinstance(row.item, Group) and not row.item.count:
            remove = Link(self.tr("移除"))
            remove.setAccessibleName(self.tr("移除第 {number} 项").format(number=row.number))
            remove.setProperty("path", row.path)
            remove.clicked.connect(self._on_remove)
            line.addWidget(remove)
        return head

    def _offer(self, box: QVBoxLayout, path: str, row: Row) -> None:
        if self._locked or (isinstance(row.item, Group) and row.item.count):
            return
        title = bare(row.item.label, self._model.language)
        add = Button(self.tr("再加一项：{title}").format(title=title), symbol="add")
        add.setProperty("path", path)
        add.clicked.connect(self._on_add)
        self._others.setdefault(path, []).append(add)
        box.addSpacing(S)
        box.addWidget(add)
        box.addSpacing(M)

    def _show_relevant(self) -> None:
        """Show what is relevant, hide the rest, before the layout runs once."""
        for path, widgets in self._others.items():
            there = self._visible(path)
            for widget in widgets:
                if widget.isHidden() == there:
                    widget.setVisible(there)

    def _visible(self, path: str) -> bool:
        try:
            return self._model.visible(path)
        except KeyError:
            # A repeat has no node of its own: it is shown where the section around it is.
            return self._visible(path.rpartition("/")[0])

    def _on_add(self) -> None:
        made = self._model.add_instance(self.sender().property("path"))
        self.jump(next((path for path in self.cards if path.startswith(f"{made}/")), ""))

    def _on_remove(self) -> None:
        self._model.remove_instance(self.sender().property("path"))
