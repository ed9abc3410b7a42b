import inspect
import sys

import pytest

from fieldaudit.errors import BadInput
from fieldaudit.form.xpath.expression import compile_expression
from fieldaudit.form_codes import FormCode
from tests.unit.form.xpath.evaluating import a_context, an_instance


def test_the_same_text_is_compiled_once() -> None:
    assert compile_expression("/data/age") is compile_expression("/data/age", {})
    assert compile_expression("/data/age") is not compile_expression("/data/age", {"x": "urn:x"})


def test_one_value_in_every_type() -> None:
    expression, context = compile_expression("/data/age"), a_context()
    assert expression.string(context) == "42"
    assert expression.number(context) == 42
    assert expression.boolean(context) is True
    assert [node.name for node in expression.nodes(context)] == ["age"]
    assert expression.evaluate(context) == context.node.named("age")


def test_nodes_are_given_as_a_list_of_ones_own() -> None:
    expression, context = compile_expression("/data/person"), a_context()
    expression.nodes(context).clear()
    assert len(expression.nodes(context)) == 3


def test_dates_come_out_as_text() -> None:
    expression, context = compile_expression("today()"), a_context()
    assert expression.evaluate(context) == expression.string(context) == "2026-07-08"
    assert expression.number(context) == 20642


def test_only_nodes_are_nodes() -> None:
    with pytest.raises(BadInput) as error:
        compile_expression("1 + 1").nodes(a_context())
    assert error.value.code is FormCode.XPATH_NOT_NODES


def test_answers_may_change_between_evaluations() -> None:
    expression, context = (
        compile_expression("/data/age > 18 and count(/data/person) = 3"),
        a_context(),
    )
    assert expression.boolean(context)
    context.node.named("age")[0].text = "17"
    assert not expression.boolean(context)
    context.node.named("age")[0].text = "19"
    context.node.remove(context.node.named("person")[0])
    assert not expression.boolean(context)


def test_each_evaluation_has_the_whole_budget() -> None:
    context = a_context(budget=30)
    for _ in range(5):
        assert compile_expression("count(//*)").number(context) == 15


def test_a_hostile_expression_ends() -> None:
    xml = "<r>" + "<a/>" * 2_000 + "</r>"
    with pytest.raises(BadInput) as error:
        compile_expression("//*[//*[//*[//*]]]" * 1).evaluate(a_context(xml, budget=100_000))
    assert error.value.code is FormCode.XPATH_BUDGET


def test_text_and_instances() -> None:
    expression = compile_expression("instance('c')/root/item[name = 'b']/label")
    assert repr(expression) == f"Expression({expression.text!r})"
    context = a_context(instances={"c": an_instance({"a": "甲", "b": "乙"})})
    assert expression.string(context) == "乙"
    assert expression.references.instances == {"c"}


def test_a_deep_stack_is_no_crash() -> None:
    def at_depth(levels: int) -> str:
        if levels:
            return at_depth(levels - 1)
        with pytest.raises(BadInput) as error:
            compile_expression("(" * 99 + "7" + ")" * 99)
        return error.value.code.name

    levels = sys.getrecursionlimit() - len(inspect.stack(0)) - 100
    assert at_depth(levels) == "XPATH_TOO_DEEP"
