from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from fieldaudit.gui.widgets.cardhead import show_rich


def test_marks_become_looks_and_tags_of_others_stay_text(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    show_rich(label, "看 **仪表** <img src=x>")
    assert label.textFormat() is Qt.TextFormat.RichText
    assert "<b>仪表</b>" in label.text()
    assert "<img" not in label.text()
    show_rich(label, "a < b")
    assert (label.textFormat(), label.text()) == (Qt.TextFormat.PlainText, "a < b")
