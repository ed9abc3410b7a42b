"""The checklist: every item with value, limit and verdict."""

from collections.abc import Iterator

from fieldaudit.package import style
from fieldaudit.package.content import VisitContent
from fieldaudit.package.edition import Edition, card_key, item_key, photo_key, photo_of, visit_key
from fieldaudit.package.evidence import ItemContent, Verdict
from fieldaudit.package.flow import Flow
from fieldaudit.package.shapes import colour_of
from fieldaudit.package.style import Style
from fieldaudit.package.table import Column, Row, Run, draw_table
from fieldaudit.package.words import SEVERITIES, VERDICTS
from fieldaudit.texts import QT_TRANSLATE_NOOP

_T = {
    "title": QT_TRANSLATE_NOOP("Pdf", "检查表逐项结果"),
    "id": QT_TRANSLATE_NOOP("Pdf", "编号"),
    "item": QT_TRANSLATE_NOOP("Pdf", "检查项"),
    "value": QT_TRANSLATE_NOOP("Pdf", "结果"),
    "limit": QT_TRANSLATE_NOOP("Pdf", "限值与依据"),
    "verdict": QT_TRANSLATE_NOOP("Pdf", "判定"),
    "photos": QT_TRANSLATE_NOOP("Pdf", "照片"),
    "tally": QT_TRANSLATE_NOOP(
        "Pdf",
        "符合 {conforming} · 不符合 {failed} · 不评判 {not_judged} · 不适用 {not_applicable}"
        " · 未检查 {not_checked} · 无法进入 {no_access} · 未填写 {unanswered}",
    ),
}
_SHARES = [
    ("id", 56),
    ("item", 138),
    ("value", 86),
    ("limit", 110),
    ("verdict", 66),
    ("photos", 28),
]
_PLACES = {key: number for number, (key, _) in enumerate(_SHARES)}


def draw_checklist(flow: Flow, edition: Edition, visit: VisitContent) -> None:
    """Draw all sections as one table with a head of each group."""
    flow.heading(edition.say(_T["title"]), keep=90, key=visit_key(visit, "-checklist"))
    counts = {each.value: visit.count(each) for each in Verdict}
    flow.write(edition.say(_T["tally"], **counts), style.SMALL)
    flow.gap(3)
    rows: list[Row] = []
    for section in visit.sections:
        rows.append(Row(group=section.title or "–"))
        rows += [item_row(edition, visit, item) for item in section.items]
    aligned = {"value": "decimal"}
    columns = [
        Column(edition.say(_T[key]), share, aligned.get(key, "left")) for key, share in _SHARES
    ]
    draw_table(flow, columns, rows)


def item_row(edition: Edition, visit: VisitContent, item: ItemContent) -> Row:
    """Return the row of an item: id, question, value, limit, verdict, photos."""
    label = [Run(item.label)]
    if item.reason:
        label.append(Run(item.reason, style.SMALL))
    value = [Run(f"{item.value} {item.unit}".strip() if item.value else "–")]
    limit = [Run(item.limit)] if item.limit else []
    if item.clause:
        limit.append(Run(item.clause, style.SMALL))
    photos = edition.joined(str(number) for number in item.photos)
    quiet = item.verdict not in (Verdict.CONFORMING, Verdict.FAILED)
    ident = Run(item.id, style.TABLE_QUIET if quiet else style.TABLE_BOLD)
    return Row(
        (
            (ident,),
            tuple(label),
            tuple(value),
            tuple(limit),
            _verdict(edition, item),
            (Run(photos),),
        ),
        mark=item_key(visit, item) if item.photos or item.verdict is Verdict.FAILED else "",
        leads=tuple(_leads(visit, item)),
    )


def _leads(visit: VisitContent, item: ItemContent) -> Iterator[tuple[int, str]]:
    """Yield where cells lead: the verdict to the card, the photos to the first of them."""
    if item.verdict is Verdict.FAILED:
        yield _PLACES["verdict"], card_key(visit, item)
    if item.photos and photo_of(visit, item.photos[0]):
        yield _PLACES["photos"], photo_key(visit, item.photos[0])


def _verdict(edition: Edition, item: ItemContent) -> tuple[Run, ...]:
    failed = item.verdict is Verdict.FAILED
    look = Style(8.5, 12, bold=failed, colour=colour_of(item.verdict, item.severity))
    runs = [Run(edition.say(VERDICTS[item.verdict]), look, (item.verdict, item.severity))]
    if failed:
        runs.append(Run("　" + edition.say(SEVERITIES[item.severity]), style.SMALL))
    return tuple(runs)
