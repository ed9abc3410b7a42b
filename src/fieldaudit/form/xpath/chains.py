"""The paths that forms are full of, made fast: `/data/a/b`, `../b`, `current()/../b`, `.`.

Each is a number of steps up, then names down, without predicates.
"""

from collections.abc import Callable
from dataclasses import dataclass

from fieldaudit.form.xpath.code import Nodes, Text
from fieldaudit.form.xpath.context import Context
from fieldaudit.form.xpath.tree import Node
from fieldaudit.form.xpath.values import node_text

Start = Callable[[Node, Context], Node | None]
_NOTHING: list[Node] = []


@dataclass(frozen=True, slots=True)
class Chain:
    """A path without predicates."""

    origin: str
    """`root`, `here` or `current`."""

    up: int
    """Steps to the parent before the first name."""

    names: tuple[str, ...]
    """Child names, as written, without prefixes."""


def chain_nodes(chain: Chain) -> Nodes:
    """Return a closure for the nodes of a chain."""
    start, names = _start(chain), chain.names
    if not names:

        def here(node: Node, context: Context) -> list[Node]:
            begin = start(node, context)
            return _NOTHING if begin is None else [begin]

        return here
    inner, last = names[:-1], names[-1]
    if chain.up == 1 and chain.origin == "here" and not inner:
        return _sibling(last)

    def run(node: Node, context: Context) -> list[Node]:
        at = start(node, context)
        if at is None:
            return _NOTHING
        for place, name in enumerate(inner):
            found = (at.by_name or at.index()).get(name, _NOTHING)
            # several instances of a repeat on the way: all of them are meant
            if len(found) != 1:
                return _branching(found, names[place + 1 :], context)
            at = found[0]
        return (at.by_name or at.index()).get(last, _NOTHING)

    if chain.origin == "root" and len(inner) == 1:
        return _question(inner[0], last, run)
    return run


def _question(top: str, name: str, long_way: Nodes) -> Nodes:
    """Return a closure for `/top/name`, the commonest path of all."""

    def run(node: Node, context: Context) -> list[Node]:
        # no loop and no start to compute: this closure runs more often than any other
        root = context.root
        if root is None or root.by_name is None:
            return long_way(node, context)
        tops = root.by_name.get(top, _NOTHING)
        if len(tops) != 1:
            return long_way(node, context)
        return (tops[0].by_name or tops[0].index()).get(name, _NOTHING)

    return run


def _sibling(name: str) -> Nodes:
    """Return a closure for `../name`."""

    def run(node: Node, context: Context) -> list[Node]:
        above = node.parent
        if above is None:
            return _NOTHING
        return (above.by_name or above.index()).get(name, _NOTHING)

    return run


def chain_text(chain: Chain) -> Text:
    """Return a closure for the text of the first node of a chain."""
    start, names = _start(chain), chain.names
    nodes = chain_nodes(chain)
    if not names:

        def here(node: Node, context: Context) -> str:
            begin = start(node, context)
            return "" if begin is None else node_text(begin, context)

        return here
    if chain.origin == "here" and not chain.up and len(names) == 1:
        return _column(names[0])
    text = _first_text(nodes)
    return text if chain.origin == "here" else _remembered(text)


def _column(name: str) -> Text:
    """Return a closure for the text of a child, which is read in every row of a list."""

    def run(node: Node, context: Context) -> str:
        found = (node.by_name or node.index()).get(name)
        if not found:
            return ""
        at = found[0]
        return at.text if not at.children else node_text(at, context)

    return run


def _remembered(text: Text) -> Text:
    """Return a closure that reads once for all rows of a list what does not depend on them."""

    def run(node: Node, context: Context) -> str:
        known = context.known
        if known is None:
            return text(node, context)
        found = known.get(key)
        if found is None:
            found = known[key] = text(node, context)
        return found

    # the closure lives as long as its expression, so no other has this key meanwhile
    key = id(run)
    return run


def _first_text(nodes: Nodes) -> Text:
    """Return a closure for the text of the first of some nodes."""

    def run(node: Node, context: Context) -> str:
        found = nodes(node, context)
        if not found:
            return ""
        at = found[0]
        return at.text if not at.children else node_text(at, context)

    return run


def _branching(nodes: list[Node], names: tuple[str, ...], context: Context) -> list[Node]:
    """Go on from several nodes."""
    for name in names:
        context.charge(len(nodes))
        nodes = [below for node in nodes for below in node.named(name)]
    return nodes


def _start(chain: Chain) -> Start:
    """Return a closure for the node where the names begin."""
    if chain.origin == "root":
        return lambda node, context: context.root or context.document()
    up = chain.up
    if chain.origin == "current":
        return lambda node, context: _above(context.node, up)
    if up == 0:
        return lambda node, context: node
    if up == 1:
        return lambda node, context: node.parent
    return lambda node, context: _above(node, up)


def _above(node: Node | None, levels: int) -> Node | None:
    """Return the node some levels up."""
    for _ in range(levels):
        if node is None:
            return None
        node = node.parent
    return node
