"""Which rule reads which node: the order of evaluation, and what a change makes stale.

Built from the references that compiled expressions name; a cycle is a problem that names the
questions. Knows nothing of answers.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from graphlib import CycleError, TopologicalSorter

from fieldaudit.errors import Problem
from fieldaudit.form.plan import Aspect, Rule, Rules, Slot
from fieldaudit.form.references import ancestors
from fieldaudit.form.xpath.references import Path, matches
from fieldaudit.form_codes import FormCode

_WRITERS = (Aspect.RELEVANT, Aspect.CALCULATE)
"""What a reader must wait for.

Nothing reads whether an answer is required or valid. The number of instances may depend on
what the instances hold (`count until the last answer is no`), so it is no cycle.
"""


@dataclass(frozen=True, slots=True)
class Reader:
    """A rule that reads a node."""

    rule: int
    """Index of the rule in order of evaluation."""

    scope: str
    """Path of the repeat that both lie in, when each instance reads itself only; else empty."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Rules in order of evaluation with the edges between them."""

    slots: Mapping[str, Slot]
    """Nodes of the definition, by path."""

    rules: tuple[Rule, ...]
    """Each stands after all that it reads."""

    readers: Mapping[str, tuple[Reader, ...]]
    """Who reads the node at a path."""

    own: Mapping[str, tuple[int, ...]]
    """Indexes of the rules at a path."""

    places: tuple[int, ...]
    """Indexes of the rules that ask for positions among instances."""

    spoken: tuple[int, ...]
    """Indexes of the rules whose value depends on the language shown."""

    problems: tuple[Problem, ...] = ()
    """Why the form cannot run; empty when it can."""

    remarks: tuple[Problem, ...] = ()
    """What is wrong with its texts."""


@dataclass(slots=True)
class _Graph:
    rules: Rules
    reads: list[list[tuple[str, str]]] = field(default_factory=list)

    def build(self) -> None:
        self.reads = [list(_reads(rule, self.rules.slots)) for rule in self.rules.rules]

    def order(self) -> list[int]:
        """Return rule numbers, each after those it waits for; raise CycleError."""
        writers: dict[tuple[str, Aspect], int] = {}
        for number, rule in enumerate(self.rules.rules):
            if rule.aspect in _WRITERS:
                writers[rule.path, rule.aspect] = number
        sorter: TopologicalSorter[int] = TopologicalSorter()
        for number, rule in enumerate(self.rules.rules):
            waits = {
                writers[key]
                for path, _ in self.reads[number]
                for key in _written(path)
                if key in writers and _matters(key, rule)
            }
            sorter.add(number, *sorted(waits))
        return list(sorter.static_order())


def _written(path: str) -> Iterator[tuple[str, Aspect]]:
    """Yield what makes up the visible value of a node: itself, and what is around it."""
    yield path, Aspect.CALCULATE
    for above in ancestors(path):
        yield above, Aspect.RELEVANT


def _matters(key: tuple[str, Aspect], rule: Rule) -> bool:
    """Tell whether a rule must wait; a constraint, a label or a choice may read its own node."""
    path, aspect = key
    own = ancestors(rule.path)
    if rule.aspect in _WRITERS:
        # What surrounds the reader surrounds what it reads beside itself: no new information.
        return aspect is Aspect.CALCULATE or path not in own or rule.aspect is not Aspect.CALCULATE
    return True


def _reads(rule: Rule, slots: Mapping[str, Slot]) -> Iterator[tuple[str, str]]:
    """Yield the paths a rule reads, each with the repeat that confines the reading."""
    root = slots[""].pattern.name
    context = f"/{root}/{rule.path}".rstrip("/")
    references = rule.expression.references
    for reference in references.paths:
        if references.once and not reference.steps and not reference.absolute:
            # `once()` keeps the node's old value: it waits for nobody.
            continue
        for path in targets(reference.resolve(context), root, slots):
            yield path, _scope(reference, rule, slots)


def targets(pattern: str, root: str, slots: Mapping[str, Slot]) -> Iterable[str]:
    """Return the known paths that a resolved reference covers."""
    first, _, path = pattern.strip("/").partition("/")
    if "*" not in pattern:
        return [path] if path in slots and first == root else []
    return [path for path in slots if matches(pattern, f"/{root}/{path}".rstrip("/"))]


def _scope(reference: Path, rule: Rule, slots: Mapping[str, Slot]) -> str:
    """Return the repeat within whose one instance a relative reference stays; else empty."""
    if reference.absolute:
        return ""
    top = rule.path.split("/") if rule.path else []
    depth = lowest = len(top)
    if rule.slot.path != rule.path:
        lowest -= 1
    for step in reference.steps:
        depth += -1 if step == ".." else 1
        lowest = min(lowest, depth)
    above = "/".join(top[: max(lowest, 0)])
    return slots[above].home if above in slots else ""


def plan_of(rules: Rules) -> Plan:
    """Order the rules and turn their references around."""
    graph = _Graph(rules)
    graph.build()
    try:
        order = graph.order()
    except CycleError as error:
        names = dict.fromkeys(rules.rules[number].path for number in reversed(error.args[1]))
        problem = Problem(FormCode.FORM_CYCLE, next(iter(names)), {"questions": " → ".join(names)})
        return Plan(rules.slots, (), {}, {}, (), (), (*rules.problems, problem))
    return _turned(graph, order)


def _turned(graph: _Graph, order: list[int]) -> Plan:
    rules = [graph.rules.rules[number] for number in order]
    readers: dict[str, set[Reader]] = {}
    own: dict[str, list[int]] = {}
    for index, number in enumerate(order):
        own.setdefault(rules[index].slot.path, []).append(index)
        for path, scope in graph.reads[number]:
            readers.setdefault(path, set()).add(Reader(index, scope))
    seen = [(index, rule.expression.references) for index, rule in enumerate(rules)]
    return Plan(
        slots=graph.rules.slots,
        rules=tuple(rules),
        readers={
            path: tuple(sorted(found, key=lambda r: r.rule)) for path, found in readers.items()
        },
        own={path: tuple(found) for path, found in own.items()},
        places=tuple(index for index, references in seen if references.position),
        spoken=tuple(index for index, references in seen if references.language),
        problems=graph.rules.problems,
        remarks=graph.rules.remarks,
    )
