import pytest

from fieldaudit.form.xpath.tree import Kind, Node, document


def a_tree() -> tuple[Node, Node, Node]:
    root = Node("data")
    document(root)
    return root, root.append(Node("a", "1")), root.append(Node("a", "2"))


def test_children_are_found_by_name() -> None:
    root, first, second = a_tree()
    assert root.named("a") == [first, second]
    assert root.named("b") == []


def test_adding_and_removing_is_noticed() -> None:
    root, first, second = a_tree()
    assert root.named("a")
    inserted = root.insert(1, Node("a", "1.5"))
    assert root.named("a") == [first, inserted, second]
    root.remove(first)
    assert root.named("a") == [inserted, second]
    assert first.parent is None


def test_an_irrelevant_child_is_hidden_and_comes_back() -> None:
    root, first, second = a_tree()
    assert len(root.named("a")) == 2
    first.relevant = False
    assert root.named("a") == [second]
    first.relevant = True
    assert root.named("a") == [first, second]


def test_names_in_a_foreign_namespace_are_not_plain_names() -> None:
    root = Node("data")
    root.append(Node("a", namespace="urn:x", prefix="x"))
    assert root.named("a") == []
    assert root.children[0].qualified == "x:a"


def test_the_value_of_an_element_is_all_text_below() -> None:
    root, _, _ = a_tree()
    root.append(Node(text="no", kind=Kind.COMMENT))
    assert root.value() == "12"


def test_attributes_are_set_once_for_a_name() -> None:
    node = Node("a")
    node.set_attribute("id", "1")
    node.set_attribute("id", "2")
    assert node.attribute("id") == "2"
    assert node.attribute("other") is None
    assert len(node.attributes) == 1


def test_the_index_by_value_finds_items() -> None:
    root = Node("root")
    for name in ("x", "y", "x"):
        root.append(Node("item")).append(Node("name", name))
    assert root.freeze().fixed
    assert root.with_value("item", "name")["x"] == [root.children[0], root.children[2]]


def test_a_copy_is_independent() -> None:
    root, first, _ = a_tree()
    first.set_attribute("id", "1")
    twin = root.copy()
    twin.children[0].text = "changed"
    assert (twin.parent, first.text) == (None, "1")
    assert twin.children[0].attribute("id") == "1"
    assert twin.children[0].parent is twin


def test_the_top_of_a_tree() -> None:
    root, first, _ = a_tree()
    assert first.top is root.parent


@pytest.mark.parametrize(("kind", "word"), [(Kind.ELEMENT, "element"), (Kind.TEXT, "text")])
def test_a_node_shows_its_kind(kind: Kind, word: str) -> None:
    assert word in repr(Node("n", "t", kind=kind))
