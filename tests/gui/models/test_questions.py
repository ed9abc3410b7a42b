from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from fieldaudit.gui.models.questions import QuestionsModel, Role
from fieldaudit.visit.judgement import AnswerState
from tests.gui.checklist import a_model


def told(model: QuestionsModel, path: str, role: int) -> object:
    for number, row in enumerate(model.rows()):
        if row.path == path:
            return model.data(model.index(number), role)
    raise KeyError(path)


def test_the_model_keeps_the_rules_of_item_models(qtmodeltester: ModelTester) -> None:
    model = a_model(base__lift="yes")
    qtmodeltester.check(model)
    model.answer("base/lift", "no")
    model.add_instance("more/people")


def test_an_answer_shows_what_depends_on_it(qtbot: QtBot) -> None:
    model = a_model()
    assert told(model, "base/lifts", Role.VISIBLE) is False
    with qtbot.waitSignal(model.settled) as signal:
        model.answer("base/lift", "yes")
    assert "base/lifts" in signal.args[0]
    assert told(model, "base/lifts", Role.VISIBLE) is True


def test_roles_tell_value_violation_and_message() -> None:
    model = a_model(base__lift="yes")
    model.answer("base/lifts", "0")
    assert told(model, "base/lifts", Role.VALUE) == "0"
    assert told(model, "base/lifts", Role.VIOLATED) is True
    assert told(model, "base/lifts", Role.MESSAGE) == "应大于 0"
    assert told(model, "base/lift", Role.REQUIRED) is True
    assert told(model, "base/lift", Qt.ItemDataRole.DisplayRole) == "有电梯"


def test_a_failing_answer_is_judged_and_kept() -> None:
    model = a_model()
    model.answer("base/power", "-31.0")
    assert told(model, "base/power", Role.JUDGEMENT) == "failed"
    assert told(model, "base/power", Role.VALUE) == "-31.0"


def test_an_excuse_has_a_state_and_a_reason() -> None:
    model = a_model()
    model.excuse("base/lift", AnswerState.NOT_CHECKED, "停电")
    assert told(model, "base/lift", Role.STATE) == "not_checked"
    assert told(model, "base/lift", Role.REASON) == "停电"
    assert told(model, "base/lift", Role.REQUIRED) is False


def test_editing_through_the_model_needs_a_question() -> None:
    model = a_model()
    paths = [row.path for row in model.rows()]
    question, group = model.index(paths.index("base/note")), model.index(paths.index("base"))
    assert model.setData(question, "好")
    assert told(model, "base/note", Role.VALUE) == "好"
    assert not model.setData(group, "好")
    assert model.flags(question) & Qt.ItemFlag.ItemIsEditable
    assert not model.flags(group) & Qt.ItemFlag.ItemIsEditable


def test_instances_come_and_go(qtbot: QtBot) -> None:
    model = a_model()
    before = model.rowCount()
    with qtbot.waitSignal(model.reshaped):
        made = model.add_instance("more/people")
    assert model.rowCount() == before + 2
    with qtbot.waitSignal(model.reshaped):
        model.remove_instance(made)
    assert model.rowCount() == before


def test_photos_answer_a_question_that_asks_for_one() -> None:
    model = a_model()
    assert model.shown("more/photo").photo_missing
    model.attach({"more/photo": ["门口.jpg"]})
    assert not model.shown("more/photo").photo_missing
    assert told(model, "more/photo", Role.VALUE) == "门口.jpg"
    model.attach({})
    assert model.shown("more/photo").photo_missing


def test_chosen_answers_are_said_by_their_labels() -> None:
    model = a_model(more__ops="ct cm")
    assert model.value_words(model.shown("more/ops")) == "电信、移动"
