"""Functions of lists of nodes: counting, positions, ids, instances."""

from fieldaudit.errors import BadInput
from fieldaudit.form.xpath.code import Piece, Type, as_nodes, as_text
from fieldaudit.form.xpath.context import Context
from fieldaudit.form.xpath.functions.registry import Function, Pieces, Site, simple
from fieldaudit.form.xpath.tree import Kind, Node
from fieldaudit.form.xpath.values import Any, node_text, text_of
from fieldaudit.form_codes import FormCode


def _count_non_empty(context: Context, nodes: list[Node]) -> float:
    """Count nodes with a text."""
    context.charge(len(nodes))
    return float(sum(1 for node in nodes if node_text(node, context)))


def place_among_equals(node: Node) -> int:
    """Return a node's position, from 1, among its siblings of the same name."""
    if node.parent is None:
        return 1
    twins = [
        sibling
        for sibling in node.parent.children
        if sibling.name == node.name and sibling.namespace == node.namespace
    ]
    return twins.index(node) + 1 if node in twins else 1


def _position(site: Site, pieces: Pieces) -> Piece:
    """Compile `position()` in a list, or ODK's `position(node)` among repeats."""
    if not pieces:
        return Piece(Type.NUMBER, lambda node, context: float(context.position))
    nodes = as_nodes(pieces[0], site.name)

    def run(node: Node, context: Context) -> float:
        found = nodes(node, context)
        if not found:
            raise BadInput(FormCode.XPATH_EMPTY, function=site.name)
        return float(place_among_equals(found[0]))

    return Piece(Type.NUMBER, run)


def _last(site: Site, pieces: Pieces) -> Piece:
    """Compile `last()`."""
    return Piece(Type.NUMBER, lambda node, context: float(context.size))


def _current(site: Site, pieces: Pieces) -> Piece:
    """Compile `current()`: the node that the whole expression is evaluated at."""
    return Piece(Type.NODES, lambda node, context: [context.node])


def _instance(site: Site, pieces: Pieces) -> Piece:
    """Compile `instance('id')`: the parent of a secondary instance's root element."""
    identifier = as_text(pieces[0])

    def run(node: Node, context: Context) -> list[Node]:
        wanted = identifier(node, context)
        found = context.instances.get(wanted)
        if found is None:
            raise BadInput(FormCode.XPATH_UNKNOWN_INSTANCE, instance=wanted)
        return [found]

    return Piece(Type.NODES, run)


def _id(context: Context, value: Any) -> list[Node]:
    """Return elements by their `id` attribute; a text may name several."""
    texts = (
        [node_text(node, context) for node in value]
        if isinstance(value, list)
        else [text_of(value, context)]
    )
    wanted = {name for text in texts for name in text.split()}
    found: list[Node] = []
    for visited, node in enumerate(context.document().descendants(), 1):
        # in thousands: counting each one would take longer than looking at it
        if visited % 1_000 == 0:
            context.charge(1_000)
        if node.kind is Kind.ELEMENT and node.attribute("id") in wanted:
            found.append(node)
    return found


FUNCTIONS: dict[str, Function] = {
    "count": simple("s", Type.NUMBER, lambda nodes: float(len(nodes))),
    "count-non-empty": simple("@s", Type.NUMBER, _count_non_empty),
    "position": Function(0, 1, _position),
    "last": Function(0, 0, _last),
    "current": Function(0, 0, _current),
    "instance": Function(1, 1, _instance),
    "id": simple("@a", Type.NODES, _id),
}
"""Node functions by name."""
