"""Functions of choices and of the texts and tables that belong to a form."""

import math

from fieldaudit.errors import BadInput
from fieldaudit.form.xpath.code import Piece, Type, as_text
from fieldaudit.form.xpath.context import Context
from fieldaudit.form.xpath.functions.registry import Function, Pieces, Site, simple
from fieldaudit.form.xpath.tree import Node
from fieldaudit.form_codes import FormCode


def _selected(answer: str, value: str) -> bool:
    """Tell whether a choice is among the selected ones; no choice is so in an empty answer."""
    # JavaRosa looks for the text between spaces, so `selected('', '')` is true
    return f" {value.strip()} " in f" {answer.strip()} "


def _selected_at(answer: str, place: float) -> str:
    """Return the selected choice at a place counted from 0, or the empty text."""
    chosen = answer.split()
    whole = 0.0 if math.isnan(place) else place  # as in JavaRosa
    return chosen[int(whole)] if 0 <= whole < len(chosen) else ""


def _choice_name(site: Site, pieces: Pieces) -> Piece:
    """Compile `jr:choice-name(value, 'path of the question')`."""
    value, path = as_text(pieces[0]), as_text(pieces[1])

    def run(node: Node, context: Context) -> str:
        chosen = value(node, context)
        return context.hooks.choice_name(chosen, path(node, context), node) if chosen else ""

    return Piece(Type.TEXT, run)


def _pulldata(context: Context, table: str, column: str, *match: str) -> str:
    """Look a value up in an attached table: by the hook, else in the instance of that name."""
    key_column, key = match
    found = context.hooks.pulldata(table, column, key_column, key)
    if found is not None:
        return found
    instance = context.instances.get(table)
    if instance is None:
        raise BadInput(FormCode.XPATH_UNKNOWN_INSTANCE, instance=table)
    for root in instance.named("root"):
        context.charge(len(root.children))
        for item in root.named("item"):
            if key in _cells(item, key_column):
                return next(iter(_cells(item, column)), "")
    return ""


def _cells(item: Node, column: str) -> list[str]:
    """Return the values of a row in a column; `@name` is an attribute."""
    if column.startswith("@"):
        value = item.attribute(column[1:])
        return [] if value is None else [value]
    return [cell.value() for cell in item.named(column)]


FUNCTIONS: dict[str, Function] = {
    "selected": simple("tt", Type.TRUTH, _selected),
    "is-selected": simple("tt", Type.TRUTH, _selected),
    "selected-at": simple("tn", Type.TEXT, _selected_at),
    "count-selected": simple("t", Type.NUMBER, lambda answer: float(len(answer.split()))),
    "jr:itext": simple("@t", Type.TEXT, lambda context, text: context.hooks.itext(text)),
    "jr:choice-name": Function(2, 2, _choice_name),
    "pulldata": simple("@tttt", Type.TEXT, _pulldata),
    "parameter": simple("@t", Type.TEXT, lambda context, name: context.hooks.parameter(name)),
}
"""Choice functions by name; `parameter` is this program's own."""
