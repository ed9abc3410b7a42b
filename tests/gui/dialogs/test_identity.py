from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from fieldaudit.actions import identities
from fieldaudit.errors import BadInput, Code
from fieldaudit.gui.dialogs.identity import Key, SignDialog, SwitchDialog
from fieldaudit.gui.personmenu import PersonMenu
from fieldaudit.gui.session import Session
from fieldaudit.gui.widgets.topbar import MenuButton
from tests.gui.sample import PASSWORD, Sample

Settle = Callable[[Session], None]


@pytest.fixture
def holder(qtbot: QtBot) -> QWidget:
    """What dialogs belong to: a closed one deletes itself."""
    made = QWidget()
    qtbot.addWidget(made)
    return made


def a_dialog(holder: QWidget, session: Session, files: Sample, keys: list[Key]) -> SignDialog:
    session.preferences.change(identity=str(files.identity))
    made = SignDialog(
        "签名", "", "签名", deed=lambda _d, key: keys.append(key), session=session, parent=holder
    )
    made.show()
    return made


def test_a_key_that_is_unlocked_needs_no_password(
    holder: QWidget, session: Session, files: Sample
) -> None:
    keys: list[Key] = []
    first = a_dialog(holder, session, files, keys)
    first.password.setText(PASSWORD)
    first.confirmation.click()
    held = keys[0].unlock()
    first.done_well()
    second = a_dialog(holder, session, files, keys)
    assert not second.password.isVisible()
    assert second.open_note.isVisible()
    second.confirmation.click()
    assert keys[1].unlock() is held
    session.keys.lock()
    third = a_dialog(holder, session, files, keys)
    assert third.password.isVisible()
    assert not third.confirmation.isEnabled()


def test_the_wait_after_wrong_passwords_is_counted_down(
    qtbot: QtBot, holder: QWidget, session: Session, files: Sample
) -> None:
    dialog = a_dialog(holder, session, files, [])
    dialog._wait.timer.setInterval(20)
    dialog.refuse(BadInput(Code.IDENTITY_WAIT, file="a", count=3, seconds=2))
    dialog.password.setText(PASSWORD)
    assert not dialog.confirmation.isEnabled()
    assert "2" in dialog.refusal.text()
    qtbot.waitUntil(dialog.confirmation.isEnabled)
    assert "✗" not in dialog.refusal.text()


def test_somebody_else_takes_over_by_name_password_and_enter(
    qtbot: QtBot,
    holder: QWidget,
    session: Session,
    files: Sample,
    settled: Settle,
) -> None:
    other = files.survey.with_name("li.p12")
    identities.create(other, name="李四", role="inspector", unit="街道", password=PASSWORD)
    people = (str(files.identity), str(other))
    session.preferences.change(identity=str(files.identity), people=people)
    button = MenuButton(holder)
    menu = PersonMenu(session, button, holder)
    session.keys.keep(files.identity, identities.unlock(files.identity, PASSWORD))
    menu.switch.trigger()
    qtbot.waitUntil(lambda: holder.findChild(SwitchDialog) is not None)
    dialog = holder.findChild(SwitchDialog)
    assert session.keys.held(files.identity) is None
    assert dialog.people.currentText() == "李四"
    dialog.password.setText(PASSWORD)
    QTest.keyClick(dialog.password, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: button.text() == "李四", timeout=10_000)
    assert session.keys.held(other) is not None
    assert session.preferences.settings.people == (str(other), str(files.identity))
    settled(session)
