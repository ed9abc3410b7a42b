"""The works of a live instance: builds the tree, opens it with answers, keeps it true.

Everything that `form.instance` offers rests on this; nobody else uses it.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime, tzinfo

from fieldaudit.errors import BadInput
from fieldaudit.form.actions import Acting, preloaded
from fieldaudit.form.definition import Form
from fieldaudit.form.evaluation import Evaluation
from fieldaudit.form.lexical import is_of_type
from fieldaudit.form.offering import Offering
from fieldaudit.form.places import ORDER, Place, Tree
from fieldaudit.form.plan import Aspect, Rule, is_select
from fieldaudit.form.planning import plan_for
from fieldaudit.form.secondary import trees
from fieldaudit.form.state import Violation
from fieldaudit.form.supplied import supplied_lists
from fieldaudit.form.surroundings import Surroundings
from fieldaudit.form.xpath.context import Context
from fieldaudit.form.xpath.tree import Node


class Running:
    """One form with its answers, running.

    Attributes:
        tree: the live nodes.
        plan: the rules.
        around: clock, lists, texts.
        offering: choices.
        unknown: answers that the form has no node for.
        shelf: answers in instances that a count took away, by the instance's path.
        spare: instances on the shelf that hold nothing but the form's own defaults.
    """

    def __init__(
        self,
        form: Form,
        *,
        now: Callable[[], datetime],
        zone: tzinfo,
        parameters: Mapping[str, str],
        attachments: Mapping[str, bytes],
        new_id: Callable[[], str],
    ) -> None:
        """Build the tree, empty; raise BadInput when the form cannot run."""
        self.plan = plan_for(form)
        for problem in self.plan.problems:
            raise BadInput(problem.code, where=problem.where, **problem.params)
        self.form = form
        self.tree = Tree(self.plan.slots)
        self.offering = Offering(form, self.tree, lambda: self.around)
        self.around = Surroundings(
            model=form.model,
            language=form.languages[0],
            document=self.tree.document,
            lists=trees(form.model.secondary, attachments) | supplied_lists(form, attachments),
            now=now,
            zone=zone,
            parameters=parameters,
            choice_name=self.offering.name,
        )
        self.new_id = new_id
        self.unknown: dict[str, str] = {}
        self.shelf: dict[str, dict[str, str]] = {}
        self.spare: set[str] = set()
        self.evaluation = Evaluation(
            self.plan, self.tree, self._context, self._counted, self._chosen
        )
        self.acting = Acting(form.model, self.tree, self.evaluation, self._context)
        self._opening, self._fresh = True, False

    def open(self, values: Mapping[str, str], *, first_load: bool) -> None:
        """Fill in defaults or answers, and bring everything to its right state."""
        template, self._fresh = self.form.model.template, first_load
        self.tree.fill(self.tree.root, template, defaults=first_load)
        if first_load:
            self._preload()
        for path in sorted(values):
            self._load(path, values[path])
        self.evaluation.everything(drawn=first_load)
        self.evaluation.run()
        self.evaluation.written.clear()
        if first_load:
            self.acting.first_load()
        self.acting.load()
        self.acting.settle()
        self.evaluation.changed.clear()
        self.offering.warm()
        self._opening = self._fresh = False

    def settled(self) -> frozenset[str]:
        """Run what became stale; return the live paths that changed since last time."""
        self.acting.settle()
        changed = frozenset(self.evaluation.changed)
        self.evaluation.changed.clear()
        return changed

    def arrive(self, place: Place) -> None:
        """Bring a new repeat instance to life."""
        if place.above is None:
            return
        self.evaluation.entered(place)
        self.evaluation.regrouped(place.slot.path, place.above)
        self.evaluation.run()
        for inner in list(place.walk()):
            if inner is place or inner.slot.repeats:
                self.acting.new_instance(inner)

    def depart(self, place: Place) -> None:
        """Take a repeat instance out."""
        if place.above is None:
            return
        above = place.above
        for inner in place.walk():
            self.offering.forget(inner)
        self.tree.remove(place)
        self.evaluation.regrouped(place.slot.path, above)

    def violation(self, place: Place) -> Violation:
        """Tell what is wrong with the answer at a place."""
        if not place.relevant or place.slot.children:
            return Violation.NONE
        if not place.value:
            return Violation.REQUIRED if place.required else Violation.NONE
        if not is_of_type(place.value, place.slot.binding.type):
            return Violation.TYPE
        return Violation.NONE if place.constrained else Violation.CONSTRAINT

    def passes(self, place: Place) -> bool | None:
        """Tell whether the answer at a place conforms; None when the form does not say.

        An answer whose rule cannot be evaluated (an unknown parameter) is not judged either.
        """
        question = place.slot.question
        if question is None or not question.audit.passes:
            return None
        faulty = (place.path, Aspect.PASSES) in self.evaluation.faults
        return None if faulty else place.passes

    def valued(self, start: Place, *, relevant_only: bool) -> Iterator[tuple[str, str]]:
        """Yield live path and text of all that is not empty inside `start`."""
        for place in start.walk():
            if place.slot.repeats:
                yield f"{place.path}/{ORDER}", place.order
            elif place.value and (place.relevant or not relevant_only):
                yield place.path, place.value

    def _preload(self) -> None:
        now = self.around.now().astimezone(self.around.zone)
        for path, binding in self.form.model.bindings.items():
            text = preloaded(binding, now=now, new_id=self.new_id)
            for place in self.tree.at(path) if text else ():
                place.node.text = place.node.text or text

    def _load(self, path: str, text: str) -> None:
        """Put one answer in its place, making the repeat instances on the way."""
        place: Place | None = self.tree.root
        steps = iter(path.split("/"))
        for step in steps:
            slots = {} if place is None else {s.pattern.name: s for s in place.slot.children}
            slot = slots.get(step)
            if place is None or slot is None:
                break
            if not slot.repeats:
                place = next(iter(place.below.get(step, ())), None)
                continue
            id_ = next(steps, "")
            found = self.tree.find(f"{place.path}/{step}/{id_}".lstrip("/")) if id_ else None
            if found is None and id_:
                found = self.tree.add(place, slot, id_=id_, defaults=False)
            place = found
        else:
            if place is not None and not place.slot.children and not place.slot.repeats:
                place.node.text = text
                return
        if place is not None and place.slot.repeats and path == f"{place.path}/{ORDER}":
            self.tree.reorder(place, text)
        else:
            self.unknown[path] = text

    def _context(self, place: Place) -> Context:
        return self.around.context(place.node)

    def _counted(self, parent: Place, rule: Rule) -> None:
        """Bring the repeat of `rule` inside `parent` to the number of instances it demands."""
        slot = self.plan.slots[rule.path]
        name = slot.pattern.name
        same = parent.below.setdefault(name, [])
        context = self.around.context(_standing(parent, same, name))
        if not rule.expression.string(context) and not self._fresh:
            # A count that was taken back changes nothing; one never given makes none.
            return
        number = rule.expression.number(context)
        wanted = int(number) if 0 < number < MANY else 0 if not number >= MANY else MANY
        while len(same) > wanted:
            self._shelve(same[-1])
        while len(same) < wanted and self.tree.size < _PLACES and not self.evaluation.expired:
            made = self.tree.add(parent, slot)
            if made.path in self.shelf:
                self._unshelve(made)
            else:
                self.arrive(made)

    def _shelve(self, place: Place) -> None:
        kept = dict(self.valued(place, relevant_only=False))
        if len(kept) > 1:
            self.shelf[place.path] = kept
        if self._fresh:
            self.spare.add(place.path)
        self.depart(place)

    def _unshelve(self, place: Place) -> None:
        for path, text in sorted(self.shelf.pop(place.path).items()):
            self._load(path, text)
        self.evaluation.entered(place)
        if place.above is not None:
            self.evaluation.regrouped(place.slot.path, place.above)

    def _chosen(self, place: Place) -> None:
        self.offering.forget(place)
        if not self._opening and place.relevant and is_select(place.slot):
            self.evaluation.write(place, self.offering.pruned(place))


MANY = 1000
"""Instances that a count may ask for; more would only stop the program."""

_PLACES = 50_000
"""Nodes up to which counts are obeyed: repeats that count inside repeats multiply."""


def _standing(parent: Place, same: list[Place], name: str) -> Node:
    """Return a node that a repeat's count is seen from, also while there is no instance."""
    if same:
        return same[0].node
    node = Node(name)
    node.parent = parent.node
    return node
