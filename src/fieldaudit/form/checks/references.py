"""Every `${name}` means one question of the form."""

import re
from collections.abc import Iterator, Mapping

from fieldaudit.errors import Problem
from fieldaudit.form.checks.book import Book, Line
from fieldaudit.form.checks.kinds import Part, typed
from fieldaudit.form.checks.likeness import likest, proposing
from fieldaudit.form_codes import FormCode

REFERENCE = re.compile(r"\$\{\s*(last-saved#)?([^{}]*?)\s*\}")
"""A reference: whether it means the last saved record, and the question's name."""

_READ = frozenset({"audio", "big-image", "image", "instance_name", "label", "video"})
"""Columns of other sheets than the survey whose references are filled in."""

_NEVER = frozenset({"name"})
"""Columns whose references mean nothing; that they are there is told as a bad name."""

_OWN = frozenset({"instanceID", "instanceName"})
"""Nodes that every form has without a row."""


def problems(book: Book) -> Iterator[Problem]:
    """Yield references to questions that are not there or not the only one of that name."""
    homes = named(book)
    for line in book.lines():
        for column, cell in line.all():
            if column in _NEVER or (line.sheet != "survey" and column not in _READ):
                continue
            for last_saved, name in dict.fromkeys(REFERENCE.findall(cell.text)):
                found = homes.get(name, [])
                if name in _OWN:
                    continue
                if not found:
                    like = likest(name, homes)
                    codes = (FormCode.FORM_REFERENCE_LIKE, FormCode.FORM_REFERENCE_STRANGE)
                    yield proposing(codes, line.where, like, column=cell.column, name=name)
                elif len(found) > 1 and not last_saved:
                    others = ", ".join(one.where for one in found)
                    params = {"column": cell.column, "name": name, "others": others}
                    yield Problem(FormCode.FORM_REFERENCE_AMBIGUOUS, line.where, params)


def named(book: Book) -> Mapping[str, list[Line]]:
    """Return name → the rows of the survey sheet that bear it."""
    homes: dict[str, list[Line]] = {}
    for line in book.survey:
        if typed(line.text("type")).part not in (Part.END, Part.EMPTY) and line.text("name"):
            homes.setdefault(line.text("name"), []).append(line)
    return homes
