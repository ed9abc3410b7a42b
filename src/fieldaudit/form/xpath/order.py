"""Document order: numbering a tree when it is asked for, sorting and uniting lists of nodes."""

from collections.abc import Iterable

from fieldaudit.form.xpath.context import Context
from fieldaudit.form.xpath.tree import Kind, Node

Place = tuple[int, int, int, int]


def in_order(nodes: Iterable[Node], context: Context) -> list[Node]:
    """Return the nodes in document order, each once."""
    # by identity: nodes with equal texts are different nodes
    unique = list({id(node): node for node in nodes}.values())
    if len(unique) < 2:  # noqa: PLR2004 - one node needs no order
        return unique
    trees: dict[int, int] = {}
    for node in unique:
        top = node.top
        if id(top) not in trees:
            trees[id(top)] = len(trees)
            if top.order < 0:
                context.charge(_number(top))
    unique.sort(key=lambda node: _place(node, trees))
    return unique


def _number(top: Node) -> int:
    """Number a tree in document order and return how many nodes it has."""
    top.order = 0
    count = 0
    for count, node in enumerate(top.descendants(), 1):
        node.order = count
    return count


def _place(node: Node, trees: dict[int, int]) -> Place:
    """Return a sort key: tree, element, then namespaces, attributes and the text of a leaf."""
    tree = trees[id(node.top)]
    owner = node.parent
    if owner is None or node.kind not in (Kind.ATTRIBUTE, Kind.NAMESPACE, Kind.TEXT):
        return (tree, node.order, 0, 0)
    if node.kind is Kind.NAMESPACE:
        # namespaces have no order of their own; the prefix makes it the same each time
        names = sorted(name for name in owner.virtual or {} if name != "text()")
        return (tree, owner.order, 1, names.index(node.name))
    if node.kind is Kind.ATTRIBUTE:
        place = next(i for i, found in enumerate(owner.attributes) if found is node)
        return (tree, owner.order, 2, place)
    return (tree, node.order, 0, 0) if owner.children else (tree, owner.order, 3, 0)
