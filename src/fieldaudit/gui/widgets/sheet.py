"""The work area of one visit: head, sections, questions, side panel; it tells what was typed."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence, QPixmap, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fieldaudit.gui.labels import conclusion_role, spoken_language, word
from fieldaudit.gui.models.findings import findings
from fieldaudit.gui.models.questions import QuestionsModel
from fieldaudit.gui.models.sections import Section, Tally, sections, tally
from fieldaudit.gui.widgets.section import SectionView
from fieldaudit.gui.widgets.sectiontabs import SectionTabs
from fieldaudit.gui.widgets.sheethead import SheetHead
from fieldaudit.gui.widgets.sidepanel import SidePanel
from fieldaudit.visit.draft import Draft
from fieldaudit.visit.records import Paper, Photo, Status

if TYPE_CHECKING:
    from fieldaudit.actions.sheets import VisitSheet

Attached = TypeVar("Attached", Photo, Paper)

KEEP_AFTER = 400
"""Milliseconds after the last key until typing is made durable; the promise is half a second."""

_FOLDS_BELOW = 860
"""Width of the work area under which the side panel folds away (a 1280 pixel window)."""


class Sheet(QWidget):
    """Shows a draft and says what in it waits to be kept."""

    typed = Signal()
    """Something was typed a moment ago, or a field with typing was left."""

    photos_dropped = Signal(str, object)
    """Live path of a question, or empty for the visit; and the paths of the files."""

    photo_opened = Signal(object)
    """A Photo that was pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without a visit."""
        super().__init__(parent)
        self.model: QuestionsModel | None = None
        self.head = SheetHead()
        self.tabs = SectionTabs()
        self.section = SectionView()
        self.panel = SidePanel()
        self._opened: VisitSheet | None = None
        self._sections: list[Section] = []
        self._tallies: list[Tally] = []
        self._photos: Sequence[Photo] = ()
        self._papers: Sequence[Paper] = ()
        self._gone: Sequence[Paper] = ()
        self._lost: Sequence[Photo] = ()
        self._pictures: dict[str, QPixmap] = {}
        self._current = 0
        self.locked = False
        """Whether nothing of the visit can be changed."""
        self._edited = False
        """Whether a person changed something: merely looking must not make a draft."""
        self._timer = QTimer(self, singleShot=True, interval=KEEP_AFTER)
        self._timer.timeout.connect(self.typed)
        self._arrange()
        self.tabs.chosen.connect(self.show_section)
        self.section.photos_dropped.connect(self.photos_dropped)
        self.section.photo_opened.connect(self.photo_opened)
        self.papers = self.section.papers
        self.papers.hear(self.panel.papers)
        self.papers.hear_photos(self.panel.strip)
        self.panel.jumped.connect(self.jump)
        self.panel.strip.dropped.connect(self._on_panel_photos)
        self.panel.strip.opened.connect(self.photo_opened)
        QShortcut(QKeySequence("Ctrl+PgDown"), self).activated.connect(self.next_section)
        QShortcut(QKeySequence("Ctrl+PgUp"), self).activated.connect(self.previous_section)

    def show_visit(self, opened: "VisitSheet", draft: Draft, *, readonly: bool) -> None:
        """Show the draft of a visit; a signed one, and any in a read-only file, is locked."""
        filling = opened.summary.status in (Status.DRAFT, Status.RETURNED)
        locked = readonly or not filling
        summary = opened.summary
        again = self.model is not None and self.head.visit == summary.id
        self._opened = opened
        self._photos, self._papers, self._lost = (), (), ()
        self._pictures = dict(self._pictures) if again else {}
        self.model = QuestionsModel(draft, spoken_language())
        self.model.settled.connect(self._on_settled)
        self.model.reshaped.connect(self._on_reshaped)
        self.model.edited.connect(self._on_edited)
        self._edited = False
        self.locked = locked
        self.head.show_visit(summary, draft.form.title, locked=locked, review=not readonly)
        self._sections = sections(self.model)
        self.tabs.show_sections(self._sections)
        self.panel.lock(locked)
        self.show_section(min(self._current, len(self._sections) - 1) if again else 0)
        self._count()

    def show_photos(self, photos: Sequence[Photo], removed: Sequence[Photo] = ()) -> None:
        """Show the photos of the visit at their questions and in the panel."""
        self._photos, self._lost = photos, removed
        self._attach()
        self.section.show_photos(_by_question(photos), _by_question(removed))
        self._count()

    def show_papers(self, papers: Sequence[Paper], removed: Sequence[Paper]) -> None:
        """Show the papers of the visit at their questions, the others in the panel."""
        self._papers = papers
        self._attach()
        self._gone = removed
        self.section.show_papers(_by_question(papers), _by_question(removed))
        self._place_papers()
        self._count()

    def _place_papers(self) -> None:
        """Show in the panel what belongs to no question, also when its repeat instance is gone."""
        papers, removed = self._papers, self._gone
        places = {row.path for row in self.model.rows()} if self.model is not None else set()
        apart = [
            [each for each in those if each.question not in places] for those in (papers, removed)
        ]
        self.panel.show_papers(*apart)

    def show_picture(self, blob: str, picture: QPixmap) -> None:
        """Show a thumbnail wherever its photo is."""
        self._pictures[blob] = picture
        self.panel.strip.show_picture(blob, picture)
        for card in self.section.cards.values():
            if card.strip is not None:
                card.strip.show_picture(blob, picture)

    def show_section(self, number: int) -> None:
        """Show one section."""
        if self.model is not None and self._sections:
            self._current = number
            self.tabs.show_current(number)
            self.section.show_section(self.model, self._sections[number], locked=self.locked)
            for blob, picture in [*self._pictures.items()]:
                self.show_picture(blob, picture)

    def next_section(self) -> None:
        """Go to the section after this one."""
        self.show_section(min(self._current + 1, len(self._sections) - 1))

    def previous_section(self) -> None:
        """Go to the section before this one."""
        self.show_section(max(self._current - 1, 0))

    def jump(self, path: str) -> None:
        """Go to a question, wherever it is."""
        for number, section in enumerate(self._sections):
            if any(row.path == path for row in section.rows):
                if number != self._current:
                    self.show_section(number)
                self.section.jump(path)

    def take_changes(self) -> dict[str, str | None]:
        """Return what was typed since the last call, to be kept."""
        self._timer.stop()
        if self.model is None or not self._edited:
            return {}
        self._edited = False
        changes = self.model.draft.changes()
        self.model.draft.saved()
        return changes

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the side panel away where there is no room for it."""
        super().resizeEvent(event)
        self.panel.setVisible(self.width() >= _FOLDS_BELOW or self.head.panel.isChecked())
        self.head.panel.setVisible(self.width() < _FOLDS_BELOW)

    def _arrange(self) -> None:
        column = QVBoxLayout()
        row = QHBoxLayout(self)
        for box in (column, row):
            box.setContentsMargins(0, 0, 0, 0)
            box.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.tabs)
        column.addWidget(self.section, 1)
        row.addLayout(column, 1)
        row.addWidget(self.panel)
        self.head.panel.toggled.connect(self.panel.setVisible)

    def _on_settled(self, touched: frozenset[str]) -> None:
        self.section.settle(touched)
        self._count()

    def _on_edited(self) -> None:
        self._edited = True
        self._timer.start()

    def _on_reshaped(self) -> None:
        if self.model is not None:
            self._sections = sections(self.model)
            self.show_section(self._current)
            self._place_papers()
            self._count()

    def _attach(self) -> None:
        if self.model is not None:
            self.model.attach(_names(self._photos), _names(self._papers))

    def _on_panel_photos(self, files: object) -> None:
        self.photos_dropped.emit("", files)

    def _count(self) -> None:
        """Say how far the visit is and what is wrong with it."""
        if self.model is None:
            return
        self._tallies = [tally(self.model, section) for section in self._sections]
        self.tabs.show_tallies(self._tallies)
        whole = Tally()
        for one in self._tallies:
            whole += one
        self.panel.show_findings(findings(self.model, whole))
        self.panel.show_photos(self._photos, len(whole.photos), self._lost)
        words = self.tr("已答 {answered}/{asked}")
        self.panel.progress.setText(words.format(answered=whole.answered, asked=whole.asked))
        self._conclude()

    def _conclude(self) -> None:
        """Say what the judged items add up to."""
        from fieldaudit.actions.sheets import rules_of, verdict_of

        if self.model is not None and self._opened is not None:
            verdict = verdict_of(self.model.draft, rules_of(self._opened.parameters))
            open_ = any(one.missing or one.wrong for one in self._tallies)
            pattern = self.tr("暂定结论 {word}") if open_ else self.tr("结论 {word}")
            said = pattern.format(word=word(verdict.conclusion))
            self.panel.conclusion.say(said, conclusion_role(verdict.conclusion))


def _by_question(attached: Sequence[Attached]) -> dict[str, list[Attached]]:
    found: dict[str, list[Attached]] = {}
    for each in attached:
        found.setdefault(each.question, []).append(each)
    return found


def _names(attached: Sequence[Attached]) -> dict[str, list[str]]:
    found = _by_question(attached).items()
    return {path: [each.name for each in those] for path, those in found}
