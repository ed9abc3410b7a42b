import sys

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fieldaudit.gui import crash
from fieldaudit.gui.crash import CrashHook
from fieldaudit.logs import Tail


def test_a_bug_is_told_once_and_can_be_copied(
    qtbot: QtBot, qapp: QApplication, caplog: pytest.LogCaptureFixture
) -> None:
    hook = CrashHook(Tail())
    hook(ZeroDivisionError, ZeroDivisionError("boom"), None)
    dialog = hook.dialog
    assert dialog is not None
    qtbot.addWidget(dialog)
    assert dialog.isVisible()
    hook(KeyError, KeyError("again"), None)
    assert hook.dialog is dialog
    dialog.report.setPlainText("记录")
    dialog.copy.click()
    assert qapp.clipboard().text() == "记录"
    dialog.accept()


def test_the_hook_is_put_back(qtbot: QtBot) -> None:
    before = sys.excepthook
    crash.install(Tail())
    assert isinstance(sys.excepthook, CrashHook)
    crash.uninstall()
    assert sys.excepthook is sys.__excepthook__
    sys.excepthook = before
