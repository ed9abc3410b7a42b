"""The choices offered at each question of a live instance, and answers no longer among them.

Keeps what was computed until it is told to forget.
"""

from collections.abc import Callable
from dataclasses import replace

from fieldaudit.errors import BadInput
from fieldaudit.form.definition import Choice, Form, Kind
from fieldaudit.form.itemsets import Choosing, named
from fieldaudit.form.labels import in_language
from fieldaudit.form.places import Place, Tree
from fieldaudit.form.recalling import seen_from
from fieldaudit.form.references import resolve
from fieldaudit.form.supplied import is_supplied
from fieldaudit.form.surroundings import Surroundings
from fieldaudit.form.xpath.tree import Node


class Offering:
    """Choices by place."""

    def __init__(self, form: Form, tree: Tree, around: Callable[[], Surroundings]) -> None:
        """Start with nothing computed."""
        self._tree = tree
        self._around = around
        self._model = form.model
        self._questions = tuple(form.root.questions())
        self._choosing = Choosing(form.model, form.languages, lambda node: around().context(node))
        self._kept: dict[Place, tuple[Choice, ...]] = {}

    def warm(self) -> None:
        """Make the indexes of long lists, so that no search waits for them."""
        lists = self._around().lists
        for question in self._questions:
            if question.itemset is not None:
                self._choosing.warm(question.itemset, lists)

    def choices(self, place: Place) -> tuple[Choice, ...]:
        """Return what may be chosen at a question, its own list and the computed one.

        A list that cannot be computed is empty here; the rule of its filter reports the fault.
        """
        try:
            return self._known(place)
        except BadInput:
            question = place.slot.question
            return question.choices if question else ()

    def forget(self, place: Place) -> None:
        """Compute the choices of a question anew when they are next asked for."""
        self._kept.pop(place, None)

    def pruned(self, place: Place) -> str:
        """Return the answer without choices that are no longer offered.

        Raises:
            BadInput: the choices cannot be computed.
        """
        offered = {choice.value for choice in self._known(place)}
        question = place.slot.question
        if not self._at_hand(place) or (question is not None and is_supplied(question)):
            # A survey may have other streets than the one that an answer was given in.
            return place.value
        if question is not None and question.kind is Kind.SELECT_ONE:
            return place.value if place.value in offered else ""
        chosen = place.value.split()
        kept = [value for value in chosen if value in offered]
        return place.value if len(kept) == len(chosen) else " ".join(kept)

    def name(self, value: str, path: str, node: Node) -> str:
        """Return the label of `value` at the question that `path` means, seen from `node`."""
        here = node.data if isinstance(node.data, Place) else self._tree.root
        place = self._tree.nearest(here, resolve(path, here.slot.path))
        if place is None or not value:
            return ""
        texts = named(self.choices(place), value)
        if texts is None:
            return value
        around = self._around()
        return around.filled(in_language(texts, around.language), place.node)

    def _known(self, place: Place) -> tuple[Choice, ...]:
        found = self._kept.get(place)
        if found is None:
            found = self._kept[place] = self._computed(place)
        return found

    def _computed(self, place: Place) -> tuple[Choice, ...]:
        question = place.slot.question
        if question is None:
            return ()
        if question.itemset is None:
            return question.choices
        context = self._around().context(place.node)
        nodeset = seen_from(question.itemset.nodeset, place.slot.path, self._model)
        itemset = replace(question.itemset, nodeset=nodeset)
        return (*question.choices, *self._choosing.choices(itemset, context))

    def _at_hand(self, place: Place) -> bool:
        """Tell whether all lists that a question chooses from are there and hold something."""
        question = place.slot.question
        if question is None or question.itemset is None:
            return True
        lists = self._choosing.lists(question.itemset)
        around = self._around()
        return all(name in around.lists and _holds(around.lists[name]) for name in lists)


def _holds(parent: Node) -> bool:
    return any(root.children for root in parent.children)
