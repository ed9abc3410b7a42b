"""`and`, `or` and `|`: parts are evaluated from the left, and no further than needed."""

import math
from collections.abc import Callable, Sequence

from fieldaudit.form.xpath.code import Piece, Type, as_nodes, as_truth, constant
from fieldaudit.form.xpath.context import Context
from fieldaudit.form.xpath.order import in_order
from fieldaudit.form.xpath.syntax import Tree
from fieldaudit.form.xpath.tree import Node

_TWO = 2


def chain(name: str, parts: Sequence[Tree], compile_tree: Callable[[Tree], Piece]) -> Piece:
    """Compile a chain; what stands behind a constant that decides is never looked at."""
    if name == "|":
        return _union([compile_tree(part) for part in parts])
    decisive = name == "or"
    pieces: list[Piece] = []
    for part in parts:
        piece = compile_tree(part)
        # forms switch parts off by `false() and …`; what follows may be unfinished
        if _known_truth(piece) is decisive:
            if not pieces:
                return constant(decisive)
            pieces.append(piece)
            break
        pieces.append(piece)
    return _any(pieces) if decisive else _all(pieces)


def _known_truth(piece: Piece) -> bool | None:
    """Return the truth of a constant; None for what is known only while running."""
    value = piece.constant
    if isinstance(value, float):
        return value != 0 and not math.isnan(value)
    return None if value is None else bool(value)


def _any(pieces: Sequence[Piece]) -> Piece:
    """Compile `or`."""
    truths = [as_truth(piece) for piece in pieces]
    if len(truths) == _TWO:
        first, second = truths
        return Piece(
            Type.TRUTH, lambda node, context: first(node, context) or second(node, context)
        )

    def run(node: Node, context: Context) -> bool:
        return any(truth(node, context) for truth in truths)

    return Piece(Type.TRUTH, run)


def _all(pieces: Sequence[Piece]) -> Piece:
    """Compile `and`."""
    truths = [as_truth(piece) for piece in pieces]
    if len(truths) == _TWO:
        first, second = truths
        return Piece(
            Type.TRUTH, lambda node, context: first(node, context) and second(node, context)
        )

    def run(node: Node, context: Context) -> bool:
        return all(truth(node, context) for truth in truths)

    return Piece(Type.TRUTH, run)


def _union(pieces: Sequence[Piece]) -> Piece:
    """Compile `|`: the nodes of all parts in document order, each once."""
    lists = [as_nodes(piece, "|") for piece in pieces]

    def run(node: Node, context: Context) -> list[Node]:
        return in_order([found for nodes in lists for found in nodes(node, context)], context)

    return Piece(Type.NODES, run)
