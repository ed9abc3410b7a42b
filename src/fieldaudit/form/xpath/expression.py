"""The door to the engine: text in, a compiled `Expression` out. Everything else here is inside.

How to use it::

    expression = compile_expression("../age > 18", {"orx": "http://openrosa.org/xforms"})
    context = Context(node, root=document, instances={"cities": cities}, now=clock)
    expression.boolean(context)          # also .string, .number, .nodes, .evaluate
    expression.references.resolve("/data/people/name")   # {"/data/people/age"}

Nodes are `fieldaudit.form.xpath.tree.Node`: a form instance is `document(root)` with element
nodes; a leaf's value is its `text`, assigned directly; repeats are added and removed with
`parent.insert(index, node)` and `parent.remove(node)`; `node.relevant = False` hides a node (and
so everything below it) from paths. Secondary instances are passed by id as the *parent* of
their root element, so that `instance('cities')/root/item` works; call `.freeze()` on them to
let `item[name = …]` use a hash index.

Unprefixed names match elements in no namespace or in that of XForms: give the nodes of a form
instance `namespace=""` unless their names have a prefix.
Errors are `BadInput` with a code `XPATH_…`: from `compile_expression` for syntax, unknown
functions, prefixes and wrong numbers of arguments; from the evaluating methods for an exceeded
budget, unknown instances or parameters, and values that a function refuses.
"""

from collections.abc import Mapping
from functools import lru_cache

from fieldaudit.errors import BadInput
from fieldaudit.form.xpath.analysis import find_references
from fieldaudit.form.xpath.code import Piece, as_number, as_text, as_truth
from fieldaudit.form.xpath.compile import compile_tree
from fieldaudit.form.xpath.context import Context
from fieldaudit.form.xpath.cursor import DEEPEST
from fieldaudit.form.xpath.grammar import parse
from fieldaudit.form.xpath.moments import Moment
from fieldaudit.form.xpath.references import References
from fieldaudit.form.xpath.tree import Node
from fieldaudit.form_codes import FormCode

Value = str | float | bool | list[Node]
"""What an expression gives; dates are given as ISO 8601 text."""


class Expression:
    """A compiled expression; immutable and shared by all who compile the same text."""

    __slots__ = ("_number", "_piece", "_text", "_truth", "references", "text")

    def __init__(self, text: str, references: References, piece: Piece) -> None:
        """Keep what `compile_expression` made."""
        self.text = text
        self.references = references
        self._piece = piece
        self._text = as_text(piece)
        self._number = as_number(piece)
        self._truth = as_truth(piece)

    def __repr__(self) -> str:
        """Show the text."""
        return f"Expression({self.text!r})"

    def evaluate(self, context: Context) -> Value:
        """Return the value in its own type: text, number, truth or nodes in document order."""
        context.visited = 0
        value = self._piece.run(context.node, context)
        # dates are values of their own only inside; an answer is text in ODK's lexical form
        if isinstance(value, Moment):
            return str(value)
        return list(value) if isinstance(value, list) else value

    def string(self, context: Context) -> str:
        """Return the value as text, as `string()` does."""
        context.visited = 0
        return self._text(context.node, context)

    def number(self, context: Context) -> float:
        """Return the value as a number, as `number()` does; dates give days since 1970-01-01."""
        context.visited = 0
        return self._number(context.node, context)

    def boolean(self, context: Context) -> bool:
        """Return the value as a truth, as `boolean()` does."""
        context.visited = 0
        return self._truth(context.node, context)

    def nodes(self, context: Context) -> list[Node]:
        """Return the nodes; raise BadInput XPATH_NOT_NODES for an expression of another type."""
        value = self.evaluate(context)
        if not isinstance(value, list):
            raise BadInput(FormCode.XPATH_NOT_NODES, function=self.text[:80])
        return value


def compile_expression(text: str, namespaces: Mapping[str, str] | None = None) -> Expression:
    """Compile `text`, or return the same object as last time.

    Args:
        text: ODK XPath.
        namespaces: prefix → URI; `jr:` functions need no entry.

    Raises:
        BadInput: the expression cannot be compiled (codes XPATH_…, with `expression`,
            `position` counted from 0 where there is one).
    """
    return _compiled(text, tuple(sorted((namespaces or {}).items())))


@lru_cache(maxsize=20_000)
def _compiled(text: str, namespaces: tuple[tuple[str, str], ...]) -> Expression:
    """Compile once for each text and set of namespaces."""
    try:
        tree = parse(text)
        return Expression(text, find_references(tree), compile_tree(tree, dict(namespaces)))
    except RecursionError as error:
        # the caller may stand deep in the stack already, so that allowed nesting is too much
        raise BadInput(FormCode.XPATH_TOO_DEEP, expression=text[:200], most=DEEPEST) from error
