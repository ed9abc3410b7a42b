"""A failed item as a card: value against limit, clause, photos before and after, who mends it."""

from fieldaudit.package import style
from fieldaudit.package.content import VisitContent
from fieldaudit.package.edition import Edition, card_key, item_key, photo_key, photo_of
from fieldaudit.package.evidence import ItemContent, PhotoContent
from fieldaudit.package.flow import Flow
from fieldaudit.package.fonts import width as text_width
from fieldaudit.package.shapes import colour_of, draw_severity
from fieldaudit.package.structure import Role
from fieldaudit.package.style import LEFT, RIGHT, Style
from fieldaudit.package.surface import Box, Pen
from fieldaudit.package.words import SEVERITIES, clock
from fieldaudit.package.wrap import ellipsis, wrap
from fieldaudit.texts import QT_TRANSLATE_NOOP

_T = {
    "value": QT_TRANSLATE_NOOP("Pdf", "结果"),
    "limit": QT_TRANSLATE_NOOP("Pdf", "限值"),
    "clause": QT_TRANSLATE_NOOP("Pdf", "依据"),
    "remark": QT_TRANSLATE_NOOP("Pdf", "说明"),
    "before": QT_TRANSLATE_NOOP("Pdf", "整改前"),
    "after": QT_TRANSLATE_NOOP("Pdf", "整改后"),
    "photo": QT_TRANSLATE_NOOP("Pdf", "照片 {number}"),
    "awaited": QT_TRANSLATE_NOOP("Pdf", "待复查拍摄"),
    "owner": QT_TRANSLATE_NOOP("Pdf", "责任单位"),
    "deadline": QT_TRANSLATE_NOOP("Pdf", "整改期限"),
    "status": QT_TRANSLATE_NOOP("Pdf", "状态"),
}
_INSET = 14.0
_PHOTO_HEIGHT = 106.0
_LABEL = 42.0
_MOST_LINES = 8
_WIDTH = RIGHT - LEFT - 2 * _INSET
_Pair = tuple[str, PhotoContent | None]


def draw_card(flow: Flow, edition: Edition, visit: VisitContent, item: ItemContent) -> None:
    """Draw one failed item; a card is never split."""
    facts = _facts(edition, item)
    pairs = _photos(edition, visit, item)
    shift, number = _shift(edition), item.finding.number if item.finding else ""
    beside = text_width(number, style.TABLE_QUIET.size) + 12 if number else 0
    room = _WIDTH - shift - beside
    title = _few(wrap(f"{item.id}　{item.label}".strip("　"), room, style.BODY_BOLD))
    height = 10 + len(title) * style.BODY_BOLD.leading + 2
    height += sum(len(lines) * style.TABLE.leading for _, lines, _ in facts)
    height += (_PHOTO_HEIGHT + 20) if pairs else 0
    height += 22 if item.finding else 8
    flow.need(height + 8)
    top = flow.y
    flow.surface.rectangle(Box(LEFT, top, RIGHT - LEFT, height), Pen(style.LINE, width=0.6))
    flow.surface.rectangle(
        Box(LEFT, top, 3, height), Pen("", colour_of(item.verdict, item.severity))
    )
    flow.surface.mark(card_key(visit, item), "", 0, top)
    flow.y = top + 7
    with flow.tagged(Role.SECTION):
        _title(flow, edition, item, title)
        flow.surface.link(Box(LEFT, top, RIGHT - LEFT, 24), item_key(visit, item))
        for label, lines, look in facts:
            with flow.tagged(Role.PARAGRAPH):
                flow.put(label, style.TABLE_QUIET, LEFT + _INSET, y=flow.y)
                flow.y = flow.put_lines(lines, look, LEFT + _INSET + _LABEL, y=flow.y)
        if pairs:
            _pair(flow, visit, pairs)
        if item.finding:
            _footer(flow, edition, item, top + height - 19)
    flow.y = top + height + 8


