"""The live tree: a node for each element of an instance, with its state and its live path.

A repeat instance's path has its own id as a step: `people/<id>/name`. Knows the definition's
slots, builds and finds nodes; evaluates nothing.
"""

import math
import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from fieldaudit.form.lexical import default
from fieldaudit.form.model import Template
from fieldaudit.form.plan import Slot
from fieldaudit.form.xpath.tree import Node, document

_SPACE = uuid.UUID("6f0a3f64-6c1e-5b0e-9d52-3f1b7c9c8d10")
"""Name space of ids that follow from a place, so that two devices give the same ones."""

ORDER = "$order"
"""Reserved step under a repeat instance: a decimal number; smaller stands first."""


@dataclass(slots=True, eq=False)
class Place:
    """One element of a live instance and its state."""

    slot: Slot
    """Its definition."""

    path: str
    """Live path."""

    node: Node
    """What expressions see; `node.text` is the value."""

    above: "Place | None" = None
    """The place around it."""

    below: dict[str, list["Place"]] = field(default_factory=dict)
    """The places inside, by name; repeat instances in order."""

    order: str = ""
    """For a repeat instance: its place among its siblings, as a decimal number."""

    own_relevant: bool = True
    """Result of its own rule."""

    relevant: bool = True
    """Its own rule and those of all around it."""

    own_readonly: bool = False
    """Result of its own rule."""

    required: bool = False
    """Result of its own rule; matters while relevant."""

    constrained: bool = True
    """Whether the constraint holds."""

    passes: bool = True
    """Whether the answer conforms, by the audit columns."""

    @property
    def readonly(self) -> bool:
        """True when its own rule or one around it forbids to change the answer."""
        place: Place | None = self
        while place is not None:
            if place.own_readonly:
                return True
            place = place.above
        return False

    @property
    def value(self) -> str:
        """The text of a leaf; empty for all else."""
        return self.node.text if not self.slot.children else ""

    def walk(self) -> Iterator["Place"]:
        """Yield this place and all inside, in document order."""
        yield self
        for same in self.below.values():
            for place in same:
                yield from place.walk()


