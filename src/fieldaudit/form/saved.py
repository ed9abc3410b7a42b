"""The record saved before, as the list that `last-saved` expressions read.

Knows paths and XML; which record that is, is for others to find.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from fieldaudit.form.attachments import LAST_SAVED
from fieldaudit.form.definition import Form
from fieldaudit.form.model import Template
from fieldaudit.form.places import ORDER, order_number


def asks_last_saved(form: Form) -> str:
    """Return the name under which a form expects the record saved before; empty for none."""
    sources = (one for one in form.model.secondary if one.source == LAST_SAVED)
    return next((one.file for one in sources), "")


def saved_xml(form: Form, values: Mapping[str, str]) -> bytes:
    """Return answers as XML in the form's own shape, repeat instances in their order.

    Args:
        form: whose record it is.
        values: live path → text.
    """
    root = etree.Element(_name(form.model.template))
    _Filling(values, form.model.repeats).fill(root, form.model.template, "")
    return etree.tostring(root)


@dataclass(slots=True)
class _Filling:
    values: Mapping[str, str]
    repeats: frozenset[str]
    ids: dict[str, dict[str, None]] = field(init=False, default_factory=dict)
    """Live path of a repeat → the ids of its instances."""

    def __post_init__(self) -> None:
        """Find the instances, in the order of their numbers."""
        for path in self.values:
            self._enter(path)
        for base, found in self.ids.items():
            self.ids[base] = dict.fromkeys(sorted(found, key=lambda id_: self._rank(base, id_)))

    def _enter(self, path: str) -> None:
        known, live = "", ""
        steps = iter(path.split("/"))
        for step in steps:
            known, live = f"{known}/{step}".lstrip("/"), f"{live}/{step}".lstrip("/")
            if known not in self.repeats:
                continue
            id_ = next(steps, "")
            if id_:
                self.ids.setdefault(live, {})[id_] = None
                live = f"{live}/{id_}"

    def _rank(self, base: str, id_: str) -> tuple[float, str]:
        return order_number(self.values.get(f"{base}/{id_}/{ORDER}", "")), id_

    def fill(self, element: etree._Element, template: Template, base: str) -> None:
        """Put what a template holds into an element."""
        for child in {each.path: each for each in template.children}.values():
            live = f"{base}/{child.name}".lstrip("/")
            if child.path in self.repeats:
                for id_ in self.ids.get(live, ()):
                    self._one(element, child, f"{live}/{id_}")
            else:
                self._one(element, child, live)

    def _one(self, element: etree._Element, child: Template, live: str) -> None:
        made = etree.SubElement(element, _name(child))
        if child.children:
            self.fill(made, child, live)
        else:
            made.text = _clean(self.values.get(live, ""))


def _name(template: Template) -> str:
    return template.name.rpartition(":")[2]


def _clean(text: str) -> str:
    """Drop the control characters that XML cannot hold."""
    return "".join(letter for letter in text if letter >= " " or letter in "\t\n\r")
