"""Rules that carry the answers of one checklist version over to another, and carrying itself.

Rules are data: renaming, splitting, converting a unit, recoding choices. Knows two definitions
and a set of answers, nothing of surveys.
"""

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal, InvalidOperation
from typing import Any

from fieldaudit.errors import BadInput, Problem
from fieldaudit.form.definition import Form
from fieldaudit.form.lexical import is_of_type
from fieldaudit.form_codes import FormCode

CARRIED = "$carried"
"""Reserved step under an answer: live path of the question that it was carried over from."""

_LARGEST = 1 << 20
_PLACES = 12


@dataclass(frozen=True, slots=True)
class Rule:
    """Where the answer to one question goes."""

    source: str
    """Path in the old form."""

    targets: tuple[str, ...]
    """Paths in the new form; several share the parts of a split answer."""

    split: str = ""
    """Text between the parts; empty: the answer goes whole."""

    factor: Decimal = Decimal(1)
    """What a number is multiplied with."""

    offset: Decimal = Decimal(0)
    """What is added then."""

    choices: Mapping[str, str] = field(default_factory=dict)
    """Old choice → new choice; choices that are not named stay."""

    @property
    def converts(self) -> bool:
        """True when a number is changed."""
        return (self.factor, self.offset) != (Decimal(1), Decimal(0))


@dataclass(frozen=True, slots=True)
class FormMapping:
    """The rules from one version of a form to another."""

    form: str
    """Form id."""

    source: str
    """Version that the answers were given in."""

    target: str
    """Version that they are carried over to."""

    rules: tuple[Rule, ...] = ()
    """One for each question that moves or changes."""


@dataclass(frozen=True, slots=True)
class Carried:
    """Answers in another version's shape."""

    answers: Mapping[str, str]
    """Path → text, with `$carried` beside what was moved; unknown answers are among them."""

    notes: tuple[Problem, ...]
    """What was moved, changed, or could not be, one sentence each."""

    moved: Mapping[str, str]
    """Old live path → new live path of the answers that moved."""


class _Unfit(Exception):
    """An answer that a rule cannot be applied to."""


def read_mapping(data: bytes, file: str) -> FormMapping:
    """Read the rules from JSON; raise BadInput when they are not understood."""
    try:
        return _mapping(data)
    except (ValueError, KeyError, TypeError, AttributeError, ArithmeticError) as error:
        raise BadInput(FormCode.FORM_MAPPING, file=file, reason=str(error)) from error
    except RecursionError as error:
        raise BadInput(FormCode.FORM_MAPPING, file=file, reason="too deep") from error


def _mapping(data: bytes) -> FormMapping:
    if len(data) > _LARGEST:
        raise ValueError("too large")
    fields = json.loads(data)
    rules = tuple(_rule(each) for each in fields.get("rules", ()))
    taken = [target for rule in rules for target in rule.targets]
    if len(set(taken)) < len(taken):
        raise ValueError("two rules have one target")
    return FormMapping(str(fields["form"]), str(fields["from"]), str(fields["to"]), rules)


def _rule(fields: dict[str, Any]) -> Rule:
    unknown = set(fields) - {"from", "to", "split", "factor", "offset", "choices"}
    if unknown:
        raise ValueError(", ".join(sorted(unknown)))
    to = fields["to"]
    factor, offset = Decimal(str(fields.get("factor", 1))), Decimal(str(fields.get("offset", 0)))
    if not (factor.is_finite() and offset.is_finite()):
        raise ValueError(f"{fields['from']}: factor")
    return Rule(
        source=str(fields["from"]),
        targets=(to,) if isinstance(to, str) else tuple(str(each) for each in to),
        split=str(fields.get("split", "")),
        factor=factor,
        offset=offset,
        choices={str(old): str(new) for old, new in fields.get("choices", {}).items()},
    )


def carry(answers: Mapping[str, str], mapping: FormMapping, old: Form, new: Form) -> Carried:
    """Carry answers over from one version of a form to another.

    Answers without a rule stay at their paths, known there or not; nothing is lost. An answer
    that a rule cannot be applied to stays at its old path, and a note says so.

    Args:
        answers: live path → text.
        mapping: the rules.
        old: the version that they were given in.
        new: the version that they go to.
    """
    carrying = _Carrying(dict(answers), mapping, old, new)
    carrying.run()
    return Carried(carrying.answers, tuple(carrying.notes), carrying.moved)


def destination(path: str, mapping: FormMapping, old: Form, new: Form) -> str:
    """Return the live path that a question's photos and papers go to; its own without a rule."""
    source, ids = _definition(path, old)
    rule = next((rule for rule in _placed(mapping, old, new) if rule.source == source), None)
    try:
        return _live(rule.targets[0], ids, new) if rule else path
    except _Unfit:
        return path


