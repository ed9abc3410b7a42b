"""The files that were verified, the gravest first in view; choosing one shows its verdict."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from fieldaudit.gui.theme import S
from fieldaudit.gui.widgets.verdict import mark_of
from fieldaudit.package.verdict import Outcome, PackageVerdict

_ROWS = 6
"""Rows in view; more scroll."""


@dataclass(frozen=True, slots=True)
class VerifiedFile:
    """One file and what was found out about it."""

    file: Path
    """Which."""

    verdict: PackageVerdict
    """What was found."""

    sentences: tuple[str, str]
    """The verdict in words."""

    printed: str = ""
    """Whether pages and data agree, in words."""


class VerifiedList(QListWidget):
    """A line for each file: mark, name, first sentence. Hidden while there is only one."""

    chosen = Signal(object)
    """The VerifiedFile to show."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty and hidden."""
        super().__init__(parent)
        self.setAccessibleName(self.tr("核验过的文件"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.currentRowChanged.connect(self._on_row)
        self._found: list[VerifiedFile] = []
        self.hide()

    def clear(self) -> None:
        """Forget the files of before."""
        self._found = []
        super().clear()
        self.hide()

    def add(self, found: VerifiedFile) -> None:
        """Add a line for a file."""
        self._found.append(found)
        mark, _role = mark_of(found.verdict.outcome)
        item = QListWidgetItem(f"{mark} {found.file.name}")
        item.setToolTip(f"{found.file}\n{found.sentences[0]}")
        self.blockSignals(True)
        self.addItem(item)
        self.blockSignals(False)

    def files(self) -> tuple[VerifiedFile, ...]:
        """Return the files that were verified, in order."""
        return tuple(self._found)

    def show_gravest(self) -> None:
        """Choose the file with the gravest verdict; show the list when there are several."""
        if not self._found:
            return
        order = list(Outcome)
        row = min(range(self.count()), key=lambda at: order.index(self._found[at].verdict.outcome))
        rows = min(self.count(), _ROWS)
        self.setFixedHeight(rows * max(1, self.sizeHintForRow(0)) + S)
        self.setVisible(self.count() > 1)
        self.blockSignals(True)
        self.setCurrentRow(row)
        self.blockSignals(False)
        self._on_row(row)

    def _on_row(self, row: int) -> None:
        if 0 <= row < len(self._found):
            self.chosen.emit(self._found[row])
