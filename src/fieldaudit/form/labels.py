"""Texts as shown: a language chosen, and the values of `<output/>` marks filled in.

Knows texts and expressions; where the values are is the context's business.
"""

from collections.abc import Mapping

from fieldaudit.errors import BadInput
from fieldaudit.form.definition import Texts
from fieldaudit.form.markup import split_outputs
from fieldaudit.form.xpath.context import Context
from fieldaudit.form.xpath.expression import compile_expression


def in_language(texts: Texts, language: str) -> str:
    """Return the text in `language`, else in the form's first language that has it."""
    found = texts.get(language)
    return found if found is not None else next(iter(texts.values()), "")


def filled(text: str, context: Context, namespaces: Mapping[str, str]) -> str:
    """Return `text` with its marks replaced by values.

    A value that cannot be computed shows as an ellipsis: a label must never break a page.
    """
    pieces, expressions = split_outputs(text)
    if not expressions:
        return text
    parts = [pieces[0]]
    for expression, piece in zip(expressions, pieces[1:], strict=True):
        parts += [_value(expression, context, namespaces), piece]
    return "".join(parts)


def _value(expression: str, context: Context, namespaces: Mapping[str, str]) -> str:
    try:
        return compile_expression(expression, namespaces).string(context)
    except BadInput:
        return "…"
