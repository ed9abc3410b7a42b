"""Functions of analysis: roots, logarithms, angles; NaN where there is no real value."""

import math
from collections.abc import Callable

from fieldaudit.form.xpath.code import Type
from fieldaudit.form.xpath.functions.registry import Function, simple
from fieldaudit.form.xpath.values import NAN


def _real(work: Callable[[float], float]) -> Function:
    """Describe a function of one number that may leave the real numbers."""

    def safe(number: float) -> float:
        try:
            return work(number)
        except ValueError:
            return NAN
        except OverflowError:
            return math.inf

    return simple("n", Type.NUMBER, safe)


def _log(number: float) -> float:
    """Return the natural logarithm; that of zero is minus infinity."""
    return -math.inf if number == 0 else math.log(number)


def _log10(number: float) -> float:
    """Return the decimal logarithm; that of zero is minus infinity."""
    return -math.inf if number == 0 else math.log10(number)


FUNCTIONS: dict[str, Function] = {
    "sqrt": _real(math.sqrt),
    "exp": _real(math.exp),
    "exp10": _real(lambda number: math.pow(10.0, number)),
    "log": _real(_log),
    "log10": _real(_log10),
    "sin": _real(math.sin),
    "cos": _real(math.cos),
    "tan": _real(math.tan),
    "asin": _real(math.asin),
    "acos": _real(math.acos),
    "atan": _real(math.atan),
    "atan2": simple("nn", Type.NUMBER, math.atan2),
    "pi": simple("", Type.NUMBER, lambda: math.pi),
}
"""Functions of analysis by name."""
