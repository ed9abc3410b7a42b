"""The recursive-descent parser of XPath 1.0: tokens in, syntax tree out.

Variables are refused: no form has any.
"""

from fieldaudit.errors import BadInput
from fieldaudit.form.xpath.cursor import Cursor
from fieldaudit.form.xpath.syntax import (
    DESCENDANTS,
    Call,
    Chain,
    Filter,
    KindTest,
    Literal,
    NameTest,
    Negation,
    Number,
    Operation,
    PathTree,
    Step,
    Tree,
)
from fieldaudit.form.xpath.tokens import syntax_error
from fieldaudit.form_codes import FormCode

_LEVELS = (
    ("or",),
    ("and",),
    ("=", "!="),
    ("<", "<=", ">", ">="),
    ("+", "-"),
    ("*", "div", "mod"),
)
_POWER = {operator: level for level, names in enumerate(_LEVELS) for operator in names}
_NODE_TYPES = frozenset(("comment", "text", "processing-instruction", "node"))
_AXES = frozenset(
    (
        "ancestor",
        "ancestor-or-self",
        "attribute",
        "child",
        "descendant",
        "descendant-or-self",
        "following",
        "following-sibling",
        "namespace",
        "parent",
        "preceding",
        "preceding-sibling",
        "self",
    )
)


def parse(expression: str) -> Tree:
    """Return the syntax tree of an expression.

    Raises:
        BadInput: XPATH_SYNTAX, XPATH_TOO_LONG, XPATH_TOO_DEEP or XPATH_VARIABLE.
    """
    return _Parser(expression).whole()


