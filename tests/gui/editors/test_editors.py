import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from fieldaudit.gui.editors.chosen import Confirmation, OneOfFew, OneOfMany, Ranking, SeveralOf
from fieldaudit.gui.editors.editor import Editor
from fieldaudit.gui.editors.make import make_editor
from fieldaudit.gui.editors.moments import MomentEditor
from fieldaudit.gui.editors.places import PointEditor
from fieldaudit.gui.editors.typed import LineEditor, NumberEditor, ShownValue, TextEditor
from fieldaudit.gui.widgets.buttons import Segment
from tests.gui.checklist import a_model

OPTIONS = [("yes", "是"), ("no", "否")]


class Heard:
    """What an editor told."""

    def __init__(self, editor: Editor) -> None:
        self.values: list[str] = []
        editor.edited.connect(self.values.append)


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("base/lift", OneOfFew),
        ("base/lifts", NumberEditor),
        ("base/power", NumberEditor),
        ("base/note", LineEditor),
        ("more/ops", SeveralOf),
        ("more/many", OneOfMany),
        ("more/day", MomentEditor),
        ("more/hour", MomentEditor),
        ("more/moment", MomentEditor),
        ("more/place", PointEditor),
        ("more/agreed", Confirmation),
    ],
)
def test_each_kind_has_its_editor(qtbot: QtBot, path: str, kind: type[Editor]) -> None:
    model = a_model()
    editor = make_editor(model.shown(path), model.options(path) if kind in CHOSEN else [])
    assert type(editor) is kind
    qtbot.addWidget(editor)


CHOSEN = (OneOfFew, OneOfMany, SeveralOf)


@pytest.mark.parametrize("path", ["more/photo", "more/remark"])
def test_photos_and_notes_have_none(path: str) -> None:
    assert make_editor(a_model().shown(path), []) is None


def test_typed_text_is_told_and_a_shown_one_is_not(qtbot: QtBot) -> None:
    editor = LineEditor()
    qtbot.addWidget(editor)
    heard = Heard(editor)
    editor.show_value("旧")
    QTest.keyClicks(editor.field, "x")
    assert heard.values == ["旧x"]


def test_a_number_is_shown_with_a_true_minus_and_told_in_ascii(qtbot: QtBot) -> None:
    editor = NumberEditor()
    qtbot.addWidget(editor)
    heard = Heard(editor)
    editor.show_value("-31.0")
    assert editor.field.text() == "−31.0"
    editor.field.selectAll()
    QTest.keyClicks(editor.field, "-1")
    assert heard.values[-1] == "-1"


def test_full_width_figures_are_a_number(qtbot: QtBot) -> None:
    editor = NumberEditor()
    qtbot.addWidget(editor)
    heard = Heard(editor)
    editor.field.setText("－２７．５")
    editor.field.textEdited.emit(editor.field.text())
    assert heard.values == ["-27.5"]


def test_long_text_is_told(qtbot: QtBot) -> None:
    editor = TextEditor()
    qtbot.addWidget(editor)
    heard = Heard(editor)
    editor.show_value("一")
    assert not heard.values
    editor.box.insertPlainText("二")
    assert heard.values == ["二一"]


def test_a_calculated_value_can_be_read(qtbot: QtBot) -> None:
    editor = ShownValue()
    qtbot.addWidget(editor)
    editor.show_value("-3")
    assert editor.words.text() == "−3"
    editor.show_value("")
    assert editor.words.text() == "–"


def test_one_of_few_is_pressed_cleared_and_walked_by_keys(qtbot: QtBot) -> None:
    editor = OneOfFew(OPTIONS)
    qtbot.addWidget(editor)
    editor.show()
    heard = Heard(editor)
    first, second = editor.findChildren(Segment)
    qtbot.mouseClick(second, Qt.MouseButton.LeftButton)
    assert heard.values == ["no"]
    qtbot.mouseClick(editor._clear, Qt.MouseButton.LeftButton)
    assert heard.values == ["no", ""]
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Space)
    assert heard.values[-1] == "yes"
    editor.close()


def test_one_of_many_offers_nothing_first_and_keeps_what_it_does_not_know(qtbot: QtBot) -> None:
    editor = OneOfMany(OPTIONS)
    qtbot.addWidget(editor)
    heard = Heard(editor)
    editor.show_value("gone")
    assert editor.choice.currentText() == "gone"
    editor.choice.setCurrentIndex(1)
    editor.choice.activated.emit(1)
    assert heard.values == ["yes"]


def test_several_can_be_ticked(qtbot: QtBot) -> None:
    editor = SeveralOf(OPTIONS)
    qtbot.addWidget(editor)
    heard = Heard(editor)
    editor.show_value("no")
    editor._ticks["yes"].click()
    assert heard.values == ["yes no"]


def test_a_confirmation_is_ok_or_nothing(qtbot: QtBot) -> None:
    editor = Confirmation()
    qtbot.addWidget(editor)
    heard = Heard(editor)
    editor.tick.click()
    editor.tick.click()
    assert heard.values == ["OK", ""]


def test_a_ranking_follows_its_value(qtbot: QtBot) -> None:
    editor = Ranking(OPTIONS)
    qtbot.addWidget(editor)
    editor.show_value("no yes")
    assert [editor.list.item(n).text() for n in range(2)] == ["否", "是"]


@pytest.mark.parametrize(
    ("day", "time", "typed", "told"),
    [
        (True, False, "2022-7-8", "2022-07-08"),
        (True, False, "2022年7月8日", "2022-07-08"),
        (True, False, "明天", "明天"),
        (False, True, "9:41", "09:41:00.000"),
        (True, True, "2022/7/8 9:41", "2022-07-08T09:41:00.000"),
    ],
)
def test_moments_are_read_as_people_write_them(
    qtbot: QtBot, day: bool, time: bool, typed: str, told: str
) -> None:
    editor = MomentEditor(day=day, time=time)
    qtbot.addWidget(editor)
    heard = Heard(editor)
    editor.field.setText(typed)
    editor.field.editingFinished.emit()
    assert heard.values[0].startswith(told)
    editor.field.editingFinished.emit()
    assert len(heard.values) == 1


def test_the_clock_and_the_calendar_fill_a_moment(qtbot: QtBot) -> None:
    editor = MomentEditor(day=True, time=True)
    qtbot.addWidget(editor)
    heard = Heard(editor)
    editor._now.click()
    assert "T" in heard.values[0]
    editor._on_picked(QDate(2022, 7, 8))
    assert heard.values[-1].startswith("2022-07-08T")


def test_a_point_pasted_as_one_is_spread_over_the_fields(qtbot: QtBot) -> None:
    editor = PointEditor()
    qtbot.addWidget(editor)
    heard = Heard(editor)
    editor.latitude.setText("29.63, 106.49")
    editor.latitude.textEdited.emit(editor.latitude.text())
    assert heard.values[-1] == "29.63 106.49 0 0"
    editor.show_value("29.6 106.5 250 12")
    assert editor.accuracy.text() == "12"
