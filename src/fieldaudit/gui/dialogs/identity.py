"""Asks for the password of an identity, or for a new identity."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QLineEdit, QWidget

from fieldaudit.gui.dialogs.ask import Ask, FileField
from fieldaudit.gui.labels import word
from fieldaudit.gui.session import Session
from fieldaudit.gui.tasks import Watch
from fieldaudit.gui.widgets.fields import Choice, Field
from fieldaudit.visit.stamp import Author

if TYPE_CHECKING:
    from fieldaudit.visit.identity import Identity


@dataclass(frozen=True, slots=True)
class Key:
    """What opens an identity; it lives as long as the deed that signs."""

    file: Path
    """The identity file."""

    password: str
    """Its password."""

    def unlock(self) -> "Identity":
        """Return the identity; slow on purpose, so only off the UI thread."""
        from fieldaudit.actions import identities

        return identities.unlock(self.file, self.password)


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
        self._deed = deed
        self.file = FileField(self.tr("身份文件"), self.tr("身份文件 (*.p12 *.pfx)"))
        self.password = Field()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setAccessibleName(self.tr("密码"))
        self.rows.addRow(self.tr("身份文件"), self.file)
        self.rows.addRow(self.tr("密码"), self.password)
        self.file.field.textChanged.connect(self.check)
        self.password.textChanged.connect(self.check)
        known = session.preferences.identity
        if known is not None:
            self.file.field.setText(str(known))
            self.password.setFocus()
        self.check()

    def ready(self) -> bool:
        """Need a file and a password."""
        return bool(self.file.field.text() and self.password.text())

    def confirm(self) -> None:
        """Run the deed with the key."""
        self._deed(self, Key(Path(self.file.field.text()), self.password.text()))


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
