"""Chance: `random`, `uuid` and ODK's `randomize`, whose order a seed fixes on every device."""

import hashlib
import math
import secrets
import uuid
from collections.abc import Callable

from fieldaudit.form.xpath.code import Piece, Type, as_nodes
from fieldaudit.form.xpath.context import Context
from fieldaudit.form.xpath.functions.registry import Function, Pieces, Site, simple
from fieldaudit.form.xpath.moments import Moment
from fieldaudit.form.xpath.tree import Node
from fieldaudit.form.xpath.values import Any, number_of, text_of

_MODULUS = 2_147_483_647
_MULTIPLIER = 16_807
_LONGEST_ID = 1_000


def _park_miller(seed: int) -> Callable[[], float]:
    """Return the minimal standard generator of Park and Miller (1988), as ODK prescribes."""
    # the remainder has the sign of the seed, as in the engines that this must agree with
    state = abs(seed) % _MODULUS * (1 if seed > 0 else -1)
    state += 0 if state > 0 else _MODULUS - 1

    def draw() -> float:
        nonlocal state
        state = state * _MULTIPLIER % _MODULUS
        return (state - 1) / (_MODULUS - 1)

    return draw


def shuffled(nodes: list[Node], draw: Callable[[], float]) -> list[Node]:
    """Return the nodes in a new order (Fisher and Yates, filling from the front)."""
    order: list[Node] = []
    for place, node in enumerate(nodes):
        other = math.floor(draw() * (place + 1))
        order.append(node)
        order[place], order[other] = order[other], node
    return order


def _seed(value: Any, context: Context) -> int:
    """Return a whole number for any seed; a text that is no number is hashed."""
    number = number_of(value, context)
    if math.isfinite(number):
        return math.floor(number)
    text = text_of(value, context)
    if not text or isinstance(value, float | Moment):
        return 0
    digest = hashlib.sha256(text.encode()).digest()
    return int.from_bytes(digest[:8], "big", signed=True)


def _randomize(site: Site, pieces: Pieces) -> Piece:
    """Compile `randomize(nodes, seed?)`."""
    nodes = as_nodes(pieces[0], site.name)
    if len(pieces) == 1:
        return Piece(
            Type.NODES,
            lambda node, context: shuffled(nodes(node, context), context.hooks.random),
        )
    seed = pieces[1].run

    def run(node: Node, context: Context) -> list[Node]:
        return shuffled(nodes(node, context), _park_miller(_seed(seed(node, context), context)))

    return Piece(Type.NODES, run)


def _uuid(length: float | None = None) -> str:
    """Return a version 4 UUID, or as many random hexadecimal digits as are asked for."""
    if length is None:
        return str(uuid.uuid4())
    if not math.isfinite(length) or length <= 0:
        return ""
    digits = min(int(length), _LONGEST_ID)
    return secrets.token_hex(digits // 2 + 1)[:digits]


FUNCTIONS: dict[str, Function] = {
    "random": simple("@", Type.NUMBER, lambda context: context.hooks.random()),
    "randomize": Function(1, 2, _randomize),
    "uuid": simple("n", Type.TEXT, _uuid, least=0),
}
"""Functions of chance by name."""
