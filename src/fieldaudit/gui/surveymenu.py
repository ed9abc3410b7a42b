"""The menu of the survey that is open: others, backups, hand-over, care, close."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from fieldaudit.gui.care import SurveyCare
from fieldaudit.gui.handing import Handing
from fieldaudit.gui.session import Session
from fieldaudit.gui.widgets.topbar import MenuButton


class SurveyMenu(QObject):
    """Fills the button at the left of the top bar."""

    told = Signal(str)
    """A sentence for the message bar."""

    identity_missed = Signal()
    """A deed needs an author, and nobody has said who works here."""

    def __init__(self, session: Session, button: MenuButton, parent: QWidget) -> None:
        """Fill the menu of `button`; the recent surveys come in when it opens."""
        super().__init__(parent)
        self._session, self._window = session, parent
        self.care, self.handing = SurveyCare(session, parent), Handing(session, parent)
        for part in (self.care, self.handing):
            part.told.connect(self.told)
        self.care.identity_missed.connect(self.identity_missed)
        menu = button.menu()
        self.open = menu.addAction(self.tr("打开调查文件…"), self._on_open)
        self.open.setShortcut("Ctrl+O")
        self._recent = menu.addMenu(self.tr("最近打开"))
        self._recent.aboutToShow.connect(self._on_recent)
        menu.addSeparator()
        self.backup = menu.addAction(self.tr("备份与恢复…"), self._on_backup)
        self.handover = menu.addAction(self.tr("移交…"), self.handing.begin)
        self.receipt = menu.addAction(self.tr("核对回执…"), self.care.check_receipt)
        menu.addSeparator()
        self.check = menu.addAction(self.tr("检查文件完整性"), self.care.check)
        self.rebuild = menu.addAction(self.tr("重建派生数据"), self.care.rebuild)
        self.purge = menu.addAction(self.tr("清除超期照片…"), self.care.purge)
        self.rescue = menu.addAction(self.tr("救出损坏的文件…"), self.care.rescue)
        menu.addSeparator()
        self.quit = menu.addAction(self.tr("退出"), parent.close)
        self.quit.setShortcut("Ctrl+Q")
        self.enable(False)
        session.opened.connect(self._on_opened)

    def enable(self, yes: bool) -> None:
        """Allow what needs an open survey, and what needs one to write to."""
        for action in (self.backup, self.check, self.receipt):
            action.setEnabled(yes)
        for action in (self.handover, self.rebuild, self.purge):
            action.setEnabled(yes and not self._session.readonly)

    def _on_opened(self, path: Path | None) -> None:
        self.enable(path is not None)

    def _on_open(self) -> None:
        name, _kind = QFileDialog.getOpenFileName(
            self._window, self.tr("打开调查文件"), "", self.tr("调查文件 (*.gpkg)")
        )
        if name:
            self._session.open(Path(name))

    def _on_recent(self) -> None:
        self._recent.clear()
        for path in self._session.preferences.recent:
            action = self._recent.addAction(str(path), self._on_recent_chosen)
            action.setProperty("path", str(path))

    def _on_recent_chosen(self) -> None:
        self._session.open(Path(self.sender().property("path")))

    def _on_backup(self) -> None:
        from fieldaudit.gui.dialogs.backups import BackupsDialog

        if self._session.path is not None:
            dialog = BackupsDialog(self._session, self._session.path, self._window)
            dialog.told.connect(self.told)
            dialog.open()
