"""A visit as ODK programs exchange it: the instance XML of its form, with an instance id.

Only what counts is in it. Each repeat instance is an element of its own; a question about a file
holds the file's name, as the OpenRosa protocol prescribes.
"""

import xml.etree.ElementTree as ET
from collections.abc import Iterable, Mapping

from fieldaudit.form.definition import Form
from fieldaudit.form.model import Template
from fieldaudit.package.exports.cells import clean
from fieldaudit.package.exports.paths import definition_path

_META, _INSTANCE_ID = "meta", "instanceID"


def submission_xml(form: Form, visit: str, nodes: Iterable[tuple[str, str]]) -> bytes:
    """Return the instance XML of a visit.

    Args:
        form: the form version that it was made with.
        visit: its record id, which becomes the instance id `uuid:…`.
        nodes: live path and text of every relevant node in document order, groups and repeat
            instances included; the root's empty path may be among them.
    """
    template = form.model.template
    kinds = {each.path: each for each in template.walk()}
    root = ET.Element(template.name, dict(template.attributes))
    made: dict[str, ET.Element] = {"": root}
    for path, text in nodes:
        known = kinds.get(definition_path(path, form.model.repeats))
        if path and known is not None:
            above = _above(path, made)
            element = ET.SubElement(made[above], _tag(known))
            element.text = clean(text) or None
            made[path] = element
    _identify(root, kinds, visit)
    _in_order(root, template)
    return bytes(ET.tostring(root, "utf-8", xml_declaration=True))


def _above(path: str, made: Mapping[str, ET.Element]) -> str:
    """Return the live path of the nearest node around."""
    above = path.rpartition("/")[0]
    while above not in made:
        above = above.rpartition("/")[0]
    return above


def _in_order(element: ET.Element, template: Template) -> None:
    """Bring the elements into the order of the form; repeat instances keep theirs."""
    inner: dict[str, Template] = {}
    for each in template.children:
        inner.setdefault(_tag(each), each)
    order = {tag: number for number, tag in enumerate(inner)}
    element[:] = sorted(element, key=lambda each: order.get(each.tag, len(order)))
    for child in element:
        if child.tag in inner:
            _in_order(child, inner[child.tag])


def _tag(template: Template) -> str:
    name = template.name.rpartition(":")[2]
    return f"{{{template.namespace}}}{name}" if template.namespace else name


def _identify(root: ET.Element, kinds: Mapping[str, Template], visit: str) -> None:
    """Name the instance, in the meta block that the form has or in one of its own."""
    meta = next((each for each in root if each.tag.rpartition("}")[2] == _META), None)
    if meta is None:
        known = next((t for path, t in kinds.items() if path.endswith(_META)), None)
        meta = ET.SubElement(root, _tag(known) if known else _META)
    space = meta.tag.rpartition("}")[0]
    tag = f"{space}}}{_INSTANCE_ID}" if space else _INSTANCE_ID
    held = meta.find(tag)
    if held is None:
        held = ET.Element(tag)
        meta.insert(0, held)
    held.text = f"uuid:{visit}"
