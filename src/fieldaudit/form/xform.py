"""XForm XML → `Form`: puts together what model and body say.

The door for XML; XLSForm comes through `form.xlsform`. Knows nothing of answers.
"""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from lxml import etree

from fieldaudit.errors import BadInput, Problem
from fieldaudit.form.bindings import (
    Bind,
    primary,
    read_action,
    read_binds,
    read_secondary,
    read_template,
)
from fieldaudit.form.controls import Body, Child, bound
from fieldaudit.form.definition import Form, Group, Question
from fieldaudit.form.itext import Itext, read_itext
from fieldaudit.form.markup import (
    PREFIXES,
    attribute,
    child,
    children,
    local,
    namespace,
    parse,
)
from fieldaudit.form.model import Action, Model, Template
from fieldaudit.form.references import ancestors, parent
from fieldaudit.form_codes import FormCode

_ACTIONS = ("setvalue", "setgeopoint", "recordaudio")


def read_xform(data: bytes, file: str = "XForm") -> tuple[Form, list[Problem]]:
    """Read an XForm.

    Args:
        data: the XML.
        file: its name, for messages.

    Returns:
        The form and remarks about parts of it that are not supported.

    Raises:
        BadInput: it is no XForm.
    """
    root = parse(data, file)
    parts = _parts(root, file)
    itext = read_itext(parts.model)
    problems: list[Problem] = []
    binds = read_binds(parts.model, itext, problems)
    body = Body(binds, itext, problems=problems)
    shown = body.read(parts.body) if parts.body is not None else ()
    template = read_template(parts.instance, namespace(parts.instance))
    model = _model(parts.model, template, binds=binds, itext=itext, body=body)
    form = Form(
        id=attribute(parts.instance, "id") or namespace(parts.instance),
        version=_version(parts.instance),
        title=parts.title,
        languages=itext.languages,
        root=_with_hidden(Group("", {}, shown), template, binds),
        xform=data,
        hash=hashlib.sha256(data).hexdigest(),
        model=model,
    )
    return form, problems


@dataclass(frozen=True, slots=True)
class _Parts:
    title: str
    model: etree._Element
    instance: etree._Element
    body: etree._Element | None


def _parts(root: etree._Element, file: str) -> _Parts:
    head = child(root, "head")
    model = None if head is None else child(head, "model")
    instance = None if model is None else primary(model)
    if head is None or model is None or instance is None:
        raise BadInput(FormCode.FORM_NO_MODEL, file=file)
    title = child(head, "title")
    return _Parts(
        title="" if title is None else "".join(map(str, title.itertext())).strip(),
        model=model,
        instance=instance,
        body=child(root, "body"),
    )


def _version(instance: etree._Element) -> str:
    named = (str(v) for k, v in instance.attrib.items() if etree.QName(k).localname == "version")
    return next(named, "")


def _model(
    element: etree._Element,
    template: Template,
    *,
    binds: Mapping[str, Bind],
    itext: Itext,
    body: Body,
) -> Model:
    actions = [*_model_actions(element, body.problems), *body.actions]
    return Model(
        template=template,
        bindings={path: bind.binding for path, bind in binds.items()},
        actions=tuple(actions),
        secondary=tuple(read_secondary(element)),
        itext=itext.texts,
        media=itext.media,
        namespaces=_namespaces(element),
        repeats=frozenset(body.repeats),
        counts={path: count for path, count in body.repeats.items() if count},
    )


def _model_actions(element: etree._Element, problems: list[Problem]) -> Iterator[Action]:
    for found in children(element, *_ACTIONS):
        action, unknown = read_action(found)
        if unknown or "odk-new-repeat" in action.events:
            event = ", ".join(sorted(unknown)) or "odk-new-repeat"
            problems.append(Problem(FormCode.FORM_EVENT, action.target, {"event": event}))
        yield action


def _namespaces(model: etree._Element) -> dict[str, str]:
    declared = {prefix: uri for prefix, uri in model.nsmap.items() if prefix}
    for element in model.iter():
        declared.update({prefix: uri for prefix, uri in element.nsmap.items() if prefix})
    return {**PREFIXES, **declared}


def _with_hidden(root: Group, template: Template, binds: Mapping[str, Bind]) -> Group:
    """Add the nodes that no control shows, each to the innermost group around it."""
    groups = {group.path for group in _groups(root)}
    shown = {question.path for question in root.questions()}
    hidden: dict[str, list[Question]] = {}
    seen: set[str] = set()
    for element in template.walk():
        path = element.path
        if element.children or not path or path in shown | groups | seen:
            continue
        seen.add(path)
        home = next(above for above in ancestors(parent(path)) if above in groups)
        hidden.setdefault(home, []).append(bound(path, binds.get(path)))
    return _refilled(root, hidden)


def _groups(group: Group) -> Iterator[Group]:
    yield group
    for inner in group.children:
        if isinstance(inner, Group):
            yield from _groups(inner)


def _refilled(group: Group, hidden: dict[str, list[Question]]) -> Group:
    own = hidden.pop(group.path, [])
    inside: list[Child] = [
        _refilled(inner, hidden) if isinstance(inner, Group) else inner for inner in group.children
    ]
    return replace(group, children=(*inside, *own))


def is_xform(data: bytes) -> bool:
    """Tell whether bytes look like an XForm rather than a table."""
    try:
        return local(parse(data, "")) == "html"
    except BadInput:
        return False
