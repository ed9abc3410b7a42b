"""Finds in a syntax tree what an expression reads; see `references` for what comes out."""

from collections.abc import Iterator

from fieldaudit.form.xpath.references import ANY, DEEP, Path, References
from fieldaudit.form.xpath.syntax import (
    Call,
    Chain,
    Filter,
    Literal,
    NameTest,
    Negation,
    Number,
    Operation,
    PathTree,
    Step,
    Tree,
)

_HERE = Path((), absolute=False)
_POSITION = frozenset(("position", "last", "indexed-repeat"))
_OWN_TEXT = frozenset(
    ("string", "number", "string-length", "normalize-space", "name", "local-name", "namespace-uri")
)
_DEEP_AXES = frozenset(("descendant", "descendant-or-self"))
_SIDE_AXES = frozenset(("following-sibling", "preceding-sibling"))


def find_references(tree: Tree) -> References:
    """Return everything that can change the value of an expression."""
    reader = _Reader()
    reader.read(tree, _HERE)
    calls = reader.calls
    return References(
        paths=frozenset(reader.paths),
        instances=frozenset(reader.instances),
        parameters=frozenset(reader.parameters),
        position=bool(calls & _POSITION),
        clock=bool(calls & {"now", "today"}),
        once="once" in calls,
        random=bool(calls & {"random", "uuid"}) or reader.shuffles,
        language=bool(calls & {"jr:itext", "jr:choice-name"}),
    )


class _Reader:
    """Walks a syntax tree and gathers."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.paths: set[Path] = set()
        self.instances: set[str] = set()
        self.parameters: set[str] = set()
        self.calls: set[str] = set()
        self.shuffles = False

    def read(self, tree: Tree, here: Path | None) -> list[Path]:
        """Gather from `tree` evaluated at `here` (None: in a secondary instance).

        Returns:
            The places of the nodes that it gives; none when it gives no nodes.
        """
        if isinstance(tree, Literal | Number):
            return []
        if isinstance(tree, PathTree):
            return self._path(tree, here)
        if isinstance(tree, Call):
            return self._call(tree, here)
        if isinstance(tree, Filter):
            places = self.read(tree.primary, here)
            self._predicates(tree.predicates, places or [None])
            return places
        return [place for part in _parts(tree) for place in self.read(part, here)]

    def _path(self, tree: PathTree, here: Path | None) -> list[Path]:
        """Gather from a location path and its predicates."""
        if tree.absolute:
            places: list[Path] = [Path((), absolute=True)]
        elif tree.start is not None:
            places = self.read(tree.start, here)
        else:
            places = [here] if here is not None else []
        for step in tree.steps:
            places = [after for place in places for after in _after(place, step)]
            # steps into a secondary instance have no places, but their predicates read too
            self._predicates(step.predicates, places or [None])
        self.paths.update(places)
        return places

    def _predicates(self, predicates: tuple[Tree, ...], places: "list[Path] | list[None]") -> None:
        """Gather from predicates, which are evaluated at each of the places."""
        for predicate in predicates:
            for place in places:
                self.read(predicate, place)

    def _call(self, call: Call, here: Path | None) -> list[Path]:
        """Gather from a call: from its arguments and from what the function itself reads."""
        self.calls.add(call.name)
        literals = [part.value for part in call.arguments if isinstance(part, Literal)]
        if call.name in ("instance", "pulldata"):
            self.instances.update(literals[:1])
        elif call.name == "parameter":
            self.parameters.update(literals[:1])
        elif call.name == "randomize" and len(call.arguments) == 1:
            self.shuffles = True
        elif call.name == "once" or (call.name in _OWN_TEXT and not call.arguments):
            self.paths.update(() if here is None else (here,))
        elif call.name == "id":
            self.paths.add(Path((DEEP,), absolute=True))
        given = [place for part in call.arguments for place in self.read(part, here)]
        # what these functions give are nodes of their arguments, so steps may follow
        if call.name == "current":
            return [_HERE]
        return given if call.name in ("randomize", "if", "once", "indexed-repeat") else []


def _parts(tree: Tree) -> Iterator[Tree]:
    """Yield the operands of an operation."""
    if isinstance(tree, Negation):
        yield tree.operand
    elif isinstance(tree, Operation):
        yield from (tree.left, tree.right)
    elif isinstance(tree, Chain):
        yield from tree.parts


def _after(place: Path, step: Step) -> list[Path]:
    """Return where a step leads; more than one place when it may lead to several depths."""
    name = step.test.name if isinstance(step.test, NameTest) else ANY
    if step.axis in ("self", "namespace"):
        return [place]
    if step.axis == "parent":
        return [_above(place)]
    if step.axis in _DEEP_AXES:
        below = [Path((*place.steps, DEEP, name), place.absolute)]
        return [place, *below] if step.axis == "descendant-or-self" else below
    if step.axis in ("child", "attribute") or step.axis in _SIDE_AXES:
        above = _above(place) if step.axis in _SIDE_AXES else place
        mark = "@" if step.axis == "attribute" else ""
        return [Path((*above.steps, mark + name), above.absolute)]
    # ancestors and everything before or after may be anywhere
    return [Path((DEEP, name), absolute=True)]


def _above(place: Path) -> Path:
    """Return the parent of a place."""
    if place.steps and place.steps[-1] not in ("..", DEEP):
        return Path(place.steps[:-1], place.absolute)
    return Path((*place.steps, ".."), place.absolute)
