"""Expressions that read the saved record, as they mean it at a node inside repeats.

Knows the words of expressions and which paths repeat; holds no answers.
"""

import re

from fieldaudit.form.attachments import LAST_SAVED
from fieldaudit.form.model import Model

_LIST = re.compile(
    r"""instance\(\s*(?:'([^']*)'|"([^"]*)")\s*\)((?:\s*/\s*[^\W\d][\w.:-]*(?!\s*\())+)(\s*\[)?"""
)
"""A path of names into a list, and the bracket of a condition if one follows."""


def seen_from(expression: str, path: str, model: Model) -> str:
    """Return an expression at a node with the saved instances meant that its own correspond to.

    Like JavaRosa: inside the third instance of a repeat `${last-saved#name}` is the name in the
    third saved one. A path that ends at the repeat itself, or has a condition, means all.

    Args:
        expression: as the form has it.
        path: definition path of the node that it is evaluated at.
        model: says which paths repeat and which list is the saved record.
    """
    if not model.repeats or "instance(" not in expression:
        return expression
    saved = {one.id for one in model.secondary if one.source == LAST_SAVED}
    here = path.split("/")

    def placed(found: re.Match[str]) -> str:
        if (found[1] or found[2]) not in saved:
            return found[0]
        steps = [step.strip() for step in found[3].split("/")[2:]]
        made, known = found[0][: found.start(3) - found.start()] + f"/{_first(found[3])}", ""
        shared = True
        for number, step in enumerate(steps, 1):
            known = f"{known}/{step}".lstrip("/")
            shared = shared and here[:number] == known.split("/")
            made += f"/{step}"
            if shared and known in model.repeats and number < len(steps):
                up = "/".join(["current()", *[".."] * (len(here) - number)])
                made += f"[position() = position({up})]"
        return made + (found[4] or "")

    return _LIST.sub(placed, expression)


def _first(steps: str) -> str:
    return steps.split("/")[1].strip()
