"""Every question that a person sees says what it asks, in every language of the form."""

from collections.abc import Iterator

from fieldaudit.errors import Problem
from fieldaudit.form.checks.book import Book, Line
from fieldaudit.form.checks.kinds import typed
from fieldaudit.form_codes import FormCode

_SAYING = ("label", "hint", "image", "video", "audio", "big-image")


def problems(book: Book) -> Iterator[Problem]:
    """Yield questions without a label, and labels that lack a language."""
    for line in book.survey:
        if not typed(line.text("type")).seen or not line.text("name"):
            continue
        if not any(line.text(column) for column in _SAYING):
            yield Problem(FormCode.FORM_LABEL_MISSING, line.where, {"name": line.text("name")})
        else:
            yield from _untranslated(line, book.languages)


def _untranslated(line: Line, languages: tuple[str, ...]) -> Iterator[Problem]:
    given = {cell.language for cell in line.cells.get("label", ())}
    for language in languages if given else ():
        if language and language not in given:
            params = {"name": line.text("name"), "language": language}
            yield Problem(FormCode.FORM_LABEL_UNTRANSLATED, line.where, params)
