"""What an expression reads, known without running it: the edges of a form's dependency graph.

Paths are those of the definition: names only, no positions, predicates taken apart.
"""

from collections.abc import Iterable
from dataclasses import dataclass

ANY = "*"
"""A step that stands for a child of any name."""

DEEP = "**"
"""A step that stands for any number of steps, none included."""


@dataclass(frozen=True, slots=True)
class Path:
    """One location that an expression reads."""

    steps: tuple[str, ...]
    """Names, `..`, `@name`, `*` (one step of any name) and `**` (any number of steps)."""

    absolute: bool
    """True when it starts at the form's root, false when at the context node."""

    def resolve(self, context: str) -> str:
        """Return the absolute path for a context like `/data/people/name`."""
        steps = [] if self.absolute else [step for step in context.split("/") if step]
        for step in self.steps:
            if step != "..":
                steps.append(step)
            elif steps and steps[-1] != DEEP:
                steps.pop()
        return "/" + "/".join(steps)


@dataclass(frozen=True, slots=True)
class References:
    """Everything that can change the value of an expression."""

    paths: frozenset[Path] = frozenset()
    """What it reads in the main instance, predicates included; also repeats it counts."""

    instances: frozenset[str] = frozenset()
    """Ids of the secondary instances it reads."""

    parameters: frozenset[str] = frozenset()
    """Names of the versioned parameters it reads."""

    position: bool = False
    """It calls `position()`, `position(node)`, `last()` or `indexed-repeat()`."""

    clock: bool = False
    """It calls `now()` or `today()`."""

    once: bool = False
    """It calls `once()`: it reads its own old value."""

    random: bool = False
    """It calls `random()`, `uuid()` or `randomize()` without a seed."""

    language: bool = False
    """It calls `jr:itext()` or `jr:choice-name()`: it depends on the language shown."""

    def resolve(self, context: str) -> frozenset[str]:
        """Return the absolute paths read by an expression bound to the node at `context`.

        A result may hold `*` and `**` steps; compare with `matches`.
        """
        return frozenset(path.resolve(context) for path in self.paths)


def matches(pattern: str, path: str) -> bool:
    """Tell whether a resolved pattern (with `*` and `**`) covers the absolute `path`."""
    return _matches(pattern.strip("/").split("/"), path.strip("/").split("/"))


def _matches(pattern: list[str], path: list[str]) -> bool:
    """Match step by step, keeping the set of pattern places reached so far."""
    reached = _past_deep({0}, pattern)
    for step in path:
        after = set[int]()
        for place in reached:
            if place < len(pattern) and pattern[place] == DEEP:
                after.add(place)
            elif place < len(pattern) and pattern[place] in (ANY, step):
                after.add(place + 1)
        reached = _past_deep(after, pattern)
    return len(pattern) in reached


def _past_deep(places: Iterable[int], pattern: list[str]) -> set[int]:
    """Add the places that can be reached by letting `**` stand for no step."""
    reached = set(places)
    for place in sorted(reached):
        here = place
        while here < len(pattern) and pattern[here] == DEEP:
            here += 1
            reached.add(here)
    return reached
