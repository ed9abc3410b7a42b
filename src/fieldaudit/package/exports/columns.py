"""Which column an answer stands in: by question id, the same over all versions of a form.

The newest version decides order, label and kind; what only older ones ask comes after. A choice
has a column for its code and one for its label, a position one for each number.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from fieldaudit.form.definition import Form, Kind, Question
from fieldaudit.package.exports.cells import cell_of, kind_of
from fieldaudit.package.exports.content import Cell, CellKind, Column
from fieldaudit.package.exports.paths import asked
from fieldaudit.package.exports.variants import ATTACHED, PLACES, Policy
from fieldaudit.package.exports.visit import LeavingVisit
from fieldaudit.texts import QT_TRANSLATE_NOOP, Catalog

CHOICES = (Kind.SELECT_ONE, Kind.SELECT_MULTIPLE, Kind.RANK)
"""Kinds of questions whose answers are codes of choices."""

_LABEL = QT_TRANSLATE_NOOP("Domain", "{label}（名称）")
_PARTS = {
    "latitude": (QT_TRANSLATE_NOOP("Domain", "{label} 纬度"), "°"),
    "longitude": (QT_TRANSLATE_NOOP("Domain", "{label} 经度"), "°"),
    "altitude": (QT_TRANSLATE_NOOP("Domain", "{label} 高程"), "m"),
    "accuracy": (QT_TRANSLATE_NOOP("Domain", "{label} 精度"), "m"),
}


class Columns:
    """The columns of one form over the versions that visits were made with."""

    def __init__(self, forms: Iterable[Form], policy: Policy, catalog: Catalog) -> None:
        """Take the versions, in any order."""
        self._forms = sorted(forms, key=lambda form: form.version, reverse=True)
        self._policy = policy
        self._catalog = catalog
        self._twice = {name for form in self._forms for name in _twice(form)}
        self._scopes_twice = {name for form in self._forms for name in _repeats_twice(form)}

    @property
    def repeats(self) -> list[str]:
        """Names of the repeats, in order of display."""
        found = [self.scope(repeat) for form in self._forms for repeat, _ in asked(form)]
        return [name for name in dict.fromkeys(found) if name]

    def scope(self, repeat: str) -> str:
        """Return the name of the repeat at a path; its path where several have that name."""
        name = repeat.rpartition("/")[2]
        return repeat.replace("/", ".") if name in self._scopes_twice else name

    def id_of(self, question: Question) -> str:
        """Return the id of a question: its name, else its path where several have that name."""
        return question.path if question.name in self._twice else question.name

    def of(self, scope: str) -> list[Column]:
        """Return the columns of the questions of one repeat; of those outside for ``""``."""
        newest: dict[str, tuple[Form, Question]] = {}
        versions: dict[str, list[str]] = {}
        for form in self._forms:
            for repeat, question in asked(form):
                if self.scope(repeat) == scope and self._policy.asks(question):
                    newest.setdefault(self.id_of(question), (form, question))
                    versions.setdefault(self.id_of(question), []).append(form.version)
        return [
            column
            for id_, (form, question) in newest.items()
            for column in self._columns(id_, form, question, tuple(versions[id_]))
        ]

    def cells(
        self, visit: LeavingVisit, path: str, question: Question
    ) -> Iterator[tuple[str, Cell]]:
        """Yield the column ids and cells of one answer of a visit."""
        id_, text = self.id_of(question), visit.answers[path]
        if question.kind is Kind.GEOPOINT:
            place = self._policy.point(text)
            yield from ((f"{id_}:{part}", getattr(place, part, None)) for part in _PARTS)
        elif question.kind in PLACES:
            yield id_, self._policy.answer(text, question)
        elif question.kind in ATTACHED:
            yield id_, visit.photo_files(path) or visit.paper_files(path) or text
        else:
            yield id_, cell_of(self._policy.text(text), kind_of(question))
        if question.kind in CHOICES:
            yield f"{id_}:label", visit.words.get(path, "")

    def _columns(
        self, id_: str, form: Form, question: Question, versions: tuple[str, ...]
    ) -> list[Column]:
        say = self._catalog.text
        label = label_of(form, question, self._catalog)
        main = Column(id_, label, kind_of(question), question.audit.unit, versions)
        if question.kind in CHOICES:
            words = say("Domain", _LABEL, label=label)
            return [main, Column(f"{id_}:label", words, versions=versions)]
        if question.kind is not Kind.GEOPOINT:
            return [main]
        return [
            Column(
                f"{id_}:{part}",
                say("Domain", words, label=label),
                CellKind.DECIMAL,
                unit,
                versions,
            )
            for part, (words, unit) in _PARTS.items()
        ]


def label_of(form: Form, question: Question, catalog: Catalog) -> str:
    """Return what a question asks, in the catalogue's language; its name when it has no label."""
    return question.label.get(form.language(catalog.language), "").strip() or question.name


def _twice(form: Form) -> list[str]:
    """Return the names that several questions of a form have."""
    counted = Counter(question.name for _, question in asked(form))
    return [name for name, count in counted.items() if count > 1]


def _repeats_twice(form: Form) -> list[str]:
    counted = Counter(path.rpartition("/")[2] for path in form.model.repeats)
    return [name for name, count in counted.items() if count > 1]
