"""Asks for the password of an identity, or for a new identity."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QLineEdit, QWidget

from fieldaudit.errors import Code
from fieldaudit.gui.dialogs.ask import Ask, FileField
from fieldaudit.gui.keyring import IDLE_MINUTES, Keyring
from fieldaudit.gui.labels import word
from fieldaudit.gui.session import Session
from fieldaudit.gui.tasks import Watch
from fieldaudit.gui.widgets.buttons import Tick
from fieldaudit.gui.widgets.fields import Choice, Field
from fieldaudit.gui.widgets.head import Secondary
from fieldaudit.visit.stamp import Author

if TYPE_CHECKING:
    from fieldaudit.visit.identity import Identity


@dataclass(frozen=True, slots=True)
class Key:
    """What opens an identity; it lives as long as the deed that signs."""

    file: Path
    """The identity file."""

    password: str
    """Its password, or the PIN of its token; empty for a key that is unlocked."""

    ring: "Keyring | None" = None
    """Where the key is kept unlocked."""

    library: Path | None = None
    """Of the maker of the token that the key lies on."""

    def unlock(self) -> "Identity":
        """Return the identity; slow on purpose, so only off the UI thread."""
        from fieldaudit.actions import identities

        held = self.ring.held(self.file) if self.ring and not self.password else None
        if held is not None:
            return held
        identity = identities.unlock(self.file, self.password, library=self.library)
        if self.ring is not None:
            self.ring.keep(self.file, identity)
        return identity


def key_of(session: Session, file: Path, password: str) -> Key:
    """Return what opens an identity file in this session."""
    token = session.preferences.settings.token
    return Key(file, password, session.keys, Path(token) if token else None)


@dataclass(frozen=True, slots=True)
class Worker:
    """Who works here, and the file of their key."""

    author: Author
    """Name, key and role."""

    identity: Path
    """The identity file, opened with its password when something is signed."""


class SignDialog(Ask):
    """Asks for identity file and password, then runs a deed with that key."""

    def __init__(
        self,
        title: str,
        hint: str,
        confirm: str,
        *,
        deed: Callable[["SignDialog", Key], None],
        session: Session,
        parent: QWidget | None = None,
    ) -> None:
        """Call `deed` with this dialog and the key; it calls `done_well` or `refuse`."""
        super().__init__(title, hint, confirm, parent)
        self._deed, self._session = deed, session
        self._wait = Countdown(self)
        self.file = FileField(self.tr("身份文件"), self.tr("身份文件 (*.p12 *.pfx *.token)"))
        self.password = Field()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setAccessibleName(self.tr("密码"))
        self.rows.addRow(self.tr("身份文件"), self.file)
        self.rows.addRow(self.tr("密码"), self.password)
        self.open_note = Secondary()
        self.rows.addRow("", self.open_note)
        self.file.field.textChanged.connect(self.check)
        self.password.textChanged.connect(self.check)
        known = session.preferences.identity
        if known is not None:
            self.file.field.setText(str(known))
            self.password.setFocus()
        self.check()

    def ready(self) -> bool:
        """Need a file, and a password unless its key is unlocked; and nobody has to wait."""
        held = self._session.keys.held(Path(self.file.field.text())) is not None
        minutes = IDLE_MINUTES
        said = self.tr("已解锁，不必再输密码；闲置 {minutes} 分钟或关闭窗口即锁上。")
        self.open_note.setText(said.format(minutes=minutes) if held else "")
        self.open_note.setVisible(held)
        self.password.setVisible(not held)
        self.rows.labelForField(self.password).setVisible(not held)
        told = self.file.field.text() and (held or self.password.text())
        return bool(told) and not self._wait.left

    def confirm(self) -> None:
        """Run the deed with the key."""
        file = Path(self.file.field.text())
        self._deed(self, key_of(self._session, file, self.password.text()))

    def refuse(self, error: BaseException) -> None:
        """Say why not; after several wrong passwords count the seconds down."""
        super().refuse(error)
        self.password.clear()
        self.password.setFocus()
        self._wait.begin(error)

    def done_well(self, value: object = None) -> None:
        """Close the dialog; the key stays unlocked for a while."""
        self._session.keys.watch()
        super().done_well(value)


class Countdown:
    """Counts the seconds that somebody has to wait after wrong passwords, in the refusal's line."""

    def __init__(self, dialog: Ask) -> None:
        """Wait for nothing yet."""
        self._dialog, self.left = dialog, 0
        self._words = ""
        self.timer = QTimer(dialog, interval=1000)
        self.timer.timeout.connect(self._on_second)

    def begin(self, error: BaseException) -> None:
        """Count down when the error says so."""
        if getattr(error, "code", None) is Code.IDENTITY_WAIT:
            self.left = int(error.params["seconds"])  # type: ignore[attr-defined]
            self.timer.start()
        self._dialog.check()

    def _on_second(self) -> None:
        self.left -= 1
        if self.left <= 0:
            self.timer.stop()
            self.left = 0
            self._dialog.refusal.say(
                QCoreApplication.translate("Countdown", "现在可以再试。"), "ink"
            )
        else:
            said = QCoreApplication.translate("Countdown", "✗ 密码连续输错，还要等 {seconds} 秒。")
            self._dialog.refusal.say(said.format(seconds=self.left), "critical")
        self._dialog.check()


