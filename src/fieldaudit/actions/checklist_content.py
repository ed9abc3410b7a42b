"""A visit's checklist as a package prints it: sections of items with values in words."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from fieldaudit.actions.sheets import entered
from fieldaudit.errors import BadInput
from fieldaudit.form.definition import Group, Kind, Severity
from fieldaudit.form.rich import plain
from fieldaudit.form.state import Row, RowKind
from fieldaudit.package.content import SectionContent
from fieldaudit.package.evidence import FindingContent, ItemContent, Verdict
from fieldaudit.texts import QT_TRANSLATE_NOOP, Catalog
from fieldaudit.visit.draft import Draft, Shown
from fieldaudit.visit.judgement import Judgement
from fieldaudit.visit.lacks import FILES, PAPERS
from fieldaudit.visit.place import read_geopoint
from fieldaudit.visit.records import Paper, Photo

_CHOSEN = (Kind.SELECT_ONE, Kind.SELECT_MULTIPLE, Kind.RANK)
_PLACES = (Kind.GEOPOINT, Kind.GEOTRACE, Kind.GEOSHAPE)
_WITHHELD = QT_TRANSLATE_NOOP("Domain", "涉密或禁拍区域，不印位置")
_HIDDEN = QT_TRANSLATE_NOOP("Domain", "按前面的回答，此项不适用")
_PHOTOS = QT_TRANSLATE_NOOP("Domain", "{count} 张照片")
_PAPERS = QT_TRANSLATE_NOOP("Domain", "附件 {numbers}")
_INSTANCE = QT_TRANSLATE_NOOP("Domain", "{title} {number}")


def sections(
    draft: Draft,
    *,
    language: str,
    photos: Mapping[str, tuple[int, ...]],
    papers: Mapping[str, tuple[int, ...]] | None = None,
    catalog: Catalog,
    findings: Mapping[str, FindingContent] | None = None,
    placeless: bool = False,
) -> tuple[SectionContent, ...]:
    """Return the checklist of a visit.

    A repeat instance is a section of its own. An item that an earlier answer hides is printed as
    not applicable, unless the inspectors were not let in at all.

    Args:
        draft: the visit's live form.
        language: the form's own name of the language.
        photos: numbers of the photos of each question, by live path.
        papers: numbers of the papers of each question, by live path.
        catalog: words of the same language.
        findings: what follows from failed items, by live path.
        placeless: whether answers that are places are left out.
    """
    lines = _Lines(draft, language, photos, catalog, papers=papers or {}, findings=findings or {})
    lines.placeless = placeless
    found: dict[tuple[str, str], list[ItemContent]] = {}
    for row, place, title in _titled(draft, language, catalog):
        item = lines.item(row)
        if item is not None:
            found.setdefault((place, title), []).append(item)
    return tuple(SectionContent(title, tuple(items)) for (_, title), items in found.items())


def numbered(attached: Sequence[Photo | Paper]) -> dict[str, tuple[int, ...]]:
    """Return question path → numbers of its photos or papers, counted from 1 over the visit."""
    found: dict[str, tuple[int, ...]] = {}
    for number, each in enumerate(attached, 1):
        found[each.question] = (*found.get(each.question, ()), number)
    return found


def _titled(draft: Draft, language: str, catalog: Catalog) -> Iterator[tuple[Row, str, str]]:
    """Yield each question with place and title of the section or instance that it stands in."""
    around: list[tuple[int, str, str]] = []
    for row in draft.rows():
        while around and around[-1][0] >= row.depth:
            around.pop()
        if row.kind is RowKind.QUESTION:
            yield row, *(around[-1][1:] if around else ("", draft.form.title))
        elif row.kind is RowKind.INSTANCE:
            params = {"title": _label(row, language), "number": row.number}
            around.append((row.depth, row.path, catalog.text("Domain", _INSTANCE, **params)))
        elif row.kind is RowKind.GROUP and not around:
            around.append((row.depth, row.path, _label(row, language)))


def _label(row: Row, language: str) -> str:
    label = row.item.label if isinstance(row.item, Group) else {}
    return label.get(language, "") or row.item.name


class _Lines:
    """Turns the questions of one draft into lines."""

    def __init__(
        self,
        draft: Draft,
        language: str,
        photos: Mapping[str, tuple[int, ...]],
        catalog: Catalog,
        *,
        papers: Mapping[str, tuple[int, ...]],
        findings: Mapping[str, FindingContent],
    ) -> None:
        self._draft = draft
        self._language = language
        self._photos = photos
        self._papers = papers
        self._catalog = catalog
        self._findings = findings
        self.placeless = False
        self._entered = entered(draft)

    def item(self, row: Row) -> ItemContent | None:
        """Return the line of a question; None for one that is not printed."""
        shown = self._draft.shown(row.path)
        label = plain(shown.label.get(self._language, ""))
        if not label or shown.question.kind is Kind.NOTE:
            return None
        if not row.relevant and not self._hidden_item(shown):
            return None
        verdict, reason = self._verdict(shown)
        audit, kind, language = shown.question.audit, shown.question.kind, self._language
        return ItemContent(
            id=_item_id(shown.question.name),
            label=label,
            value=self._value(shown) if row.relevant else "",
            verdict=verdict,
            severity=audit.severity,
            unit=audit.said("unit", language) if shown.value and kind is not Kind.GEOPOINT else "",
            limit=audit.said("limit", language),
            clause=audit.said("clause", language),
            reason=reason,
            photos=self._photos.get(row.path, ()),
            finding=self._findings.get(row.path) if verdict is Verdict.FAILED else None,
        )

    def _hidden_item(self, shown: Shown) -> bool:
        return self._entered and shown.question.audit.severity is not Severity.INFORMATION

    def _verdict(self, shown: Shown) -> tuple[Verdict, str]:
        if shown.judgement is Judgement.HIDDEN:
            return Verdict.NOT_APPLICABLE, self._catalog.text("Domain", _HIDDEN)
        if not shown.finding and shown.judgement is Judgement.FAILED:
            return Verdict.NOT_JUDGED, shown.reason
        return Verdict(shown.judgement.value), shown.reason

    def _value(self, shown: Shown) -> str:
        kind, value = shown.question.kind, shown.value
        if kind in FILES:
            return self._attached(shown) or value
        if kind in _CHOSEN:
            return self._chosen(shown.path, value)
        if kind in _PLACES and value:
            return self._place(value, kind)
        if kind is Kind.DATETIME and value:
            return datetime.fromisoformat(value).strftime("%Y-%m-%d %H:%M")
        if kind in (Kind.DECIMAL, Kind.INTEGER, Kind.RANGE):
            return value.replace("-", "\N{MINUS SIGN}")
        return value

    def _attached(self, shown: Shown) -> str:
        """Say by number which papers answer a question, else how many photos do."""
        papers = self._papers.get(shown.path, ()) if shown.question.kind in PAPERS else ()
        if papers:
            numbers = self._catalog.joined(map(str, papers))
            return self._catalog.text("Domain", _PAPERS, numbers=numbers)
        count = len(self._photos.get(shown.path, ()))
        return self._catalog.text("Domain", _PHOTOS, count=count) if count else ""

    def _place(self, value: str, kind: Kind) -> str:
        if self.placeless:
            return self._catalog.text("Domain", _WITHHELD)
        return _place(value) if kind is Kind.GEOPOINT else value

    def _chosen(self, path: str, value: str) -> str:
        labels = {c.value: c.label.get(self._language, "") for c in self._draft.choices(path)}
        return self._catalog.joined(labels.get(one) or one for one in value.split())


def _item_id(name: str) -> str:
    """Return the id of an item of the standard lists; questions that only steer have none."""
    return name if any(letter.isdigit() for letter in name) else ""


def _place(geopoint: str) -> str:
    try:
        position = read_geopoint(geopoint)
    except BadInput:
        return geopoint
    accuracy = "" if position.accuracy is None else f" ±{position.accuracy:g} m"
    return f"{position.latitude:.6f}, {position.longitude:.6f}{accuracy}"
