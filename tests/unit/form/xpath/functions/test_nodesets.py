import pytest

from fieldaudit.errors import BadInput
from fieldaudit.form.xpath.functions.nodesets import place_among_equals
from fieldaudit.form.xpath.tree import Node
from fieldaudit.form_codes import FormCode
from tests.unit.form.xpath.evaluating import an_instance, evaluate, texts


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("count(/data/person)", 3.0),
        ("count-non-empty(/data/*)", 7.0),
        ("position(/data/person[2])", 2.0),
        ("position(/data/person[2]/..)", 1.0),
        ("count(/data/person[position() = last()])", 1.0),
        ("last()", 1.0),
    ],
)
def test_values(text: str, value: float) -> None:
    assert evaluate(text) == value


def test_the_position_of_nothing_is_an_error() -> None:
    with pytest.raises(BadInput) as error:
        evaluate("position(/data/zzz)")
    assert error.value.code is FormCode.XPATH_EMPTY


def test_current_is_the_node_of_the_whole_expression() -> None:
    assert texts("/data/person[age = current()/../age]/name", at="/data/person[2]/name") == ["乙"]


def test_instances_by_id() -> None:
    cities = {"c": an_instance({"a": "甲地"})}
    assert texts("instance('c')/root/item/label", instances=cities) == ["甲地"]
    with pytest.raises(BadInput) as error:
        evaluate("instance('d')/root", instances=cities)
    assert error.value.code is FormCode.XPATH_UNKNOWN_INSTANCE
    assert error.value.params == {"instance": "d"}


def test_elements_by_id() -> None:
    xml = '<r><a id="x">1</a><a id="y">2</a><b>y x</b></r>'
    assert texts("id('y x')", xml) == ["1", "2"]
    assert texts("id(b)", xml) == ["1", "2"]
    assert texts("id('z')", xml) == []


def test_a_search_by_id_costs_budget() -> None:
    with pytest.raises(BadInput):
        evaluate("id('z')", "<r>" + "<a/>" * 3_000 + "</r>", budget=1_000)


def test_places_count_equal_names_only() -> None:
    root = Node("r")
    root.append(Node("a"))
    root.append(Node("b"))
    assert place_among_equals(root.append(Node("a"))) == 2
    assert place_among_equals(root) == 1
