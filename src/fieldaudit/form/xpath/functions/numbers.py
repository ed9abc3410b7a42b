"""Functions of numbers: XPath 1.0 section 4.4 and ODK's additions."""

import math
from decimal import ROUND_HALF_DOWN, ROUND_HALF_UP, Decimal
from decimal import Context as Precision

from fieldaudit.form.xpath.code import Piece, Type, as_number
from fieldaudit.form.xpath.context import Context
from fieldaudit.form.xpath.functions.registry import Function, Pieces, Site, simple
from fieldaudit.form.xpath.tree import Node
from fieldaudit.form.xpath.values import NAN, Any, node_text, number_of, text_to_number

_NO_DIGITS = 31
_EXACT = Precision(prec=400)


def rounded(number: float, digits: float = 0.0) -> float:
    """Round to `digits` decimals, halves up; negative digits round to tens and more.

    As in JavaRosa the digits that a number is written with count, so that 1.005 gives 1.01,
    no digits count as 0, and more than 30 give NaN.
    """
    if not math.isfinite(number):
        return number
    places = 0 if math.isnan(digits) else max(-_NO_DIGITS, min(_NO_DIGITS, digits))
    places = math.trunc(places)
    if places == 0:
        return float(math.floor(number + 0.5))
    if abs(places) == _NO_DIGITS:
        return NAN
    if places < 0:
        tens = float(10**-places)
        return float(math.floor(number / tens + 0.5)) * tens
    way = ROUND_HALF_DOWN if number < 0 else ROUND_HALF_UP
    return float(Decimal(repr(number)).quantize(Decimal(1).scaleb(-places), way, _EXACT))


def _whole(number: float) -> float:
    """Cut off the fraction."""
    return float(math.trunc(number)) if math.isfinite(number) else number


def _floor(number: float) -> float:
    """Round down."""
    return float(math.floor(number)) if math.isfinite(number) else number


def _ceiling(number: float) -> float:
    """Round up."""
    return float(math.ceil(number)) if math.isfinite(number) else number


def _power(base: float, exponent: float) -> float:
    """Raise to a power; NaN where the result is not real."""
    try:
        return math.pow(base, exponent)
    except OverflowError:
        odd = exponent % 2 == 1
        return -math.inf if base < 0 and odd else math.inf
    except ValueError:
        return math.inf if base == 0 else NAN


def _sum(context: Context, nodes: list[Node]) -> float:
    """Add the numbers in nodes; an empty one counts nothing, as in JavaRosa."""
    context.charge(len(nodes))
    texts = (node_text(node, context) for node in nodes)
    return math.fsum(text_to_number(text, context) for text in texts if text)


def _numbers(context: Context, values: tuple[Any, ...]) -> list[float]:
    """Return values as numbers, each node of a list on its own, without NaN."""
    numbers: list[float] = []
    for value in values:
        if isinstance(value, list):
            context.charge(len(value))
            numbers.extend(text_to_number(node_text(node, context), context) for node in value)
        else:
            numbers.append(number_of(value, context))
    return [number for number in numbers if not math.isnan(number)]


def _maximum(context: Context, *values: Any) -> float:
    """Return the greatest number; what is none is left out, as in JavaRosa."""
    return max(_numbers(context, values), default=NAN)


def _minimum(context: Context, *values: Any) -> float:
    """Return the least number; what is none is left out, as in JavaRosa."""
    return min(_numbers(context, values), default=NAN)


def _number() -> Function:
    """Describe `number`, which takes the context node when its argument is left out."""

    def build(site: Site, pieces: Pieces) -> Piece:
        if pieces:
            return Piece(Type.NUMBER, as_number(pieces[0]))
        return Piece(
            Type.NUMBER,
            lambda node, context: text_to_number(node_text(node, context), context),
        )

    return Function(0, 1, build)


FUNCTIONS: dict[str, Function] = {
    "number": _number(),
    "sum": simple("@s", Type.NUMBER, _sum),
    "max": simple("@a*", Type.NUMBER, _maximum),
    "min": simple("@a*", Type.NUMBER, _minimum),
    "round": simple("nn", Type.NUMBER, rounded, least=1),
    "int": simple("n", Type.NUMBER, _whole),
    "floor": simple("n", Type.NUMBER, _floor),
    "ceiling": simple("n", Type.NUMBER, _ceiling),
    "abs": simple("n", Type.NUMBER, math.fabs),
    "pow": simple("nn", Type.NUMBER, _power),
}
"""Number functions by name."""
