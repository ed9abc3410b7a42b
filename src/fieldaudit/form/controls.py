"""The body of an XForm: sections and questions in order of display.

Reads XML into `Group` and `Question`, with the rules that the model's binds bring.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from lxml import etree

from fieldaudit.errors import Problem
from fieldaudit.form.bindings import Bind, read_action
from fieldaudit.form.definition import Audit, Choice, Group, Kind, Question
from fieldaudit.form.itext import Itext, first_label
from fieldaudit.form.markup import ROSA, attribute, child, children, local
from fieldaudit.form.model import Action, Binding, Itemset
from fieldaudit.form.references import resolve
from fieldaudit.form_codes import FormCode

_INPUTS = {
    "int": Kind.INTEGER,
    "integer": Kind.INTEGER,
    "long": Kind.INTEGER,
    "decimal": Kind.DECIMAL,
    "double": Kind.DECIMAL,
    "float": Kind.DECIMAL,
    "date": Kind.DATE,
    "time": Kind.TIME,
    "dateTime": Kind.DATETIME,
    "geopoint": Kind.GEOPOINT,
    "geotrace": Kind.GEOTRACE,
    "geoshape": Kind.GEOSHAPE,
    "barcode": Kind.BARCODE,
}
_CONTROLS = {
    "select1": Kind.SELECT_ONE,
    "select": Kind.SELECT_MULTIPLE,
    "rank": Kind.RANK,
    "trigger": Kind.ACKNOWLEDGE,
    "range": Kind.RANGE,
}
_UPLOADS = {"image": Kind.IMAGE, "audio": Kind.AUDIO, "video": Kind.VIDEO}
_QUESTIONS = frozenset({"input", "secret", "upload", *_CONTROLS})
_ACTIONS = frozenset({"setvalue", "setgeopoint", "recordaudio"})
_OWN_ATTRIBUTES = frozenset({"ref", "appearance", "bind", "query", "nodeset"})

Child = Question | Group


@dataclass(slots=True)
class Body:
    """Reads the body; gathers on the way what does not belong to the tree of display."""

    binds: Mapping[str, Bind]
    """The model's binds, by path."""

    itext: Itext
    """The form's texts."""

    actions: list[Action] = field(default_factory=list)
    """Actions that stand in controls and repeats."""

    repeats: dict[str, str] = field(default_factory=dict)
    """Paths of the repeats met, with their `jr:count`."""

    problems: list[Problem] = field(default_factory=list)
    """What is wrong or not supported."""

    def read(self, container: etree._Element, base: str = "") -> tuple[Child, ...]:
        """Read what stands inside a body, group or repeat at the path `base`."""
        found: list[Child] = []
        for element in container:
            name = local(element)
            if name == "group":
                found.append(self._group(element, base))
            elif name == "repeat":
                found.append(self._repeat(element, base))
            elif name in _QUESTIONS:
                found.append(self._question(element, base))
            elif name in _ACTIONS:
                self._action(element, base, base)
        return tuple(found)

    def _group(self, element: etree._Element, base: str) -> Group:
        reference = attribute(element, "ref") or attribute(element, "nodeset")
        path = resolve(reference, base) if reference else ""
        label = first_label(element, self.itext)
        repeats = children(element, "repeat")
        inner = [below for below in element if local(below) not in ("label", "hint", *_ACTIONS)]
        if len(repeats) == 1 and len(inner) == 1:
            repeat = self._repeat(repeats[0], base)
            if path in ("", repeat.path):
                appearance = repeat.appearance or attribute(element, "appearance")
                return replace(repeat, label=label or repeat.label, appearance=appearance)
        rules = self._rules(path) if path else Binding("")
        return Group(
            path=path,
            label=label,
            children=self.read(element, path or base),
            relevant=rules.relevant,
            readonly=rules.readonly,
            appearance=attribute(element, "appearance"),
        )

    def _repeat(self, element: etree._Element, base: str) -> Group:
        path = resolve(attribute(element, "nodeset") or attribute(element, "ref"), base)
        count = attribute(element, "count", ROSA)
        self.repeats[path] = count
        rules = self._rules(path)
        return Group(
            path=path,
            label=first_label(element, self.itext),
            children=self.read(element, path),
            relevant=rules.relevant,
            readonly=rules.readonly,
            repeats=True,
            count=count,
            fixed=attribute(element, "noAddRemove", ROSA) == "true()",
            appearance=attribute(element, "appearance"),
        )

    def _rules(self, path: str) -> Binding:
        bind = self.binds.get(path)
        return bind.binding if bind else Binding(path)

    def _question(self, element: etree._Element, base: str) -> Question:
        path = resolve(attribute(element, "ref"), base)
        for inner in children(element, *_ACTIONS):
            self._action(inner, path, path)
        question = bound(path, self.binds.get(path))
        label = child(element, "label")
        return replace(
            question,
            kind=kind_of(element, question),
            label=self.itext.label(label),
            hint=first_label(element, self.itext, "hint"),
            appearance=attribute(element, "appearance"),
            parameters={**question.parameters, **_parameters(element)},
            choices=tuple(self._choice(item) for item in children(element, "item")),
            itemset=_itemset(element),
            media=self.itext.media_of(label),
        )

    def _choice(self, item: etree._Element) -> Choice:
        value = child(item, "value")
        text = "" if value is None else (value.text or "").strip()
        label = child(item, "label")
        return Choice(text, self.itext.label(label), self.itext.media_of(label))

    def _action(self, element: etree._Element, source: str, base: str) -> None:
        action, unknown = read_action(element, source, base)
        self.actions.append(action)
        for event in sorted(unknown):
            self.problems.append(Problem(FormCode.FORM_EVENT, source, {"event": event}))


def bound(path: str, bind: Bind | None) -> Question:
    """Return a question that no control shows, with the rules of its bind."""
    if bind is None:
        return Question(path, Kind.CALCULATE)
    rules = bind.binding
    return Question(
        path,
        Kind.CALCULATE,
        type=rules.type,
        relevant=rules.relevant,
        required=rules.required,
        readonly=rules.readonly,
        constraint=rules.constraint,
        calculate=rules.calculate,
        constraint_message=bind.constraint_message,
        required_message=bind.required_message,
        parameters=bind.parameters,
        audit=bind.audit if bind else Audit(),
    )


def kind_of(element: etree._Element, question: Question) -> Kind:
    """Tell what kind of answer a control takes."""
    name = local(element)
    if name in _CONTROLS:
        return _CONTROLS[name]
    if name == "upload":
        media = attribute(element, "mediatype").partition("/")[0]
        return _UPLOADS.get(media, Kind.FILE)
    if attribute(element, "query"):
        return Kind.SELECT_ONE
    kind = _INPUTS.get(question.type, Kind.TEXT)
    if kind is Kind.TEXT and question.readonly == "true()" and not question.calculate:
        return Kind.NOTE
    return kind


def _parameters(element: etree._Element) -> dict[str, str]:
    """Return further attributes of a control (start, end, step, rows …)."""
    return {
        etree.QName(name).localname: str(value)
        for name, value in element.attrib.items()
        if etree.QName(name).localname not in _OWN_ATTRIBUTES
    }


def _itemset(element: etree._Element) -> Itemset | None:
    query = attribute(element, "query")
    if query:
        return Itemset(query, "name", "label")
    itemset = child(element, "itemset")
    if itemset is None:
        return None
    value, label = child(itemset, "value"), child(itemset, "label")
    return Itemset(
        attribute(itemset, "nodeset"),
        "." if value is None else attribute(value, "ref"),
        "" if label is None else attribute(label, "ref"),
    )
