"""Location steps in general: every axis, every test, any predicates, in document order."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from fieldaudit.form.xpath.axes import AXES, REVERSE, Axis
from fieldaudit.form.xpath.context import Context
from fieldaudit.form.xpath.nametests import Fits
from fieldaudit.form.xpath.order import in_order
from fieldaudit.form.xpath.predicates import Sieve
from fieldaudit.form.xpath.tree import Node

Walk = Callable[[list[Node], Context], list[Node]]
_FLAT_AFTER = frozenset(("self", "child", "attribute", "following-sibling", "preceding-sibling"))
_ORDERED_AFTER = frozenset(("self", "child", "attribute", "namespace"))


@dataclass(frozen=True, slots=True)
class Shape:
    """What is known of a list of nodes before it exists."""

    single: bool
    """It has at most one node."""

    flat: bool
    """It is in document order, and no node lies below another."""


@dataclass(frozen=True, slots=True)
class Stride:
    """A step, compiled in parts."""

    axis: str
    """Name of the axis."""

    fits: Fits | None
    """The node test."""

    name: str
    """Name as written, when the step is a plain child name; else empty."""

    sieves: tuple[Sieve, ...]
    """The predicates."""


def walk(stride: Stride, shape: Shape) -> tuple[Walk, Shape]:
    """Return a closure from nodes to nodes, and the shape of what it gives."""
    one = _from_one(stride)
    after = Shape(
        single=shape.single and stride.axis in ("self", "parent"),
        flat=shape.flat and stride.axis in _FLAT_AFTER
        if stride.axis in _ORDERED_AFTER
        else shape.single and (stride.axis in _FLAT_AFTER or stride.axis == "parent"),
    )
    # sorting is dear: it is left out wherever the order follows from the shape
    if shape.single:
        return _single(one, reverse=stride.axis in REVERSE), after
    if stride.axis == "self" or (shape.flat and stride.axis in _ORDERED_AFTER):
        return _each(one), after
    return _sorted(one), after


def follow(walks: Sequence[Walk]) -> Walk:
    """Chain walks."""

    def run(nodes: list[Node], context: Context) -> list[Node]:
        for go in walks:
            if not nodes:
                return nodes
            nodes = go(nodes, context)
        return nodes

    return run


def _from_one(stride: Stride) -> Callable[[Node, Context], list[Node]]:
    """Return a closure that takes the step from one node, in the order of its axis."""
    look = _named(stride.name) if stride.name else _tested(AXES[stride.axis], stride)
    sieves = stride.sieves
    if not sieves:
        return look

    def run(node: Node, context: Context) -> list[Node]:
        found = look(node, context)
        for keep in sieves:
            found = keep(found, context)
        return found

    return run


def _named(name: str) -> Callable[[Node, Context], list[Node]]:
    """Look up children by name in their parent's index."""

    def run(node: Node, context: Context) -> list[Node]:
        return (node.by_name or node.index()).get(name, [])

    return run


def _tested(axis: Axis, stride: Stride) -> Callable[[Node, Context], list[Node]]:
    """Take all nodes of an axis that fit the test."""
    fits = stride.fits

    def run(node: Node, context: Context) -> list[Node]:
        found = axis(node)
        context.charge(len(found))
        return found if fits is None else [here for here in found if fits(here)]

    return run


def _single(one: Callable[[Node, Context], list[Node]], *, reverse: bool) -> Walk:
    """Step from the only node there is; turn a backward axis into document order."""

    def run(nodes: list[Node], context: Context) -> list[Node]:
        found = one(nodes[0], context)
        return found[::-1] if reverse else found

    return run


def _each(one: Callable[[Node, Context], list[Node]]) -> Walk:
    """Step from each node; the results follow each other in order."""

    def run(nodes: list[Node], context: Context) -> list[Node]:
        context.charge(len(nodes))
        return [found for node in nodes for found in one(node, context)]

    return run


def _sorted(one: Callable[[Node, Context], list[Node]]) -> Walk:
    """Step from each node, then sort and take each result once."""

    def run(nodes: list[Node], context: Context) -> list[Node]:
        context.charge(len(nodes))
        return in_order([found for node in nodes for found in one(node, context)], context)

    return run
