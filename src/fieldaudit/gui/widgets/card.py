"""One question on the page: what is asked, the answer, limit and verdict, excuse, files."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fieldaudit.form.definition import Kind, Question
from fieldaudit.form.state import Violation
from fieldaudit.gui.editors.editor import Editor
from fieldaudit.gui.editors.flow import Flow
from fieldaudit.gui.editors.make import make_editor
from fieldaudit.gui.labels import bare, severity_role, spoken, typeset
from fieldaudit.gui.models.questions import QuestionsModel
from fieldaudit.gui.models.why import why_lines
from fieldaudit.gui.theme import Colours, M, S, colours
from fieldaudit.gui.widgets.beside import beside
from fieldaudit.gui.widgets.buttons import Link, small
from fieldaudit.gui.widgets.cardhead import CardHead, show_rich
from fieldaudit.gui.widgets.excuses import Excuses
from fieldaudit.gui.widgets.fields import Field
from fieldaudit.gui.widgets.head import Aside, Coloured, Secondary
from fieldaudit.gui.widgets.papers import PaperList, PaperWishes
from fieldaudit.gui.widgets.photostrip import PhotoStrip
from fieldaudit.gui.widgets.picture import Picture
from fieldaudit.gui.widgets.why import WhyBox
from fieldaudit.visit.draft import Shown
from fieldaudit.visit.judgement import AnswerState, Judgement
from fieldaudit.visit.lacks import PAPERS
from fieldaudit.visit.records import Paper, Photo


class QuestionCard(QWidget):
    """Shows one question of the model and edits it; parts seldom needed are made when needed."""

    photos_dropped = Signal(str, object)
    """Live path of the question, and the paths of the files."""

    photo_opened = Signal(object)
    """A Photo that was pressed."""

    def __init__(
        self,
        model: QuestionsModel,
        path: str,
        *,
        locked: bool,
        wishes: PaperWishes | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Build the card of the question at a live path."""
        super().__init__(parent)
        self.path = path
        self._model = model
        self._locked = locked
        self._wishes = wishes or PaperWishes(self)
        self._options = model.options(path) if _chosen(model.shown(path)) else []
        self._typed_at = ""
        shown = model.shown(path)
        self._title = bare(shown.label, model.language)
        self.editor: Editor | None = make_editor(shown, self._options)
        self.reason: Field | None = None
        self.strip: PhotoStrip | None = None
        self.papers: PaperList | None = None
        self._attached: tuple[Sequence[Paper], Sequence[Paper]] = ((), ())
        self._reasons: WhyBox | None = None
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, M, 0, M)
        self._box.setSpacing(S - 2)
        self.head = CardHead(shown)
        self._box.addWidget(self.head)
        self.picture: Picture | None = None
        if "image" in shown.question.media:
            self.picture = Picture(self._title)
            self._box.addWidget(self.picture)
        self._answer_row = self._answer(shown)
        self._box.addLayout(self._answer_row)
        self._foot_row = self._foot(shown)
        self._box.addLayout(self._foot_row)
        self.update_card()

    # --- building --------------------------------------------------------------------------

    def _answer(self, shown: Shown) -> Flow:
        """Set answer, unit, limit and verdict side by side, or under a wide answer."""
        row = Flow()
        self.verdict, self.carried = Coloured(), Aside()
        if self.editor is not None:
            self.editor.name(self._title)
            self.editor.edited.connect(self._on_edited)
            if _narrow(shown):
                row.addWidget(self.editor)
            else:
                self._box.addWidget(self.editor)
        audit, language = shown.question.audit, self._model.language
        words = typeset(audit.said("limit", language))
        limit = self.tr("合格 {limit}").format(limit=words) if words else ""
        unit = audit.said("unit", language) if shown.question.kind is not Kind.GEOPOINT else ""
        for text in (unit, limit):
            if text:
                row.addWidget(Aside(text))
        row.addWidget(self.verdict)
        row.addWidget(self.carried)
        return row

    def _origin(self, shown: Shown) -> str:
        """Say which question of an older version the answer comes from."""
        name = shown.carried.rpartition("/")[2]
        return self.tr("↪ 由旧版的 {name} 带入，请核对").format(name=name) if name else ""

    def _foot(self, shown: Shown) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(S)
        self.hint = Secondary()
        small(self.hint)
        row.addWidget(self.hint, 1)
        if _ruled(shown.question):
            self.why = Link(self.tr("ⓘ 为什么"))
            self.why.setCheckable(True)
            self.why.setAccessibleName(self.tr("为什么") + f": {self._title}")
            self.why.toggled.connect(self._on_why)
            row.addWidget(self.why, 0, Qt.AlignmentFlag.AlignTop)
        if shown.question.kind is not Kind.NOTE and not shown.readonly and not self._locked:
            self.excuses = Excuses(self._title)
            self.excuses.chosen.connect(self._on_excuse)
            row.addWidget(self.excuses, 0, Qt.AlignmentFlag.AlignTop)
        return row

    # --- showing ---------------------------------------------------------------------------

    def update_card(self) -> None:
        """Show the question as it stands."""
        shown = self._model.shown(self.path)
        look, language = colours(self), self._model.language
        self.head.show_label(spoken(shown.label, language))
        if self.picture is not None:
            name = spoken(shown.question.media["image"], language)
            self.picture.show_file(self._model.draft.files.get(name, b""))
        show_rich(self.hint, spoken(shown.hint, language))
        self._follow_choices(shown)
        excused = shown.answered is not AnswerState.ANSWERED
        if self.editor is not None:
            if shown.value != self._typed_at or not self.editor.hasFocus():
                self.editor.show_value(shown.value)
            self.editor.lock(shown.readonly or self._locked or excused)
            self.editor.alarm(_alarm(shown, look))
        self.verdict.say(*beside(shown, language))
        self.verdict.setVisible(bool(self.verdict.text()))
        self.carried.setText(self._origin(shown))
        self.carried.setVisible(bool(shown.carried))
        self._explain(shown)
        if hasattr(self, "excuses"):
            self.excuses.show_state(shown.answered.value)
        self._follow_reason(shown, excused=excused)
        if self.strip is None and _wants_strip(shown):
            self._make_strip()
        if shown.question.kind in PAPERS:
            self._follow_papers(shown, locked=shown.readonly or self._locked or excused)

    def show_photos(self, photos: Sequence[Photo], removed: Sequence[Photo] = ()) -> None:
        """Show the photos that prove this answer, and those removed a moment ago."""
        if (photos or removed) and self.strip is None:
            self._make_strip()
        if self.strip is not None:
            self.strip.show_photos(photos, removed)

    def show_papers(self, papers: Sequence[Paper], removed: Sequence[Paper] = ()) -> None:
        """Show the papers that are this answer, and those removed a moment ago."""
        self._attached = (papers, removed)
        shown = self._model.shown(self.path)
        if papers or removed or self.papers is not None:
            excused = shown.answered is not AnswerState.ANSWERED
            self._follow_papers(shown, locked=shown.readonly or self._locked or excused)

    def focus(self) -> None:
        """Take the keyboard to the answer."""
        target: QWidget = self.editor or self.papers or self.strip or self
        if self.reason is not None and self.reason.isVisible():
            target = self.reason
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the hairline below."""
        painter = QPainter(self)
        painter.setPen(colours(self).line)
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the palette from light to dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.update_card()

    def _follow_choices(self, shown: Shown) -> None:
        """Make another editor when the choice filter leaves other answers."""
        if self.editor is None or not _chosen(shown):
            return
        fresh = self._model.options(self.path)
        if fresh != self._options:
            self._options = fresh
            old, self.editor = self.editor, make_editor(shown, fresh)
            if self.editor is not None:
                self.editor.name(self._title)
                self.editor.edited.connect(self._on_edited)
                if _narrow(shown):
                    self._answer_row.exchange(old, self.editor)
                else:
                    self._box.replaceWidget(old, self.editor)
            old.deleteLater()

    def _follow_reason(self, shown: Shown, *, excused: bool) -> None:
        if excused and self.reason is None:
            self.reason = Field()
            self.reason.setPlaceholderText(self.tr("原因（必填）"))
            self.reason.setAccessibleName(self.tr("原因") + f": {self._title}")
            self.reason.setReadOnly(self._locked)
            self.reason.textEdited.connect(self._on_reason)
            self._box.insertWidget(self._box.indexOf(self._foot_row), self.reason)
        if self.reason is not None:
            self.reason.setVisible(excused)
            if self.reason.text() != shown.reason:
                self.reason.setText(shown.reason)

    def _follow_papers(self, shown: Shown, *, locked: bool) -> None:
        if self.papers is None:
            self.papers = PaperList(shown.question)
            self.papers.name(self._title)
            self._wishes.hear(self.papers, self.path)
            self._box.insertWidget(self._box.indexOf(self._foot_row), self.papers)
        named = shown.value if shown.question.kind in PAPERS and self.strip is None else ""
        self.papers.show_papers(*self._attached, named=named)
        self.papers.lock(locked)

    def _make_strip(self) -> None:
        self.strip = PhotoStrip()
        self.strip.lock(self._locked)
        self.strip.dropped.connect(self._on_photos)
        self.strip.opened.connect(self.photo_opened)
        self._wishes.hear_photos(self.strip)
        self._box.addWidget(self.strip)

    # --- editing ---------------------------------------------------------------------------

    def _on_edited(self, value: str) -> None:
        self._typed_at = value
        self._model.answer(self.path, value)

    def _on_excuse(self, state: str) -> None:
        reason = self.reason.text() if self.reason is not None else ""
        self._model.excuse(self.path, AnswerState(state), reason)
        if self.reason is not None and self.reason.isVisible():
            self.reason.setFocus()

    def _on_reason(self, text: str) -> None:
        state = self._model.shown(self.path).answered
        self._model.excuse(self.path, state, text)

    def _on_photos(self, files: object) -> None:
        self.photos_dropped.emit(self.path, files)

    def _on_why(self, wanted: bool) -> None:
        if self._reasons is None:
            self._reasons = WhyBox()
            self._box.insertWidget(self._box.indexOf(self._foot_row) + 1, self._reasons)
        self._reasons.setVisible(wanted)
        self._explain(self._model.shown(self.path))

    def _explain(self, shown: Shown) -> None:
        """Say why while somebody wants to know."""
        if self._reasons is not None and self.why.isChecked():
            found = self._model.draft.explain(self.path)
            self._reasons.show_lines(why_lines(found, shown.question, self._model.language))


def _ruled(question: Question) -> bool:
    audit = question.audit
    rules = (question.relevant, question.required, question.constraint, audit.passes)
    return any((*rules, audit.clause, audit.instrument))


def _chosen(shown: Shown) -> bool:
    return shown.question.kind in (Kind.SELECT_ONE, Kind.SELECT_MULTIPLE, Kind.RANK)


def _narrow(shown: Shown) -> bool:
    """Tell whether limit and verdict have room beside the answer."""
    wide = (Kind.TEXT, Kind.BARCODE, Kind.GEOTRACE, Kind.GEOSHAPE, Kind.RANK, Kind.FILE)
    return shown.question.kind not in wide


def _alarm(shown: Shown, look: Colours) -> str:
    if shown.violation in (Violation.TYPE, Violation.CONSTRAINT):
        return look.critical
    if shown.judgement is Judgement.FAILED:
        return str(getattr(look, severity_role(shown.question.audit.severity)))
    return ""


def _wants_strip(shown: Shown) -> bool:
    return shown.photo_wanted or shown.question.kind is Kind.IMAGE
