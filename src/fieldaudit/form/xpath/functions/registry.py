"""How a function is described: its number of arguments and how a call of it is compiled."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any as Untyped
from typing import cast

from fieldaudit.errors import BadInput
from fieldaudit.form.xpath.code import Piece, Run, Type, as_nodes, as_number, as_text, as_truth
from fieldaudit.form.xpath.context import Context
from fieldaudit.form.xpath.tree import Node
from fieldaudit.form_codes import FormCode

MANY = 1_000
"""As many arguments as one likes."""


@dataclass(frozen=True, slots=True)
class Site:
    """Where a function is called."""

    name: str
    """The function's name as written."""

    position: int
    """Offset of the call in the expression."""


Pieces = tuple[Piece, ...]
Build = Callable[[Site, Pieces], Piece]


@dataclass(frozen=True, slots=True)
class Function:
    """A function that expressions may call."""

    least: int
    """Fewest arguments."""

    most: int
    """Most arguments."""

    build: Build
    """Compiles a call; the number of arguments is right when it is called."""

    pairs: bool = False
    """Arguments beyond `least` come in pairs."""

    def check(self, site: Site, count: int) -> None:
        """Raise BadInput XPATH_ARGUMENTS when `count` arguments are too few or too many."""
        if not self.least <= count <= self.most or (self.pairs and (count - self.least) % 2):
            raise BadInput(
                FormCode.XPATH_ARGUMENTS, function=site.name, count=count, position=site.position
            )


def simple(
    kinds: str,
    gives: Type,
    work: Callable[..., Untyped],
    *,
    least: int | None = None,
) -> Function:
    """Describe a function of values.

    Args:
        kinds: one letter per argument: t text, n number, b truth, s nodes, a any value; a `*`
            at the end lets the last one occur any number of times; a `@` at the beginning
            passes the context as first argument.
        gives: the type of its result.
        work: the Python function.
        least: fewest arguments, when not all are needed.
    """
    with_context = kinds.startswith("@")
    letters = kinds.lstrip("@")
    endless = letters.endswith("*")
    letters = letters.rstrip("*")
    fewest = least if least is not None else len(letters) - endless

    def build(site: Site, pieces: Pieces) -> Piece:
        runs = [
            _converted(letters[min(place, len(letters) - 1)], piece, site)
            for place, piece in enumerate(pieces)
        ]
        return Piece(gives, _with_context(work, runs) if with_context else _plain(work, runs))

    return Function(fewest, MANY if endless else len(letters), build)


def _converted(letter: str, piece: Piece, site: Site) -> Run:
    """Return a closure that gives an argument in the type that is wanted."""
    if letter == "t":
        return as_text(piece)
    if letter == "n":
        return as_number(piece)
    if letter == "b":
        return as_truth(piece)
    return cast(Run, as_nodes(piece, site.name)) if letter == "s" else piece.run


def _plain(work: Callable[..., Untyped], runs: list[Run]) -> Run:
    """Call a Python function with the arguments' values; the usual numbers are unrolled."""
    if len(runs) == 1:
        (one,) = runs
        return lambda node, context: work(one(node, context))
    if len(runs) == 2:  # noqa: PLR2004 - two arguments
        first, second = runs
        return lambda node, context: work(first(node, context), second(node, context))

    def run(node: Node, context: Context) -> Untyped:
        return work(*[argument(node, context) for argument in runs])

    return run


def _with_context(work: Callable[..., Untyped], runs: list[Run]) -> Run:
    """Call a Python function with the context and the arguments' values."""

    def run(node: Node, context: Context) -> Untyped:
        return work(context, *[argument(node, context) for argument in runs])

    return run
