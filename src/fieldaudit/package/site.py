"""The head of a visit: the site's base data, the verdict, and a sketch of where things lie."""

import math
from collections.abc import Sequence

from fieldaudit.package import style
from fieldaudit.package.content import VisitContent
from fieldaudit.package.edition import Edition, visit_key
from fieldaudit.package.evidence import PlaceContent
from fieldaudit.package.flow import Flow
from fieldaudit.package.shapes import colour_of_conclusion, draw_conclusion
from fieldaudit.package.structure import Role
from fieldaudit.package.style import LEFT, RIGHT, WIDTH, Style
from fieldaudit.package.surface import Box, Letters, Pen, Point, Surface
from fieldaudit.package.words import CONCLUSIONS, STATUSES, minute, percent, position
from fieldaudit.package.wrap import wrap
from fieldaudit.texts import QT_TRANSLATE_NOOP

_T = {
    "title": QT_TRANSLATE_NOOP("Pdf", "站点与检查"),
    "site": QT_TRANSLATE_NOOP("Pdf", "站点"),
    "kind": QT_TRANSLATE_NOOP("Pdf", "类型"),
    "street": QT_TRANSLATE_NOOP("Pdf", "街道"),
    "address": QT_TRANSLATE_NOOP("Pdf", "地址"),
    "position": QT_TRANSLATE_NOOP("Pdf", "位置"),
    "original": QT_TRANSLATE_NOOP("Pdf", "原始坐标"),
    "withheld": QT_TRANSLATE_NOOP("Pdf", "涉密或禁拍区域，不印位置和照片"),
    "type": QT_TRANSLATE_NOOP("Pdf", "检查类型"),
    "inspectors": QT_TRANSLATE_NOOP("Pdf", "检查人"),
    "time": QT_TRANSLATE_NOOP("Pdf", "时间"),
    "form": QT_TRANSLATE_NOOP("Pdf", "检查表"),
    "accompanied": QT_TRANSLATE_NOOP("Pdf", "陪同单位"),
    "access": QT_TRANSLATE_NOOP("Pdf", "进入情况"),
    "status": QT_TRANSLATE_NOOP("Pdf", "状态"),
    "score": QT_TRANSLATE_NOOP("Pdf", "符合率"),
    "remarks": QT_TRANSLATE_NOOP("Pdf", "备注"),
    "sketch": QT_TRANSLATE_NOOP(
        "Pdf", "位置示意（不含底图）：＋ 站点，● 照片及编号，虚线为站点定位精度"
    ),
    "alt": QT_TRANSLATE_NOOP("Pdf", "位置示意图：站点和 {count} 张照片的位置，带比例尺和指北针"),
    "north": QT_TRANSLATE_NOOP("Pdf", "北"),
    "metres": QT_TRANSLATE_NOOP("Pdf", "{metres} 米"),
}
_LABEL = 72.0
_SKETCH = 176.0
_RULERS = (10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000, 20000, 50000)
_MARGIN = 26.0
_LEAST_SPAN = 50.0
"""Metres; a fix is no better than some of them."""
_CLOSE = 9.0
"""Points between places that share a label."""
_EXACT = 5
"""Decimals of a degree below which a sketch would show a grid, not places."""
_METRES_PER_DEGREE = 111_320.0
"""Along a meridian; good to half a percent, enough for a sketch."""


def draw_site(flow: Flow, edition: Edition, visit: VisitContent) -> None:
    """Draw the site's base data with the visit's, and the sketch beside them."""
    key = visit_key(visit)
    title = edition.say(_T["title"])
    if not edition.single:
        title = f"{visit.site.code}　{visit.site.name}"
    sketch = _spots(visit)
    keep = _SKETCH + 52 if sketch else 120
    flow.heading(title, keep=keep, key=key, level=1 if edition.single else 0)
    if not edition.single:
        _verdict(flow, edition, visit)
    top = flow.y
    if sketch:
        flow.need(_SKETCH + 24)
        top = flow.y
        with flow.tagged(Role.FIGURE, alt=edition.say(_T["alt"], count=len(sketch) - 1)):
            _draw_sketch(flow, edition, Box(RIGHT - _SKETCH, top, _SKETCH, _SKETCH), sketch)
    page, below = flow.page, top + _SKETCH + 24
    for label, value in facts(edition, visit):
        beside = sketch and flow.page == page and flow.y < below
        _fact(flow, label, value, WIDTH - (_SKETCH + 16 if beside else 0))
    if sketch and flow.page == page:
        flow.y = max(flow.y, below)


