import pytest

from fieldaudit.form.xpath.axes import AXES, REVERSE, text_node
from fieldaudit.form.xpath.document import parse_xml
from fieldaudit.form.xpath.tree import Kind, Node

XML = b'<r xmlns:n="urn:n"><a i="1"><b/><c>t</c></a><d><e/><f/></d></r>'


def named(name: str) -> Node:
    return next(node for node in parse_xml(XML).descendants() if node.name == name)


def names(axis: str, start: str) -> list[str]:
    return [node.name or node.kind.name for node in AXES[axis](named(start))]


@pytest.mark.parametrize(
    ("axis", "start", "expected"),
    [
        ("child", "a", ["b", "c"]),
        ("child", "c", ["TEXT"]),
        ("descendant", "r", ["a", "b", "c", "TEXT", "d", "e", "f"]),
        ("descendant-or-self", "d", ["d", "e", "f"]),
        ("self", "a", ["a"]),
        ("parent", "b", ["a"]),
        ("ancestor", "b", ["a", "r", "DOCUMENT"]),
        ("ancestor-or-self", "a", ["a", "r", "DOCUMENT"]),
        ("following-sibling", "a", ["d"]),
        ("preceding-sibling", "f", ["e"]),
        ("following", "b", ["c", "TEXT", "d", "e", "f"]),
        ("preceding", "e", ["TEXT", "c", "b", "a"]),
        ("attribute", "a", ["i"]),
        ("namespace", "c", ["n"]),
    ],
)
def test_each_axis_in_its_own_order(axis: str, start: str, expected: list[str]) -> None:
    assert names(axis, start) == expected


def test_axes_down_do_not_see_what_is_irrelevant() -> None:
    root = named("r")
    root.children[0].relevant = False
    assert [node.name for node in AXES["child"](root)] == ["d"]
    assert [node.name for node in AXES["descendant"](root)] == ["d", "e", "f"]


def test_around_an_attribute() -> None:
    attribute = named("a").attributes[0]
    assert [node.name for node in AXES["following"](attribute)][:2] == ["b", "c"]
    assert AXES["following-sibling"](attribute) == []
    assert AXES["preceding"](attribute) == []
    assert AXES["namespace"](attribute) == []


def test_the_text_of_a_leaf_is_one_node_that_follows_changes() -> None:
    leaf = Node("a", "1")
    first = text_node(leaf)
    leaf.text = "2"
    assert text_node(leaf) is first
    assert (first.text, first.kind, first.parent) == ("2", Kind.TEXT, leaf)


def test_reverse_axes_are_axes() -> None:
    assert set(AXES) > REVERSE