@dataclass(slots=True)
class _Carrying:
    answers: dict[str, str]
    mapping: FormMapping
    old: Form
    new: Form
    notes: list[Problem] = field(default_factory=list)
    moved: dict[str, str] = field(default_factory=dict)

    def run(self) -> None:
        rules = {rule.source: rule for rule in _placed(self.mapping, self.old, self.new)}
        gone: dict[str, str] = {}
        come: dict[str, str] = {}
        for path in list(self.answers):
            base, step = _split(path)
            source, ids = _definition(base, self.old)
            rule = rules.get(source)
            if rule is None:
                self._unknown(path, base)
            elif step:
                come |= self._excuse(path, step, rule, ids)
            else:
                try:
                    come |= self._moved(base, rule, ids)
                except _Unfit:
                    self._unfit(base, rule)
                    continue
            if rule is not None:
                gone[path] = ""
        self.answers = {path: text for path, text in self.answers.items() if path not in gone}
        self.answers |= come

    def _moved(self, path: str, rule: Rule, ids: tuple[str, ...]) -> dict[str, str]:
        """Return where one answer goes, with the marks of where it came from."""
        before = self.answers[path]
        parts = _parts(before, rule)
        found: dict[str, str] = {}
        for target, part in zip(rule.targets, parts, strict=True):
            place = _live(target, ids, self.new)
            text = _converted(part, rule, self._type(target))
            if text:
                found |= {place: text, f"{place}/{CARRIED}": path}
                self._note(place, path, before, text)
        self.moved[path] = _live(rule.targets[0], ids, self.new)
        return found

    def _excuse(self, path: str, step: str, rule: Rule, ids: tuple[str, ...]) -> dict[str, str]:
        """Return where the reason for having no answer goes: to every target."""
        try:
            places = [_live(target, ids, self.new) for target in rule.targets]
        except _Unfit:
            return {path: self.answers[path]}
        return {f"{place}/{step}": self.answers[path] for place in places if step != CARRIED}

    def _type(self, target: str) -> str:
        binding = self.new.model.bindings.get(target)
        return binding.type if binding else "string"

    def _note(self, place: str, path: str, before: str, after: str) -> None:
        params: dict[str, object] = {"source": path}
        code = FormCode.CARRIED_FROM
        if before != after:
            code = FormCode.CARRIED_CHANGED
            params |= {"before": before, "after": after}
        self.notes.append(Problem(code, place, params))

    def _unfit(self, path: str, rule: Rule) -> None:
        params = {"source": path, "before": self.answers[path]}
        self.notes.append(Problem(FormCode.CARRIED_UNFIT, rule.targets[0], params))

    def _unknown(self, path: str, base: str) -> None:
        known = _definition(base, self.new)[0] in _paths(self.new)
        if not known and path == base and not path.startswith("$"):
            self.notes.append(Problem(FormCode.CARRIED_UNKNOWN, path))


def _placed(mapping: FormMapping, old: Form, new: Form) -> list[Rule]:
    """Return the rules with paths where their author wrote a question's name alone."""
    before, after = _by_name(old), _by_name(new)
    return [
        replace(
            rule,
            source=before.get(rule.source, rule.source),
            targets=tuple(after.get(target, target) for target in rule.targets),
        )
        for rule in mapping.rules
    ]


def _by_name(form: Form) -> dict[str, str]:
    """Return name → path of the leaves whose name is theirs alone and no path itself."""
    leaves = [each.path for each in form.model.template.walk() if not each.children]
    paths = dict.fromkeys(leaves)
    count = Counter(path.rpartition("/")[2] for path in paths)
    names = {path.rpartition("/")[2]: path for path in paths}
    return {name: path for name, path in names.items() if count[name] == 1 and name not in paths}


def _paths(form: Form) -> frozenset[str]:
    return frozenset(template.path for template in form.model.template.walk())


def _split(path: str) -> tuple[str, str]:
    """Return an answer's own path and the reserved step under it; empty for the answer itself."""
    base, _, step = path.rpartition("/")
    return (base, step) if step.startswith("$") and base else (path, "")


def _definition(path: str, form: Form) -> tuple[str, tuple[str, ...]]:
    """Return the definition path of a live path, and the ids of the repeat instances on it."""
    known: list[str] = []
    ids: list[str] = []
    steps = iter(path.split("/"))
    for step in steps:
        known.append(step)
        if "/".join(known) in form.model.repeats:
            ids.append(next(steps, ""))
    return "/".join(known), tuple(ids)


def _live(path: str, ids: tuple[str, ...], form: Form) -> str:
    """Return a definition path with the ids of repeat instances put in."""
    left = list(ids)
    found: list[str] = []
    known: list[str] = []
    for step in path.split("/"):
        known.append(step)
        found.append(step)
        if "/".join(known) in form.model.repeats:
            if not left:
                raise _Unfit
            found.append(left.pop(0))
    if left:
        raise _Unfit
    return "/".join(found)


def _parts(text: str, rule: Rule) -> list[str]:
    count = len(rule.targets)
    if not rule.split:
        return [text] * count
    parts = [part.strip() for part in text.split(rule.split, count - 1)]
    if len(parts) != count:
        raise _Unfit
    return parts


def _converted(text: str, rule: Rule, type_: str) -> str:
    if rule.choices:
        text = " ".join(rule.choices.get(one, one) for one in text.split())
    if rule.converts and text:
        text = _number(text, rule)
    if text and not is_of_type(text, type_):
        raise _Unfit
    return text


def _number(text: str, rule: Rule) -> str:
    """Convert a number without the noise of binary fractions."""
    try:
        number = Decimal(text) * rule.factor + rule.offset
        rounded = round(number, _PLACES)
    except (InvalidOperation, ValueError) as error:
        raise _Unfit from error
    if not rounded.is_finite():
        raise _Unfit
    written = f"{rounded:f}"
    return written.rstrip("0").rstrip(".") if "." in written else written
