"""The menu of the person who works: identity, language, look."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from fieldaudit.gui import theme
from fieldaudit.gui.session import Session
from fieldaudit.gui.tasks import Watch
from fieldaudit.gui.theme import Appearance
from fieldaudit.gui.widgets.topbar import MenuButton
from fieldaudit.settings import remembered

if TYPE_CHECKING:
    from fieldaudit.gui.dialogs.identity import Key, SignDialog, Worker
    from fieldaudit.visit.stamp import Author


class PersonMenu(QObject):
    """Fills the button at the right of the top bar."""

    told = Signal(str)
    """A sentence for the message bar."""

    def __init__(self, session: Session, button: MenuButton, parent: QWidget) -> None:
        """Fill the menu of `button`; who worked here last works here again."""
        super().__init__(parent)
        self._session, self._button, self._window = session, button, parent
        self._dialog: SignDialog | None = None
        menu = button.menu()
        self.open = menu.addAction(self.tr("打开身份文件…"), self.ask_identity)
        self.switch = menu.addAction(self.tr("换人…"), self._on_switch)
        self.switch.setShortcut(QKeySequence("Ctrl+Shift+P"))
        parent.addAction(self.switch)
        self.new = menu.addAction(self.tr("新建身份…"), self._on_new)
        self.manage = menu.addAction(self.tr("身份与信任…"), self._on_manage)
        self.lock = menu.addAction(self.tr("锁上密钥"), session.keys.lock)
        self.lock.setShortcut(QKeySequence("Ctrl+L"))
        parent.addAction(self.lock)
        session.keys.locked.connect(self._on_locked)
        menu.addSeparator()
        chosen = session.preferences.settings
        looks = {
            Appearance.SYSTEM.value: self.tr("跟随系统"),
            Appearance.LIGHT.value: self.tr("浅色"),
            Appearance.DARK.value: self.tr("深色"),
        }
        self.looks = self._choices(menu.addMenu(self.tr("外观")), looks, chosen.theme)
        self.looks.triggered.connect(self._on_look)
        languages = {"zh": "中文", "en": "English"}
        self.languages = self._choices(menu.addMenu(self.tr("语言")), languages, chosen.language)
        self.languages.triggered.connect(self._on_language)
        self.show_author()
        session.authored.connect(self.show_author)
        known = session.preferences.identity
        if known is not None:
            session.work(partial(_author_at, known), session.work_as, sorry=self._on_nobody)

    def show_author(self) -> None:
        """Write on the button who works here."""
        author = self._session.author
        self._button.setText(author.name if author else self.tr("未选择身份"))

    def ask_identity(self) -> None:
        """Ask who works; a deed that needs an author calls this first."""
        from fieldaudit.gui.dialogs.identity import SignDialog

        SignDialog(
            self.tr("打开身份"),
            self.tr(
                "填写的内容记在谁的名下。密钥在这次使用中保持打开，久不使用会自动锁上。还没有身份文件，请从菜单新建。"
            ),
            self.tr("打开"),
            deed=self._unlock,
            session=self._session,
            parent=self._window,
        ).open()

    def _choices(self, menu: QMenu, choices: dict[str, str], chosen: str) -> QActionGroup:
        group = QActionGroup(self)
        for key, words in choices.items():
            action = menu.addAction(words)
            action.setData(key)
            action.setCheckable(True)
            action.setChecked(key == chosen)
            group.addAction(action)
        return group

    def _unlock(self, dialog: "SignDialog", key: "Key") -> None:
        from fieldaudit.gui.dialogs.identity import opened

        self._dialog = dialog
        self._session.work(partial(opened, key), self._on_unlocked, sorry=dialog.refuse)

    def _on_unlocked(self, who: "Worker") -> None:
        if self._dialog is not None:
            self._dialog.done_well()
        self._on_worker(who)

    def _on_new(self) -> None:
        from fieldaudit.gui.dialogs.identity import NewIdentityDialog

        NewIdentityDialog(self._session, self._on_worker, self._window).open()

    def _on_switch(self) -> None:
        self._session.work(partial(_people, self._files()), self._on_people)

    def _files(self) -> list[Path]:
        chosen = self._session.preferences.settings
        known = dict.fromkeys(each for each in (chosen.identity, *chosen.people) if each)
        return [Path(each) for each in known]

    def _on_people(self, people: "list[tuple[str, Path]]") -> None:
        from fieldaudit.gui.dialogs.identity import SwitchDialog

        if not people:
            self.ask_identity()
            return
        SwitchDialog(people, deed=self._unlock, session=self._session, parent=self._window).open()

    def _on_manage(self) -> None:
        from fieldaudit.gui.dialogs.keys import KeysDialog

        KeysDialog(self._session, self._on_worker, self._window).open()

    def _on_locked(self) -> None:
        self.told.emit(self.tr("密钥已锁上；下次签名要输密码。"))

    def _on_worker(self, who: "Worker") -> None:
        before = self._session.preferences.settings.people
        people = remembered(before, str(who.identity))
        self._session.preferences.change(identity=str(who.identity), people=people)
        self._session.work_as(who.author)
        self.told.emit(self.tr("现在由 {name} 填写。").format(name=who.author.name))

    def _on_nobody(self, _error: BaseException) -> None:
        """The identity file has gone: nobody is chosen, and the button says so."""
        self.show_author()

    def _on_look(self, action: QAction) -> None:
        chosen = Appearance(action.data())
        self._session.preferences.change(theme=chosen.value)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            theme.apply(application, chosen)

    def _on_language(self, action: QAction) -> None:
        self._session.preferences.change(language=action.data())
        self.told.emit(self.tr("语言在下次启动时生效。"))


def _author_at(file: Path, _watch: Watch) -> "Author":
    from fieldaudit.actions import identities

    return identities.author_at(file)


def _people(files: list[Path], _watch: Watch) -> list[tuple[str, Path]]:
    """Return the people of identity files that are still there, by their certificates."""
    from fieldaudit.actions import identities
    from fieldaudit.errors import FieldauditError

    found = []
    for file in files:
        try:
            found.append((identities.author_at(file).name, file))
        except FieldauditError:
            continue
    return found
