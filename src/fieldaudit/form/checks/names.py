"""Every question has a name that XML allows, once in its section."""

from collections.abc import Iterator

from fieldaudit.errors import Problem
from fieldaudit.form.checks.book import Book, Line
from fieldaudit.form.checks.kinds import Part, typed
from fieldaudit.form_codes import FormCode

_NAMELESS = frozenset({"audit"})


def problems(book: Book) -> Iterator[Problem]:
    """Yield names that are missing, misspelt or used twice side by side."""
    sections: list[dict[str, Line]] = [{}]
    for line in book.survey:
        kind = typed(line.text("type"))
        if kind.part is Part.END:
            if len(sections) > 1:
                sections.pop()
            continue
        if kind.part is not Part.EMPTY and kind.word not in _NAMELESS:
            yield from _named(line, kind.part, sections[-1])
        if kind.part is Part.BEGIN:
            sections.append({})


def _named(line: Line, part: Part, siblings: dict[str, Line]) -> Iterator[Problem]:
    from pyxform.parsing.expression import is_xml_tag

    name = line.text("name")
    if not name:
        # A group may go without: it then has no node of its own.
        if part is not Part.BEGIN:
            yield Problem(FormCode.FORM_NAME_MISSING, line.where)
        return
    if not is_xml_tag(name):
        yield Problem(FormCode.FORM_NAME_LETTERS, line.where, {"name": name})
    before = siblings.setdefault(name.casefold(), line)
    if before is not line and name == before.text("name"):
        yield Problem(FormCode.FORM_NAME_TWICE, line.where, {"name": name, "other": before.where})
