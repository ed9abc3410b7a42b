"""Values that the form sets by itself at certain moments: defaults, preloads, `setvalue`.

Knows actions and places; the caller says which moment it is.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from fieldaudit.errors import BadInput
from fieldaudit.form.evaluation import Evaluation
from fieldaudit.form.lexical import computed
from fieldaudit.form.model import Action, Binding, Event, Model
from fieldaudit.form.places import Place, Tree
from fieldaudit.form.recalling import seen_from
from fieldaudit.form.results import answer_of
from fieldaudit.form.xpath.context import Context
from fieldaudit.form.xpath.expression import compile_expression

_DEPTH = 50
"""Changes that may set off further changes before the chain is cut."""


@dataclass(frozen=True, slots=True)
class Acting:
    """Runs the actions of one form on one tree."""

    model: Model
    """Where the actions are."""

    tree: Tree
    """What they set."""

    evaluation: Evaluation
    """Keeps the rest true."""

    context: Callable[[Place], Context]
    """Makes the surroundings of one expression."""

    def first_load(self) -> None:
        """Run what happens once in a record's life."""
        self._run(action for action in self.model.actions if Event.FIRST_LOAD in action.events)

    def load(self) -> None:
        """Run what happens at each opening."""
        self._run(action for action in self.model.actions if Event.LOAD in action.events)

    def new_instance(self, instance: Place) -> None:
        """Run what happens when a repeat instance is made."""
        for action in self.model.actions:
            if Event.NEW_REPEAT in action.events and action.source == instance.slot.path:
                self._set(action, instance)

    def settle(self) -> None:
        """Run what waits for changed values, and what that changes, to the end."""
        evaluation = self.evaluation
        evaluation.run()
        for _ in range(_DEPTH):
            written, evaluation.written = evaluation.written, []
            if not written:
                return
            for place in dict.fromkeys(written):
                for action in self.model.actions:
                    if Event.VALUE_CHANGED in action.events and action.source == place.slot.path:
                        self._set(action, place)
            evaluation.run()

    def _run(self, actions: Iterable[Action]) -> None:
        for action in actions:
            for place in self.tree.at(action.target):
                self._set(action, place)

    def _set(self, action: Action, source: Place) -> None:
        """Run one action as seen from `source`: it sets the target nearest to it."""
        target = self.tree.nearest(source, action.target)
        if target is None or target.slot.children:
            return
        type_ = target.slot.binding.type
        text = computed(action.text, type_)
        if action.value:
            try:
                value = seen_from(action.value, action.target, self.model)
                expression = compile_expression(value, self.model.namespaces)
                text = answer_of(expression, self.context(target), type_)
            except BadInput as error:
                self.evaluation.fail(target, error)
                return
        self.evaluation.write(target, text)


def preloaded(binding: Binding, *, now: datetime, new_id: Callable[[], str]) -> str:
    """Return what the program fills in at the start; empty when it knows nothing."""
    kind, parameter = binding.preload, binding.preload_parameter
    if kind == "uid":
        return f"uuid:{new_id()}"
    if kind == "date" and parameter == "today":
        return now.date().isoformat()
    if kind == "timestamp" and parameter == "start":
        return now.isoformat(timespec="milliseconds")
    return ""
