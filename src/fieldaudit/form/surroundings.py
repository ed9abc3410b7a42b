"""What the expressions of one instance may ask: clock, look-up lists, texts, parameters.

Makes contexts; knows the form's lists and texts, not the state of its nodes.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, tzinfo

from fieldaudit.errors import BadInput
from fieldaudit.form.labels import filled, in_language
from fieldaudit.form.model import Model
from fieldaudit.form.places import Place
from fieldaudit.form.recalling import seen_from
from fieldaudit.form.xpath.context import VISITS, Context, Hooks
from fieldaudit.form.xpath.tree import Node
from fieldaudit.form_codes import FormCode


@dataclass(slots=True)
class Surroundings:
    """Everything around the nodes of one instance."""

    model: Model
    """Texts and prefixes."""

    language: str
    """The language shown."""

    document: Node
    """What `/` means."""

    lists: Mapping[str, Node]
    """Look-up lists by id."""

    now: Callable[[], datetime]
    """An aware clock."""

    zone: tzinfo
    """Zone of dates without offset."""

    parameters: Mapping[str, str]
    """Versioned thresholds."""

    choice_name: Callable[[str, str, Node], str]
    """Label of a chosen value."""

    budget: int = VISITS
    """How many nodes one evaluation may visit."""

    _hooks: Hooks = field(init=False)
    _seen_from: Node = field(init=False)

    def __post_init__(self) -> None:
        """Bind the hooks once."""
        self._seen_from = self.document
        self._hooks = Hooks(
            itext=self._itext, choice_name=self.choice_name, parameter=self._parameter
        )

    def context(self, node: Node) -> Context:
        """Return the surroundings of one evaluation at `node`."""
        return Context(
            node,
            root=self.document,
            instances=self.lists,
            hooks=self._hooks,
            now=self.now,
            zone=self.zone,
            budget=self.budget,
        )

    def filled(self, text: str, node: Node) -> str:
        """Return a text with the values of its marks, as seen from `node`."""
        self._seen_from = node
        place = node.data
        if isinstance(place, Place):
            text = seen_from(text, place.slot.path, self.model)
        return filled(text, self.context(node), self.model.namespaces)

    def _itext(self, identifier: str) -> str:
        texts = self.model.itext.get(identifier)
        if texts is None:
            raise BadInput(FormCode.XPATH_NO_TEXT, text=identifier)
        return self.filled(in_language(texts, self.language), self._seen_from)

    def _parameter(self, name: str) -> str:
        found = self.parameters.get(name)
        if found is None:
            raise BadInput(FormCode.XPATH_UNKNOWN_PARAMETER, parameter=name)
        return found
