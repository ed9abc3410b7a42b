"""Every row of the `mappings` sheet names questions and choices that the form has, once each."""

from collections.abc import Iterator, Mapping

from fieldaudit.errors import Problem
from fieldaudit.form.checks.book import Book, Line
from fieldaudit.form.checks.kinds import Part, typed
from fieldaudit.form.checks.likeness import likest, proposing
from fieldaudit.form.mapping_sheet import COLUMNS, number_of, pairs_of, targets_of
from fieldaudit.form_codes import FormCode

_NEEDED = ("version", "from", "to")


def problems(book: Book) -> Iterator[Problem]:
    """Yield rows that cannot be applied."""
    if not book.mappings:
        return
    homes = _homes(book)
    yield from _columns(book.mappings)
    seen: dict[tuple[str, str, str], Line] = {}
    for line in book.mappings:
        for column in _NEEDED:
            if not line.text(column):
                yield Problem(FormCode.FORM_RULE_MISSING, line.where, {"column": column})
        version = line.text("version")
        if version and version == book.settings.text("version"):
            yield Problem(FormCode.FORM_RULE_VERSION, line.where, {"version": version})
        yield from _targets(line, homes)
        yield from _twice(line, seen)
        yield from _values(line, book, homes)


def _homes(book: Book) -> dict[str, list[Line]]:
    """Return the rows of the questions by name and by path."""
    homes: dict[str, list[Line]] = {}
    around: list[str] = []
    for line in book.survey:
        part, name = typed(line.text("type")).part, line.text("name")
        if part is Part.END:
            around = around[:-1]
        elif part is Part.BEGIN:
            around.append(name)
        elif name:
            for way in dict.fromkeys((name, "/".join([*around, name]))):
                homes.setdefault(way, []).append(line)
    return homes


def _columns(lines: tuple[Line, ...]) -> Iterator[Problem]:
    told: set[str] = set()
    for line in lines:
        for column, cell in line.all():
            if column not in COLUMNS and column not in told:
                told.add(column)
                yield Problem(FormCode.FORM_RULE_COLUMN, line.where, {"column": cell.column})


def _targets(line: Line, homes: Mapping[str, list[Line]]) -> Iterator[Problem]:
    targets = targets_of(line)
    for name in targets:
        found = homes.get(name, [])
        if len(found) > 1:
            others = ", ".join(one.where for one in found)
            params = {"column": "to", "name": name, "others": others}
            yield Problem(FormCode.FORM_REFERENCE_AMBIGUOUS, line.where, params)
        elif not found:
            codes = (FormCode.FORM_REFERENCE_LIKE, FormCode.FORM_REFERENCE_STRANGE)
            yield proposing(codes, line.where, likest(name, homes), column="to", name=name)
    if line.text("split") and len(targets) == 1:
        yield Problem(FormCode.FORM_RULE_SPLIT, line.where)


def _twice(line: Line, seen: dict[tuple[str, str, str], Line]) -> Iterator[Problem]:
    version = line.text("version")
    for column, names in (("from", [line.text("from")]), ("to", targets_of(line))):
        for name in filter(None, names):
            before = seen.setdefault((version, column, name), line)
            if before is not line:
                params = {"column": column, "name": name, "other": before.where}
                yield Problem(FormCode.FORM_RULE_TWICE, line.where, params)


def _values(line: Line, book: Book, homes: Mapping[str, list[Line]]) -> Iterator[Problem]:
    for column in ("factor", "offset"):
        text = line.text(column)
        if text and not text.startswith("=") and number_of(text) is None:
            yield Problem(FormCode.FORM_RULE_NUMBER, line.where, {"column": column, "text": text})
    for word, pair in pairs_of(line.text("choices")):
        if pair is None:
            yield Problem(FormCode.FORM_RULE_CHOICES, line.where, {"text": word})
            continue
        for name in targets_of(line):
            known = [choice for home in homes.get(name, [])[:1] for choice in _listed(home, book)]
            if known and pair[2] not in known:
                params = {"name": name, "choice": pair[2]}
                yield Problem(FormCode.FORM_RULE_CHOICE, line.where, params)


def _listed(home: Line, book: Book) -> list[str]:
    """Return the choices of a question that are listed in the form itself."""
    kind = typed(home.text("type"))
    if kind.part is not Part.SELECT or kind.from_file:
        return []
    return [line.text("name") for line in book.choices if line.text("list_name") == kind.list_name]
