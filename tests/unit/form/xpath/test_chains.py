import pytest

from fieldaudit.errors import BadInput
from fieldaudit.form.xpath.chains import Chain, chain_nodes, chain_text
from fieldaudit.form.xpath.expression import compile_expression
from tests.unit.form.xpath.evaluating import a_context, evaluate, texts

NESTED = "<d><g><p><q>1</q></p><p><q>2</q></p></g><g><p><q>3</q></p></g><x/></d>"


@pytest.mark.parametrize(
    ("path", "at", "expected"),
    [
        ("/data/name", "", ["铁塔"]),
        ("/data/person/name", "", ["甲", "乙", "丙"]),
        ("/data/zzz/name", "", []),
        ("/other/name", "", []),
        ("name", "/data/person", ["甲"]),
        ("../name", "/data/age", ["铁塔"]),
        ("../../name", "/data/person/age", ["铁塔"]),
        ("../../../../name", "/data/age", []),
        (".", "/data/age", ["42"]),
        ("current()/../name", "/data/age", ["铁塔"]),
        ("./name", "", ["铁塔"]),
    ],
)
def test_paths_of_forms(path: str, at: str, expected: list[str]) -> None:
    assert texts(path, at=at) == expected
    assert compile_expression(path).string(a_context(at=at)) == "".join(expected[:1])


def test_several_branches_are_followed() -> None:
    assert texts("/d/g/p/q", NESTED) == ["1", "2", "3"]
    assert texts("../g/p/q", NESTED, at="/d/x") == ["1", "2", "3"]
    assert evaluate("string(/d/g)", NESTED) == "12"


def test_a_chain_without_names_is_the_node_itself() -> None:
    context = a_context(at="/data/age")
    assert chain_text(Chain("here", 0, ()))(context.node, context) == "42"
    assert chain_nodes(Chain("here", 9, ()))(context.node, context) == []
    assert chain_text(Chain("here", 9, ()))(context.node, context) == ""


def test_irrelevant_questions_are_not_there() -> None:
    context = a_context()
    context.node.named("age")[0].relevant = False
    assert compile_expression("/data/age").nodes(context) == []
    assert compile_expression("count(/data/*)").number(context) == 7


def test_a_list_is_sieved_by_what_the_question_says_each_time() -> None:
    context = a_context()
    found = compile_expression("/data/person[starts-with(name, /data/wanted)]/name")
    wanted = compile_expression("/data/wanted").nodes(context)
    assert wanted == []
    assert [node.text for node in found.nodes(context)] == ["甲", "乙", "丙"]
    same = compile_expression("/data/person[contains(/data/name, name) or name = '乙']/name")
    assert [node.text for node in same.nodes(context)] == ["乙"]
    context.node.named("name")[0].text = "甲丙"
    assert [node.text for node in same.nodes(context)] == ["甲", "乙", "丙"]
    assert context.known is None


def test_what_is_remembered_in_a_list_is_forgotten_after_a_fault() -> None:
    context = a_context()
    with pytest.raises(BadInput):
        compile_expression("/data/person[concat(/data/name, regex(name, '('))]").nodes(context)
    assert context.known is None


def test_a_question_in_a_list_of_lists_is_that_of_the_row() -> None:
    rows = compile_expression("/d/g[p[q = '3']]/p/q")
    assert texts("/d/g[p[contains(q, /d/x) and q = '3']]/p/q", NESTED) == ["3"]
    assert rows.text == "/d/g[p[q = '3']]/p/q"
