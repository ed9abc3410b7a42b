"""Functions of truths, and those that choose between values."""

from fieldaudit.form.xpath.code import Piece, Type, as_text, as_truth, constant
from fieldaudit.form.xpath.context import Context
from fieldaudit.form.xpath.functions.registry import MANY, Function, Pieces, Site, simple
from fieldaudit.form.xpath.tree import Node
from fieldaudit.form.xpath.values import Any, node_text, number_of, text_of, truth_of


def _if(site: Site, pieces: Pieces) -> Piece:
    """Compile `if`: only the chosen branch is evaluated."""
    condition, then, other = as_truth(pieces[0]), pieces[1], pieces[2]
    # a constant condition leaves one branch with its own type
    if pieces[0].constant is not None and pieces[0].type is Type.TRUTH:
        return then if pieces[0].constant else other
    kind = then.type if then.type is other.type else Type.ANY
    yes, no = then.run, other.run

    def run(node: Node, context: Context) -> Any:
        return yes(node, context) if condition(node, context) else no(node, context)

    return Piece(kind, run)


def _coalesce(site: Site, pieces: Pieces) -> Piece:
    """Compile `coalesce`: the first value that is not empty."""
    texts = [as_text(piece) for piece in pieces]

    def run(node: Node, context: Context) -> str:
        for text in texts:
            found = text(node, context)
            # a calculation over missing answers counts as missing
            if found and found != "NaN":
                return found
        return ""

    return Piece(Type.TEXT, run)


def _once(site: Site, pieces: Pieces) -> Piece:
    """Compile `once`: the old value of the node that is calculated, if it has one."""
    value = pieces[0].run

    def run(node: Node, context: Context) -> Any:
        return node_text(context.node, context) or value(node, context)

    return Piece(Type.ANY, run)


def _boolean_from_string(context: Context, value: Any) -> bool:
    """Tell whether a text says true: `true` or `1`."""
    return text_of(value, context).lower() in ("true", "1")


def _truths(context: Context, values: tuple[Any, ...]) -> list[bool]:
    """Return values as truths, each node of a list on its own: true with a text in it."""
    truths: list[bool] = []
    for value in values:
        if isinstance(value, list):
            truths.extend(bool(node_text(node, context)) for node in value)
        else:
            truths.append(truth_of(value, context))
    return truths


def _within(score: float, least: float, most: float) -> bool:
    """Tell whether a score lies between two bounds; a bound of -1 is none."""
    return (least == -1 or score >= least) and (most == -1 or score <= most)


def _checklist(context: Context, least: float, most: float, *values: Any) -> bool:
    """Tell whether the number of true values lies between two bounds."""
    return _within(sum(_truths(context, values)), least, most)


def _weighted_checklist(context: Context, least: float, most: float, *values: Any) -> bool:
    """Tell whether the weights of the true values add up to something between two bounds."""
    score = 0.0
    for value, weight in zip(values[::2], values[1::2], strict=True):
        truths = _truths(context, (value,))
        weights = weight if isinstance(weight, list) else [weight]
        for holds, each in zip(truths, weights, strict=False):
            number = each if not isinstance(each, Node) else node_text(each, context)
            score += number_of(number, context) if holds else 0.0
    return _within(score, least, most)


def _constant(value: bool) -> Function:
    """Describe `true` or `false`."""
    return Function(0, 0, lambda site, pieces: constant(value))


FUNCTIONS: dict[str, Function] = {
    "true": _constant(True),
    "false": _constant(False),
    "boolean": simple("b", Type.TRUTH, bool),
    "not": simple("b", Type.TRUTH, lambda truth: not truth),
    "boolean-from-string": simple("@a", Type.TRUTH, _boolean_from_string),
    "if": Function(3, 3, _if),
    "coalesce": Function(2, MANY, _coalesce),
    "depend": Function(1, MANY, lambda site, pieces: pieces[0]),
    "once": Function(1, 1, _once),
    "checklist": simple("@nna*", Type.TRUTH, _checklist),
    "weighted-checklist": Function(
        4,
        MANY,
        simple("@nna*", Type.TRUTH, _weighted_checklist).build,
        pairs=True,
    ),
}
"""Truth functions by name."""
