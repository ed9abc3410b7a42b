"""Why a node is hidden, required, invalid or failed: the rules and the answers that they read."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from fieldaudit.form.dependencies import Plan, targets
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

_MOST = 50
"""Answers that are worth naming for one rule."""


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
    reading = _Reading(tree, plan)
    reads = {why: tuple(reading.read(where, rules[why]).items()) for why, where in asked.items()}
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


@dataclass(frozen=True, slots=True)
class _Reading:
    """Follows rules to the answers that a person gave."""

    tree: Tree
    plan: Plan

    def read(self, place: Place, rules: Iterable[Rule]) -> dict[str, str]:
        """Return path and value of each answer that rules of `place` rest on.

        What is computed and shown to nobody stands for the answers that it is computed from; an
        answer that is hidden counts as none, and what hides it is named with it.
        """
        found: dict[str, str] = {}
        seen: set[Place] = set()
        waiting = list(reversed(self._leaves(place, rules)))
        while waiting and len(found) < _MOST:
            leaf = waiting.pop()
            if leaf in seen:
                continue
            seen.add(leaf)
            beneath = self._beneath(leaf)
            if not (beneath and _unseen(leaf)):
                found[leaf.path] = leaf.value if leaf.relevant else ""
            waiting.extend(reversed(beneath))
        return found

    def _beneath(self, leaf: Place) -> list[Place]:
        """Return what lies behind an answer that nobody gave: its rule, or what hides it."""
        if not leaf.relevant:
            hiding = _outermost(leaf)
            return self._leaves(hiding, _rules(hiding, self.plan, Aspect.RELEVANT))
        if not _unseen(leaf):
            return []
        return self._leaves(leaf, _rules(leaf, self.plan, Aspect.CALCULATE))

    def _leaves(self, place: Place, rules: Iterable[Rule]) -> list[Place]:
        """Return the leaves that rules of `place` read, itself included."""
        root = self.tree.root.slot.pattern.name
        context = f"/{root}/{place.slot.path}".rstrip("/")
        paths = [
            path
            for rule in rules
            for pattern in sorted(rule.expression.references.resolve(context))
            for path in targets(pattern, root, self.plan.slots)
        ]
        places = [near for path in dict.fromkeys(paths) for near in self.tree.near(place, path)]
        return [near for near in places if not near.slot.children]


def _outermost(place: Place) -> Place:
    """Return the outermost node whose own rule hides a place."""
    found, around = place, place.above
    while around is not None:
        found, around = (found if around.own_relevant else around), around.above
    return found


def _unseen(place: Place) -> bool:
    """Tell whether a value is computed and no question shows it."""
    question = place.slot.question
    return bool(place.slot.binding.calculate) and (question is None or not question.label)
