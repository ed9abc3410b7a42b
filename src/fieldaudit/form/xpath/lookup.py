"""Hash look-up for `list/item[key = value]` on trees that do not change: choice lists, tables."""

from collections.abc import Callable

from fieldaudit.form.xpath.code import Nodes, Piece, Text, Type, as_text
from fieldaudit.form.xpath.context import Context
from fieldaudit.form.xpath.predicates import parts
from fieldaudit.form.xpath.syntax import (
    Call,
    Filter,
    NameTest,
    Operation,
    PathTree,
    Tree,
)
from fieldaudit.form.xpath.tree import Node
from fieldaudit.form.xpath.values import node_text

Lookup = Callable[[Node, Context], list[Node]]
_ASK_HERE = frozenset(
    (
        "id",
        "indexed-repeat",
        "lang",
        "last",
        "local-name",
        "name",
        "namespace-uri",
        "normalize-space",
        "number",
        "once",
        "position",
        "random",
        "string",
        "string-length",
        "uuid",
    )
)


def find_lookup(name: str, predicate: Tree, compile_tree: Callable[[Tree], Piece]) -> Lookup | None:
    """Return a look-up for children `name` by `predicate`, or None when it is not simple.

    Simple is: one child's text equals something that does not depend on the child's parent.
    """
    if not isinstance(predicate, Operation) or predicate.operator != "=":
        return None
    for key_side, value_side in (
        (predicate.left, predicate.right),
        (predicate.right, predicate.left),
    ):
        key = _child_name(key_side)
        if key and not _depends_on_node(value_side):
            value = compile_tree(value_side)
            # numbers, truths and dates compare differently, so texts and nodes only
            if value.type is Type.TEXT:
                return _by_text(name, key, as_text(value))
            if value.type is Type.NODES:
                return _by_nodes(name, key, value.run)  # type: ignore[arg-type]  # its type says so
    return None


def _child_name(tree: Tree) -> str:
    """Return the name when a tree is just a child's name, else the empty text."""
    if not isinstance(tree, PathTree) or tree.absolute or tree.start is not None:
        return ""
    if len(tree.steps) != 1 or tree.steps[0].predicates or tree.steps[0].axis != "child":
        return ""
    test = tree.steps[0].test
    plain = isinstance(test, NameTest) and not test.prefix and test.name != "*"
    return test.name if plain and isinstance(test, NameTest) else ""


def _depends_on_node(tree: Tree) -> bool:
    """Tell whether an expression reads the node it is evaluated at."""
    if isinstance(tree, PathTree) and not tree.absolute and tree.start is None:
        return True
    if isinstance(tree, Call) and tree.name in _ASK_HERE:
        return True
    return isinstance(tree, Filter) or any(map(_depends_on_node, parts(tree)))


def _by_text(name: str, key: str, value: Text) -> Lookup:
    """Look up by a text."""

    def run(node: Node, context: Context) -> list[Node]:
        return node.with_value(name, key).get(value(node, context), [])

    return run


def _by_nodes(name: str, key: str, nodes: Nodes) -> Lookup:
    """Look up by the texts of nodes, usually one."""

    def run(node: Node, context: Context) -> list[Node]:
        index = node.with_value(name, key)
        wanted = {node_text(found, context) for found in nodes(node, context)}
        if len(wanted) == 1:
            return index.get(wanted.pop(), [])
        found = {id(child) for value in wanted for child in index.get(value, [])}
        return [child for child in node.named(name) if id(child) in found]

    return run