class _Parser(Cursor):
    """One parse of one expression."""

    def whole(self) -> Tree:
        """Parse everything."""
        tree = self._expr()
        if self.now.kind != "end":
            raise self.unexpected()
        return tree

    def _expr(self) -> Tree:
        """Parse an expression of the lowest precedence."""
        self.deeper()
        tree = self._binary(self._unary(), 0)
        self.depth -= 1
        return tree

    def _binary(self, left: Tree, lowest: int) -> Tree:
        """Climb precedences: fold operators that bind at least as strongly as `lowest`."""
        nested = 0
        while self._power() >= lowest:
            operator = self.take().text
            power = _POWER[operator]
            right = self._unary()
            while self._power() > power:
                right = self._binary(right, power + 1)
            # flat chains cost no depth; a left-deep tree of operations does
            if operator not in ("and", "or"):
                nested += 1
                self.deeper()
            left = _joined(operator, left, right)
        self.depth -= nested
        return left

    def _power(self) -> int:
        """Return the precedence of the operator at hand, or -1."""
        if self.now.kind not in ("symbol", "operator"):
            return -1
        return _POWER.get(self.now.text, -1)

    def _unary(self) -> Tree:
        """Parse minus signs and a union."""
        minus = 0
        while self.at("-"):
            self.take()
            minus += 1
        tree = self._union()
        # two minus signs turn a value into a number, more change nothing but the sign
        for _ in range(min(minus, 2 - minus % 2)):
            tree = Negation(tree)
        return tree

    def _union(self) -> Tree:
        """Parse paths joined by `|`."""
        tree = self._path()
        while self.at("|"):
            self.take()
            tree = _joined("|", tree, self._path())
        return tree

    def _path(self) -> Tree:
        """Parse a location path or a filter expression, which may lead into a path."""
        if self.at("/", "//"):
            steps = [DESCENDANTS] if self.take().text == "//" else []
            if steps or self._step_ahead():
                self._relative(steps)
            return PathTree(absolute=True, start=None, steps=tuple(steps))
        if not self._primary_ahead():
            steps = []
            self._relative(steps)
            return PathTree(absolute=False, start=None, steps=tuple(steps))
        primary = self._primary()
        predicates = self._predicates()
        tree: Tree = Filter(primary, predicates) if predicates else primary
        if not self.at("/", "//"):
            return tree
        steps = [DESCENDANTS] if self.take().text == "//" else []
        self._relative(steps)
        return PathTree(absolute=False, start=tree, steps=tuple(steps))

    def _relative(self, steps: list[Step]) -> None:
        """Parse steps up to the end of the path."""
        steps.append(self._step())
        while self.at("/", "//"):
            if self.take().text == "//":
                steps.append(DESCENDANTS)
            steps.append(self._step())

    def _step_ahead(self) -> bool:
        """Tell whether a step can begin here."""
        return self.now.kind == "name" or (
            self.now.kind == "symbol" and self.now.text in (".", "..", "@", "*")
        )

    def _primary_ahead(self) -> bool:
        """Tell whether a primary expression rather than a step begins here."""
        if self.now.kind in ("number", "literal"):
            return True
        if self.now.kind == "symbol":
            return self.now.text in ("(", "$")
        after = self.after
        return (
            self.now.kind == "name"
            and (after.kind, after.text) == ("symbol", "(")
            and self.now.text not in _NODE_TYPES
        )

    def _primary(self) -> Tree:
        """Parse a literal, a number, a call or parentheses."""
        token = self.take()
        if token.kind == "literal":
            return Literal(token.text)
        if token.kind == "number":
            return Number(float(token.text))
        if token.text == "$":
            raise BadInput(
                FormCode.XPATH_VARIABLE, expression=self.expression[:200], position=token.position
            )
        if token.text != "(":
            return Call(token.text, self._arguments(), token.position)
        tree = self._expr()
        self.expect(")")
        return tree

    def _arguments(self) -> tuple[Tree, ...]:
        """Parse the arguments of a call with their parentheses."""
        self.expect("(")
        arguments: list[Tree] = []
        if not self.at(")"):
            arguments.append(self._expr())
            while self.at(","):
                self.take()
                arguments.append(self._expr())
        self.expect(")")
        return tuple(arguments)

    def _predicates(self) -> tuple[Tree, ...]:
        """Parse any number of predicates."""
        predicates: list[Tree] = []
        while self.at("["):
            self.take()
            predicates.append(self._expr())
            self.expect("]")
        return tuple(predicates)

    def _step(self) -> Step:
        """Parse one step."""
        if self.at("."):
            self.take()
            return Step("self", KindTest("node"), self._predicates())
        if self.at(".."):
            self.take()
            return Step("parent", KindTest("node"), self._predicates())
        axis = self._axis()
        return Step(axis, self._test(), self._predicates())

    def _axis(self) -> str:
        """Parse the axis before a node test; child when none is written."""
        if self.at("@"):
            self.take()
            return "attribute"
        after = self.after
        if self.now.kind == "name" and (after.kind, after.text) == ("symbol", "::"):
            if self.now.text not in _AXES:
                raise self.unexpected()
            axis = self.take().text
            self.take()
            return axis
        return "child"

    def _test(self) -> NameTest | KindTest:
        """Parse a node test."""
        token = self.now
        if self.at("*"):
            self.take()
            return NameTest("", "*", token.position)
        if token.kind != "name":
            raise self.unexpected()
        self.take()
        if not self.at("("):
            prefix, _, name = token.text.rpartition(":")
            return NameTest(prefix, name, token.position)
        self.take()
        target = None
        if token.text == "processing-instruction" and self.now.kind == "literal":
            target = self.take().text
        if token.text not in _NODE_TYPES:
            raise syntax_error(self.expression, token.position, token.text)
        self.expect(")")
        return KindTest(token.text, target)


def _joined(operator: str, left: Tree, right: Tree) -> Tree:
    """Make an operation; chains of `and`, `or` and `|` become one flat node."""
    if operator not in ("and", "or", "|"):
        return Operation(operator, left, right)
    if isinstance(left, Chain) and left.operator == operator:
        return Chain(operator, (*left.parts, right))
    return Chain(operator, (left, right))
