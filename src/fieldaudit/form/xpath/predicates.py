"""Predicates: which nodes of a list remain (XPath 1.0 section 2.4)."""

from collections.abc import Callable, Sequence

from fieldaudit.form.xpath.code import Piece, Truth, Type, as_truth
from fieldaudit.form.xpath.context import Context
from fieldaudit.form.xpath.syntax import (
    Call,
    Chain,
    Filter,
    Literal,
    Negation,
    Number,
    Operation,
    PathTree,
    Tree,
)
from fieldaudit.form.xpath.tree import Node

_STRETCH = 256
Sieve = Callable[[list[Node], Context], list[Node]]


def parts(tree: Tree) -> Sequence[Tree]:
    """Return the expressions that are evaluated at the same node as `tree` itself."""
    if isinstance(tree, Negation):
        return (tree.operand,)
    if isinstance(tree, Operation):
        return (tree.left, tree.right)
    if isinstance(tree, Chain):
        return tree.parts
    if isinstance(tree, Call):
        return tree.arguments
    if isinstance(tree, Filter):
        return (tree.primary,)
    return (tree.start,) if isinstance(tree, PathTree) and tree.start is not None else ()


def asks_position(tree: Tree) -> bool:
    """Tell whether an expression asks `position()` or `last()` of its own context."""
    if isinstance(tree, Literal | Number):
        return False
    if isinstance(tree, Call) and tree.name in ("position", "last") and not tree.arguments:
        return True
    return any(asks_position(part) for part in parts(tree))


def is_positional(tree: Tree, piece: Piece) -> bool:
    """Tell whether a predicate depends on where its node stands in the list."""
    return piece.type in (Type.NUMBER, Type.ANY) or asks_position(tree)


def spread(predicates: Sequence[Tree], compile_tree: Callable[[Tree], Piece]) -> tuple[Tree, ...]:
    """Return predicates with each `[a = 1 and b = 2]` written as `[a = 1][b = 2]`.

    That is the same where all parts are truths that know nothing of places, and lets an index
    find what one of them asks for.
    """
    found: list[Tree] = []
    for tree in predicates:
        parted = tree.parts if isinstance(tree, Chain) and tree.operator == "and" else ()
        truths = all(compile_tree(part).type is Type.TRUTH for part in parted)
        apart = parted and truths and not asks_position(tree)
        found += parted if apart else (tree,)
    return tuple(found)


def sieve(tree: Tree, piece: Piece) -> Sieve:
    """Compile one predicate."""
    if piece.type is Type.NUMBER and isinstance(piece.constant, float):
        return _at(piece.constant)
    if not is_positional(tree, piece):
        return _true_ones(as_truth(piece))
    return _positional(piece)


def _at(place: float) -> Sieve:
    """Keep the node at one place, counted from 1."""
    if place != int(place) if abs(place) < 1e15 else True:  # noqa: PLR2004 - whole floats end here
        return lambda nodes, context: []
    index = int(place) - 1
    if index < 0:
        return lambda nodes, context: []
    return lambda nodes, context: nodes[index : index + 1]


def _true_ones(truth: Truth) -> Sieve:
    """Keep the nodes for which a truth holds that knows nothing of places."""

    def run(nodes: list[Node], context: Context) -> list[Node]:
        kept: list[Node] = []
        before = context.known
        # nothing changes while a list is sieved, so that other questions are read once
        context.known = {} if before is None else before
        try:
            for start in range(0, len(nodes), _STRETCH):
                stretch = nodes[start : start + _STRETCH]
                context.charge(len(stretch))
                kept += [node for node in stretch if truth(node, context)]
        finally:
            context.known = before
        return kept

    return run


def _positional(piece: Piece) -> Sieve:
    """Keep nodes by a predicate that may be a place or may ask for one."""
    value, truth = piece.run, as_truth(piece)
    may_be_number = piece.type in (Type.NUMBER, Type.ANY)

    def holds(node: Node, context: Context) -> bool:
        if not may_be_number:
            return truth(node, context)
        found = value(node, context)
        # a number is a place in the list, any other value a truth (section 2.4)
        if isinstance(found, float):
            return found == context.position
        return truth(node, context) if not isinstance(found, bool) else found

    def run(nodes: list[Node], context: Context) -> list[Node]:
        before = context.position, context.size
        kept = []
        try:
            for place, node in enumerate(nodes, 1):
                context.charge(1)
                context.position, context.size = place, len(nodes)
                if holds(node, context):
                    kept.append(node)
        finally:
            context.position, context.size = before
        return kept

    return run
