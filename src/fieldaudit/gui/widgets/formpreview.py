"""A checklist as the inspector will see it: it can be filled in, and nobody keeps it."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fieldaudit.gui.labels import spoken_language
from fieldaudit.gui.models.questions import QuestionsModel
from fieldaudit.gui.models.sections import Section, sections, tally
from fieldaudit.gui.theme import L, S
from fieldaudit.gui.widgets.fields import Choice
from fieldaudit.gui.widgets.head import Secondary
from fieldaudit.gui.widgets.section import SectionView
from fieldaudit.gui.widgets.sectiontabs import SectionTabs
from fieldaudit.visit.draft import Draft

_NAMES = 12
"""Characters of a language's name that are seen whole."""

_QUESTIONS = 200
"""Pixels that the questions need to be of use; the page scrolls where there are fewer."""


class FormPreview(QWidget):
    """Sections and questions over a throw-away draft, in each language of the form."""

    told = Signal(str)
    """A sentence for the message bar."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without a form."""
        super().__init__(parent)
        self.model: QuestionsModel | None = None
        self._sections: list[Section] = []
        self._current = 0
        self.language = Choice()
        self.language.setAccessibleName(self.tr("预览的语言"))
        self.language.setMinimumContentsLength(_NAMES)
        self.language.activated.connect(self._on_language)
        self.tabs = SectionTabs()
        self.tabs.chosen.connect(self.show_section)
        self.section = SectionView()
        self.section.setMinimumHeight(_QUESTIONS)
        self.section.photos_dropped.connect(self._on_photos)
        self.section.papers.dropped.connect(self._on_dropped)
        note = QHBoxLayout()
        note.setContentsMargins(L, 0, L, S)
        hint = self.tr("可以试着填写，看显示条件、限值和必填是否如意；这里的内容不保存。")
        note.addWidget(Secondary(hint), 1)
        note.addWidget(self.language)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(note)
        box.addWidget(self.tabs)
        box.addWidget(self.section, 1)

    def show_draft(self, draft: Draft) -> None:
        """Show another form from its first section on."""
        self._current = 0
        self.language.clear()
        self.language.addItems(draft.form.languages)
        self.language.setCurrentText(draft.form.language(spoken_language()))
        self.language.setVisible(self.language.count() > 1)
        self._speak(draft)

    def show_section(self, number: int) -> None:
        """Show one section."""
        if self.model is not None and self._sections:
            self._current = min(number, len(self._sections) - 1)
            self.tabs.show_current(self._current)
            self.section.show_section(self.model, self._sections[self._current], locked=False)

    def _speak(self, draft: Draft) -> None:
        self.model = QuestionsModel(draft, spoken_language())
        self.model.language = draft.instance.language = self.language.currentText()
        self.model.settled.connect(self._on_settled)
        self.model.reshaped.connect(self._on_reshaped)
        self._reshape()

    def _reshape(self) -> None:
        if self.model is not None:
            self._sections = sections(self.model)
            self.tabs.show_sections(self._sections)
            self.show_section(self._current)
            self._count()

    def _count(self) -> None:
        if self.model is not None:
            self.tabs.show_tallies([tally(self.model, one) for one in self._sections])

    def _on_dropped(self, path: str, files: Sequence[Path]) -> None:
        """A file that is tried out answers its question by its name alone."""
        if self.model is not None:
            self.model.answer(path, files[0].name)

    def _on_settled(self, touched: frozenset[str]) -> None:
        self.section.settle(touched)
        self._count()

    def _on_reshaped(self) -> None:
        self._reshape()

    def _on_language(self, _place: int) -> None:
        if self.model is not None:
            self._speak(self.model.draft)

    def _on_photos(self, _question: str, _files: object) -> None:
        self.told.emit(self.tr("预览里不收照片。"))
