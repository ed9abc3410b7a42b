"""The questions of a visit as an item model over its draft; editing goes through here.

The draft lives in the UI thread: an edit costs microseconds. Nothing here stores anything.
"""

from collections.abc import Mapping, Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from fieldaudit.form.definition import Choice, Kind
from fieldaudit.form.state import Row, RowKind, Violation
from fieldaudit.gui.labels import bare, joined, spoken
from fieldaudit.visit.draft import Draft, Shown
from fieldaudit.visit.judgement import AnswerState

Index = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """What a row tells besides its words."""

    PATH = Qt.ItemDataRole.UserRole + 1
    VISIBLE = Qt.ItemDataRole.UserRole + 2
    REQUIRED = Qt.ItemDataRole.UserRole + 3
    VIOLATED = Qt.ItemDataRole.UserRole + 4
    MESSAGE = Qt.ItemDataRole.UserRole + 5
    VALUE = Qt.ItemDataRole.UserRole + 6
    STATE = Qt.ItemDataRole.UserRole + 7
    REASON = Qt.ItemDataRole.UserRole + 8
    JUDGEMENT = Qt.ItemDataRole.UserRole + 9
    SHOWN = Qt.ItemDataRole.UserRole + 10
    ROW = Qt.ItemDataRole.UserRole + 11


class QuestionsModel(QAbstractListModel):
    """One row for each section, repeat, instance and question, hidden ones included."""

    settled = Signal(object)
    """Live paths that an edit touched, as a frozenset."""

    edited = Signal()
    """A person changed something: it waits to be kept."""

    reshaped = Signal()
    """Repeat instances came or went; the rows are others now."""

    def __init__(self, draft: Draft, language: str) -> None:
        """Show a draft in the language `language` (zh, en)."""
        super().__init__()
        self.draft = draft
        self.language = draft.form.language(language)
        draft.instance.language = self.language
        self._photos: Mapping[str, Sequence[str]] = {}
        self._papers: Mapping[str, Sequence[str]] = {}
        self._rows: tuple[Row, ...] = draft.rows()
        self._places = {row.path: number for number, row in enumerate(self._rows)}

    # --- looking ---------------------------------------------------------------------------

    def rows(self) -> tuple[Row, ...]:
        """Return the rows as the form displays them."""
        return self._rows

    def shown(self, path: str) -> Shown:
        """Return a question as it stands."""
        return self.draft.shown(path)

    def choices(self, path: str) -> tuple[Choice, ...]:
        """Return the answers to choose from."""
        return self.draft.choices(path)

    def options(self, path: str) -> list[tuple[str, str]]:
        """Return stored value and words of each answer to choose from."""
        return [(one.value, bare(one.label, self.language)) for one in self.choices(path)]

    def visible(self, path: str) -> bool:
        """Tell whether the row at a path is relevant."""
        state = self.draft.instance.state(path) if path else None
        return state.relevant if state is not None else True

    def value_words(self, shown: Shown) -> str:
        """Return an answer in words: chosen ones by their labels."""
        if shown.question.kind in (Kind.SELECT_ONE, Kind.SELECT_MULTIPLE, Kind.RANK):
            labels = dict(self.options(shown.path))
            return joined(labels.get(value, value) for value in shown.value.split())
        return shown.value

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        """Return the number of rows; none has rows below it."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a role tells of a row."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Role.ROW:
            return row
        if role == Role.PATH:
            return row.path
        if role == Role.VISIBLE:
            return row.relevant if not row.path else self.visible(row.path)
        if row.kind is not RowKind.QUESTION:
            return bare(row.item.label, self.language) if role == 0 else None
        return self._answer(row.path, role)

    def _answer(self, path: str, role: int) -> Any:
        shown = self.draft.shown(path)
        told: Mapping[int, Any] = {
            Qt.ItemDataRole.DisplayRole: bare(shown.label, self.language),
            Qt.ItemDataRole.EditRole: shown.value,
            Role.SHOWN: shown,
            Role.VALUE: shown.value,
            Role.REQUIRED: shown.required,
            Role.VIOLATED: shown.violation is not Violation.NONE,
            Role.MESSAGE: spoken(shown.message, self.language),
            Role.STATE: shown.answered.value,
            Role.REASON: shown.reason,
            Role.JUDGEMENT: shown.judgement.value,
        }
        return told.get(role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let questions be edited that may be."""
        flags = super().flags(index)
        row = self._rows[index.row()] if index.isValid() else None
        if row is not None and row.kind is RowKind.QUESTION:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    # --- editing ---------------------------------------------------------------------------

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Answer the question of a row."""
        if not index.isValid() or role != Qt.ItemDataRole.EditRole:
            return False
        row = self._rows[index.row()]
        if row.kind is not RowKind.QUESTION:
            return False
        self.answer(row.path, str(value))
        return True

    def answer(self, path: str, text: str) -> None:
        """Answer a question in ODK lexical form."""
        self._settle(self.draft.set(path, text) | {path})
        self.edited.emit()

    def excuse(self, path: str, state: AnswerState, reason: str) -> None:
        """Say why a question has no answer, or that it has one after all."""
        self._settle(self.draft.excuse(path, state, reason))
        self.edited.emit()

    def attach(
        self,
        photos: Mapping[str, Sequence[str]],
        papers: Mapping[str, Sequence[str]] | None = None,
    ) -> None:
        """Take note of the photos and papers of each question, by their file names."""
        papers = papers or {}
        touched: frozenset[str] = frozenset()
        for path in self._places:
            fresh = (photos.get(path, ()), papers.get(path, ()))
            if fresh != (self._photos.get(path, ()), self._papers.get(path, ())):
                touched |= self.draft.attach(path, *fresh)
        self._photos, self._papers = dict(photos), dict(papers)
        if touched:
            self._settle(touched)

    def add_instance(self, repeat: str) -> str:
        """Add an instance to a repeat; return its path."""
        made = self.draft.add(repeat)
        self._reshape()
        self.edited.emit()
        return made

    def remove_instance(self, instance: str) -> None:
        """Remove a repeat instance."""
        self.draft.remove(instance)
        self._reshape()
        self.edited.emit()

    def _settle(self, touched: frozenset[str]) -> None:
        if self.draft.rows() != self._rows and self._other_shape():
            self._reshape()
            return
        for path in touched:
            place = self._places.get(path)
            if place is not None:
                index = self.index(place)
                self.dataChanged.emit(index, index)
        self.settled.emit(touched)

    def _other_shape(self) -> bool:
        """Tell whether rows came or went: a counted repeat follows an answer."""
        fresh = self.draft.rows()
        if [row.path for row in fresh] == [row.path for row in self._rows]:
            self._rows = fresh
            return False
        return True

    def _reshape(self) -> None:
        self.beginResetModel()
        self._rows = self.draft.rows()
        self._places = {row.path: number for number, row in enumerate(self._rows)}
        self.endResetModel()
        self.reshaped.emit()