def _fact(flow: Flow, label: str, value: str, room: float) -> None:
    """Write a label with its value; a long value goes on overleaf."""
    flow.need(2 * style.BODY.leading)
    with flow.tagged(Role.PARAGRAPH):
        flow.put(label, style.SMALL, y=flow.y + 1.5)
        flow.write(value, x=LEFT + _LABEL, width=room - _LABEL)
    flow.gap(2)


def _verdict(flow: Flow, edition: Edition, visit: VisitContent) -> None:
    colour = colour_of_conclusion(visit.conclusion)
    draw_conclusion(flow.surface, (LEFT, flow.y + 12), 12, visit.conclusion)
    flow.put(
        edition.say(CONCLUSIONS[visit.conclusion]),
        Style(12, 17, bold=True, colour=colour),
        LEFT + 17,
        y=flow.y,
    )
    flow.y += 23


def facts(edition: Edition, visit: VisitContent) -> list[tuple[str, str]]:
    """Return the base data of a site and its visit, as label and value."""
    site, say = visit.site, edition.say
    pairs = [
        (say(_T["site"]), f"{site.name} · {site.code}" if edition.single else ""),
        (say(_T["kind"]), site.kind),
        (say(_T["street"]), site.street),
        (say(_T["address"]), site.address),
        *_where(edition, visit),
        *site.facts,
        (say(_T["type"]), visit.visit_type),
        (say(_T["inspectors"]), edition.joined(visit.inspectors)),
        (say(_T["time"]), f"{minute(visit.started)} – {minute(visit.ended)[11:]}"),
        (say(_T["form"]), f"{visit.form.title} {visit.form.version}"),
        (say(_T["accompanied"]), visit.accompanied),
        (
            say(_T["access"]),
            " · ".join(part for part in (visit.access, visit.access_reason) if part),
        ),
        (say(_T["status"]), say(STATUSES[visit.status])),
        (say(_T["score"]), percent(visit.score)),
        (say(_T["remarks"]), visit.remarks),
    ]
    return [(label, value) for label, value in pairs if value]


def _where(edition: Edition, visit: VisitContent) -> list[tuple[str, str]]:
    say, place = edition.say, visit.site.place
    if visit.restricted:
        return [(say(_T["position"]), say(_T["withheld"]))]
    if place is None:
        return [(say(_T["position"]), "–")]
    rows = [(say(_T["position"]), f"{position(place, edition.catalog)} · WGS-84")]
    if place.original:
        rows.append((say(_T["original"]), f"{place.original} · {place.datum}"))
    return rows


def _spots(visit: VisitContent) -> list[tuple[str, PlaceContent]]:
    """Return the site and its photos with their places; nothing for a single one."""
    if visit.restricted or visit.site.place is None or visit.site.place.decimals < _EXACT:
        return []
    spots = [("", visit.site.place)]
    spots += [(str(photo.number), photo.place) for photo in visit.photos if photo.place]
    return spots if len(spots) > 1 else []


