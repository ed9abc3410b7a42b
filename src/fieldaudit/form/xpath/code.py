"""Compiled pieces: a closure with its static type, and the conversions between types.

Knowing the type while compiling spares every check of it while running.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import cast

from fieldaudit.errors import BadInput
from fieldaudit.form.xpath.context import Context
from fieldaudit.form.xpath.tree import Node
from fieldaudit.form.xpath.values import (
    Any,
    nodes_to_text,
    number_of,
    number_to_text,
    text_of,
    text_to_number,
    truth_of,
)
from fieldaudit.form_codes import FormCode

Run = Callable[[Node, Context], Any]
Text = Callable[[Node, Context], str]
Numeric = Callable[[Node, Context], float]
Truth = Callable[[Node, Context], bool]
Nodes = Callable[[Node, Context], list[Node]]


class Type(Enum):
    """What a closure returns."""

    TEXT = "text"
    NUMBER = "number"
    TRUTH = "truth"
    NODES = "nodes"
    MOMENT = "moment"
    """A `Moment`, or the empty text where there is none."""
    ANY = "any"
    """Known only while running."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One compiled expression."""

    type: Type
    """What `run` returns."""

    run: Run
    """The closure; gets the context node and the context."""

    constant: Any | None = None
    """The value, when it is known already."""

    first: Text | None = None
    """For a path that names a question: a faster way to the text of the first node."""


def constant(value: str | float) -> Piece:
    """Return a piece that always gives `value`."""
    if isinstance(value, bool):
        kind = Type.TRUTH
    else:
        kind = Type.TEXT if isinstance(value, str) else Type.NUMBER
    return Piece(kind, lambda node, context: value, constant=value)


def as_text(piece: Piece) -> Text:
    """Return a closure that gives the value as text."""
    if piece.first is not None:
        return piece.first
    run = piece.run
    if piece.type is Type.TEXT:
        return cast(Text, run)
    if piece.type is Type.NODES:
        nodes = cast(Nodes, run)
        return lambda node, context: nodes_to_text(nodes(node, context), context)
    if piece.type is Type.NUMBER:
        number = cast(Numeric, run)
        return lambda node, context: number_to_text(number(node, context))
    if piece.type is Type.TRUTH:
        return lambda node, context: "true" if run(node, context) else "false"
    return lambda node, context: text_of(run(node, context), context)


def as_number(piece: Piece) -> Numeric:
    """Return a closure that gives the value as a number."""
    run = piece.run
    if piece.type is Type.NUMBER:
        return cast(Numeric, run)
    if piece.type in (Type.TEXT, Type.NODES):
        text = as_text(piece)
        return lambda node, context: text_to_number(text(node, context), context)
    if piece.type is Type.TRUTH:
        return lambda node, context: 1.0 if run(node, context) else 0.0
    return lambda node, context: number_of(run(node, context), context)


def as_truth(piece: Piece) -> Truth:
    """Return a closure that gives the value as a truth."""
    run = piece.run
    if piece.type is Type.TRUTH:
        return cast(Truth, run)
    if piece.first is not None:
        return _answered(cast(Nodes, run))
    if piece.type in (Type.TEXT, Type.NODES):
        return lambda node, context: bool(run(node, context))
    return lambda node, context: truth_of(run(node, context), context)


def _answered(nodes: Nodes) -> Truth:
    """Return a closure that tells whether a question has an answer, as JavaRosa takes truth.

    A path to one leaf is true when its text is not empty; any other list when it has nodes.
    """

    def run(node: Node, context: Context) -> bool:
        found = nodes(node, context)
        if len(found) != 1 or found[0].children:
            return bool(found)
        return bool(found[0].text)

    return run


def as_nodes(piece: Piece, name: str) -> Nodes:
    """Return a closure that gives nodes; `name` is the function or operator that wants them.

    Raises:
        BadInput: XPATH_NOT_NODES, at once when the type is known.
    """
    run = piece.run
    if piece.type is Type.NODES:
        return cast(Nodes, run)
    if piece.type is not Type.ANY:
        raise BadInput(FormCode.XPATH_NOT_NODES, function=name)

    def checked(node: Node, context: Context) -> list[Node]:
        value = run(node, context)
        if not isinstance(value, list):
            raise BadInput(FormCode.XPATH_NOT_NODES, function=name)
        return value

    return checked
