from pytestqt.qtbot import QtBot

from fieldaudit.gui.widgets.card import QuestionCard
from tests.gui.checklist import a_model


def a_card(qtbot: QtBot, path: str, **answers: str) -> QuestionCard:
    card = QuestionCard(a_model(**answers), path, locked=False)
    qtbot.addWidget(card)
    with qtbot.waitExposed(card):
        card.show()
    return card


def test_why_says_which_answers_it_comes_from_and_follows_them(qtbot: QtBot) -> None:
    card = a_card(qtbot, "base/power", base__power="-31.0")
    card.why.click()
    assert card._reasons is not None
    assert "不符合" in card._reasons.words.text()
    assert "光功率 = −31.0" in card._reasons.words.text()
    card._model.answer("base/power", "-20")
    card.update_card()
    assert "没有规则限制这一项" in card._reasons.words.text()
    card.why.click()
    assert not card._reasons.isVisible()


def test_a_question_without_rules_has_nothing_to_explain(qtbot: QtBot) -> None:
    assert not hasattr(a_card(qtbot, "base/note"), "why")


def test_an_answer_of_an_older_version_is_marked_until_it_is_given_anew(qtbot: QtBot) -> None:
    answers = {"base__power": "-20", "base__power__$carried": "old/RES-26"}
    card = a_card(qtbot, "base/power", **answers)
    assert "RES-26" in card.carried.text()
    card._model.answer("base/power", "-21")
    card.update_card()
    assert not card.carried.isVisible()


def test_the_reason_stands_above_the_foot_also_when_why_is_open(qtbot: QtBot) -> None:
    card = a_card(qtbot, "base/power")
    card.why.click()
    card.excuses.links["not_checked"].click()
    card.update_card()
    assert card.reason is not None
    assert card._reasons is not None
    foot = card._box.indexOf(card._foot_row)
    assert card._box.indexOf(card.reason) < foot < card._box.indexOf(card._reasons)
