"""Why a node is hidden, required, invalid or failed: the rules and the answers that they read."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from fieldaudit.form.dependencies import Plan
from fieldaudit.form.places import Place, Tree
from fieldaudit.form.plan import Aspect, Rule
from fieldaudit.form.state import Explanation

_ASPECTS = {
    "hidden": Aspect.RELEVANT,
    "required": Aspect.REQUIRED,
    "invalid": Aspect.CONSTRAINT,
    "failed": Aspect.PASSES,
}
_REFERENCE = re.compile(r"\s?(?<![\w.)\]])/[\w.:-]+(?:/[\w.:-]+)*/([\w.:-]+)\s?")


@dataclass(frozen=True, slots=True)
class Standing:
    """How a node stands, apart from what its tree shows."""

    required: bool
    """Whether an answer must be given."""

    failed: bool
    """Whether the answer does not conform."""


def explanation(
    place: Place, tree: Tree, plan: Plan, *, standing: Standing, parameters: Mapping[str, str]
) -> Explanation:
    """Gather the rules and answers behind the state of `place`."""
    hiding: Place | None = place
    while hiding is not None and hiding.own_relevant:
        hiding = hiding.above
    asked: dict[str, Place] = {}
    if hiding is not None:
        asked["hidden"] = hiding
    if standing.required:
        asked["required"] = place
    if not place.constrained:
        asked["invalid"] = place
    if standing.failed:
        asked["failed"] = place
    rules = {why: list(_rules(where, plan, _ASPECTS[why])) for why, where in asked.items()}
    reads = {why: tuple(_read(where, tree, rules[why])) for why, where in asked.items()}
    names = {
        n for found in rules.values() for r in found for n in r.expression.references.parameters
    }
    return Explanation(
        **reads,
        hidden_at=hiding.path if hiding else "",
        rules={why: as_written(found[0].expression.text) for why, found in rules.items() if found},
        parameters={name: parameters.get(name, "") for name in sorted(names)},
    )


def as_written(expression: str) -> str:
    """Return an expression as its author wrote it: `${name}` in place of each path.

    `" /data/fibre/RES-26  > 3"` is `"${RES-26} > 3"`.
    """
    return _REFERENCE.sub(lambda match: f"${{{match[1]}}}", expression).strip()


def _rules(place: Place, plan: Plan, aspect: Aspect) -> Iterator[Rule]:
    found = (plan.rules[index] for index in plan.own.get(place.slot.path, ()))
    return (rule for rule in found if rule.aspect is aspect)


def _read(place: Place, tree: Tree, rules: list[Rule]) -> Iterator[tuple[str, str]]:
    """Yield path and value of each leaf that rules of `place` read."""
    root = tree.root.slot.pattern.name
    context = f"/{root}/{place.slot.path}".rstrip("/")
    for rule in rules:
        for path in sorted(rule.expression.references.resolve(context)):
            found = tree.nearest(place, path.strip("/").partition("/")[2])
            if found is not None and not found.slot.children:
                yield found.path, found.value
