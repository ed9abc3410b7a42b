"""Node tests compiled to questions about one node (XPath 1.0 section 2.3).

An unprefixed name fits what is in no namespace, and elements in that of XForms: it is the
default namespace of the forms in which the names stand.
"""

from collections.abc import Callable, Mapping

from fieldaudit.errors import BadInput
from fieldaudit.form.xpath.syntax import KindTest, NameTest
from fieldaudit.form.xpath.tree import UNNAMED, Kind, Node
from fieldaudit.form_codes import FormCode

Fits = Callable[[Node], bool]
_PRINCIPAL = {"attribute": Kind.ATTRIBUTE, "namespace": Kind.NAMESPACE}
_KINDS = {
    "text": Kind.TEXT,
    "comment": Kind.COMMENT,
    "processing-instruction": Kind.PROCESSING_INSTRUCTION,
}
XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace"


def compile_test(
    axis: str, test: NameTest | KindTest, namespaces: Mapping[str, str]
) -> Fits | None:
    """Return a function that tells whether a node on `axis` fits; None when every node does.

    Raises:
        BadInput: XPATH_UNKNOWN_PREFIX.
    """
    if isinstance(test, KindTest):
        return _kind_test(test)
    principal = _PRINCIPAL.get(axis, Kind.ELEMENT)
    name = test.name
    if test.prefix:
        uri = namespace_of(test.prefix, test.position, namespaces)
        if name == "*":
            return lambda node: node.kind is principal and node.namespace == uri
        return lambda node: node.name == name and node.namespace == uri and node.kind is principal
    if name == "*":
        return lambda node: node.kind is principal
    return lambda node: node.name == name and node.namespace in UNNAMED and node.kind is principal


def namespace_of(prefix: str, position: int, namespaces: Mapping[str, str]) -> str:
    """Return the URI of a prefix; raise BadInput XPATH_UNKNOWN_PREFIX when it has none."""
    if prefix == "xml":
        return XML_NAMESPACE
    if prefix not in namespaces:
        raise BadInput(FormCode.XPATH_UNKNOWN_PREFIX, prefix=prefix, position=position)
    return namespaces[prefix]


def _kind_test(test: KindTest) -> Fits | None:
    """Compile `node()`, `text()`, `comment()` and `processing-instruction()`."""
    kind = _KINDS.get(test.kind)
    if kind is None:
        return None
    target = test.target
    if target is not None:
        return lambda node: node.kind is kind and node.name == target
    return lambda node: node.kind is kind
