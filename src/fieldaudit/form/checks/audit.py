"""The audit columns hold severities and photo rules that the program knows."""

from collections.abc import Iterator

from fieldaudit.errors import Problem
from fieldaudit.form.checks.book import Book
from fieldaudit.form.definition import PhotoRule, Severity
from fieldaudit.form_codes import FormCode

_RULES = (
    ("fa:severity", frozenset(map(str, Severity)), FormCode.FORM_SEVERITY),
    ("fa:photo", frozenset(map(str, PhotoRule)), FormCode.FORM_PHOTO_RULE),
)


def problems(book: Book) -> Iterator[Problem]:
    """Yield audit cells with a word that means nothing."""
    for line in book.survey:
        for column, known, code in _RULES:
            value = line.text(column)
            if value and value.lower() not in known:
                yield Problem(code, line.where, {"value": value})
