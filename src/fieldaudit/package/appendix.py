"""The photo appendix: two large or six to a page, whole and upright, with where and when below."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fieldaudit.form.definition import Severity
from fieldaudit.package import style
from fieldaudit.package.content import VisitContent
from fieldaudit.package.edition import Edition, visit_key
from fieldaudit.package.evidence import PhotoContent
from fieldaudit.package.flow import Flow
from fieldaudit.package.structure import Role
from fieldaudit.package.style import LEFT, WIDTH, Style
from fieldaudit.package.surface import Box, Pen
from fieldaudit.package.words import minute, position, short_hash
from fieldaudit.package.wrap import ellipsis
from fieldaudit.texts import QT_TRANSLATE_NOOP

_T = {
    "title": QT_TRANSLATE_NOOP("Pdf", "照片附录（{count} 张）"),
    "number": QT_TRANSLATE_NOOP("Pdf", "照片 {number}"),
    "no_time": QT_TRANSLATE_NOOP("Pdf", "没有拍摄时间"),
    "no_place": QT_TRANSLATE_NOOP("Pdf", "没有位置"),
    "original": QT_TRANSLATE_NOOP("Pdf", "原件 SHA-256 {hash}…"),
    "beware": QT_TRANSLATE_NOOP("Pdf", "注意：{warnings}"),
}
_GAP = 14.0
_WARNING = Style(7.5, 10, bold=True, colour=style.ORANGE)
_LINES = 5


@dataclass(frozen=True, slots=True)
class _Grid:
    """How photos stand on a page."""

    columns: int
    height: float

    @property
    def width(self) -> float:
        """Width of one photo's box."""
        return (WIDTH - _GAP * (self.columns - 1)) / self.columns


_SIX = _Grid(2, 172.0)
_TWO = _Grid(1, 292.0)
# As high as two rows of six: one more row of small photos fills the page.
_ONE = _Grid(1, 400.0)


def draw_photos(flow: Flow, edition: Edition, visit: VisitContent) -> None:
    """Draw all photos of a visit; those of critical failures large and first."""
    if visit.restricted or not visit.photos:
        return
    flow.fresh()
    title = edition.say(_T["title"], count=len(visit.photos))
    flow.heading(title, key=visit_key(visit, "-photos"))
    grave = {number for item in visit.failures(Severity.CRITICAL) for number in item.photos}
    large = [photo for photo in visit.photos if photo.number in grave]
    small = [photo for photo in visit.photos if photo.number not in grave]
    pairs = len(large) // 2 * 2
    for grid, photos in ((_TWO, large[:pairs]), (_ONE, large[pairs:]), (_SIX, small)):
        for line in _lines(photos, grid.columns):
            _draw_line(flow, edition, grid, line)


def _lines(photos: Sequence[PhotoContent], columns: int) -> Iterator[Sequence[PhotoContent]]:
    for start in range(0, len(photos), columns):
        yield photos[start : start + columns]


def _draw_line(flow: Flow, edition: Edition, grid: _Grid, photos: Sequence[PhotoContent]) -> None:
    lines = _LINES - 1 + any(photo.warnings for photo in photos)
    flow.need(grid.height + 3 + lines * style.CAPTION.leading)
    for column, photo in enumerate(photos):
        box = Box(LEFT + column * (grid.width + _GAP), flow.y, grid.width, grid.height)
        flow.surface.rectangle(box, Pen("", style.TINT))
        with flow.tagged(Role.FIGURE, alt=_name(edition, photo)):
            flow.surface.photo(box, photo)
        _caption(flow, edition, photo, box)
    flow.y += grid.height + 3 + lines * style.CAPTION.leading + 8


def _name(edition: Edition, photo: PhotoContent) -> str:
    number = edition.say(_T["number"], number=photo.number)
    return "　".join(part for part in (number, photo.item, photo.caption) if part)


def _caption(flow: Flow, edition: Edition, photo: PhotoContent, box: Box) -> None:
    name = _name(edition, photo)
    time = " · ".join(part for part in (minute(photo.taken_at), photo.taken_from) if part)
    place = position(photo.place, edition.catalog) if photo.place else edition.say(_T["no_place"])
    lines = [
        (name, style.CAPTION_BOLD),
        (time or edition.say(_T["no_time"]), style.CAPTION_INK),
        (place, style.CAPTION_INK),
        (edition.say(_T["original"], hash=short_hash(photo.sha256)), style.CAPTION),
    ]
    if photo.warnings:
        warnings = edition.joined(photo.warnings)
        lines.append((edition.say(_T["beware"], warnings=warnings), _WARNING))
    y = box.y + box.height + 3
    with flow.tagged(Role.PARAGRAPH):
        for text, look in lines:
            flow.put(ellipsis(text, box.width, look), look, box.x, y=y)
            y += look.leading
