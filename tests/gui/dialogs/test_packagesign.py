from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from fieldaudit.errors import Code, Surroundings
from fieldaudit.gui.dialogs.identity import Key, SignDialog
from fieldaudit.gui.dialogs.packagesign import PackageSignDialog
from fieldaudit.gui.session import Session
from tests.gui.sample import PASSWORD, Sample

Make = Callable[[], PackageSignDialog]


@pytest.fixture
def make(qtbot: QtBot, session: Session, files: Sample) -> Make:
    """Make the dialog anew, as somebody would open it again."""
    holder = QWidget()
    qtbot.addWidget(holder)
    session.preferences.change(identity=str(files.identity))

    def deed(_dialog: SignDialog, _key: Key) -> None:
        """Sign nothing."""

    def made() -> PackageSignDialog:
        dialog = PackageSignDialog(("签名", "", "签名"), deed=deed, session=session, parent=holder)
        dialog.password.setText(PASSWORD)
        dialog.show()
        return dialog

    return made


def test_no_server_is_asked_unless_wanted(make: Make) -> None:
    dialog = make()
    assert not dialog.stamp.isChecked()
    assert not dialog.server.isVisible()
    dialog.server.setText("https://tsa.example.cn")
    assert dialog.manner()().timestamp == ""


def test_a_timestamp_needs_a_server(make: Make) -> None:
    dialog = make()
    assert dialog.confirmation.isEnabled()
    dialog.stamp.setChecked(True)
    assert not dialog.confirmation.isEnabled()
    dialog.server.setText("https://tsa.example.cn")
    assert dialog.confirmation.isEnabled()
    assert dialog.manner()().timestamp == "https://tsa.example.cn"


def test_choices_are_remembered(make: Make) -> None:
    dialog = make()
    dialog.picture.field.setText("seal.png")
    dialog.emblem.field.setText("emblem.png")
    dialog.stamp.setChecked(True)
    dialog.server.setText("https://tsa.example.cn")
    dialog.confirmation.click()
    again = make()
    assert again.picture.field.text() == "seal.png"
    assert str(again.chosen_emblem()) == "emblem.png"
    assert again.stamp.isChecked()
    assert again.server.text() == "https://tsa.example.cn"


def test_a_silent_server_leads_to_doing_without(make: Make) -> None:
    dialog = make()
    dialog.stamp.setChecked(True)
    dialog.server.setText("https://tsa.example.cn")
    assert not dialog.without.isVisible()
    dialog.refuse(Surroundings(Code.NETWORK_SILENT, url="https://tsa.example.cn", reason="–"))
    assert dialog.without.isVisible()
    dialog.without.setChecked(True)
    assert dialog.manner()().timestamp == ""
