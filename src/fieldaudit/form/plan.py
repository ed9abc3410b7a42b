"""A form made ready to run: its nodes with compiled rules, and what an edit makes stale.

Made once per form and shared by all its instances; knows nothing of answers.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import IntEnum

from fieldaudit.errors import BadInput, Problem
from fieldaudit.form.definition import Form, Group, Kind, Question, Texts
from fieldaudit.form.markup import split_outputs
from fieldaudit.form.model import Binding, Template
from fieldaudit.form.recalling import seen_from
from fieldaudit.form.xpath.expression import Expression, compile_expression
from fieldaudit.form_codes import FormCode


class Aspect(IntEnum):
    """What a rule decides about its node."""

    COUNT = 0
    RELEVANT = 1
    CALCULATE = 2
    CHOICES = 3
    READONLY = 4
    REQUIRED = 5
    CONSTRAINT = 6
    LABEL = 7
    PASSES = 8


COLUMNS = {
    Aspect.COUNT: "repeat_count",
    Aspect.RELEVANT: "relevant",
    Aspect.CALCULATE: "calculation",
    Aspect.CHOICES: "choice_filter",
    Aspect.READONLY: "readonly",
    Aspect.REQUIRED: "required",
    Aspect.CONSTRAINT: "constraint",
    Aspect.LABEL: "label",
    Aspect.PASSES: "bind::fa:pass",
}
"""The XLSForm column of each aspect, for messages."""


@dataclass(frozen=True, slots=True, eq=False)
class Slot:
    """One node of the definition."""

    path: str
    """Relative path; empty for the root."""

    pattern: Template
    """What a new instance is copied from."""

    binding: Binding
    """Its rules, as text."""

    parent: "Slot | None"
    """The node above."""

    home: str
    """Path of the innermost repeat around or at it; empty outside repeats."""

    repeats: bool = False
    """True for a repeat."""

    question: Question | None = None
    """The question, for a leaf."""

    group: Group | None = None
    """The section, for a node that one shows."""

    children: list["Slot"] = field(default_factory=list)
    """The nodes below, in document order."""

    def walk(self) -> Iterator["Slot"]:
        """Yield this node and all below."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """One compiled expression at one node; several for labels."""

    slot: Slot
    """Where it runs: at its node; for the number of instances, at the node around them."""

    aspect: Aspect
    """What it decides."""

    expression: Expression
    """How."""

    path: str
    """The node that it decides about and that relative references start from."""


@dataclass(frozen=True, slots=True, eq=False)
class Rules:
    """All rules of a form and the faults met on compiling them."""

    slots: Mapping[str, Slot]
    """Nodes by path."""

    rules: tuple[Rule, ...]
    """Every rule, in document order."""

    problems: tuple[Problem, ...]
    """Expressions that cannot be compiled, so that the form cannot run."""

    remarks: tuple[Problem, ...] = ()
    """Expressions inside texts that cannot be compiled; an ellipsis stands in their place."""


def rules_of(form: Form) -> Rules:
    """Compile all expressions of a form."""
    slots = _slots(form)
    rules: list[Rule] = []
    problems: list[Problem] = []
    remarks: list[Problem] = []
    for slot in slots.values():
        for aspect, text in expressions_of(form, slot):
            try:
                place = seen_from(text, slot.path, form.model)
                expression = compile_expression(place, form.model.namespaces)
            except BadInput as error:
                told = remarks if aspect is Aspect.LABEL else problems
                told.append(expression_problem(slot.path, COLUMNS[aspect], text, error))
            else:
                home = slot.parent if aspect is Aspect.COUNT and slot.parent else slot
                rules.append(Rule(home, aspect, expression, slot.path))
    return Rules(slots, tuple(rules), tuple(problems), tuple(remarks))


def expression_problem(path: str, column: str, text: str, error: BadInput) -> Problem:
    """Say that an expression cannot be understood."""
    params = {"column": column, "expression": text, "reason": str(error)}
    return Problem(FormCode.FORM_EXPRESSION, path, params)


def expressions_of(form: Form, slot: Slot) -> Iterator[tuple[Aspect, str]]:
    """Yield the expressions at a node with what they decide."""
    binding = slot.binding
    found = [
        (Aspect.COUNT, form.model.counts.get(slot.path, "")),
        (Aspect.RELEVANT, binding.relevant),
        (Aspect.CALCULATE, binding.calculate),
        (Aspect.READONLY, binding.readonly),
        (Aspect.REQUIRED, binding.required),
        (Aspect.CONSTRAINT, binding.constraint),
    ]
    question = slot.question
    if question is not None:
        found.append((Aspect.PASSES, question.audit.passes))
        if question.itemset is not None:
            found.append((Aspect.CHOICES, question.itemset.nodeset))
    yield from ((aspect, text) for aspect, text in found if text)
    for texts in _texts(slot):
        for text in texts.values():
            yield from ((Aspect.LABEL, output) for output in split_outputs(text)[1])


def _texts(slot: Slot) -> Iterator[Texts]:
    if slot.group is not None:
        yield slot.group.label
    question = slot.question
    if question is not None:
        yield question.label
        yield question.hint
        yield question.constraint_message
        yield question.required_message
        for choice in question.choices:
            yield choice.label


def _slots(form: Form) -> dict[str, Slot]:
    questions = {question.path: question for question in reversed([*form.root.questions()])}
    groups = {group.path: group for group in _groups(form.root)}
    found: dict[str, Slot] = {}

    def read(templates: tuple[Template, ...], parent: Slot | None) -> None:
        first = templates[0]
        path = first.path
        repeats = path in form.model.repeats
        patterns = [template for template in templates if template.pattern]
        slot = Slot(
            path=path,
            pattern=patterns[0] if patterns else _emptied(first) if repeats else first,
            binding=form.model.bindings.get(path, Binding(path)),
            parent=parent,
            home=path if repeats else parent.home if parent else "",
            repeats=repeats,
            question=questions.get(path),
            group=groups.get(path) if path else form.root,
        )
        found[path] = slot
        if parent is not None:
            parent.children.append(slot)
        for inner in _by_name(templates):
            read(inner, slot)

    read((form.model.template,), None)
    return found


def _emptied(template: Template) -> Template:
    """Return an instance without its answers: it is copied where a repeat has no `jr:template`.

    As in JavaRosa the values of the first instance are its own, not those of later ones; of each
    repeat inside it one instance remains.
    """
    firsts = {child.path: child for child in reversed(template.children)}
    children = tuple(_emptied(child) for child in reversed(firsts.values()))
    return replace(template, text="", children=children)


def _by_name(templates: tuple[Template, ...]) -> list[tuple[Template, ...]]:
    """Gather the children of all instances of a node, first seen first."""
    found: dict[str, list[Template]] = {}
    for template in templates:
        for child in template.children:
            found.setdefault(child.name, []).append(child)
    return [tuple(same) for same in found.values()]


def _groups(group: Group) -> Iterator[Group]:
    for child in group.children:
        if isinstance(child, Group):
            yield child
            yield from _groups(child)


def unbound(form: Form, slots: Mapping[str, Slot]) -> Iterator[Problem]:
    """Yield a problem for each control, bind and action without a node."""
    shown = [question.path for question in form.root.questions()]
    grouped = [group.path for group in _groups(form.root)]
    for path in dict.fromkeys([*shown, *grouped, *form.model.bindings]):
        if path and path not in slots and "@" not in path:
            yield Problem(FormCode.FORM_UNBOUND, path)


def is_select(slot: Slot) -> bool:
    """Tell whether a node's value is made of choices."""
    kinds = (Kind.SELECT_ONE, Kind.SELECT_MULTIPLE, Kind.RANK)
    return slot.question is not None and slot.question.kind in kinds
