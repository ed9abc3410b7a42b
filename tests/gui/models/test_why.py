from fieldaudit.gui.models.why import because, why_lines
from tests.gui.checklist import a_model


def lines(path: str, **answers: str) -> list[str]:
    model = a_model(**answers)
    found = model.draft.explain(path)
    return why_lines(found, model.shown(path).question, model.language)


def test_a_hidden_question_names_the_answer_that_hides_it() -> None:
    assert lines("base/lifts", base__lift="no")[1].strip() == "有电梯 = 否"
    model = a_model(base__lift="no")
    assert because(model.draft.explain("base/lifts"), model.language) == "有电梯 = 否"
    assert because(model.draft.explain("base/lift"), model.language) == ""


def test_an_answer_not_given_is_said_so() -> None:
    assert "有电梯：未填写" in lines("base/lifts")[1]


def test_a_violated_rule_and_a_rule_that_always_holds() -> None:
    assert any(". > 0" in each for each in lines("base/lifts", base__lift="yes", base__lifts="0"))
    assert lines("base/lift") == ["必填：总是如此"]
