"""Functions of text: XPath 1.0 section 4.2, and ODK's `substr`, `join`, `ends-with`, `regex`."""

import math
import re
from collections.abc import Callable

from fieldaudit.errors import BadInput
from fieldaudit.form.xpath.code import Piece, Text, Type, as_text
from fieldaudit.form.xpath.context import Context
from fieldaudit.form.xpath.functions.patterns import matches_whole
from fieldaudit.form.xpath.functions.registry import Function, Pieces, Site, simple
from fieldaudit.form.xpath.values import Any, node_text, text_of
from fieldaudit.form_codes import FormCode

_SPACES = re.compile(r"[ \t\r\n]+")
_LONGEST = 10_000_000


def texts_of(context: Context, values: tuple[Any, ...]) -> list[str]:
    """Return values as texts, each node of a list on its own."""
    texts: list[str] = []
    for value in values:
        if isinstance(value, list):
            context.charge(len(value))
            texts.extend(node_text(node, context) for node in value)
        else:
            texts.append(text_of(value, context))
    return texts


def _concat(context: Context, *values: Any) -> str:
    """Put texts and all nodes of lists together."""
    return _whole("", texts_of(context, values))


def _join(context: Context, separator: str, *values: Any) -> str:
    """Put texts and all nodes of lists together with a separator between them."""
    return _whole(separator, texts_of(context, values))


def _whole(separator: str, texts: list[str]) -> str:
    """Join texts; raise BadInput when few of them would make more than the memory holds."""
    if sum(map(len, texts)) + len(separator) * len(texts) > _LONGEST:
        raise BadInput(FormCode.XPATH_TEXT_LENGTH, most=_LONGEST)
    return separator.join(texts)


def _substr(text: str, start: float, end: float = math.inf) -> str:
    """Return the part from `start` (counted from 0) up to `end`; negative counts from the end."""
    # what is no number counts as 0, as in JavaRosa
    start, end = (0.0 if math.isnan(number) else number for number in (start, end))
    first, last = _place(start, len(text)), _place(end, len(text))
    return text[first:last] if first < last else ""


def _place(number: float, length: int) -> int:
    """Return a place in a text, kept within it."""
    whole = number if math.isinf(number) else math.trunc(number)
    return int(min(max(whole + length if whole < 0 else whole, 0), length))


def _substring(text: str, start: float, length: float | None = None) -> str:
    """Return the characters at places from round(start), counted from 1 (XPath 1.0 section 4.2)."""
    first = _rounded(start)
    last = math.inf if length is None else first + _rounded(length)
    if math.isnan(first) or math.isnan(last):
        return ""
    begin = max(first, 1.0)
    end = min(last, len(text) + 1.0)
    return text[int(begin) - 1 : int(end) - 1] if begin < end else ""


def _rounded(number: float) -> float:
    """Round half up, leaving infinities and NaN."""
    return math.floor(number + 0.5) if math.isfinite(number) else number


def _before(text: str, mark: str) -> str:
    """Return what stands before the first `mark`."""
    head, found, _ = text.partition(mark) if mark else ("", "", "")
    return head if found else ""


def _after(text: str, mark: str) -> str:
    """Return what stands after the first `mark`."""
    return text.partition(mark)[2] if mark else text


def _translate(text: str, old: str, new: str) -> str:
    """Replace characters one by one; those without a partner vanish."""
    table: dict[int, str | None] = {}
    for place, letter in enumerate(old):
        table.setdefault(ord(letter), new[place] if place < len(new) else None)
    return text.translate(table)


def normalized(text: str) -> str:
    """Return a text with single spaces and none at its ends."""
    return _SPACES.sub(" ", text).strip(" ")


def _of_own(gives: Type, work: Callable[[str], str | float] | None = None) -> Function:
    """Describe a function of one text, which is the context node's when it is left out."""

    def build(site: Site, pieces: Pieces) -> Piece:
        text: Text = as_text(pieces[0]) if pieces else node_text
        if work is None:
            return Piece(gives, text)
        return Piece(gives, lambda node, context: work(text(node, context)))

    return Function(0, 1, build)


FUNCTIONS: dict[str, Function] = {
    "string": _of_own(Type.TEXT),
    "string-length": _of_own(Type.NUMBER, lambda text: float(len(text))),
    "normalize-space": _of_own(Type.TEXT, normalized),
    "concat": simple("@a*", Type.TEXT, _concat),
    "join": simple("@ta*", Type.TEXT, _join),
    "substr": simple("tnn", Type.TEXT, _substr, least=2),
    "substring": simple("tnn", Type.TEXT, _substring, least=2),
    "substring-before": simple("tt", Type.TEXT, _before),
    "substring-after": simple("tt", Type.TEXT, _after),
    "contains": simple("tt", Type.TRUTH, lambda text, part: part in text),
    "starts-with": simple("tt", Type.TRUTH, str.startswith),
    "ends-with": simple("tt", Type.TRUTH, str.endswith),
    "translate": simple("ttt", Type.TEXT, _translate),
    "regex": simple("tt", Type.TRUTH, matches_whole),
}
"""Text functions by name."""
