"""The model part of an XForm: template, bindings, actions, secondary instances.

Reads XML into the records of `form.model`, and the audit columns that ride on binds.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from fieldaudit.errors import Problem
from fieldaudit.form.definition import Audit, PhotoRule, Severity, Texts
from fieldaudit.form.itext import Itext
from fieldaudit.form.markup import (
    AUDIT,
    PREFIXES,
    ROSA,
    XFORMS,
    attribute,
    child,
    children,
    local,
    namespace,
)
from fieldaudit.form.model import Action, Binding, Event, Secondary, Template
from fieldaudit.form.references import resolve
from fieldaudit.form_codes import FormCode

_SPELLINGS = {uri: prefix for prefix, uri in PREFIXES.items()}

_PRINTED = ("limit", "clause", "unit", "instrument")
"""Audit columns that are read by people, each with an English one beside it."""


@dataclass(frozen=True, slots=True)
class Bind:
    """One `bind` element with everything that rides on it."""

    binding: Binding
    """Its rules."""

    constraint_message: Texts
    """Words for a violated constraint."""

    required_message: Texts
    """Words for a missing answer."""

    audit: Audit
    """The audit columns."""

    parameters: Mapping[str, str]
    """Other attributes (`max-pixels`, `quality` …)."""


def step_name(element: etree._Element, own: str) -> str:
    """Return the name of an instance element as paths spell it.

    Elements of the form's own namespace `own`, of XForms and of none have no prefix.
    """
    uri = namespace(element)
    if uri in ("", XFORMS, own):
        return local(element)
    prefix = element.prefix or _SPELLINGS.get(uri)
    return f"{prefix}:{local(element)}" if prefix else local(element)


def read_template(element: etree._Element, own: str = "", path: str = "") -> Template:
    """Read an element of the primary instance and all inside it."""
    inner = [
        read_template(below, own, f"{path}/{step_name(below, own)}".lstrip("/"))
        for below in element
    ]
    return Template(
        name=step_name(element, own),
        path=path,
        namespace="" if namespace(element) in (XFORMS, own) else namespace(element),
        text="" if inner else element.text or "",
        attributes={
            _attribute_name(name): str(value)
            for name, value in element.attrib.items()
            if name != f"{{{ROSA}}}template"
        },
        children=tuple(inner),
        pattern=element.get(f"{{{ROSA}}}template") is not None,
    )


def _attribute_name(name: str | bytes) -> str:
    qname = etree.QName(name)
    prefix = _SPELLINGS.get(qname.namespace or "")
    return f"{prefix}:{qname.localname}" if prefix else qname.localname


def read_binds(model: etree._Element, itext: Itext, problems: list[Problem]) -> dict[str, Bind]:
    """Read all bindings, by path; faults in audit columns are added to `problems`."""
    found: dict[str, Bind] = {}
    for element in children(model, "bind"):
        path = resolve(attribute(element, "nodeset") or attribute(element, "ref"))
        audit = _read_audit(element, path, problems)
        found[path] = Bind(
            _read_binding(element, path),
            itext.message(attribute(element, "constraintMsg", ROSA)),
            itext.message(attribute(element, "requiredMsg", ROSA)),
            audit,
            _further(element),
        )
    return found


def _read_binding(element: etree._Element, path: str) -> Binding:
    return Binding(
        path=path,
        type=attribute(element, "type").rpartition(":")[2] or "string",
        relevant=attribute(element, "relevant"),
        required=attribute(element, "required"),
        readonly=attribute(element, "readonly"),
        constraint=attribute(element, "constraint"),
        calculate=attribute(element, "calculate"),
        preload=attribute(element, "preload", ROSA),
        preload_parameter=attribute(element, "preloadParams", ROSA),
    )


def _further(element: etree._Element) -> dict[str, str]:
    """Return attributes of other namespaces than our own and JavaRosa's, by local name."""
    names = ((etree.QName(name), str(value)) for name, value in element.attrib.items())
    return {
        name.localname: value
        for name, value in names
        if name.namespace and name.namespace not in (AUDIT, ROSA)
    }


def _read_audit(element: etree._Element, path: str, problems: list[Problem]) -> Audit:
    columns = {
        name: attribute(element, name, AUDIT)
        for name in ("severity", "photo", "pass", "limit", "clause", "unit", "instrument")
    }
    if not any(columns.values()):
        return Audit()
    english = {name: attribute(element, f"{name}-en", AUDIT) for name in _PRINTED}
    severity, photo = columns["severity"].lower(), columns["photo"].lower()
    if severity and severity not in list(Severity):
        problems.append(Problem(FormCode.FORM_SEVERITY, path, {"value": severity}))
        severity = ""
    if photo and photo not in list(PhotoRule):
        problems.append(Problem(FormCode.FORM_PHOTO_RULE, path, {"value": photo}))
        photo = ""
    return Audit(
        severity=Severity(severity or Severity.INFORMATION),
        passes=columns["pass"],
        limit=columns["limit"],
        clause=columns["clause"],
        photo=PhotoRule(photo or PhotoRule.NEVER),
        unit=columns["unit"],
        instrument=columns["instrument"],
        english={name: text for name, text in english.items() if text},
    )


def read_action(
    element: etree._Element, source: str = "", base: str = ""
) -> tuple[Action, frozenset[str]]:
    """Read a `setvalue`, `setgeopoint` or `recordaudio` element.

    Args:
        element: the action element.
        source: path of the control or repeat it stands in.
        base: where relative references start.

    Returns:
        The action, and the names of events that nobody knows.
    """
    names = frozenset(attribute(element, "event").split())
    known = frozenset(Event(name) for name in names if name in list(Event))
    action = Action(
        target=resolve(attribute(element, "ref"), base),
        events=known,
        value=attribute(element, "value") if local(element) == "setvalue" else "",
        text=(element.text or "") if local(element) == "setvalue" else "",
        source=source,
    )
    return action, names - set(Event)


def read_secondary(model: etree._Element) -> Iterator[Secondary]:
    """Yield the look-up lists of a model, in document order."""
    for element in children(model, "instance")[1:]:
        source = attribute(element, "src")
        xml = b""
        if not source and len(element):
            xml = etree.tostring(element[0], with_tail=False)
        yield Secondary(attribute(element, "id"), xml, source)


def primary(model: etree._Element) -> etree._Element | None:
    """Return the root element of the primary instance."""
    instance = child(model, "instance")
    return None if instance is None or not len(instance) else instance[0]
