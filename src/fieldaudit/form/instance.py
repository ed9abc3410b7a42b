"""A form being filled in: answers, and what they make relevant, required, read-only and valid.

The door for everyone who edits answers. Knows neither screens nor files.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime, tzinfo
from uuid import uuid4

from fieldaudit.form.definition import Choice, Form, Question
from fieldaudit.form.display import rows_of
from fieldaudit.form.explaining import Standing, explanation
from fieldaudit.form.places import ORDER, Place
from fieldaudit.form.running import Running
from fieldaudit.form.speaking import Speaking
from fieldaudit.form.state import Explanation, Row, State


class Instance(Speaking):
    """The live answers to one form.

    Attributes:
        form: what is asked.
        unknown: answers that the form has no question for; kept, never evaluated.
    """

    def __init__(
        self,
        form: Form,
        values: Mapping[str, str] | None = None,
        *,
        now: Callable[[], datetime],
        timezone: tzinfo,
        parameters: Mapping[str, str] | None = None,
        attachments: Mapping[str, bytes] | None = None,
        new_id: Callable[[], str] = lambda: str(uuid4()),
        first_load: bool | None = None,
    ) -> None:
        """Open a form with the answers given so far.

        Args:
            form: what is asked.
            values: live path → text, as `values()` gave them.
            now: an aware clock.
            timezone: zone of dates without offset.
            parameters: versioned thresholds for `parameter('…')`.
            attachments: files that the form refers to, by name.
            new_id: makes ids of repeat instances.
            first_load: whether defaults and first-load actions run; None: when there are
                no values yet.

        Raises:
            BadInput: the form cannot run (a cycle, an expression that cannot be understood).
        """
        self.form = form
        self._running = Running(
            form,
            now=now,
            zone=timezone,
            parameters=parameters or {},
            attachments=attachments or {},
            new_id=new_id,
        )
        values = values or {}
        fresh = not values if first_load is None else first_load
        self._running.open(values, first_load=fresh)
        self.unknown: Mapping[str, str] = self._running.unknown

    # --- editing ---------------------------------------------------------------------------

    def set(self, path: str, text: str) -> frozenset[str]:
        """Answer the question at a live path; return the live paths that changed with it.

        A computed question that is read-only keeps its value.

        Raises:
            KeyError: there is no question at `path`.
        """
        place = self._leaf(path)
        if not (place.slot.binding.calculate and place.readonly):
            self._running.evaluation.write(place, text)
        return self._running.settled()

    def add(self, repeat: str) -> str:
        """Add an instance to the repeat at a live path; return the instance's path."""
        parent_path, _, name = repeat.rpartition("/")
        parent = self._place(parent_path)
        slot = next((s for s in parent.slot.children if s.repeats and s.pattern.name == name), None)
        if slot is None:
            raise KeyError(repeat)
        made = self._running.tree.add(parent, slot, id_=self._running.new_id())
        self._running.arrive(made)
        self._running.settled()
        return made.path

    def remove(self, instance: str) -> frozenset[str]:
        """Remove a repeat instance; return the live paths that changed with it."""
        place = self._repeated(instance)
        gone = {inner.path for inner in place.walk()}
        self._running.depart(place)
        return self._running.settled() | gone

    def move(self, instance: str, before: str | None = None) -> frozenset[str]:
        """Move a repeat instance before another, or to the end; return what changed with it."""
        place = self._repeated(instance)
        self._running.tree.move(place, None if before is None else self._repeated(before))
        evaluation = self._running.evaluation
        evaluation.changed.add(place.path)
        if place.above is not None:
            evaluation.regrouped(place.slot.path, place.above)
        return self._running.settled()

    # --- looking ---------------------------------------------------------------------------

    def state(self, path: str) -> State:
        """Return the state of the node at a live path; raise KeyError when there is none."""
        place, running = self._place(path), self._running
        return State(
            path=path,
            value=place.value,
            relevant=place.relevant,
            required=place.required,
            readonly=place.readonly,
            violation=running.violation(place),
            passes=running.passes(place),
            fault=running.evaluation.fault(path),
        )

    def paths(self) -> Iterator[str]:
        """Yield all live paths in document order, the root's empty one first."""
        return (place.path for place in self._running.tree.root.walk())

    def question(self, path: str) -> Question:
        """Return the definition of the question at a live path; raise KeyError for all else."""
        question = self._place(path).slot.question
        if question is None:
            raise KeyError(path)
        return question

    def rows(self) -> tuple[Row, ...]:
        """Return what the form shows, hidden parts included, from top to bottom."""
        return tuple(rows_of(self._running.tree, self.form.root))

    def choices(self, path: str) -> tuple[Choice, ...]:
        """Return the answers to choose from at a live path, as the choice filter leaves them."""
        return self._running.offering.choices(self._leaf(path))

    def values(self) -> dict[str, str]:
        """Return live path → text of all that is not empty, hidden answers included.

        Each repeat instance has a `$order`, so that an empty one is not lost.
        """
        running = self._running
        found = dict(running.valued(running.tree.root, relevant_only=False))
        for path, shelved in running.shelf.items():
            if path not in running.spare:
                found |= shelved
        return found

    def relevant_values(self) -> dict[str, str]:
        """Return live path → text of all that is not empty and counts."""
        running = self._running
        found = running.valued(running.tree.root, relevant_only=True)
        return {path: text for path, text in found if not path.endswith(f"/{ORDER}")}

    def explain(self, path: str) -> Explanation:
        """Return the rules and answers that make a node hidden, required, invalid or failed."""
        place, running = self._place(path), self._running
        counts = place.relevant and bool(place.value)
        standing = Standing(
            required=place.required and place.relevant,
            failed=counts and running.passes(place) is False,
        )
        around = running.around
        return explanation(
            place, running.tree, running.plan, standing=standing, parameters=around.parameters
        )

    def _leaf(self, path: str) -> Place:
        place = self._place(path)
        if place.slot.children or place.slot.repeats:
            raise KeyError(path)
        return place

    def _repeated(self, path: str) -> Place:
        place = self._place(path)
        if not place.slot.repeats:
            raise KeyError(path)
        return place
