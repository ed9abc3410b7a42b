"""The menu of the survey that is open: others, backup, check, hand-over, close."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from fieldaudit.gui.session import Session
from fieldaudit.gui.widgets.topbar import MenuButton

if TYPE_CHECKING:
    from fieldaudit.errors import Problem
    from fieldaudit.gui.dialogs.identity import Key, SignDialog
    from fieldaudit.visit.records import Balance


class SurveyMenu(QObject):
    """Fills the button at the left of the top bar."""

    told = Signal(str)
    """A sentence for the message bar."""

    def __init__(self, session: Session, button: MenuButton, parent: QWidget) -> None:
        """Fill the menu of `button`; the recent surveys come in when it opens."""
        super().__init__(parent)
        self._session, self._window = session, parent
        self._target = Path()
        self._dialog: SignDialog | None = None
        menu = button.menu()
        self.open = menu.addAction(self.tr("打开调查文件…"), self._on_open)
        self.open.setShortcut("Ctrl+O")
        self._recent = menu.addMenu(self.tr("最近打开"))
        self._recent.aboutToShow.connect(self._on_recent)
        menu.addSeparator()
        self.backup = menu.addAction(self.tr("备份…"), self._on_backup)
        self.check = menu.addAction(self.tr("检查文件完整性"), self._on_check)
        self.handover = menu.addAction(self.tr("移交…"), self._on_handover)
        menu.addSeparator()
        self.quit = menu.addAction(self.tr("退出"), parent.close)
        self.quit.setShortcut("Ctrl+Q")
        self._needy = (self.backup, self.check, self.handover)
        self.enable(False)
        session.opened.connect(self._on_opened)

    def enable(self, yes: bool) -> None:
        """Allow what needs an open survey."""
        for action in self._needy:
            action.setEnabled(yes)

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
        folder = QFileDialog.getExistingDirectory(self._window, self.tr("备份到哪个文件夹"))
        if folder:
            self._session.ask(partial(_backup, Path(folder)), self._on_backed_up)

    def _on_backed_up(self, path: Path) -> None:
        self.told.emit(self.tr("已备份到 {file}。").format(file=path))

    def _on_check(self) -> None:
        self._session.ask(_check, self._on_checked)

    def _on_checked(self, problems: "tuple[Problem, ...]") -> None:
        from fieldaudit.gui.labels import explain

        if problems:
            words = self.tr("发现 {count} 个问题：{first}")
            self.told.emit(words.format(count=len(problems), first=explain(problems[0])))
        else:
            self.told.emit(self.tr("文件完整，没有发现问题。"))

    def _on_handover(self) -> None:
        from fieldaudit.gui.dialogs.identity import SignDialog

        name, _kind = QFileDialog.getSaveFileName(
            self._window, self.tr("移交到哪个文件"), "", self.tr("调查文件 (*.gpkg)")
        )
        if name:
            self._target = Path(name)
            SignDialog(
                self.tr("移交调查文件"),
                self.tr("封签全部修订，写成一个干净的文件，交给工作专班合并。"),
                self.tr("封签并移交"),
                deed=self._hand_over,
                session=self._session,
                parent=self._window,
            ).open()

    def _hand_over(self, dialog: "SignDialog", key: "Key") -> None:
        self._dialog = dialog
        self._session.act(
            partial(_hand_over, self._target, key),
            self._on_handed_over,
            title=self.tr("正在移交"),
            long=True,
            sorry=dialog.refuse,
        )

    def _on_handed_over(self, balance: "Balance") -> None:
        if self._dialog is not None:
            self._dialog.done_well()
        words = self.tr("已移交：修订 {count}，照片 {present} 应 {expected}，遗失 {lost}。")
        self.told.emit(
            words.format(
                count=balance.taken,
                present=balance.photos_present,
                expected=balance.photos_expected,
                lost=balance.lost,
            )
        )


def _backup(folder: Path, survey: Any) -> Path:
    from fieldaudit.actions import surveys

    return surveys.backup(survey, folder)


def _check(survey: Any) -> "tuple[Problem, ...]":
    from fieldaudit.actions import surveys

    return surveys.check(survey)


def _hand_over(target: Path, key: "Key", survey: Any, *, progress: Any) -> Any:
    from fieldaudit.actions import surveys

    return surveys.handover(survey, target, identity=key.unlock(), progress=progress)
