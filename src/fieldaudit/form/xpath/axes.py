"""The axes of XPath 1.0 (section 2.2) over our tree, each in the order its positions count.

Irrelevant nodes are invisible on the axes that go down.
"""

from collections.abc import Callable, Iterable

from fieldaudit.form.xpath.tree import Kind, Node

Axis = Callable[[Node], list[Node]]


def text_node(leaf: Node) -> Node:
    """Return the text node of a leaf element, the same one each time."""
    if leaf.virtual is None:
        leaf.virtual = {}
    made = leaf.virtual.get("text()")
    if made is None:
        made = leaf.virtual["text()"] = Node(kind=Kind.TEXT)
        made.parent = leaf
    made.text = leaf.text
    return made


def child(node: Node) -> list[Node]:
    """Return the relevant children, and the text of a leaf as a node."""
    if node.children:
        return [below for below in node.children if below.relevant]
    if node.kind is Kind.ELEMENT and node.text:
        return [text_node(node)]
    return []


def descendant(node: Node) -> list[Node]:
    """Return all relevant nodes below."""
    found: list[Node] = []
    stack = child(node)[::-1]
    while stack:
        here = stack.pop()
        found.append(here)
        stack.extend(reversed(child(here)))
    return found


def descendant_or_self(node: Node) -> list[Node]:
    """Return the node and all relevant nodes below."""
    return [node, *descendant(node)]


def itself(node: Node) -> list[Node]:
    """Return the node."""
    return [node]


def parent(node: Node) -> list[Node]:
    """Return the node above."""
    return [] if node.parent is None else [node.parent]


def ancestor(node: Node) -> list[Node]:
    """Return the nodes above, nearest first."""
    found: list[Node] = []
    here = node.parent
    while here is not None:
        found.append(here)
        here = here.parent
    return found


def ancestor_or_self(node: Node) -> list[Node]:
    """Return the node and the nodes above, nearest first."""
    return [node, *ancestor(node)]


def _siblings(node: Node) -> tuple[list[Node], list[Node]]:
    """Return the relevant siblings before (nearest first) and after a node."""
    if node.parent is None or node.kind in (Kind.ATTRIBUTE, Kind.NAMESPACE):
        return [], []
    all_of_them = node.parent.children
    if node not in all_of_them:
        return [], []
    place = next(i for i, sibling in enumerate(all_of_them) if sibling is node)
    return _relevant(all_of_them[:place][::-1]), _relevant(all_of_them[place + 1 :])


def _relevant(nodes: Iterable[Node]) -> list[Node]:
    """Return those nodes that paths may see."""
    return [node for node in nodes if node.relevant]


def following_sibling(node: Node) -> list[Node]:
    """Return the siblings after the node."""
    return _siblings(node)[1]


def preceding_sibling(node: Node) -> list[Node]:
    """Return the siblings before the node, nearest first."""
    return _siblings(node)[0]


def following(node: Node) -> list[Node]:
    """Return all nodes after the node that are not below it."""
    found: list[Node] = []
    if node.kind in (Kind.ATTRIBUTE, Kind.NAMESPACE) and node.parent is not None:
        found.extend(descendant(node.parent))
        node = node.parent
    for here in ancestor_or_self(node):
        for sibling in _siblings(here)[1]:
            found.extend(descendant_or_self(sibling))
    return found


def preceding(node: Node) -> list[Node]:
    """Return all nodes before the node that are not above it, nearest first."""
    found: list[Node] = []
    if node.kind in (Kind.ATTRIBUTE, Kind.NAMESPACE) and node.parent is not None:
        node = node.parent
    for here in ancestor_or_self(node):
        for sibling in _siblings(here)[0]:
            found.extend(reversed(descendant_or_self(sibling)))
    return found


def attribute(node: Node) -> list[Node]:
    """Return the attributes."""
    return node.attributes


def namespace(node: Node) -> list[Node]:
    """Return a node for each namespace declared in scope, the same ones each time."""
    if node.kind is not Kind.ELEMENT:
        return []
    scope: dict[str, str] = {}
    for here in reversed(ancestor_or_self(node)):
        scope.update(here.declared)
    scope = {prefix: uri for prefix, uri in scope.items() if uri}
    if node.virtual is None:
        node.virtual = {}
    return [_namespace_node(node, prefix, uri) for prefix, uri in sorted(scope.items())]


def _namespace_node(owner: Node, prefix: str, uri: str) -> Node:
    """Return the node of one namespace, made once."""
    kept = owner.virtual if owner.virtual is not None else {}
    made = kept.get(prefix)
    if made is None:
        made = kept[prefix] = Node(prefix, kind=Kind.NAMESPACE)
        made.parent = owner
    made.text = uri
    return made


AXES: dict[str, Axis] = {
    "ancestor": ancestor,
    "ancestor-or-self": ancestor_or_self,
    "attribute": attribute,
    "child": child,
    "descendant": descendant,
    "descendant-or-self": descendant_or_self,
    "following": following,
    "following-sibling": following_sibling,
    "namespace": namespace,
    "parent": parent,
    "preceding": preceding,
    "preceding-sibling": preceding_sibling,
    "self": itself,
}
"""Axis name → nodes on it."""

REVERSE = frozenset(("ancestor", "ancestor-or-self", "preceding", "preceding-sibling"))
"""Axes whose positions count backwards."""
