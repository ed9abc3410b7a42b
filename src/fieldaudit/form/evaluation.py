"""Keeping the state of a live tree true: rules run in order, only where something changed.

Knows plan and tree; actions, choices and display are the business of others.
"""

import heapq
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from fieldaudit.errors import BadInput
from fieldaudit.form.dependencies import Plan, Reader
from fieldaudit.form.places import Place, Tree
from fieldaudit.form.plan import Aspect, Rule
from fieldaudit.form.results import answer_of, holds
from fieldaudit.form.xpath.context import Context
from fieldaudit.form_codes import FormCode

_ROUNDS = 200_000
"""Rules run for one edit before the form is taken to run in circles."""


@dataclass(slots=True)
class Evaluation:
    """The stale rules of one tree, and what changed since somebody asked."""

    plan: Plan
    """Order and edges."""

    tree: Tree
    """Where the values are."""

    context: Callable[[Place], Context]
    """Makes the surroundings of one evaluation."""

    counted: Callable[[Place, Rule], None]
    """Brings a repeat inside a place to the right number of instances."""

    chosen: Callable[[Place], None]
    """Told when the choices of a question may be others than before."""

    changed: set[str] = field(default_factory=set)
    """Live paths whose value or state changed."""

    written: list[Place] = field(default_factory=list)
    """Places whose value changed, in order, for actions that wait for it."""

    faults: dict[tuple[str, Aspect], BadInput] = field(default_factory=dict)
    """Rules that could not be evaluated, by live path."""

    patience: float = 20.0
    """Seconds after which one edit's remaining rules are given up as taking for ever."""

    runs: int = 0
    """How many rules have been run so far."""

    _stale: dict[int, dict[Place, None]] = field(default_factory=dict)
    _queue: list[int] = field(default_factory=list)
    _end: float = 0.0

    def write(self, place: Place, text: str) -> None:
        """Set a value and make stale what reads it."""
        if place.node.text == text:
            return
        place.node.text = text
        self.changed.add(place.path)
        self.written.append(place)
        self._own_stale(place, Aspect.CONSTRAINT)
        self.touched(place)

    def fail(self, place: Place, error: BadInput) -> None:
        """Remember that a value could not be computed."""
        self.faults[place.path, Aspect.CALCULATE] = error
        self.changed.add(place.path)

    def fault(self, path: str) -> str:
        """Return why an expression at a live path could not be evaluated; empty when all could."""
        found = (error for (where, _), error in self.faults.items() if where == path)
        return str(next(found, ""))

    def touched(self, place: Place) -> None:
        """Make stale what reads a place whose visible value changed."""
        for reader in self.plan.readers.get(place.slot.path, ()):
            self._mark(reader.rule, self._reading(reader, place))

    def entered(self, place: Place) -> None:
        """Make stale everything inside a new place."""
        for inner in place.walk():
            self.changed.add(inner.path)
            for rule in self.plan.own.get(inner.slot.path, ()):
                self._mark(rule, (inner,))

    def regrouped(self, repeat: str, parent: Place) -> None:
        """Make stale what reads a repeat whose instances came, went or moved inside `parent`."""
        self.changed.add(f"{parent.path}/{repeat.rpartition('/')[2]}".lstrip("/"))
        for slot in self.plan.slots[repeat].walk():
            for reader in self.plan.readers.get(slot.path, ()):
                self._mark(reader.rule, self.tree.at(self.plan.rules[reader.rule].slot.path))
        for index in self.plan.places:
            self._mark(index, self.tree.at(self.plan.rules[index].slot.path))

    def everything(self, *, drawn: bool) -> None:
        """Make all rules stale.

        Args:
            drawn: draw random values anew too; a record that is opened again keeps its own.
        """
        for index, rule in enumerate(self.plan.rules):
            places = self.tree.at(rule.slot.path)
            if rule.expression.references.random and not drawn:
                places = [place for place in places if not place.value]
            self._mark(index, places)

    def respoken(self) -> None:
        """Make stale what depends on the language shown."""
        for index in self.plan.spoken:
            # Choosing a language must not change an answer.
            if self.plan.rules[index].aspect is Aspect.CALCULATE:
                continue
            self._mark(index, self.tree.at(self.plan.rules[index].slot.path))

    def run(self) -> None:
        """Run stale rules, each after those it reads, until nothing is stale."""
        outer = not self._end
        if outer:
            self._end = time.monotonic() + self.patience
        try:
            self._run()
        finally:
            if outer:
                self._end = 0.0

    @property
    def expired(self) -> bool:
        """True when the rules under way have taken too long."""
        return 0.0 < self._end < time.monotonic()

    def _run(self) -> None:
        rounds = 0
        while self._queue and rounds < _ROUNDS:
            index = heapq.heappop(self._queue)
            rule = self.plan.rules[index]
            for place in self._stale.pop(index, {}):
                if self.tree.find(place.path) is not place:
                    continue
                rounds += 1
                if self.expired:
                    self._give_up(rule, place)
                else:
                    self._apply(rule, place)

    def _give_up(self, rule: Rule, place: Place) -> None:
        """Leave a rule unevaluated, and say so."""
        error = BadInput(FormCode.XPATH_PATIENCE, seconds=f"{self.patience:g}")
        self.faults[place.path, rule.aspect] = error
        self.changed.add(place.path)

    def _mark(self, index: int, places: Iterable[Place]) -> None:
        stale = self._stale.get(index)
        if stale is None:
            stale = self._stale[index] = {}
            heapq.heappush(self._queue, index)
        stale.update(dict.fromkeys(places))

    def _own_stale(self, place: Place, aspect: Aspect) -> None:
        for index in self.plan.own.get(place.slot.path, ()):
            if self.plan.rules[index].aspect is aspect:
                self._mark(index, (place,))

    def _reading(self, reader: Reader, place: Place) -> list[Place]:
        """Return the places where a rule reads this very one."""
        path = self.plan.rules[reader.rule].slot.path
        if not reader.scope:
            return self.tree.at(path)
        around: Place | None = place
        while around is not None and around.slot.path != reader.scope:
            around = around.above
        return self.tree.at(path) if around is None else self.tree.inside(around, path)

    def _apply(self, rule: Rule, place: Place) -> None:
        self.runs += 1
        key = (place.path, rule.aspect)
        self.faults.pop(key, None)
        try:
            self._settle(rule, place)
        except BadInput as error:
            self.faults[key] = error
            self.changed.add(place.path)

    def _settle(self, rule: Rule, place: Place) -> None:
        """Evaluate one rule at one place and take its result over."""
        aspect, context = rule.aspect, self.context(place)
        if aspect is Aspect.CALCULATE:
            self.write(place, answer_of(rule.expression, context, place.slot.binding.type))
        elif aspect is Aspect.RELEVANT:
            self._relevance(place, own=holds(rule.expression, context))
        elif aspect is Aspect.COUNT:
            self.counted(place, rule)
        elif aspect is Aspect.CHOICES:
            self.changed.add(place.path)
            self.chosen(place)
        elif aspect is Aspect.LABEL:
            self.changed.add(place.path)
        else:
            self._rule_out(aspect, place, holds=holds(rule.expression, context))

    def _rule_out(self, aspect: Aspect, place: Place, *, holds: bool) -> None:
        name = {
            Aspect.READONLY: "own_readonly",
            Aspect.REQUIRED: "required",
            Aspect.CONSTRAINT: "constrained",
            Aspect.PASSES: "passes",
        }[aspect]
        if aspect is Aspect.CONSTRAINT and not place.value:
            holds = True
        if getattr(place, name) is holds:
            return
        setattr(place, name, holds)
        inside = place.walk() if aspect is Aspect.READONLY else (place,)
        self.changed.update(inner.path for inner in inside)

    def _relevance(self, place: Place, *, own: bool) -> None:
        place.own_relevant = own
        above = place.above.relevant if place.above else True
        self._inherit(place, above=above)

    def _inherit(self, place: Place, *, above: bool) -> None:
        relevant = place.own_relevant and above
        if place.relevant is relevant:
            return
        place.relevant = place.node.relevant = relevant
        self.changed.add(place.path)
        self.touched(place)
        for same in place.below.values():
            for inner in same:
                self._inherit(inner, above=relevant)
