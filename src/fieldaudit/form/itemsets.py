"""The choices of a question that are computed from nodes, with their labels.

Knows itemsets and texts; which answers are still allowed is the instance's business.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from fieldaudit.form.definition import Choice, Texts
from fieldaudit.form.model import Itemset, Model
from fieldaudit.form.xpath.context import Context
from fieldaudit.form.xpath.expression import compile_expression
from fieldaudit.form.xpath.tree import Node

_ITEXT = re.compile(r"^\s*jr:itext\((.*)\)\s*$", re.DOTALL)
_NAME = re.compile(r"^[^\W\d][\w.-]*$")

_FILTERED = re.compile(
    r"""instance\(\s*['"]([^'"]+)['"]\s*\)/root/([\w.-]+)\s*\[\s*([^\W\d][\w.-]*)\s*=(?!=)"""
)
"""A list filtered by one of its columns, as XLSForms have it."""

_LONG = 1_000


@dataclass(frozen=True, slots=True)
class Choosing:
    """Computes choices in one form."""

    model: Model
    """Where the texts are."""

    languages: tuple[str, ...]
    """The form's languages."""

    context: Callable[[Node], Context]
    """Makes the surroundings for a node of the set."""

    def choices(self, itemset: Itemset, context: Context) -> tuple[Choice, ...]:
        """Return the choices of `itemset` in order.

        Raises:
            BadInput: the expression cannot be evaluated, or is none for nodes.
        """
        namespaces = self.model.namespaces
        nodes = compile_expression(itemset.nodeset, namespaces).nodes(context)
        return tuple(
            Choice(
                self._text(itemset.value, node).strip(),
                self._label(itemset.label, node),
                self._media(itemset.label, node),
            )
            for node in nodes
        )

    def warm(self, itemset: Itemset, lists: Mapping[str, Node]) -> None:
        """Make the index that the first search of a long list would have to wait for."""
        for list_, row, key in _FILTERED.findall(itemset.nodeset):
            for root in lists[list_].children if list_ in lists else ():
                if root.fixed and len(root.children) >= _LONG:
                    root.with_value(row, key)

    def lists(self, itemset: Itemset) -> frozenset[str]:
        """Return the ids of the look-up lists that an itemset reads."""
        compiled = compile_expression(itemset.nodeset, self.model.namespaces)
        return compiled.references.instances

    def _text(self, expression: str, node: Node) -> str:
        """Return what a path from a node of the set gives; child names take the short way."""
        if _NAME.match(expression):
            found = node.named(expression)
            return found[0].value() if found else ""
        compiled = compile_expression(expression, self.model.namespaces)
        return compiled.string(self.context(node))

    def _label(self, expression: str, node: Node) -> Texts:
        if not expression:
            return {}
        translated = _ITEXT.match(expression)
        if translated is None:
            return dict.fromkeys(self.languages, self._text(expression, node))
        texts = self.model.itext.get(self._text(translated[1], node))
        if texts is None:
            # A list from outside the form has its words in itself.
            return dict.fromkeys(self.languages, self._text("label", node))
        return texts

    def _media(self, expression: str, node: Node) -> Mapping[str, Texts]:
        """Return the files shown beside a choice; few forms have any."""
        translated = _ITEXT.match(expression) if self.model.media else None
        if translated is None:
            return {}
        return self.model.media.get(self._text(translated[1], node), {})


def named(choices: tuple[Choice, ...], value: str) -> Mapping[str, str] | None:
    """Return the label texts of the choice with that value; None when there is none."""
    return next((choice.label for choice in choices if choice.value == value), None)
