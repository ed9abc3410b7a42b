"""Location paths compiled: chains where possible, steps in general, an index for choice lists."""

from collections.abc import Callable, Mapping
from typing import cast

from fieldaudit.form.xpath.chains import Chain, chain_nodes, chain_text
from fieldaudit.form.xpath.code import Nodes, Piece, Type, as_nodes
from fieldaudit.form.xpath.context import Context
from fieldaudit.form.xpath.lookup import Lookup, find_lookup
from fieldaudit.form.xpath.nametests import compile_test
from fieldaudit.form.xpath.predicates import Sieve, is_positional, sieve, spread
from fieldaudit.form.xpath.steps import Shape, Stride, Walk, follow, walk
from fieldaudit.form.xpath.syntax import DESCENDANTS, Call, KindTest, NameTest, PathTree, Step, Tree
from fieldaudit.form.xpath.tree import Node

Compile = Callable[[Tree], Piece]
_SINGLE = Shape(single=True, flat=True)
_UNKNOWN = Shape(single=False, flat=False)


def compile_path(tree: PathTree, compile_tree: Compile, namespaces: Mapping[str, str]) -> Piece:
    """Compile a location path."""
    chain = as_chain(tree)
    if chain is not None:
        return Piece(Type.NODES, chain_nodes(chain), first=chain_text(chain))
    begin, shape = _beginning(tree, compile_tree)
    walks: list[Walk] = []
    for step in _shortened(tree.steps, compile_tree):
        go, shape = _walk(step, shape, compile_tree, namespaces)
        walks.append(go)
    go_all = follow(walks)

    def run(node: Node, context: Context) -> list[Node]:
        return go_all(begin(node, context), context)

    return Piece(Type.NODES, run)


def as_chain(tree: PathTree) -> Chain | None:
    """Return the path as a chain, or None when it is none."""
    origin = "root" if tree.absolute else "here"
    if tree.start is not None:
        if tree.start != Call("current", (), 0):
            return None
        origin = "current"
    up, names = 0, list[str]()
    for step in tree.steps:
        if step.predicates:
            return None
        if (step.axis, step.test) == ("parent", KindTest("node")) and not names:
            up += 1
        elif _is_plain_name(step):
            names.append(cast(NameTest, step.test).name)
        elif (step.axis, step.test) != ("self", KindTest("node")):
            return None
    return None if up and origin == "root" else Chain(origin, up, tuple(names))


def _is_plain_name(step: Step) -> bool:
    """Tell whether a step is a child name without prefix."""
    test = step.test
    return (
        step.axis == "child" and isinstance(test, NameTest) and not test.prefix and test.name != "*"
    )


def _beginning(tree: PathTree, compile_tree: Compile) -> tuple[Nodes, Shape]:
    """Return a closure for the nodes where the steps begin."""
    if tree.absolute:
        return (lambda node, context: [context.document()]), _SINGLE
    if tree.start is None:
        return (lambda node, context: [node]), _SINGLE
    # both give one node, which saves sorting what follows
    single = isinstance(tree.start, Call) and tree.start.name in ("current", "instance")
    return as_nodes(compile_tree(tree.start), "/"), _SINGLE if single else _UNKNOWN


def _shortened(steps: tuple[Step, ...], compile_tree: Compile) -> list[Step]:
    """Make one descendant step of `//name`, where no predicate counts positions."""
    short: list[Step] = []
    for step in steps:
        if (
            short
            and short[-1] == DESCENDANTS
            and step.axis == "child"
            and not any(is_positional(tree, compile_tree(tree)) for tree in step.predicates)
        ):
            short[-1] = Step("descendant", step.test, step.predicates)
        else:
            short.append(step)
    return short


def _walk(
    step: Step, shape: Shape, compile_tree: Compile, namespaces: Mapping[str, str]
) -> tuple[Walk, Shape]:
    """Compile one step with its predicates."""
    plain = _is_plain_name(step)
    predicates = spread(step.predicates, compile_tree)
    sieves: list[Sieve] = [sieve(tree, compile_tree(tree)) for tree in predicates]
    fits = None if plain else compile_test(step.axis, step.test, namespaces)
    name = cast(NameTest, step.test).name if plain else ""
    go, after = walk(Stride(step.axis, fits, name, tuple(sieves)), shape)
    for number, tree in enumerate(predicates if name else ()):
        if is_positional(tree, compile_tree(tree)):
            break
        lookup = find_lookup(name, tree, compile_tree)
        if lookup is not None:
            # the index replaces one predicate; the others sieve what it finds
            rest = (*sieves[:number], *sieves[number + 1 :])
            return _with_lookup(lookup, go, rest), after
    return go, after


def _with_lookup(lookup: Lookup, otherwise: Walk, rest: tuple[Sieve, ...]) -> Walk:
    """Use the hash index of a fixed list; walk where the tree may change."""

    def run(nodes: list[Node], context: Context) -> list[Node]:
        # values below a live node may change at any time without its knowing
        if len(nodes) != 1 or not nodes[0].fixed:
            return otherwise(nodes, context)
        found = lookup(nodes[0], context)
        for keep in rest:
            found = keep(found, context)
        return found

    return run
