"""XML text to our node tree, read by a parser that fetches nothing and expands nothing."""

from typing import cast

from lxml import etree

from fieldaudit.errors import BadInput
from fieldaudit.form.xpath.tree import Kind, Node, document
from fieldaudit.form_codes import FormCode

DEEPEST = 200
"""Nesting of elements that is read."""

_XML = "http://www.w3.org/XML/1998/namespace"


def parse_xml(xml: bytes, *, spaces: bool = True) -> Node:
    """Return the document node of an XML text.

    Args:
        xml: the text, in the encoding that it declares.
        spaces: keep texts of white space between elements, as XPath 1.0 does; without them a
            form's instance is smaller.

    Raises:
        BadInput: XPATH_DOCUMENT when it is not well formed, nested too deeply or has entities.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False
    )
    try:
        root = etree.fromstring(xml, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise BadInput(FormCode.XPATH_DOCUMENT, reason=str(error)[:200]) from error
    made = document()
    # comments and instructions around the root are children of the document too
    before = list(root.itersiblings(preceding=True))[::-1]
    for sibling in [*before, root, *root.itersiblings()]:
        made.append(from_lxml(sibling, spaces=spaces))
    return made


def from_lxml(element: etree._Element, *, spaces: bool = True, depth: int = 0) -> Node:
    """Return a node for an element, comment or instruction of lxml with all below it."""
    if depth > DEEPEST:
        raise BadInput(FormCode.XPATH_DOCUMENT, reason=f"> {DEEPEST}")
    if isinstance(element, etree._Comment):
        return Node(text=element.text or "", kind=Kind.COMMENT)
    if isinstance(element, etree._ProcessingInstruction):
        target = cast(str, element.target)
        return Node(target, element.text or "", kind=Kind.PROCESSING_INSTRUCTION)
    # an entity that was not expanded: its text would be missing without a word
    if not isinstance(element.tag, str):
        raise BadInput(FormCode.XPATH_DOCUMENT, reason=str(element.text)[:80])
    node = _element(element)
    _fill(node, element, spaces=spaces, depth=depth)
    return node


def _element(element: etree._Element) -> Node:
    """Return a node for an element with its attributes, still empty."""
    name = etree.QName(element)
    node = Node(name.localname, namespace=name.namespace or "", prefix=element.prefix or "")
    outer = element.getparent()
    inherited = outer.nsmap if outer is not None else {}
    node.declared = {
        prefix or "": uri for prefix, uri in element.nsmap.items() if inherited.get(prefix) != uri
    }
    prefixes = {uri: prefix for prefix, uri in element.nsmap.items() if prefix} | {_XML: "xml"}
    for key, value in element.attrib.items():
        attribute = etree.QName(key)
        uri = attribute.namespace or ""
        node.set_attribute(attribute.localname, str(value), uri, prefixes.get(uri, ""))
    return node


def _fill(node: Node, element: etree._Element, *, spaces: bool, depth: int) -> None:
    """Add what stands inside an element; a leaf keeps its text itself."""
    if len(element) == 0:
        node.text = element.text or ""
        return
    _add_text(node, element.text, spaces=spaces)
    for below in element:
        child = from_lxml(below, spaces=spaces, depth=depth + 1)
        child.parent = node
        node.children.append(child)
        _add_text(node, below.tail, spaces=spaces)
    if not node.children:
        node.text = element.text or ""


def _add_text(node: Node, text: str | None, *, spaces: bool) -> None:
    """Add a text node, unless there is nothing to keep."""
    if text and (spaces or text.strip()):
        child = Node(text=text, kind=Kind.TEXT)
        child.parent = node
        node.children.append(child)
