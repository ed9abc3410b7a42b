"""Choices that come from the survey instead of the form, where the form asks for that.

A question says so by a word in its appearance; ODK's tools ignore it and offer the form's own list.
Knows forms and names of supplies; what a survey has is for others to find.
"""

import csv
import io
import re
from collections.abc import Mapping

from fieldaudit.form.definition import Form, Question
from fieldaudit.form.model import Secondary
from fieldaudit.form.secondary import trees
from fieldaudit.form.xpath.tree import Node

STREETS = "survey-streets"
"""Appearance of a question that chooses among the survey's own streets."""

_LIST = re.compile(r"instance\(\s*['\"]([^'\"]+)['\"]\s*\)")


def asks_streets(form: Form) -> bool:
    """Tell whether a form chooses among the survey's streets."""
    return any(map(is_supplied, form.root.questions()))


def is_supplied(question: Question) -> bool:
    """Tell whether a question's choices come from the survey."""
    return STREETS in question.appearance.split()


def streets_file(streets: Mapping[str, str]) -> bytes:
    """Return streets, code → name, as the file that `supplied_lists` takes."""
    text = io.StringIO()
    csv.writer(text).writerows([("name", "label"), *streets.items()])
    return text.getvalue().encode()


def supplied_lists(form: Form, files: Mapping[str, bytes]) -> dict[str, Node]:
    """Return the lists that stand in for those of the form, by id; none without a supply."""
    if STREETS not in files:
        return {}
    sets = (one.itemset for one in form.root.questions() if is_supplied(one))
    ids = {id_ for one in sets if one for id_ in _LIST.findall(one.nodeset)[:1]}
    return {
        id_: trees((Secondary(id_, source=f"jr://file-csv/{STREETS}"),), files)[id_] for id_ in ids
    }
