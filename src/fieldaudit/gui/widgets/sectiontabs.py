"""The sections of a form as tabs that all stay in sight, each with its state."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QWidget

from fieldaudit.gui.editors.flow import Flow
from fieldaudit.gui.models.sections import Section, Tally
from fieldaudit.gui.theme import SMALL, L, S, colours, sized
from fieldaudit.gui.widgets.paint import frame

HEIGHT = 28


class SectionTab(QAbstractButton):
    """A section: its heading, and ✓ when done or a count of what is wrong."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        """Show the heading."""
        super().__init__(parent)
        self.setText(text)
        self.setFont(sized(self.font(), SMALL))
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._mark = ""
        self._role = "secondary"

    def show_tally(self, tally: Tally) -> None:
        """Show how far the section is."""
        alarms = len({one.path for one in (*tally.wrong, *tally.failed)})
        if alarms:
            mark, role = f"{alarms}!", "critical" if tally.wrong else "major"
        elif tally.asked == tally.answered and not tally.missing:
            mark, role = "✓", "passed"
        else:
            mark, role = f"{tally.answered}/{tally.asked}", "secondary"
        if (mark, role) != (self._mark, self._role):
            self._mark, self._role = mark, role
            self.setAccessibleName(f"{self.text()} {mark}")
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """Be as wide as heading and mark."""
        wide = self.fontMetrics().horizontalAdvance(f"{self.text()} {self._mark}")
        return QSize(wide + 2 * S, HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Write heading and mark; underline the current section."""
        look = colours(self)
        painter = QPainter(self)
        if self.underMouse() or self.hasFocus():
            line = look.accent if self.hasFocus() else ""
            frame(painter, self.rect(), fill=look.hover, line=line)
        painter.setPen(look.ink if self.isChecked() else look.secondary)
        room = self.rect().adjusted(S, 0, -S, 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, middle | Qt.AlignmentFlag.AlignLeft, self.text())
        painter.setPen(getattr(look, self._role))
        painter.drawText(room, middle | Qt.AlignmentFlag.AlignRight, self._mark)
        if self.isChecked():
            painter.fillRect(S, self.height() - 2, self.width() - 2 * S, 2, look.accent)


class SectionTabs(QWidget):
    """All sections of a form; arrow keys move between them."""

    chosen = Signal(int)
    """Number of the section, from 0."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without sections."""
        super().__init__(parent)
        self.tabs: list[SectionTab] = []
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self.chosen)
        self._flow = Flow(self)
        self._flow.setSpacing(0)
        self._flow.setContentsMargins(L - S, 0, L - S, 0)

    def show_sections(self, sections: Sequence[Section]) -> None:
        """Show the tabs of another form."""
        for tab in self.tabs:
            self._group.removeButton(tab)
            self._flow.removeWidget(tab)
            tab.deleteLater()
        self.tabs = [SectionTab(section.title) for section in sections]
        for number, tab in enumerate(self.tabs):
            self._group.addButton(tab, number)
            self._flow.addWidget(tab)
        self.updateGeometry()

    def show_current(self, number: int) -> None:
        """Mark the section that is shown."""
        self.tabs[number].setChecked(True)

    def show_tallies(self, tallies: Sequence[Tally]) -> None:
        """Show how far each section is."""
        for tab, tally in zip(self.tabs, tallies, strict=True):
            tab.show_tally(tally)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the hairline below."""
        painter = QPainter(self)
        painter.setPen(colours(self).line)
        painter.drawLine(L, self.height() - 1, self.width() - L, self.height() - 1)
