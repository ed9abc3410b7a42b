"""What the pages must say of a content, line by line as they are drawn.

A line holds an item together with its value, limit and verdict, so that a value counts only
where it belongs.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from fieldaudit.package.appendix import original_hash
from fieldaudit.package.cards import card_facts
from fieldaudit.package.checklist import item_row
from fieldaudit.package.content import VisitContent
from fieldaudit.package.coverage import coverage_row
from fieldaudit.package.edition import Edition
from fieldaudit.package.evidence import ItemContent
from fieldaudit.package.papers import paper_row
from fieldaudit.package.sharing import relation_row
from fieldaudit.package.site import facts
from fieldaudit.package.summary import failure_row, index_row
from fieldaudit.package.table import Row
from fieldaudit.package.words import VERDICTS

_CARD = 400
"""Letters of which a card may leave some out."""


@dataclass(frozen=True, slots=True)
class Saying:
    """One line."""

    subject: str
    """What it is about: an item's id, a photo's number, a label."""

    text: str
    """What is said, as it is drawn."""

    parts: tuple[str, ...]
    """Its paragraphs; the first lead to its page. One higher than a page is drawn in pieces."""

    core: str = ""
    """What of it a person is told; empty: the whole."""

    flows: bool = False
    """Whether it is running text, which may go on overleaf."""


def of_visit(edition: Edition, visit: VisitContent) -> Iterator[Saying]:
    """Yield what the pages of a visit say."""
    for label, value in facts(edition, visit):
        yield Saying(label, f"{label}{value}", (label, value), flows=True)
    for item in visit.items():
        row = _row(item.id or item.label, item_row(edition, visit, item))
        yield replace(row, core=_core(edition, item))
    for item in visit.failures():
        yield from _card(edition, item)
    for each in visit.coverage:
        yield _row(f"{each.operator} {each.technology}", coverage_row(edition, each))
    for relation in visit.relations:
        yield _row(relation.asset, relation_row(edition, relation))
    for paper in visit.papers:
        yield _row(paper.name, paper_row(edition, paper))
    for photo in () if visit.restricted else visit.photos:
        said = original_hash(edition, photo)
        yield Saying(photo.item or str(photo.number), said, (said,))


def of_package(edition: Edition, manifest_sha256: str) -> Iterator[Saying]:
    """Yield what the pages before and after the visits say."""
    content = edition.content
    for said in (content.number, content.title, manifest_sha256, *content.notes):
        yield Saying(said[:24], said, (said,), flows=True)
    if edition.single:
        return
    for visit in content.visits:
        site = visit.site.code
        yield _row(site, _without_page(index_row(edition, visit)))
        for item in visit.failures():
            row = _row(f"{site} {item.id}", _without_page(failure_row(edition, visit, item)))
            yield replace(row, core=_core(edition, item))


def _core(edition: Edition, item: ItemContent) -> str:
    """Return value, limit and verdict of an item."""
    value = f"{item.value} {item.unit}".strip() if item.value else "–"
    parts = (value, item.limit, edition.say(VERDICTS[item.verdict]), item.reason)
    return " · ".join(part for part in parts if part)


def _without_page(row: Row) -> Row:
    """Leave out the last cell: on which page a visit begins is no data."""
    return Row(row.cells[:-1])


def _row(subject: str, row: Row) -> Saying:
    return Saying(subject, row.text, tuple(run.text for cell in row.cells for run in cell))


def _card(edition: Edition, item: ItemContent) -> Iterator[Saying]:
    said = "".join(f"{label}{value}" for label, value, _ in card_facts(edition, item))
    if len(said) <= _CARD:
        parts = (item.id, item.label)
        yield Saying(item.id or item.label, said, parts, core=_core(edition, item))
