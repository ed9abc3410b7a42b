"""Every select has its list, and every list has each option once, with a name and a label."""

from collections.abc import Iterator

from fieldaudit.errors import Problem
from fieldaudit.form.checks.book import Book, Line
from fieldaudit.form.checks.kinds import Part, Typed, typed
from fieldaudit.form.checks.likeness import likest, proposing
from fieldaudit.form_codes import FormCode

_YES = frozenset({"yes", "true"})
_SAYING = ("label", "image", "video", "audio", "big-image")
_EXTERNAL = frozenset({"select_one_external", "select one external"})


def problems(book: Book) -> Iterator[Problem]:
    """Yield selects without a list, and faults in the lists themselves."""
    lists = dict.fromkeys(line.text("list_name") for line in book.choices)
    outside = dict.fromkeys(line.text("list_name") for line in book.external)
    for line in book.survey:
        kind = typed(line.text("type"))
        if kind.part is Part.SELECT and not kind.from_file:
            external = kind.word in _EXTERNAL
            sheet = "external_choices" if external else "choices"
            yield from _select(line, kind, outside if external else lists, sheet)
    yield from _options(book)


def _select(line: Line, kind: Typed, known: dict[str, None], sheet: str) -> Iterator[Problem]:
    name = kind.list_name
    if not name:
        yield Problem(FormCode.FORM_LIST_MISSING, line.where, {"type": kind.word})
    elif name not in known and "${" not in name and "search(" not in line.text("appearance"):
        like = likest(name, filter(None, known))
        codes = (FormCode.FORM_LIST_LIKE, FormCode.FORM_LIST_STRANGE)
        yield proposing(codes, line.where, like, list=name, sheet=sheet)


def _options(book: Book) -> Iterator[Problem]:
    allowed = book.settings.text("allow_choice_duplicates").lower() in _YES
    seen: dict[tuple[str, str], Line] = {}
    for line in book.choices:
        list_name, name = line.text("list_name"), line.text("name")
        if not list_name:
            continue
        if not name:
            yield Problem(FormCode.FORM_CHOICE_NAME, line.where, {"list": list_name})
            continue
        before = seen.setdefault((list_name, name), line)
        if before is not line and not allowed:
            params = {"list": list_name, "name": name, "other": before.where}
            yield Problem(FormCode.FORM_CHOICE_TWICE, line.where, params)
        if not any(line.text(column) for column in _SAYING):
            yield Problem(FormCode.FORM_CHOICE_LABEL, line.where, {"name": name})
