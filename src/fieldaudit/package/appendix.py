"""The photo appendix: two large or six to a page, whole and upright, with where and when below."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fieldaudit.form.definition import Severity
from fieldaudit.package import style
from fieldaudit.package.content import VisitContent
from fieldaudit.package.edition import Edition, item_key, photo_key, visit_key
from fieldaudit.package.evidence import PhotoContent
from fieldaudit.package.flow import Flow
from fieldaudit.package.structure import Role
from fieldaudit.package.style import LEFT, WIDTH, Style
from fieldaudit.package.surface import Box, Pen
from fieldaudit.package.words import minute, position, short_hash
from fieldaudit.package.wrap import ellipsis, wrap
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
_MOST_LINES = 3
"""Lines of a name or a warning."""

_LARGEST = 1.5
"""Points for a pixel."""


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
            _draw_line(flow, edition, visit, (grid, line))


def _lines(photos: Sequence[PhotoContent], columns: int) -> Iterator[Sequence[PhotoContent]]:
    for start in range(0, len(photos), columns):
        yield photos[start : start + columns]


def _draw_line(
    flow: Flow, edition: Edition, visit: VisitContent, line: tuple[_Grid, Sequence[PhotoContent]]
) -> None:
    """Draw photos beside one another at the height that the highest of them takes."""
    grid, photos = line
    captions = [_caption(edition, photo, grid.width) for photo in photos]
    tall = max(_height(photo, grid) for photo in photos)
    below = 3 + max(map(len, captions)) * style.CAPTION.leading
    flow.need(tall + below)
    for column, (photo, caption) in enumerate(zip(photos, captions, strict=True)):
        box = Box(LEFT + column * (grid.width + _GAP), flow.y, grid.width, tall)
        flow.surface.mark(photo_key(visit, photo.number), "", 0, flow.y)
        flow.surface.rectangle(box, Pen("", style.TINT))
        with flow.tagged(Role.FIGURE, alt=_name(edition, photo)):
            flow.photo(_inner(photo, box), photo)
        under = Box(box.x, box.y + tall, box.width, below)
        _draw_caption(flow, caption, under, _item_of(visit, photo))
    flow.y += tall + below + 8


def _height(photo: PhotoContent, grid: _Grid) -> float:
    """Return the height that a photo fills; a wide one takes less, an unknown one all."""
    wide, high = photo.size
    return min(grid.height, grid.width * high / wide) if wide and high else grid.height


def _inner(photo: PhotoContent, box: Box) -> Box:
    """Return the middle of a box for a photo of few pixels: enlarging it shows nothing more."""
    wide, high = (min(room, _LARGEST * edge) for room, edge in _rooms(photo, box))
    return Box(box.x + (box.width - wide) / 2, box.y + (box.height - high) / 2, wide, high)


def _rooms(photo: PhotoContent, box: Box) -> tuple[tuple[float, int], tuple[float, int]]:
    known = photo.size if all(photo.size) else (1 << 20, 1 << 20)
    return (box.width, known[0]), (box.height, known[1])


def _item_of(visit: VisitContent, photo: PhotoContent) -> str:
    """Return the key of the item that a photo proves; empty for none."""
    shown = (item for item in visit.items() if photo.number in item.photos)
    return next((item_key(visit, item) for item in shown), "")


def _name(edition: Edition, photo: PhotoContent) -> str:
    number = edition.say(_T["number"], number=photo.number)
    return "　".join(part for part in (number, photo.item, photo.caption) if part)


def _caption(edition: Edition, photo: PhotoContent, width: float) -> list[tuple[str, Style]]:
    """Return the lines below a photo; what does not fit of a name or a warning is wrapped."""
    time = " · ".join(part for part in (minute(photo.taken_at), photo.taken_from) if part)
    place = position(photo.place, edition.catalog) if photo.place else edition.say(_T["no_place"])
    named = _few(wrap(_name(edition, photo), width, style.CAPTION_BOLD))
    lines = [
        *((line, style.CAPTION_BOLD) for line in named),
        (time or edition.say(_T["no_time"]), style.CAPTION_INK),
        (place, style.CAPTION_INK),
        (original_hash(edition, photo), style.CAPTION),
    ]
    if photo.warnings:
        warnings = edition.joined(photo.warnings)
        beware = _few(wrap(edition.say(_T["beware"], warnings=warnings), width, _WARNING))
        lines += [(line, _WARNING) for line in beware]
    return [(ellipsis(text, width, look), look) for text, look in lines]


def original_hash(edition: Edition, photo: PhotoContent) -> str:
    """Return what is said of the bytes of a photo's original."""
    return edition.say(_T["original"], hash=short_hash(photo.sha256))


def _few(lines: tuple[str, ...]) -> tuple[str, ...]:
    return lines if len(lines) <= _MOST_LINES else (*lines[: _MOST_LINES - 1], f"{lines[2]}…")


def _draw_caption(flow: Flow, lines: Sequence[tuple[str, Style]], box: Box, item: str) -> None:
    y = box.y + 3
    with flow.tagged(Role.PARAGRAPH):
        for text, look in lines:
            flow.put(text, look, box.x, y=y)
            y += look.leading
        if item:
            flow.surface.link(box, item)
