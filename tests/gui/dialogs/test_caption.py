"""The window that asks what a file shows."""

from pytestqt.qtbot import QtBot

from fieldaudit.gui.dialogs.caption import CaptionDialog


def test_a_caption_may_be_changed_or_emptied(qtbot: QtBot) -> None:
    given: list[str] = []
    for text in (" 箱门 ", ""):
        dialog = CaptionDialog("a.jpg", "旧的", given=given.append, parent=None)
        qtbot.addWidget(dialog)
        assert dialog.caption.text() == "旧的"
        dialog.caption.setText(text)
        dialog.confirmation.click()
    assert given == ["箱门", ""]
