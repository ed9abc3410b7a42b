"""The types of values and how one becomes another (XPath 1.0 sections 3.4, 4.2-4.4, and dates)."""

import math
import re
from collections.abc import Sequence
from decimal import Decimal

from fieldaudit.form.xpath.context import Context
from fieldaudit.form.xpath.moments import Moment, parse_moment
from fieldaudit.form.xpath.tree import Node

Any = str | float | bool | Moment | list[Node]
"""Any value that an expression can have while it runs."""

_NUMBER = re.compile(r"[ \t\r\n]*-?(?:\d+(?:\.\d*)?|\.\d+)[ \t\r\n]*", re.ASCII)
_SHORTEST_DATE = len("1970-1-1")
_PLAIN_BELOW = 1e15
_MOST_KNOWN = 50_000
# answers are read far more often than they change; a text means the same number everywhere
_known: dict[str, float] = {"": math.nan}
NAN = math.nan


def text_to_number(text: str, context: Context) -> float:
    """Return the number written in a text; a date gives its whole days; anything else NaN."""
    known = _known.get(text)
    if known is not None:
        return known
    if _NUMBER.fullmatch(text) is None:
        return _date_to_number(text, context)
    if len(_known) > _MOST_KNOWN:
        _known.clear()
    number = _known[text] = float(text)
    return number


def plain_number(text: str) -> float | None:
    """Return the number written in a text; None for any other text, a date too."""
    return float(text) if _NUMBER.fullmatch(text) else None


def _date_to_number(text: str, context: Context) -> float:
    """Return the whole days of an ISO date, NaN for any other text."""
    if len(text) >= _SHORTEST_DATE and text.lstrip()[:4].isdigit():
        moment = parse_moment(text, context.local_zone())
        if moment is not None:
            return moment.days()
    return NAN


def number_to_text(number: float) -> str:
    """Write a number without exponent, as XPath does; infinities as `Infinity`."""
    if number == int(number) if math.isfinite(number) else False:
        return str(int(number)) if abs(number) < _PLAIN_BELOW else format(Decimal(number), "f")
    if math.isnan(number):
        return "NaN"
    if math.isinf(number):
        return "Infinity" if number > 0 else "-Infinity"
    text = repr(number)
    return format(Decimal(text), "f") if "e" in text else text


def node_text(node: Node, context: Context) -> str:
    """Return the string-value of a node, counting the visit of a large one."""
    if not node.children:
        return node.text
    texts = node.texts()
    context.charge(len(texts))
    return "".join(texts)


def nodes_to_text(nodes: Sequence[Node], context: Context) -> str:
    """Return the text of the first node, or the empty text."""
    return node_text(nodes[0], context) if nodes else ""


def text_of(value: Any, context: Context) -> str:
    """Return any value as text."""
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return nodes_to_text(value, context)
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, Moment) else number_to_text(value)


def number_of(value: Any, context: Context) -> float:
    """Return any value as a number."""
    if isinstance(value, str):
        return text_to_number(value, context)
    if isinstance(value, list):
        return text_to_number(nodes_to_text(value, context), context)
    return value.days() if isinstance(value, Moment) else float(value)


def truth_of(value: Any, context: Context) -> bool:
    """Return any value as a truth: text that is not empty, a number neither 0 nor NaN."""
    if isinstance(value, float):
        return value == value and value != 0  # noqa: PLR0124 - the test for NaN
    return True if isinstance(value, Moment) else bool(value)
