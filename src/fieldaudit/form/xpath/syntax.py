"""The syntax tree of an expression: what was written, before anything is known of its meaning.

Trees of equal meaning are equal: where in the text a name stands does not count.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Literal:
    """A text in quotes."""

    value: str


@dataclass(frozen=True, slots=True)
class Number:
    """A number as written."""

    value: float


@dataclass(frozen=True, slots=True)
class Negation:
    """Unary minus."""

    operand: "Tree"


@dataclass(frozen=True, slots=True)
class Operation:
    """A comparison or an arithmetic operation."""

    operator: str
    left: "Tree"
    right: "Tree"


@dataclass(frozen=True, slots=True)
class Chain:
    """`and`, `or` or `|` over two or more parts, flat so that long chains stay shallow."""

    operator: str
    parts: tuple["Tree", ...]


@dataclass(frozen=True, slots=True)
class Call:
    """A function call."""

    name: str
    arguments: tuple["Tree", ...]
    position: int = field(compare=False)


@dataclass(frozen=True, slots=True)
class NameTest:
    """`name`, `prefix:name`, `prefix:*` or `*`; an empty prefix was not written."""

    prefix: str
    name: str
    position: int = field(compare=False)


@dataclass(frozen=True, slots=True)
class KindTest:
    """`node()`, `text()`, `comment()` or `processing-instruction('target')`."""

    kind: str
    target: str | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a path."""

    axis: str
    test: NameTest | KindTest
    predicates: tuple["Tree", ...] = ()


@dataclass(frozen=True, slots=True)
class PathTree:
    """A location path; `start` is the expression before it, None for the context or the root."""

    absolute: bool
    start: "Tree | None"
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Filter:
    """A primary expression with predicates."""

    primary: "Tree"
    predicates: tuple["Tree", ...]


Tree = Literal | Number | Negation | Operation | Chain | Call | PathTree | Filter
"""Any expression."""

DESCENDANTS = Step("descendant-or-self", KindTest("node"))
"""What `//` stands for."""