def _draw_sketch(
    flow: Flow, edition: Edition, box: Box, spots: Sequence[tuple[str, PlaceContent]]
) -> None:
    """Draw the places in metres around the site, with scale bar and north."""
    surface = flow.surface
    surface.rectangle(box, Pen(style.LINE, style.TINT, 0.6))
    metres = [_metres(place, spots[0][1]) for _, place in spots]
    scale, (x, y) = _fitted(box, metres)
    accuracy = spots[0][1].accuracy
    if accuracy and accuracy * scale < box.width / 3:
        surface.circle((x, y), accuracy * scale, Pen(style.FRAME, dash=(1.5, 1.5)))
    placed = [(x + east * scale, y - north * scale) for east, north in metres[1:]]
    for spot in placed:
        surface.circle(spot, 1.8, Pen("", style.ACCENT))
    for spot, numbers in _near(placed, [name for name, _ in spots[1:]]):
        surface.text((spot[0] + 3, spot[1] + 2.5), numbers, Letters(7, colour=style.INK))
    surface.line([(x - 5, y), (x + 5, y)], Pen(style.RED, width=1.2))
    surface.line([(x, y - 5), (x, y + 5)], Pen(style.RED, width=1.2))
    draw_ruler(surface, edition, box, scale)
    caption = wrap(edition.say(_T["sketch"]), box.width, style.CAPTION)
    flow.put_lines(caption, style.CAPTION, box.x, y=box.y + box.height + 2)


def _fitted(box: Box, metres: Sequence[tuple[float, float]]) -> tuple[float, Point]:
    """Return points per metre so that all places fit, and where the site falls."""
    east, north = [each[0] for each in metres], [each[1] for each in metres]
    span = max(max(east) - min(east), max(north) - min(north), _LEAST_SPAN)
    scale = (box.width - 2 * _MARGIN) / span
    middle = ((max(east) + min(east)) / 2, (max(north) + min(north)) / 2)
    x, y = box.x + box.width / 2, box.y + box.height / 2
    return scale, (x - middle[0] * scale, y + middle[1] * scale)


def _near(spots: Sequence[Point], names: Sequence[str]) -> list[tuple[Point, str]]:
    """Return one label for places that lie so close that theirs would cover each other."""
    found: list[tuple[Point, list[str]]] = []
    for spot, name in zip(spots, names, strict=True):
        here = (each for each, at in ((f[1], f[0]) for f in found) if math.dist(at, spot) < _CLOSE)
        beside = next(here, None)
        if beside is None:
            found.append((spot, [name]))
        else:
            beside.append(name)
    return [(spot, _run(numbers)) for spot, numbers in found]


def _run(numbers: Sequence[str]) -> str:
    """Return numbers as a person lists them: `3`, `3–7`, `3 …`."""
    if len(numbers) == 1:
        return numbers[0]
    known = [int(each) for each in numbers]
    whole = known == list(range(known[0], known[0] + len(known)))
    return f"{known[0]}–{known[-1]}" if whole else f"{known[0]} …"


def draw_ruler(surface: Surface, edition: Edition, box: Box, scale: float) -> None:
    """Draw a scale bar and a north arrow in the corners of `box`; `scale` is points per metre."""
    metres = max((each for each in _RULERS if each * scale <= box.width * 0.4), default=_RULERS[0])
    x, y = box.x + 8, box.y + box.height - 8
    end = x + metres * scale
    surface.line([(x, y - 3), (x, y), (end, y), (end, y - 3)], Pen(style.INK, width=0.8))
    small = Letters(7, colour=style.SECONDARY)
    surface.text((x, y - 5), edition.say(_T["metres"], metres=metres), small)
    top: Point = (box.x + box.width - 12, box.y + 8)
    arrow = [top, (top[0] + 3.5, top[1] + 10), (top[0], top[1] + 7.5), (top[0] - 3.5, top[1] + 10)]
    surface.line(arrow, Pen("", style.INK), closed=True)
    surface.text((top[0] - 3.5, top[1] + 19), edition.say(_T["north"]), small)


def _metres(place: PlaceContent, origin: PlaceContent) -> tuple[float, float]:
    north = (place.latitude - origin.latitude) * _METRES_PER_DEGREE
    shrink = math.cos(math.radians(origin.latitude))
    east = (place.longitude - origin.longitude) * _METRES_PER_DEGREE * shrink
    return east, north
