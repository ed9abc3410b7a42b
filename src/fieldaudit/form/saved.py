"""The record saved before, as the list that `last-saved` expressions read.

Knows paths and XML; which record that is, is for others to find.
"""

from collections.abc import Mapping

from lxml import etree

from fieldaudit.form.attachments import LAST_SAVED
from fieldaudit.form.definition import Form
from fieldaudit.form.model import Template


def asks_last_saved(form: Form) -> str:
    """Return the name under which a form expects the record saved before; empty for none."""
    sources = (one for one in form.model.secondary if one.source == LAST_SAVED)
    return next((one.file for one in sources), "")


def saved_xml(form: Form, values: Mapping[str, str]) -> bytes:
    """Return the answers outside repeats as XML in the form's own shape.

    Args:
        form: whose record it is.
        values: live path → text.
    """
    root = etree.Element(_name(form.model.template))
    _fill(root, form.model.template, values, form.model.repeats)
    return etree.tostring(root)


def _fill(
    element: etree._Element, template: Template, values: Mapping[str, str], repeats: frozenset[str]
) -> None:
    for child in template.children:
        if child.path in repeats:
            continue
        made = etree.SubElement(element, _name(child))
        if child.children:
            _fill(made, child, values, repeats)
        else:
            made.text = _clean(values.get(child.path, ""))


def _name(template: Template) -> str:
    return template.name.rpartition(":")[2]


def _clean(text: str) -> str:
    """Drop the control characters that XML cannot hold."""
    return "".join(letter for letter in text if letter >= " " or letter in "\t\n\r")
