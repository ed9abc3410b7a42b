"""The questions that a section does not ask now: what they are, why, and the answers they keep."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from fieldaudit.form.definition import Question
from fieldaudit.form.state import Row
from fieldaudit.gui.labels import bare, typeset
from fieldaudit.gui.models.questions import QuestionsModel
from fieldaudit.gui.models.sections import Section
from fieldaudit.gui.models.why import because
from fieldaudit.gui.theme import XS, M, S
from fieldaudit.gui.widgets.buttons import Link, small
from fieldaudit.gui.widgets.head import Secondary


class HiddenQuestions(QWidget):
    """Folded to one line until somebody asks; a kept answer is struck out."""

    def __init__(self, model: QuestionsModel, section: Section, parent: QWidget) -> None:
        """Serve one section of a form, inside a page: alone it would come up as a window."""
        super().__init__(parent)
        self._model = model
        self._rows = [row for row in section.rows if _asks(row)]
        self._lines: QWidget | None = None
        self.fold = Link("")
        self.fold.setCheckable(True)
        self.fold.toggled.connect(self._on_toggled)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, M, 0, 0)
        self._box.setSpacing(S)
        self._box.addWidget(self.fold)
        self.settle()

    def settle(self) -> None:
        """Count again, and list again while the list is unfolded."""
        hidden = [row.path for row in self._rows if not self._model.visible(row.path)]
        self.fold.setText(self.tr("未显示的检查项 {count}").format(count=len(hidden)))
        self.fold.updateGeometry()
        self.setVisible(bool(hidden))
        if self.fold.isChecked():
            self._list(hidden)

    def _on_toggled(self, unfolded: bool) -> None:
        if self._lines is not None:
            self._lines.setVisible(unfolded)
        self.settle()

    def _list(self, paths: list[str]) -> None:
        if self._lines is not None:
            self._box.removeWidget(self._lines)
            self._lines.deleteLater()
        self._lines = QWidget()
        inner = QVBoxLayout(self._lines)
        inner.setContentsMargins(M, 0, 0, 0)
        inner.setSpacing(XS)
        for path in paths:
            inner.addWidget(self._line(path))
        self._box.addWidget(self._lines)

    def _line(self, path: str) -> QWidget:
        shown, language = self._model.shown(path), self._model.language
        line = QWidget()
        words = QVBoxLayout(line)
        words.setContentsMargins(0, 0, 0, XS)
        words.setSpacing(0)
        upper = QHBoxLayout()
        upper.setSpacing(S)
        upper.addWidget(Secondary(bare(shown.label, language)), 1)
        if shown.value:
            upper.addWidget(_struck(typeset(self._model.value_words(shown))))
        words.addLayout(upper)
        why = because(self._model.draft.explain(path), language)
        reason = Secondary(self.tr("因为 {why}").format(why=why) if why else "")
        small(reason)
        words.addWidget(reason)
        return line


def _asks(row: Row) -> bool:
    return isinstance(row.item, Question) and bool(row.item.label)


def _struck(text: str) -> QLabel:
    label = Secondary(text)
    label.setWordWrap(False)
    font = label.font()
    font.setStrikeOut(True)
    label.setFont(font)
    return label
