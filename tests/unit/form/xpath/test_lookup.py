import pytest

from fieldaudit.form.xpath.compile import compile_tree
from fieldaudit.form.xpath.expression import compile_expression
from fieldaudit.form.xpath.grammar import parse
from fieldaudit.form.xpath.lookup import find_lookup
from tests.unit.form.xpath.evaluating import a_context, an_instance

ROWS = {f"c{i}": f"label {i}" for i in range(200)}
XML = "<data><city>c7</city><n>7</n></data>"


def found(path: str, *, fixed: bool) -> tuple[list[str], int]:
    instance = an_instance(ROWS)
    if not fixed:
        instance = instance.copy()
    context = a_context(XML, instances={"c": instance})
    nodes = compile_expression(path).nodes(context)
    return [node.value() for node in nodes], context.visited


@pytest.mark.parametrize(
    "path",
    [
        "instance('c')/root/item[name = /data/city]/label",
        "instance('c')/root/item['c7' = name]/label",
        "instance('c')/root/item[name = current()/city]/label",
        "instance('c')/root/item[name = concat('c', /data/n)]/label",
        "instance('c')/root/item[name = /data/city][1]/label",
    ],
)
def test_the_index_finds_what_walking_finds_and_looks_at_less(path: str) -> None:
    quick, slow = found(path, fixed=True), found(path, fixed=False)
    assert quick[0] == slow[0] == ["label 7"]
    assert quick[1] < slow[1]


def test_several_wanted_values() -> None:
    path = "instance('c')/root/item[name = /data/*]/label"
    assert found(path, fixed=True)[0] == ["label 7"]


@pytest.mark.parametrize(
    "predicate",
    ["name = 3", "name = other", "name != 'a'", "name = position()", "a/b = 'x'", "name = (b)[1]"],
)
def test_what_is_not_simple_is_walked(predicate: str) -> None:
    assert find_lookup("item", parse(predicate), lambda tree: compile_tree(tree, {})) is None
