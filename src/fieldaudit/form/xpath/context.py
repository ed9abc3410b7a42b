"""What an expression may ask of the world while it runs: nodes, clock, hooks and a budget.

Contexts know nothing of forms; the live instance fills them in.
"""

import random
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, tzinfo

from fieldaudit.errors import BadInput
from fieldaudit.form.xpath.tree import Node
from fieldaudit.form_codes import FormCode

VISITS = 2_000_000
"""How many nodes one evaluation may visit: about two seconds of a slow laptop."""

SECONDS = 10.0
"""How long one evaluation may take, once it has visited more than a few nodes."""

_LONG = 1_000


def _system_now() -> datetime:
    """Return the present time in the machine's own zone."""
    return datetime.now().astimezone()


def _no_itext(identifier: str) -> str:
    """Stand in for a form without translations."""
    raise BadInput(FormCode.XPATH_NO_TEXT, text=identifier)


def _no_choice_name(value: str, path: str, node: Node) -> str:
    """Stand in for a form without choice lists: a choice without label shows its value."""
    return value


def _no_pulldata(table: str, column: str, key_column: str, key: str) -> str | None:
    """Stand in for a form without attached tables."""
    return None


def _no_parameter(name: str) -> str:
    """Stand in for a world without versioned thresholds."""
    raise BadInput(FormCode.XPATH_UNKNOWN_PARAMETER, parameter=name)


@dataclass(frozen=True, slots=True)
class Hooks:
    """Questions that only the owner of the form can answer."""

    itext: Callable[[str], str] = _no_itext
    """`jr:itext(id)` → the text in the language shown now."""

    choice_name: Callable[[str, str, Node], str] = _no_choice_name
    """`jr:choice-name(value, path)` → label; gets value, path as written, context node."""

    pulldata: Callable[[str, str, str, str], str | None] = _no_pulldata
    """`pulldata(table, column, key column, key)`; None: look in the instance called `table`."""

    parameter: Callable[[str], str] = _no_parameter
    """`parameter(name)` → a versioned threshold as text; raises BadInput when unknown."""

    random: Callable[[], float] = random.random
    """A number from 0 up to 1, for `random()`, `randomize()` without seed and `uuid()`."""


@dataclass(slots=True)
class Context:
    """One evaluation's surroundings; may be used again one after another, never by two threads.

    `node` is the context node and also what `current()` returns. `position` and `size` are
    what `position()` and `last()` return outside predicates.
    """

    node: Node
    """The context node."""

    root: Node | None = None
    """What `/` means: the parent of the form's root element; None: the top of `node`'s tree."""

    instances: Mapping[str, Node] = field(default_factory=dict)
    """Secondary instances by id: the node that `instance('id')` returns (the parent of `root`)."""

    hooks: Hooks = field(default_factory=Hooks)
    """Answers that only the form can give."""

    now: Callable[[], datetime] = _system_now
    """An aware clock."""

    zone: tzinfo | None = None
    """Zone of dates without offset; None: the zone of `now`."""

    position: int = 1
    """Position of the node in the list being looked at, from 1."""

    size: int = 1
    """Length of that list."""

    budget: int = VISITS
    """How many nodes one evaluation may visit."""

    visited: int = 0
    """How many it has visited so far (set back at each evaluation)."""

    started: float = 0.0
    """When the evaluation turned out to be a long one, on a monotonic clock; 0: not yet."""

    known: dict[int, str] | None = None
    """While a long list is sieved: texts that do not depend on its rows, by who asked."""

    def charge(self, count: int) -> None:
        """Count visited nodes; raise BadInput when an expression would take for ever."""
        self.visited += count
        if self.visited > self.budget:
            raise BadInput(FormCode.XPATH_BUDGET, visits=self.budget)
        if self.visited > _LONG:
            # few nodes can hold long texts, so that counting them is not enough
            if self.visited - count <= _LONG or not self.started:
                self.started = time.monotonic()
            elif time.monotonic() - self.started > SECONDS:
                raise BadInput(FormCode.XPATH_BUDGET, visits=self.visited)

    def local_zone(self) -> tzinfo | None:
        """Return the zone in which dates and times without offset are meant."""
        return self.zone if self.zone is not None else self.now().tzinfo

    def document(self) -> Node:
        """Return the node that `/` means."""
        if self.root is None:
            self.root = self.node.top
        return self.root
