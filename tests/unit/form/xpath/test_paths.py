from fieldaudit.form.xpath.expression import compile_expression
from fieldaudit.form.xpath.grammar import parse
from fieldaudit.form.xpath.paths import as_chain
from fieldaudit.form.xpath.syntax import PathTree
from tests.unit.form.xpath.evaluating import a_context, an_instance, evaluate, texts


def is_chain(text: str) -> bool:
    tree = parse(text)
    return isinstance(tree, PathTree) and as_chain(tree) is not None


def test_which_paths_are_chains() -> None:
    chains = ["/data/a", "../a", "../../a/b", ".", "current()/../a", "./a"]
    others = ["/data/a[1]", "//a", "a/..", "x:a", "*", "@a", "/..", "instance('x')/a"]
    assert [text for text in chains if not is_chain(text)] == []
    assert [text for text in others if is_chain(text)] == []


def test_the_document_stands_above_the_root() -> None:
    assert evaluate("count(/)") == 1.0
    assert evaluate("count(/*)") == 1.0
    assert evaluate("count(/..)") == 0.0


def test_absolute_paths_in_an_instance_mean_the_form() -> None:
    cities = an_instance({"a": "甲地", "b": "乙地"})
    xml = "<data><city>b</city></data>"
    path = "instance('c')/root/item[name = /data/city]/label"
    assert texts(path, xml, instances={"c": cities}) == ["乙地"]


def test_a_path_may_go_on_from_nodes() -> None:
    assert texts("(/data/person | /data/name)/age") == ["30", "20", "10"]
    expression = compile_expression("(/data/person)[2]/name")
    assert expression.string(a_context()) == "乙"