class SwitchDialog(SignDialog):
    """Lets somebody else take over on a shared machine: choose a name, type a password, Enter."""

    def __init__(
        self,
        people: Sequence[tuple[str, Path]],
        *,
        deed: Callable[[SignDialog, Key], None],
        session: Session,
        parent: QWidget | None = None,
    ) -> None:
        """Offer the people who worked here, by name, the one before last first."""
        super().__init__(
            self.tr("换人"),
            self.tr("选择姓名，输入密码。前一位的密钥随即锁上。"),
            self.tr("换人"),
            deed=deed,
            session=session,
            parent=parent,
        )
        session.keys.lock()
        self.people = Choice()
        self.people.setAccessibleName(self.tr("姓名"))
        for name, file in people:
            self.people.addItem(name, str(file))
        self.rows.insertRow(0, self.tr("姓名"), self.people)
        self.people.currentIndexChanged.connect(self._on_person)
        self.rows.setRowVisible(self.file, False)
        self.people.setCurrentIndex(1 if len(people) > 1 else 0)
        self._on_person()
        self.people.setFocus() if len(people) > 2 else self.password.setFocus()  # noqa: PLR2004

    def _on_person(self) -> None:
        self.file.field.setText(str(self.people.currentData() or ""))


class NewIdentityDialog(Ask):
    """Makes a key for a person, in a file locked by a password."""

    def __init__(
        self, session: Session, made: Callable[[Worker], None], parent: QWidget | None = None
    ) -> None:
        """Call `made`, a method, with the new worker."""
        super().__init__(
            self.tr("新建身份"),
            self.tr("密钥只存在这个文件里。密码无法找回，请记住，并另存一份备份。"),
            self.tr("新建"),
            parent,
        )
        self._session, self._made = session, made
        self.name, self.unit, self.password, self.again = Field(), Field(), Field(), Field()
        self.role = Choice()
        for key in ("inspector", "reviewer", "office", "evaluator"):
            self.role.addItem(word(key), key)
        self.file = FileField(self.tr("身份文件"), self.tr("身份文件 (*.p12)"), new=True)
        rows = (
            (self.tr("姓名"), self.name),
            (self.tr("单位"), self.unit),
            (self.tr("角色"), self.role),
            (self.tr("身份文件"), self.file),
            (self.tr("密码"), self.password),
            (self.tr("再输一次"), self.again),
        )
        for words, field in rows:
            field.setAccessibleName(words)
            self.rows.addRow(words, field)
        self.office = Tick(self.tr("单位身份：可以为他人签发证书"))
        self.rows.addRow("", self.office)
        for field in (self.password, self.again):
            field.setEchoMode(QLineEdit.EchoMode.Password)
        for field in (self.name, self.unit, self.password, self.again, self.file.field):
            field.textChanged.connect(self.check)
        self.name.setFocus()
        self.check()

    def ready(self) -> bool:
        """Need everything, and the password twice the same."""
        fields = (self.name, self.unit, self.password, self.file.field)
        return all(field.text() for field in fields) and self.password.text() == self.again.text()

    def confirm(self) -> None:
        """Make the key in the pool: that takes a moment on purpose."""
        self.setEnabled(False)
        person: dict[str, Any] = {
            "name": self.name.text(),
            "role": str(self.role.currentData()),
            "unit": self.unit.text(),
            "password": self.password.text(),
            "authority": self.office.isChecked(),
        }
        path = Path(self.file.field.text()).with_suffix(".p12")
        work = partial(_create, path=path, person=person)
        self._session.work(work, self._on_created, sorry=self.refuse)

    def _on_created(self, who: Worker) -> None:
        self._made(who)
        self.done_well()


def _create(_watch: Watch, *, path: Path, person: dict[str, Any]) -> Worker:
    from fieldaudit.actions import identities

    identity = identities.create(path, **person)
    return Worker(author_of(identity), path)


def opened(key: Key, _watch: Watch) -> Worker:
    """Return the worker of an identity file; runs in the pool."""
    return Worker(author_of(key.unlock()), key.file)


def author_of(identity: "Identity") -> Author:
    """Return the author that an identity stands for."""
    return Author(identity.name, identity.fingerprint, identity.role, identity.certificate)
