"""Every group and repeat that begins ends, in the right order, and not too deep."""

from collections import Counter
from collections.abc import Iterator

from fieldaudit.errors import Problem
from fieldaudit.form.checks.book import Book, Line
from fieldaudit.form.checks.kinds import Part, Typed, typed
from fieldaudit.form_codes import FormCode

DEEPEST = 60
"""Sections inside sections that are accepted; no real checklist comes near."""


def problems(book: Book) -> Iterator[Problem]:
    """Yield edges of sections that have no counterpart."""
    open_: list[tuple[Line, Typed]] = []
    kinds = [typed(line.text("type")) for line in book.survey]
    left = Counter(kind.word for kind in kinds if kind.part is Part.END)
    left.subtract(kind.word for kind in kinds if kind.part is Part.BEGIN)
    for line in book.survey:
        kind = typed(line.text("type"))
        if kind.part is Part.BEGIN:
            open_.append((line, kind))
            left[kind.word] += 1
            if len(open_) == DEEPEST + 1:
                yield Problem(FormCode.FORM_NESTED, line.where, {"most": DEEPEST})
        elif kind.part is Part.END:
            yield from _closed(line, kind, open_, left)
            left[kind.word] -= 1
    for line, kind in open_:
        params = {"kind": kind.word, "name": line.text("name")}
        yield Problem(FormCode.FORM_END_MISSING, line.where, params)


def _closed(
    line: Line, kind: Typed, open_: list[tuple[Line, Typed]], left: Counter[str]
) -> Iterator[Problem]:
    """Yield what is wrong with an end.

    Args:
        line: its row.
        kind: what it ends.
        open_: what is open, outermost first.
        left: how many ends of each kind from here on are not those of later beginnings.
    """
    stray = bool(open_) and not any(other.word == kind.word for _, other in open_)
    if not open_ or (stray and left[open_[-1][1].word] > 0):
        yield Problem(FormCode.FORM_BEGIN_MISSING, line.where, {"kind": kind.word})
        return
    begun, beginning = open_[-1]
    if beginning.word == kind.word:
        open_.pop()
        return
    if any(other.word == kind.word for _, other in open_):
        # What it closes lies further out: the sections between have no end.
        while open_[-1][1].word != kind.word:
            inner, unended = open_.pop()
            params = {"kind": unended.word, "name": inner.text("name")}
            yield Problem(FormCode.FORM_END_MISSING, inner.where, params)
        open_.pop()
        return
    params = {"kind": kind.word, "opened": beginning.word, "other": begun.where}
    yield Problem(FormCode.FORM_END_OTHER, line.where, params)
    open_.pop()


def depth(book: Book) -> int:
    """Return how many sections lie inside each other at most."""
    deepest = level = 0
    for line in book.survey:
        part = typed(line.text("type")).part
        level += (part is Part.BEGIN) - (part is Part.END)
        deepest = max(deepest, level)
    return deepest
