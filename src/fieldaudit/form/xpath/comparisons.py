"""Comparisons (XPath 1.0 section 3.4), with dates compared by day as JavaRosa does."""

import operator
from collections.abc import Callable
from typing import cast

from fieldaudit.form.xpath.code import Nodes, Piece, Run, Truth, Type, as_number, as_text, as_truth
from fieldaudit.form.xpath.context import Context
from fieldaudit.form.xpath.moments import Moment
from fieldaudit.form.xpath.tree import Node
from fieldaudit.form.xpath.values import Any, node_text, number_of, text_to_number, truth_of

TOLERANCE = 1e-12
"""Numbers nearer than this are equal, as in JavaRosa: 0.1 + 0.2 = 0.3."""

_ORDER: dict[str, Callable[[float, float], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
_MIRRORED = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}
_FLEXIBLE = (Type.ANY, Type.MOMENT)


def compare(name: str, left: Piece, right: Piece) -> Piece:
    """Compile `=`, `!=`, `<`, `<=`, `>` or `>=`."""
    if name in _ORDER:
        return Piece(Type.TRUTH, _relation(name, left, right))
    return Piece(Type.TRUTH, _equality(left, right, same=name == "="))


def same_number(left: float, right: float) -> bool:
    """Tell whether two numbers count as equal."""
    return left == right or abs(left - right) < TOLERANCE


def _equality(left: Piece, right: Piece, *, same: bool) -> Run:
    """Choose the comparison by the static types."""
    types = {left.type, right.type}
    # the order of these tests is that of XPath 1.0 section 3.4: truth, then number, then text
    if types & set(_FLEXIBLE):
        return _flexible(left, right, same=same)
    if Type.TRUTH in types:
        first, second = as_truth(left), as_truth(right)
        return lambda node, context: (first(node, context) == second(node, context)) is same
    if Type.NODES in types:
        return _with_nodes(left, right, same=same)
    if Type.NUMBER in types:
        one, two = as_number(left), as_number(right)
        return lambda node, context: same_number(one(node, context), two(node, context)) is same
    a, b = as_text(left), as_text(right)
    return lambda node, context: (a(node, context) == b(node, context)) is same


def _with_nodes(left: Piece, right: Piece, *, same: bool) -> Run:
    """Choose the comparison of nodes with nodes, a number or a text."""
    if left.type is right.type:
        return _nodes_and_nodes(left, right, same=same)
    nodes, other = (left, right) if left.type is Type.NODES else (right, left)
    if other.type is Type.NUMBER:
        return _nodes_and_number(nodes, other, same=same)
    return _nodes_and_text(nodes, other, same=same)


def _nodes_and_text(nodes: Piece, other: Piece, *, same: bool) -> Run:
    """Compare each node's text with a text."""
    look, text = cast(Nodes, nodes.run), as_text(other)
    fixed = other.constant if isinstance(other.constant, str) else None
    # a question that is not there, or not relevant, has an empty answer, as in JavaRosa
    absent = nodes.first is not None

    def run(node: Node, context: Context) -> bool:
        wanted = text(node, context) if fixed is None else fixed
        there = look(node, context)
        if absent and not there:
            return (not wanted) is same
        for found in there:
            value = found.text if not found.children else node_text(found, context)
            if (value == wanted) is same:
                return True
        return False

    return run


def _nodes_and_number(nodes: Piece, other: Piece, *, same: bool) -> Run:
    """Compare each node's number with a number."""
    look, number = cast(Nodes, nodes.run), as_number(other)
    fixed = other.constant if isinstance(other.constant, float) else None
    absent = nodes.first is not None

    def run(node: Node, context: Context) -> bool:
        wanted = number(node, context) if fixed is None else fixed
        there = look(node, context)
        if absent and not there:
            return not same
        for found in there:
            text = found.text if not found.children else node_text(found, context)
            value = text_to_number(text, context)
            if (value == wanted or abs(value - wanted) < TOLERANCE) is same:
                return True
        return False

    return run


def _nodes_and_nodes(left: Piece, right: Piece, *, same: bool) -> Run:
    """Compare the texts of two lists: true when some pair is (un)equal."""
    first, second = _texts(left), _texts(right)

    def run(node: Node, context: Context) -> bool:
        ours, theirs = first(node, context), second(node, context)
        # unequal pairs exist unless both sides are one and the same text
        if same:
            return not ours.isdisjoint(theirs)
        return bool(ours and theirs) and not (len(ours) == len(theirs) == 1 and ours == theirs)

    return run


def _texts(piece: Piece) -> Callable[[Node, Context], set[str]]:
    """Return a closure for the texts of nodes; a question that is not there has an empty one."""
    look = cast(Nodes, piece.run)
    absent = {""} if piece.first is not None else set[str]()

    def run(node: Node, context: Context) -> set[str]:
        return {node_text(found, context) for found in look(node, context)} or absent

    return run


def _flexible(left: Piece, right: Piece, *, same: bool) -> Run:
    """Compare values whose types are known only while running."""
    first, second = _or_empty(left), _or_empty(right)

    def run(node: Node, context: Context) -> bool:
        return _compare(first(node, context), second(node, context), context, same=same)

    return run


def _or_empty(piece: Piece) -> Run:
    """Return a closure for any value; a question that is not there gives the empty text."""
    run = piece.run
    if piece.first is None:
        return run
    return lambda node, context: run(node, context) or ""


def _compare(left: Any, right: Any, context: Context, *, same: bool) -> bool:
    """Tell whether two values are (un)equal; for lists, whether some pair is."""
    if isinstance(left, bool) or isinstance(right, bool):
        return (truth_of(left, context) == truth_of(right, context)) is same
    if isinstance(left, list):
        texts = [node_text(found, context) for found in left]
        return any(_compare(text, right, context, same=same) for text in texts)
    if isinstance(right, list):
        return _compare(right, left, context, same=same)
    return _equal(left, right, context) is same


def _equal(left: str | float | Moment, right: str | float | Moment, context: Context) -> bool:
    """Compare two single values: as numbers when one is a number or a date, else as texts."""
    if isinstance(left, str) and isinstance(right, str):
        return left == right
    return same_number(number_of(left, context), number_of(right, context))


def _relation(name: str, left: Piece, right: Piece) -> Truth:
    """Compile an order; lists are related when some pair is."""
    if Type.NODES not in (left.type, right.type):
        if Type.ANY not in (left.type, right.type):
            return _numbers(name, left, right)
        return _flexible_order(name, left, right)
    # from here on the list stands on the left
    if left.type is not Type.NODES:
        return _relation(_MIRRORED[name], right, left)
    holds, look = _ORDER[name], cast(Nodes, left.run)
    if right.type in (Type.NODES, Type.ANY):
        return _flexible_order(name, left, right)
    number, known = as_number(right), right.constant
    fixed = known if isinstance(known, float) else None

    def run(node: Node, context: Context) -> bool:
        other = number(node, context) if fixed is None else fixed
        for found in look(node, context):
            text = found.text if not found.children else node_text(found, context)
            if holds(text_to_number(text, context), other):
                return True
        return False

    return run


def _numbers(name: str, left: Piece, right: Piece) -> Truth:
    """Relate two single values as numbers."""
    first, second, holds = as_number(left), as_number(right), _ORDER[name]
    if isinstance(right.constant, float):
        known = right.constant
        return lambda node, context: holds(first(node, context), known)
    return lambda node, context: holds(first(node, context), second(node, context))


def _flexible_order(name: str, left: Piece, right: Piece) -> Truth:
    """Relate values whose types are known only while running, or two lists."""
    first, second, holds = left.run, right.run, _ORDER[name]

    def run(node: Node, context: Context) -> bool:
        ours = _numbers_in(first(node, context), context)
        theirs = _numbers_in(second(node, context), context)
        # some pair is related exactly when the outermost values are
        low, high = _ends(ours), _ends(theirs)
        if low is None or high is None:
            return False
        return holds(low[0], high[1]) if name in ("<", "<=") else holds(low[1], high[0])

    return run


def _numbers_in(value: Any, context: Context) -> list[float]:
    """Return the numbers of a list of nodes, or the one of any other value."""
    if isinstance(value, list):
        return [text_to_number(node_text(node, context), context) for node in value]
    return [number_of(value, context)]


def _ends(numbers: list[float]) -> tuple[float, float] | None:
    """Return the least and the greatest number, NaN left out."""
    real = [number for number in numbers if number == number]  # noqa: PLR0124 - the test for NaN
    return (min(real), max(real)) if real else None
