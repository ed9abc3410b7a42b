"""The panel at the right: conclusion, what is wrong or missing, photos, papers."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QScrollArea,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from fieldaudit.gui.models.findings import Finding
from fieldaudit.gui.models.records import RecordList
from fieldaudit.gui.models.table import RECORD, Index
from fieldaudit.gui.theme import SMALL, M, S, colours, sized
from fieldaudit.gui.widgets.head import Coloured, Secondary
from fieldaudit.gui.widgets.paint import chrome, words
from fieldaudit.gui.widgets.papers import PaperList
from fieldaudit.gui.widgets.photostrip import Heading, PhotoStrip
from fieldaudit.gui.widgets.scrolling import slim
from fieldaudit.gui.widgets.tables import RowList
from fieldaudit.visit.records import Paper, Photo

WIDTH = 240


class SidePanel(QWidget):
    """Conclusion, findings and photos of the visit that is shown."""

    jumped = Signal(str)
    """Live path of the question to go to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        chrome(self)
        self.setFixedWidth(WIDTH)
        self.conclusion = Coloured()
        self.conclusion.setFont(sized(self.font(), self.font().pointSizeF(), bold=True))
        self.progress = Secondary()
        self._model = RecordList(_line)
        self.findings = RowList(self._model, FindingRow(), self.tr("问题和未填"))
        chrome(self.findings.viewport())
        self.findings.activated.connect(self._on_chosen)
        self.findings.clicked.connect(self._on_chosen)
        self.photos_head = Heading()
        self.strip = PhotoStrip(edge=60)
        scroll = QScrollArea()
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        slim(scroll)
        attached = QWidget()
        chrome(attached)
        self.papers_head = Heading()
        self.papers = PaperList()
        self.papers.name(self.tr("整次检查的附件"))
        inner = QVBoxLayout(attached)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(S)
        for part in (self.strip, self.papers_head, self.papers):
            inner.addWidget(part)
        inner.addStretch()
        scroll.setWidget(attached)
        box = QVBoxLayout(self)
        box.setContentsMargins(M, M, M, S)
        box.setSpacing(S)
        box.addWidget(self.conclusion)
        box.addWidget(self.progress)
        box.addWidget(self.findings, 3)
        box.addWidget(self.photos_head)
        box.addWidget(scroll, 2)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """List what is wrong or missing."""
        self._model.show_records(findings)

    def show_photos(
        self, photos: Sequence[Photo], wanted: int, removed: Sequence[Photo] = ()
    ) -> None:
        """Show all photos of the visit, and those removed; `wanted` more are asked for."""
        there = len(photos)
        title = self.tr("照片 {there}/{all}").format(there=there, all=there + wanted)
        self.photos_head.setText(title)
        self.strip.show_photos(photos, removed)

    def show_papers(self, papers: Sequence[Paper], removed: Sequence[Paper]) -> None:
        """Show the papers that belong to no question on the page."""
        self.papers_head.setText(self.tr("其他附件 {count}").format(count=len(papers)))
        self.papers.show_papers(papers, removed)

    def lock(self, locked: bool) -> None:
        """Forbid or allow more photos and papers."""
        self.strip.lock(locked)
        self.papers.lock(locked)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the hairline at the left."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(colours(self).line)
        painter.drawLine(0, 0, 0, self.height())

    def _on_chosen(self, index: QModelIndex) -> None:
        finding: Finding = index.data(RECORD)
        if not finding.heading:
            self.jumped.emit(finding.id)


class FindingRow(QStyledItemDelegate):
    """Headings in colour, questions below them."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Be one line high."""
        return QSize(100, 26)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> None:
        """Draw the line of a row."""
        look = colours(option.widget)
        finding: Finding = index.data(RECORD)
        box = option.rect
        painter.save()
        lit = QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_HasFocus
        if option.state & lit and not finding.heading:
            painter.fillRect(box, look.hover)
        size = option.font.pointSizeF() if finding.heading else SMALL
        font = sized(option.font, size, bold=finding.heading)
        colour = getattr(look, finding.role) if finding.heading else look.ink
        room = box.adjusted(0 if finding.heading else M, 0, -2, 0)
        words(painter, room, finding.text, colour=colour, font=font)
        painter.restore()


def _line(finding: Finding) -> str:
    return finding.text
