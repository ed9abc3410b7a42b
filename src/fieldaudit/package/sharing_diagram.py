"""The sharing relations of a visit as a drawing: who opens what to whom, and what was refused.

Readable in grey: a relation that was refused is drawn with broken lines and a cross.
"""

from collections.abc import Sequence

from fieldaudit.package import style
from fieldaudit.package.edition import Edition
from fieldaudit.package.evidence import RelationContent
from fieldaudit.package.flow import Flow
from fieldaudit.package.structure import Role
from fieldaudit.package.style import LEFT, WIDTH, Style
from fieldaudit.package.surface import Box, Pen, Surface
from fieldaudit.package.wrap import ellipsis
from fieldaudit.texts import QT_TRANSLATE_NOOP

_T = {
    "opens": QT_TRANSLATE_NOOP("Pdf", "产权或开放方"),
    "asset": QT_TRANSLATE_NOOP("Pdf", "设施"),
    "users": QT_TRANSLATE_NOOP("Pdf", "使用方"),
    "alt": QT_TRANSLATE_NOOP("Pdf", "共享关系图：{relations}"),
    "more": QT_TRANSLATE_NOOP("Pdf", "另有 {count} 项见下表。"),
}
MOST = 8
"""Relations that are drawn; all of them stand in the table."""

_ROW, _BOX = 34.0, 27.0
_COLUMNS = ((0.0, 0.27), (0.36, 0.30), (0.75, 0.25))
"""Left end and width of owner, asset and users, of the text's width."""

_NAME = Style(8.5, 12, bold=True)


def draw_diagram(flow: Flow, edition: Edition, relations: Sequence[RelationContent]) -> None:
    """Draw up to MOST relations below one another."""
    shown = relations[:MOST]
    flow.need(len(shown) * _ROW + 24)
    with flow.tagged(Role.FIGURE, alt=_told(edition, shown)):
        for (left, _), key in zip(_COLUMNS, ("opens", "asset", "users"), strict=True):
            flow.put(edition.say(_T[key]), style.CAPTION, LEFT + left * WIDTH, y=flow.y)
        flow.y += 13
        for relation in shown:
            _relation(flow, edition, relation)
            flow.y += _ROW
    if len(relations) > MOST:
        flow.write(edition.say(_T["more"], count=len(relations) - MOST), style.SMALL)
    flow.gap(4)


def _relation(flow: Flow, edition: Edition, relation: RelationContent) -> None:
    boxes = [Box(LEFT + left * WIDTH, flow.y, width * WIDTH, _BOX) for left, width in _COLUMNS]
    form = f"{relation.form} {relation.form_name}"
    users = edition.joined(relation.users) or "–"
    texts = ((relation.owner, ""), (relation.asset, form), (users, relation.quantity))
    colour = style.ORANGE if relation.refused else style.ACCENT
    pen = Pen(colour, style.TINT, 0.7, (2.5, 2) if relation.refused else ())
    for box, (name, below) in zip(boxes, texts, strict=True):
        flow.surface.rectangle(box, pen)
        room = box.width - 10
        y = box.y + (2 if below else 7.5)
        flow.put(ellipsis(name, room, _NAME), _NAME, box.x + 5, y=y)
        if below:
            flow.put(ellipsis(below, room, style.CAPTION), style.CAPTION, box.x + 5, y=y + 12)
    line = Pen(colour, width=0.9, dash=pen.dash)
    _arrow(flow.surface, boxes[0], boxes[1], line)
    _arrow(flow.surface, boxes[1], boxes[2], line)
    look = Style(7, 9, bold=relation.refused, colour=colour)
    gap = boxes[2].x - boxes[1].x - boxes[1].width
    state = ellipsis(relation.state, gap - 6, look)
    flow.put(state, look, boxes[1].x + boxes[1].width + 3, y=flow.y + 2)
    if relation.refused:
        _cross(flow.surface, boxes[2].x - gap / 2, flow.y + _BOX / 2)


def _arrow(surface: Surface, start: Box, end: Box, pen: Pen) -> None:
    y = start.y + start.height / 2
    surface.line([(start.x + start.width, y), (end.x - 4, y)], pen)
    tip = [(end.x, y), (end.x - 5, y - 2.6), (end.x - 5, y + 2.6)]
    surface.line(tip, Pen("", pen.stroke), closed=True)


def _cross(surface: Surface, x: float, y: float) -> None:
    pen = Pen(style.ORANGE, width=1.4)
    surface.line([(x - 3.5, y - 3.5), (x + 3.5, y + 3.5)], pen)
    surface.line([(x - 3.5, y + 3.5), (x + 3.5, y - 3.5)], pen)


def _told(edition: Edition, relations: Sequence[RelationContent]) -> str:
    """Return the drawing in words."""
    lines = (
        f"{each.owner} – {each.asset} – {edition.joined(each.users)} ({each.state})"
        for each in relations
    )
    return edition.say(_T["alt"], relations=edition.catalog.strung(lines))
