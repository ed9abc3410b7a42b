from hypothesis import given
from hypothesis import strategies as st

from fieldaudit.form.xpath.axes import namespace, text_node
from fieldaudit.form.xpath.context import Context
from fieldaudit.form.xpath.document import parse_xml
from fieldaudit.form.xpath.order import in_order
from fieldaudit.form.xpath.tree import Node

TREE = parse_xml(b'<r xmlns:n="urn:n" i="1" j="2"><a><b>t</b></a>x<c k="3"/></r>')


def everything() -> list[Node]:
    found: list[Node] = []
    for node in TREE.descendants():
        found += [node, *namespace(node), *node.attributes]
        if node.name == "b":
            found.append(text_node(node))
    return found


@given(st.permutations(everything()))
def test_any_order_becomes_document_order(nodes: list[Node]) -> None:
    assert in_order(nodes + nodes[:3], Context(TREE)) == everything()


def test_a_new_child_takes_its_place() -> None:
    root = Node("r")
    first, last = root.append(Node("a")), root.append(Node("b"))
    assert in_order([last, first], Context(root)) == [first, last]
    middle = root.insert(1, Node("m"))
    assert in_order([last, middle, first], Context(root)) == [first, middle, last]


def test_trees_stay_together() -> None:
    one, other = Node("r"), Node("s")
    child = one.append(Node("a"))
    assert in_order([child, other, one], Context(one)) == [one, child, other]
