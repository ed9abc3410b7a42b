"""What the result of an expression means to a form: an answer's text, or whether a rule holds.

Follows JavaRosa, the engine of ODK Collect, where XPath 1.0 would say otherwise.
"""

from fieldaudit.errors import BadInput
from fieldaudit.form.lexical import computed, is_number
from fieldaudit.form.places import Place
from fieldaudit.form.xpath.context import Context
from fieldaudit.form.xpath.expression import Expression
from fieldaudit.form.xpath.tree import Node
from fieldaudit.form_codes import FormCode

LONGEST = 1_000_000
"""Characters of a computed answer."""


def answer_of(expression: Expression, context: Context, type_: str) -> str:
    """Return a computed answer in the spelling of its type; a truth is 1 or 0.

    Raises:
        BadInput: the expression cannot be evaluated.
    """
    value = expression.evaluate(context)
    if isinstance(value, bool):
        return "1" if value else "0"
    text = value if isinstance(value, str) else expression.string(context)
    if len(text) > LONGEST:
        raise BadInput(FormCode.XPATH_TEXT_LENGTH, most=LONGEST)
    return computed(text, type_)


def holds(expression: Expression, context: Context) -> bool:
    """Tell whether a rule holds; a rule that is just a question asks for a true answer.

    Raises:
        BadInput: the expression cannot be evaluated.
    """
    value = expression.evaluate(context)
    if isinstance(value, list):
        return any(map(_is_true, value))
    if isinstance(value, float):
        return value == value and value != 0  # noqa: PLR0124 - the test for NaN
    return bool(value)


def _is_true(node: Node) -> bool:
    """Tell whether an answer is given, and is not 0 where it counts or is computed."""
    if node.children:
        return True
    place = node.data if isinstance(node.data, Place) else None
    counts = place is not None and (
        bool(place.slot.binding.calculate) or is_number(place.slot.binding.type)
    )
    if counts and node.text:
        try:
            return float(node.text) != 0
        except ValueError:
            return True
    return bool(node.text)
