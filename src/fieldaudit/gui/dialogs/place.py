"""Warns of a survey that lies on a network share, in a synced folder or on a stick."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, QStandardPaths
from PySide6.QtWidgets import QWidget

from fieldaudit.gui.dialogs.ask import Ask
from fieldaudit.gui.labels import explain
from fieldaudit.gui.session import Session
from fieldaudit.gui.widgets.buttons import Button
from fieldaudit.gui.widgets.head import Secondary

if TYPE_CHECKING:
    from fieldaudit.errors import Problem
    from fieldaudit.gui.tasks import Watch


_WIDE = 640
"""Pixels: four buttons side by side, also in English."""


class PlaceDialog(Ask):
    """Offers a local copy first; nothing has been written yet."""

    def __init__(
        self,
        session: Session,
        path: Path,
        problem: "Problem",
        *,
        copied: Callable[[Path], None],
        parent: QWidget | None = None,
    ) -> None:
        """Call `copied`, a method, with the local copy once it is there."""
        super().__init__(
            self.tr("这个文件放在不宜直接工作的地方"),
            explain(problem),
            self.tr("在本机副本上工作，再移交"),
            parent,
        )
        self._session, self._path, self._copied = session, path, copied
        self.setMinimumWidth(_WIDE)
        self.folder = _local()
        shown = QDir.toNativeSeparators(str(self.folder))
        said = self.tr("副本放在 {folder}。做完后用「移交…」把结果写回原处，两份都不会丢。")
        self.rows.addRow(Secondary(said.format(folder=shown)))
        self.anyway = Button(self.tr("仍在这里工作"))
        self.reading = Button(self.tr("只读打开"))
        self.anyway.clicked.connect(self._on_anyway)
        self.reading.clicked.connect(self._on_reading)
        for number, button in enumerate((self.reading, self.anyway)):
            self.buttons.insertWidget(number + 1, button)

    def confirm(self) -> None:
        """Make the copy off the UI thread, or take the one made before."""
        self.setEnabled(False)
        self._session.work(
            partial(_copy, self._path, self.folder),
            self._on_copied,
            title=self.tr("正在复制到本机"),
            sorry=self.refuse,
        )

    def _on_copied(self, local: Path) -> None:
        self.done_well()
        self._copied(local)

    def _on_anyway(self) -> None:
        self.done_well()
        self._session.open(self._path, anywhere=True)

    def _on_reading(self) -> None:
        self.done_well()
        self._session.open(self._path, readonly=True)


def _local() -> Path:
    from fieldaudit.actions.localcopy import safe_folder

    where = QStandardPaths.StandardLocation
    homes = (where.DocumentsLocation, where.HomeLocation, where.AppLocalDataLocation)
    folders = [Path(QStandardPaths.writableLocation(each)) for each in homes]
    return safe_folder(tuple(folder / "fieldaudit" for folder in folders))


def _copy(path: Path, folder: Path, _watch: "Watch") -> Path:
    from fieldaudit.actions import localcopy

    return localcopy.local_copy(path, folder)
