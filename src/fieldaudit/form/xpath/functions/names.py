"""Functions of names and languages (XPath 1.0 sections 4.1 and 4.3)."""

from collections.abc import Callable

from fieldaudit.form.xpath.axes import ancestor_or_self
from fieldaudit.form.xpath.code import Piece, Text, Type, as_nodes, as_text
from fieldaudit.form.xpath.context import Context
from fieldaudit.form.xpath.functions.registry import Function, Pieces, Site
from fieldaudit.form.xpath.nametests import XML_NAMESPACE
from fieldaudit.form.xpath.tree import Kind, Node

_NAMELESS = (Kind.TEXT, Kind.COMMENT, Kind.DOCUMENT)


def _local(node: Node) -> str:
    """Return the local name."""
    return "" if node.kind in _NAMELESS else node.name


def _qualified(node: Node) -> str:
    """Return the name as written."""
    return "" if node.kind in _NAMELESS else node.qualified


def _namespace(node: Node) -> str:
    """Return the namespace URI."""
    return node.namespace if node.kind in (Kind.ELEMENT, Kind.ATTRIBUTE) else ""


def _of_node(work: Callable[[Node], str]) -> Function:
    """Describe a function of the first node, which is the context node when left out."""

    def build(site: Site, pieces: Pieces) -> Piece:
        if not pieces:
            return Piece(Type.TEXT, lambda node, context: work(node))
        nodes = as_nodes(pieces[0], site.name)

        def run(node: Node, context: Context) -> str:
            found = nodes(node, context)
            return work(found[0]) if found else ""

        return Piece(Type.TEXT, run)

    return Function(0, 1, build)


def _lang(site: Site, pieces: Pieces) -> Piece:
    """Compile `lang`: does `xml:lang` of the node or above name this language?"""
    wanted: Text = as_text(pieces[0])

    def run(node: Node, context: Context) -> bool:
        language = wanted(node, context).lower()
        for here in ancestor_or_self(node):
            written = here.attribute("lang", XML_NAMESPACE)
            if written is not None:
                own = written.lower()
                return own == language or own.startswith(language + "-")
        return False

    return Piece(Type.TRUTH, run)


FUNCTIONS: dict[str, Function] = {
    "name": _of_node(_qualified),
    "local-name": _of_node(_local),
    "namespace-uri": _of_node(_namespace),
    "lang": Function(1, 1, _lang),
}
"""Name functions by name."""
