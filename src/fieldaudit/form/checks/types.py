"""Every row has a type that XLSForm knows."""

from collections.abc import Iterator

from fieldaudit.errors import Problem
from fieldaudit.form.checks.book import Book
from fieldaudit.form.checks.kinds import COMMON, Part, known_types, typed
from fieldaudit.form.checks.likeness import likest, proposing
from fieldaudit.form.checks.support import FOREIGN
from fieldaudit.form_codes import FormCode


def problems(book: Book) -> Iterator[Problem]:
    """Yield rows without a type, and those whose type nobody knows."""
    for line in book.survey:
        kind = typed(line.text("type"))
        if kind.part is Part.EMPTY and line.text("name"):
            yield Problem(FormCode.FORM_TYPE_MISSING, line.where, {"name": line.text("name")})
        if kind.part is not Part.QUESTION or _known(kind.word) or kind.word in FOREIGN:
            continue
        first = kind.word.split(" ")[0]
        like = likest(kind.word, COMMON) or likest(first, COMMON)
        codes = (FormCode.FORM_TYPE_LIKE, FormCode.FORM_TYPE_STRANGE)
        yield proposing(codes, line.where, like, type=kind.word)


def _known(word: str) -> bool:
    return word in known_types() or word.startswith(("osm ", "cascading"))