def _title(flow: Flow, edition: Edition, item: ItemContent, title: tuple[str, ...]) -> None:
    colour = colour_of(item.verdict, item.severity)
    word = edition.say(SEVERITIES[item.severity])
    draw_severity(flow.surface, (LEFT + _INSET, flow.y + 10.6), 9.5, item.severity)
    shift = _shift(edition)
    with flow.tagged(Role.HEADING_3):
        flow.put(word, Style(9.5, 14, bold=True, colour=colour), LEFT + _INSET + 13, y=flow.y)
        if item.finding:
            flow.put_right(item.finding.number, style.TABLE_QUIET, RIGHT - _INSET, y=flow.y + 1)
        flow.y = flow.put_lines(title, style.BODY_BOLD, LEFT + _INSET + shift, y=flow.y) + 2


def _shift(edition: Edition) -> float:
    """Return how far a title stands off the word for its severity, the widest of them."""
    words = (edition.say(word) for word in SEVERITIES.values())
    return 13 + max(text_width(word, 9.5, bold=True) for word in words) + 10


def _facts(edition: Edition, item: ItemContent) -> list[tuple[str, tuple[str, ...], Style]]:
    return [
        (label, _few(wrap(text, _WIDTH - _LABEL, look)), look)
        for label, text, look in card_facts(edition, item)
    ]


def card_facts(edition: Edition, item: ItemContent) -> list[tuple[str, str, Style]]:
    """Return what a card says of an item, as label and value."""
    value = f"{item.value} {item.unit}".strip()
    limit = f"{item.limit} {item.unit}".strip() if item.limit else ""
    rows = [
        (_T["value"], value, style.TABLE_BOLD),
        (_T["limit"], limit, style.TABLE),
        (_T["clause"], item.clause, style.TABLE),
        (_T["remark"], item.reason, style.TABLE),
    ]
    return [(edition.say(label), text, look) for label, text, look in rows if text]


def _few(lines: tuple[str, ...]) -> tuple[str, ...]:
    """Return what fits on a card; the checklist has the whole text."""
    return lines if len(lines) <= _MOST_LINES else (*lines[: _MOST_LINES - 1], "…")


def _photos(edition: Edition, visit: VisitContent, item: ItemContent) -> list[_Pair]:
    """Return up to two photos with their captions; an awaited one where there is a finding."""
    if visit.restricted:
        return []
    finding = item.finding
    before = finding.before if finding and finding.before else item.photos
    after = finding.after if finding else ()
    shown: list[_Pair] = []
    for label, numbers in (("before", before), ("after", after)):
        photo = photo_of(visit, numbers[0]) if numbers else None
        if photo:
            number = edition.say(_T["photo"], number=photo.number)
            shown.append((f"{edition.say(_T[label])} · {number} · {clock(photo.taken_at)}", photo))
        elif shown and finding:
            shown.append((edition.say(_T["awaited"]), None))
    return shown


def _pair(flow: Flow, visit: VisitContent, pairs: list[_Pair]) -> None:
    """Draw photos side by side at equal height."""
    flow.y += 4
    wide = (_WIDTH - 12) / 2
    for column, (caption, photo) in enumerate(pairs):
        box = Box(LEFT + _INSET + column * (wide + 12), flow.y, wide, _PHOTO_HEIGHT)
        flow.surface.rectangle(box, Pen("", style.TINT))
        if photo is None:
            flow.surface.rectangle(box, Pen(style.FRAME, dash=(2, 2)))
        else:
            with flow.tagged(Role.FIGURE, alt=caption):
                flow.photo(box, photo)
                flow.surface.link(box, photo_key(visit, photo.number))
        flow.put(
            ellipsis(caption, wide, style.CAPTION),
            style.CAPTION,
            box.x,
            y=flow.y + _PHOTO_HEIGHT + 2,
        )
    flow.y += _PHOTO_HEIGHT + 16


def _footer(flow: Flow, edition: Edition, item: ItemContent, y: float) -> None:
    finding = item.finding
    if finding is None:
        return
    flow.rule(y, x=LEFT + _INSET, right=RIGHT - _INSET)
    parts = [
        (_T["owner"], finding.owner, 0.5),
        (_T["deadline"], finding.deadline, 0.27),
        (_T["status"], finding.status, 0.23),
    ]
    x = LEFT + _INSET
    for label, value, share in parts:
        text = f"{edition.say(label)}  {value or '–'}"
        flow.put(ellipsis(text, _WIDTH * share - 6, style.TABLE), style.TABLE, x, y=y + 3)
        x += _WIDTH * share
