"""Arithmetic (XPath 1.0 section 3.5): IEEE 754, division by zero gives infinities or NaN."""

import math
from collections.abc import Callable

from fieldaudit.form.xpath.code import Numeric, Piece, Type, as_number, constant
from fieldaudit.form.xpath.context import Context
from fieldaudit.form.xpath.tree import Node
from fieldaudit.form.xpath.values import NAN


def divide(left: float, right: float) -> float:
    """Divide, with infinities for a divisor of zero."""
    if right != 0:
        return left / right
    if left == 0 or math.isnan(left) or math.isnan(right):
        return NAN
    return math.copysign(math.inf, left) * math.copysign(1.0, right)


def remainder(left: float, right: float) -> float:
    """Return the remainder of truncating division; it has the sign of `left`."""
    if right == 0 or math.isinf(left) or math.isnan(left) or math.isnan(right):
        return NAN
    return math.fmod(left, right)


def _times(left: float, right: float) -> float:
    """Multiply."""
    return left * right


_OTHERS: dict[str, Callable[[float, float], float]] = {
    "*": _times,
    "div": divide,
    "mod": remainder,
}


def calculate(name: str, left: Piece, right: Piece) -> Piece:
    """Compile `+`, `-`, `*`, `div` or `mod`."""
    first, second = as_number(left), as_number(right)
    known = right.constant
    if isinstance(known, float):
        return Piece(Type.NUMBER, _with_known(name, first, known))
    if name == "+":
        return Piece(
            Type.NUMBER, lambda node, context: first(node, context) + second(node, context)
        )
    if name == "-":
        return Piece(
            Type.NUMBER, lambda node, context: first(node, context) - second(node, context)
        )
    work = _OTHERS[name]

    def run(node: Node, context: Context) -> float:
        return work(first(node, context), second(node, context))

    return Piece(Type.NUMBER, run)


def _with_known(name: str, first: Numeric, known: float) -> Numeric:
    """Compile an operation whose second operand is known."""
    if name == "+":
        return lambda node, context: first(node, context) + known
    if name == "-":
        return lambda node, context: first(node, context) - known
    work = _OTHERS[name]
    return lambda node, context: work(first(node, context), known)


def negate(piece: Piece) -> Piece:
    """Compile unary minus."""
    if isinstance(piece.constant, float):
        return constant(-piece.constant)
    number = as_number(piece)
    return Piece(Type.NUMBER, lambda node, context: -number(node, context))
