"""`indexed-repeat`: the answer in a repeat chosen by its number."""

from fieldaudit.form.xpath.code import Nodes, Numeric, Piece, Type, as_nodes, as_number
from fieldaudit.form.xpath.context import Context
from fieldaudit.form.xpath.functions.registry import Function, Pieces, Site
from fieldaudit.form.xpath.tree import Node

_LEVELS = 10


def _lies_below(node: Node, top: Node) -> bool:
    """Tell whether a node is `top` or lies below it."""
    here: Node | None = node
    while here is not None and here is not top:
        here = here.parent
    return here is top


def _build(site: Site, pieces: Pieces) -> Piece:
    """Compile `indexed-repeat(target, repeat, number, inner repeat, number …)`."""
    target = as_nodes(pieces[0], site.name)
    repeats: list[tuple[Nodes, Numeric]] = [
        (as_nodes(group, site.name), as_number(number))
        for group, number in zip(pieces[1::2], pieces[2::2], strict=True)
    ]

    def run(node: Node, context: Context) -> list[Node]:
        chosen: Node | None = None
        for group, number in repeats:
            instances = group(node, context)
            context.charge(len(instances))
            if chosen is not None:
                instances = [found for found in instances if _lies_below(found, chosen)]
            place = number(node, context)
            # a number that is no place gives an empty answer, not an error: forms ask ahead
            if not 1 <= place <= len(instances) or place != int(place):
                return []
            chosen = instances[int(place) - 1]
        found = target(node, context)
        context.charge(len(found))
        return [leaf for leaf in found if chosen is not None and _lies_below(leaf, chosen)]

    return Piece(Type.NODES, run)


FUNCTIONS: dict[str, Function] = {
    "indexed-repeat": Function(3, 1 + 2 * _LEVELS, _build, pairs=True),
}
"""Repeat functions by name."""
