"""Syntax tree in, closures with static types out: the dispatch over kinds of expression."""

from collections.abc import Mapping

from fieldaudit.form.xpath.arithmetic import calculate, negate
from fieldaudit.form.xpath.code import Nodes, Piece, Type, as_nodes, constant
from fieldaudit.form.xpath.comparisons import compare
from fieldaudit.form.xpath.context import Context
from fieldaudit.form.xpath.functions.catalogue import find_function
from fieldaudit.form.xpath.functions.registry import Site
from fieldaudit.form.xpath.logic import chain
from fieldaudit.form.xpath.paths import compile_path
from fieldaudit.form.xpath.predicates import Sieve, sieve
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

_ARITHMETIC = frozenset(("+", "-", "*", "div", "mod"))


def compile_tree(tree: Tree, namespaces: Mapping[str, str]) -> Piece:
    """Compile a whole expression.

    Raises:
        BadInput: an unknown function or prefix, a wrong number or type of arguments.
    """
    return _Compiler(namespaces).compile(tree)


class _Compiler:
    """Compiles one expression; remembers pieces, because some are asked for twice."""

    def __init__(self, namespaces: Mapping[str, str]) -> None:
        """Begin with nothing compiled."""
        self._namespaces = namespaces
        self._done: dict[int, Piece] = {}

    def compile(self, tree: Tree) -> Piece:
        """Compile a part."""
        # nested predicates would otherwise be compiled twice at each level
        piece = self._done.get(id(tree))
        if piece is None:
            piece = self._done[id(tree)] = self._make(tree)
        return piece

    def _make(self, tree: Tree) -> Piece:
        """Compile a part by its kind."""
        if isinstance(tree, PathTree):
            return compile_path(tree, self.compile, self._namespaces)
        if isinstance(tree, Call):
            return self._call(tree)
        if isinstance(tree, Filter):
            return self._filter(tree)
        return self._operation(tree)

    def _operation(self, tree: Literal | Number | Negation | Operation | Chain) -> Piece:
        """Compile a constant or operators with their operands."""
        if isinstance(tree, Literal | Number):
            return constant(tree.value)
        if isinstance(tree, Chain):
            return chain(tree.operator, tree.parts, self.compile)
        if isinstance(tree, Negation):
            return negate(self.compile(tree.operand))
        work = calculate if tree.operator in _ARITHMETIC else compare
        return work(tree.operator, self.compile(tree.left), self.compile(tree.right))

    def _call(self, call: Call) -> Piece:
        """Compile a function call."""
        function = find_function(call, self._namespaces)
        pieces = tuple(self.compile(argument) for argument in call.arguments)
        return function.build(Site(call.name, call.position), pieces)

    def _filter(self, tree: Filter) -> Piece:
        """Compile predicates on an expression that is no path."""
        nodes = as_nodes(self.compile(tree.primary), "[")
        sieves = [sieve(predicate, self.compile(predicate)) for predicate in tree.predicates]
        return Piece(Type.NODES, _filtered(nodes, sieves))


def _filtered(nodes: Nodes, sieves: list[Sieve]) -> Nodes:
    """Return a closure that puts nodes through sieves."""

    def run(node: Node, context: Context) -> list[Node]:
        found = nodes(node, context)
        for keep in sieves:
            found = keep(found, context)
        return found

    return run
