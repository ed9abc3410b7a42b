"""XML of forms, read as hostile until vetted, and mixed text with `<output/>` marks.

Knows XML names and namespaces, nothing of questions or answers.
"""

import re
from html import unescape
from xml.sax.saxutils import quoteattr

from lxml import etree

from fieldaudit.errors import BadInput
from fieldaudit.form_codes import FormCode

XFORMS = "http://www.w3.org/2002/xforms"
XHTML = "http://www.w3.org/1999/xhtml"
ROSA = "http://openrosa.org/javarosa"
ODK = "http://www.opendatakit.org/xforms"
AUDIT = "https://fieldaudit.cn/xforms"

PREFIXES = {
    "h": XHTML,
    "jr": ROSA,
    "odk": ODK,
    "orx": "http://openrosa.org/xforms",
    "xsd": "http://www.w3.org/2001/XMLSchema",
    "ev": "http://www.w3.org/2001/xml-events",
    "entities": "http://www.opendatakit.org/xforms/entities",
}
"""Prefixes that forms use, declared or not."""

LARGEST = 20_000_000
"""Bytes of XML that are accepted; a form of 2,000 questions in two languages has about 2 MB."""

MOST_TAGS = 2_000_000
"""Tags of XML that are accepted: a list of 80,000 rows with ten columns has 1.8 million."""

_OUTPUT = re.compile(r'<output value="([^"]*)"/>')


def parse(data: bytes, file: str) -> etree._Element:
    """Return the root element of `data`.

    Raises:
        BadInput: the XML is too large or has too many tags, is not well-formed, or brings a
            document type with it.
    """
    if len(data) > LARGEST or data.count(b"<") > MOST_TAGS:
        raise BadInput(FormCode.FORM_TOO_LARGE, file=file, limit=LARGEST // 1_000_000)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data.strip(), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise BadInput(FormCode.FORM_UNREADABLE, file=file, reason=str(error)) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise BadInput(FormCode.FORM_DOCTYPE, file=file)
    return root


def local(element: etree._Element) -> str:
    """Return the element's name without its namespace."""
    return etree.QName(element).localname


def namespace(element: etree._Element) -> str:
    """Return the element's namespace URI; empty for none."""
    return etree.QName(element).namespace or ""


def attribute(element: etree._Element, name: str, uri: str = "") -> str:
    """Return an attribute's value, stripped; empty when it is absent."""
    return (element.get(f"{{{uri}}}{name}" if uri else name) or "").strip()


def children(element: etree._Element, *names: str) -> list[etree._Element]:
    """Return the child elements, of the given local names if any are given."""
    return [child for child in element if not names or local(child) in names]


def child(element: etree._Element, name: str) -> etree._Element | None:
    """Return the first child element of that local name."""
    return next(iter(children(element, name)), None)


def mixed_text(element: etree._Element) -> str:
    """Return the element's text; outputs inside become `<output value="…"/>` marks."""
    parts = [element.text or ""]
    for inner in element:
        if local(inner) == "output":
            value = attribute(inner, "value") or attribute(inner, "ref")
            # pyxform escapes `<` twice in expressions that it takes for text.
            parts.append(output_mark(unescape(value)))
        else:
            parts.append(mixed_text(inner))
        parts.append(inner.tail or "")
    return "".join(parts)


def output_mark(expression: str) -> str:
    """Return the mark that stands for the value of `expression` in a text."""
    quoted = quoteattr(expression, {'"': "&quot;"})
    return f"<output value={quoted}/>"


def split_outputs(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Split a text into its literal pieces and the expressions between them.

    Returns:
        n + 1 pieces and n expressions, in order.
    """
    parts = _OUTPUT.split(text)
    return tuple(parts[0::2]), tuple(unescape(part) for part in parts[1::2])


def plain(text: str) -> str:
    """Return the text with an ellipsis for each value that only a live instance knows."""
    return _OUTPUT.sub("…", text)
