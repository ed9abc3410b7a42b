"""Attached papers as lines: name and size, save a copy, remove, undo; and a place for more."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFileDialog, QLabel, QVBoxLayout, QWidget

from fieldaudit.form.definition import Kind, Question
from fieldaudit.gui.editors.flow import Flow
from fieldaudit.gui.theme import S, colours
from fieldaudit.gui.widgets.buttons import Button, Link
from fieldaudit.gui.widgets.head import Aside, Secondary, one_line
from fieldaudit.gui.widgets.paint import frame
from fieldaudit.gui.widgets.photostrip import PhotoStrip
from fieldaudit.visit.paper import endings, wanted_files
from fieldaudit.visit.records import Paper

_STEP = 1000
_UNITS = ("B", "kB", "MB", "GB")


class PaperList(QWidget):
    """The papers of one question, or of the visit as a whole, and a place to drop more."""

    dropped = Signal(object)
    """Paths of new files, as a list."""

    saving = Signal(object)
    """A Paper that a copy is wanted of."""

    removing = Signal(object)
    """A Paper that is to go."""

    restoring = Signal(object)
    """A Paper that was removed a moment ago and is to come back."""

    describing = Signal(object)
    """A Paper that is to get another caption."""

    def __init__(self, question: Question | None = None, parent: QWidget | None = None) -> None:
        """Ask for what the question asks for; with None for anything."""
        super().__init__(parent)
        self._question = question
        self._title = ""
        self._locked = False
        self._hot = False
        self._shown: tuple[tuple[Paper, ...], tuple[Paper, ...], str] | None = None
        self.lines: list[PaperLine] = []
        self.setAcceptDrops(True)
        self.add = Button(self._word(), symbol="add")
        self.add.setToolTip(self.tr("选择文件，或拖到这里；原样保存，不会打开"))
        self.add.clicked.connect(self._on_add)
        self.setFocusProxy(self.add)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(S)
        row = Flow()
        row.addWidget(self.add)
        wanted = wanted_files(question) if question is not None else ()
        self.wanted = Aside(
            self.tr("可用 {kinds}").format(kinds=" ".join(wanted)) if wanted else ""
        )
        row.addWidget(self.wanted)
        self._box.addLayout(row)

    def name(self, words: str) -> None:
        """Name the place and its button after its question."""
        self._title = words
        self.setAccessibleName(words)
        self.add.setAccessibleName(f"{words}: {self.add.text()}" if words else self.add.text())

    def show_papers(
        self, papers: Sequence[Paper], removed: Sequence[Paper] = (), *, named: str = ""
    ) -> None:
        """Show papers, those removed a moment ago, and the file that an answer only names."""
        absent = "" if papers else named
        shown = (tuple(papers), tuple(removed), absent)
        if shown == self._shown:
            return
        self._shown = shown
        held = any(line.isAncestorOf(self.focusWidget()) for line in self.lines if self.hasFocus())
        for line in self.lines:
            self._box.removeWidget(line)
            line.deleteLater()
        self.lines = [
            *(PaperLine(paper, self) for paper in papers),
            *(PaperLine(paper, self, removed=True) for paper in removed),
            *([PaperLine(None, self, name=absent)] if absent else []),
        ]
        for number, line in enumerate(self.lines):
            line.lock(self._locked)
            self._box.insertWidget(number, line)
        if held:
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)
        self.updateGeometry()

    def lock(self, locked: bool) -> None:
        """Forbid or allow coming and going; copies can always be saved."""
        self._locked = locked
        self.add.setVisible(not locked)
        self.wanted.setVisible(not locked and bool(self.wanted.text()))
        self.setAcceptDrops(not locked)
        for line in self.lines:
            line.lock(locked)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if event.mimeData().hasUrls():
            self._hot = True
            self.update()
            event.acceptProposedAction()

    def dragLeaveEvent(self, _event: object) -> None:
        """Calm down."""
        self._hot = False
        self.update()

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand on the files that were dropped."""
        self._hot = False
        self.update()
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.dropped.emit(paths)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Outline the place while files hover over it."""
        if self._hot:
            look = colours(self)
            frame(QPainter(self), self.rect(), line=look.accent, fill=look.tint)

    def _word(self) -> str:
        kind = self._question.kind if self._question is not None else Kind.FILE
        if kind is Kind.AUDIO:
            return self.tr("添加录音…")
        return self.tr("添加录像…") if kind is Kind.VIDEO else self.tr("添加文件…")

    def _on_add(self) -> None:
        pattern = self.tr("所有文件") + " (*)"
        wanted = endings(self._question) if self._question is not None else ()
        if wanted:
            first = " ".join(f"*{each}" for each in wanted)
            pattern = f"{self.tr('可用的文件')} ({first});;{pattern}"
        title = self._word().removesuffix("…")
        names, _kind = QFileDialog.getOpenFileNames(self, title, "", pattern)
        if names:
            self.dropped.emit([Path(name) for name in names])


class PaperWishes(QObject):
    """What a person wants of papers and photos of a visit, from whichever list it was said."""

    dropped = Signal(str, object)
    """Live path of a question, or empty for the visit; and the paths of the files."""

    saving = Signal(object)
    """A Paper that a copy is wanted of."""

    removing = Signal(object)
    """A Paper that is to go."""

    restoring = Signal(object)
    """A Paper that is to come back."""

    describing = Signal(object)
    """A Paper that is to get another caption."""

    photo_removing = Signal(object)
    """A Photo that is to go."""

    photo_restoring = Signal(object)
    """A Photo that is to come back."""

    photo_describing = Signal(object)
    """A Photo that is to get another caption."""

    def hear(self, papers: PaperList, path: str = "") -> None:
        """Pass on what is said in the list of the question at a live path, or of the visit."""
        papers.dropped.connect(partial(self.dropped.emit, path))
        papers.saving.connect(self.saving)
        papers.removing.connect(self.removing)
        papers.restoring.connect(self.restoring)
        papers.describing.connect(self.describing)

    def hear_photos(self, strip: PhotoStrip) -> None:
        """Pass on what is to become of the photos of a strip."""
        strip.removing.connect(self.photo_removing)
        strip.restoring.connect(self.photo_restoring)
        strip.describing.connect(self.photo_describing)


class PaperLine(QWidget):
    """One paper: its name and size, and what can be done with it."""

    def __init__(
        self, paper: Paper | None, owner: PaperList, *, removed: bool = False, name: str = ""
    ) -> None:
        """Show a paper, one that was removed, or the name of a file that is not there."""
        super().__init__(owner)
        self.paper = paper
        self._owner = owner
        self._changing: list[Link] = []
        row = Flow(self)
        row.setSpacing(S)
        self.words = _Name(_said(paper) if paper is not None else name)
        row.addWidget(self.words)
        if paper is None:
            row.addWidget(Secondary(self.tr("只有文件名，没有附件")))
            return
        if removed:
            font = self.words.font()
            font.setStrikeOut(True)
            self.words.setFont(font)
            row.addWidget(Secondary(self.tr("已移除")))
            self._changing.append(self._link(row, self.tr("撤销"), self._on_restore))
            return
        if paper.present:
            self._link(row, self.tr("存副本…"), self._on_save)
        else:
            row.addWidget(Secondary(self.tr("原文缺失")))
        self._changing.append(self._link(row, self.tr("说明…"), self._on_describe))
        self._changing.append(self._link(row, self.tr("移除"), self._on_remove))

    def lock(self, locked: bool) -> None:
        """Forbid or allow removing."""
        for link in self._changing:
            link.setVisible(not locked)

    def press(self, words: str) -> None:
        """Press the link with these words."""
        next(link for link in self.findChildren(Link) if link.text() == words).click()

    def _link(self, row: Flow, words: str, pressed: object) -> Link:
        link = Link(words)
        link.setAccessibleName(f"{words}: {self.paper.name}" if self.paper else words)
        link.clicked.connect(pressed)
        row.addWidget(link)
        return link

    def _on_save(self) -> None:
        self._owner.saving.emit(self.paper)

    def _on_describe(self) -> None:
        self._owner.describing.emit(self.paper)

    def _on_remove(self) -> None:
        self._owner.removing.emit(self.paper)

    def _on_restore(self) -> None:
        self._owner.restoring.emit(self.paper)


class _Name(QLabel):
    """A file's name and size: one line where there is room, several where not."""

    def __init__(self, words: str) -> None:
        # A name without blanks would not wrap: it may break after each mark.
        broken = "".join(f"{each}\u200b" if each in "._-+" else each for each in words)
        super().__init__(broken)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setToolTip(words)
        self.setAccessibleName(words)

    def sizeHint(self) -> QSize:
        """Prefer one line."""
        return one_line(self)


def _said(paper: Paper) -> str:
    return " · ".join(part for part in (paper.name, paper.caption, size_words(paper.size)) if part)


def size_words(count: int) -> str:
    """Return a number of bytes as a person reads it: `1.2 MB`."""
    unit, number = 0, float(count)
    while number >= _STEP and unit < len(_UNITS) - 1:
        unit, number = unit + 1, number / _STEP
    return f"{number:.1f} {_UNITS[unit]}" if unit else f"{count} B"