class Tree:
    """All places of one instance.

    Attributes:
        root: the place of the form's root.
        document: the node above it, which `/` means.
    """

    def __init__(self, slots: Mapping[str, Slot]) -> None:
        """Make the root alone."""
        self._slots = slots
        self._places: dict[str, Place] = {}
        self._by_slot: dict[str, dict[Place, None]] = {}
        slot = slots[""]
        self.root = Place(slot, "", _node(slot.pattern))
        self.document = document(self.root.node)
        self._enter(self.root)

    @property
    def size(self) -> int:
        """How many places there are."""
        return len(self._places)

    def find(self, path: str) -> Place | None:
        """Return the place at a live path."""
        return self._places.get(path)

    def at(self, path: str) -> list[Place]:
        """Return all places of one definition path."""
        return list(self._by_slot.get(path, ()))

    def inside(self, place: Place, path: str) -> list[Place]:
        """Return the places of the definition path `path` inside `place`."""
        prefix = place.slot.path
        if path == prefix:
            return [place]
        found = [place]
        for step in path[len(prefix) :].strip("/").split("/"):
            found = [inner for outer in found for inner in outer.below.get(step, ())]
        return found

    def nearest(self, place: Place, path: str) -> Place | None:
        """Return the place of the definition path `path` that shares most with `place`."""
        return next(iter(self.near(place, path)), None)

    def near(self, place: Place, path: str) -> list[Place]:
        """Return all places of a definition path inside the innermost node that both lie in."""
        around: Place | None = place
        while around is not None:
            if f"{path}/".startswith(f"{around.slot.path}/".lstrip("/")):
                return self.inside(around, path)
            around = around.above
        return []

    def fill(self, place: Place, template: Template, *, defaults: bool) -> None:
        """Build what a template holds inside `place`; repeats only with `defaults`."""
        for child in template.children:
            slot = self._slots[child.path]
            if not slot.repeats:
                made = self._make(slot, child, place, step=child.name)
                made.node.text = default(child.text, slot.binding.type) if defaults else ""
                self.fill(made, child, defaults=defaults)
            elif defaults and not child.pattern:
                self.add(place, slot, template=child)

    def add(
        self,
        parent: Place,
        slot: Slot,
        *,
        id_: str = "",
        order: str = "",
        template: Template | None = None,
        defaults: bool = True,
    ) -> Place:
        """Add a repeat instance inside `parent`, at the end unless `order` says otherwise."""
        same = parent.below.setdefault(slot.pattern.name, [])
        base = f"{parent.path}/{slot.pattern.name}".lstrip("/")
        id_ = id_ or self.fresh_id(base, len(same) + 1)
        pattern = template or slot.pattern
        made = self._make(slot, pattern, parent, step=f"{slot.pattern.name}/{id_}")
        made.order = order or _after(same[-2].order if len(same) > 1 else "")
        self.fill(made, pattern, defaults=defaults)
        self.sort(parent, slot.pattern.name)
        return made

    def fresh_id(self, base: str, number: int) -> str:
        """Return an id that follows from the place and is not in use."""
        while True:
            id_ = str(uuid.uuid5(_SPACE, f"{base}/{number}"))
            if f"{base}/{id_}" not in self._places:
                return id_
            number += 1

    def remove(self, place: Place) -> None:
        """Take a repeat instance out."""
        parent = place.above
        if parent is None:
            return
        for inner in place.walk():
            del self._places[inner.path]
            del self._by_slot[inner.slot.path][inner]
        parent.below[place.slot.pattern.name].remove(place)
        parent.node.remove(place.node)

    def reorder(self, place: Place, order: str) -> None:
        """Give a repeat instance another number."""
        place.order = order
        if place.above is not None:
            self.sort(place.above, place.slot.pattern.name)

    def move(self, place: Place, before: Place | None) -> None:
        """Move a repeat instance before a sibling, or to the end.

        Only its own number changes, so that moves on two devices can be merged.
        """
        if place.above is None:
            return
        same = [p for p in place.above.below[place.slot.pattern.name] if p is not place]
        index = len(same) if before is None else same.index(before)
        left = order_number(same[index - 1].order) if index else None
        if index == len(same):
            order = (left or 0.0) + 1
        else:
            right = order_number(same[index].order)
            order = right - 1 if left is None else (left + right) / 2
        self.reorder(place, f"{order:.17g}")

    def sort(self, parent: Place, name: str) -> None:
        """Bring the instances of one repeat, and their nodes, into the order of their numbers."""
        same = parent.below[name]
        wanted = sorted(same, key=lambda place: (order_number(place.order), place.path))
        if wanted == same:
            return
        parent.below[name] = wanted
        nodes = parent.node.children
        first = min(nodes.index(place.node) for place in wanted)
        for place in wanted:
            parent.node.remove(place.node)
        for offset, place in enumerate(wanted):
            parent.node.insert(first + offset, place.node)

    def _make(self, slot: Slot, template: Template, parent: Place, *, step: str) -> Place:
        path = f"{parent.path}/{step}".lstrip("/")
        made = Place(slot, path, _node(template), parent)
        made.relevant = made.node.relevant = parent.relevant
        same = parent.below.setdefault(slot.pattern.name, [])
        if same and not slot.repeats:
            # A definition that names one element twice: the first one is the node.
            parent.node.append(made.node)
            return made
        parent.node.insert(self._index(parent, slot), made.node)
        same.append(made)
        self._enter(made)
        return made

    def _index(self, parent: Place, slot: Slot) -> int:
        """Return where a new node stands among its siblings, by the definition's order."""
        siblings = parent.slot.children
        count = 0
        for sibling in siblings:
            count += len(parent.below.get(sibling.pattern.name, ()))
            if sibling is slot:
                break
        return count

    def _enter(self, place: Place) -> None:
        place.node.data = place
        self._places[place.path] = place
        self._by_slot.setdefault(place.slot.path, {})[place] = None


def _after(order: str) -> str:
    return str(int(order_number(order)) + 1)


def order_number(order: str) -> float:
    """Return an order as a number; nonsense from outside stands first."""
    try:
        number = float(order)
    except ValueError:
        return 0.0
    return number if math.isfinite(number) else 0.0


def _node(template: Template) -> Node:
    prefix, _, name = template.name.rpartition(":")
    made = Node(name, template.text, namespace=template.namespace, prefix=prefix)
    for attribute, value in template.attributes.items():
        prefix, _, name = attribute.rpartition(":")
        made.set_attribute(name, value, prefix=prefix)
    return made
