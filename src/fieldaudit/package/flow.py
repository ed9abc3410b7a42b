"""Text that flows down pages: a cursor, page turns, and the running head and foot."""

from collections.abc import Callable
from dataclasses import dataclass

from fieldaudit.package import style
from fieldaudit.package.evidence import PhotoContent
from fieldaudit.package.fonts import width as text_width
from fieldaudit.package.structure import HEADINGS, Role
from fieldaudit.package.style import BOTTOM, LEFT, MM, RIGHT, TOP, WIDTH, Style
from fieldaudit.package.surface import Box, Letters, Pen, Surface
from fieldaudit.package.wrap import ellipsis, wrap

_BELOW = 4
"""Points between a heading and what follows."""
_HEAD_LINE = TOP - 5 * MM
_FOOT_LINE = BOTTOM + 5 * MM


@dataclass(frozen=True, slots=True)
class Furniture:
    """What stands on every page."""

    head: str
    """Number and version, at the left of the head."""

    kind: str
    """What kind of record it is, at the right of the head."""

    foot: str
    """Hash prefix, at the left of the foot."""

    draft: str
    """Draft mark; empty for a final package."""

    page: str
    """`第 {page} / {pages} 页`."""

    pages: int
    """Number of pages; 0 in the first pass."""


class Flow:
    """A cursor on a surface; `y` is the upper edge of what comes next."""

    def __init__(
        self, surface: Surface, furniture: Furniture, pause: Callable[[int], None] | None = None
    ) -> None:
        """Begin at the top of the first page, which is the cover and has no head.

        Args:
            surface: what is drawn on.
            furniture: what stands on every page.
            pause: told the page before each photo and at its end; it may stop the work.
        """
        self.surface = surface
        self.blank = surface.blank
        self.y = TOP
        self.subject = ""
        self._rank = 0
        self._furniture = furniture
        self._pause = pause
        self._closing = _Closing(surface)
        self._under()

    @property
    def page(self) -> int:
        """The page under way, from 1."""
        return self.surface.places.pages + 1

    def need(self, height: float) -> None:
        """Turn the page unless `height` fits below the cursor."""
        if self.y + height > BOTTOM and self.y > TOP:
            self.turn()

    def turn(self) -> None:
        """Finish the page and begin the next."""
        self._finish()
        self.y = TOP
        self._under()

    def fresh(self) -> None:
        """Begin a page unless nothing stands on this one yet."""
        if self.y > TOP:
            self.turn()

    def end(self) -> None:
        """Finish the last page."""
        self._finish()

    def gap(self, height: float = style.GAP) -> None:
        """Leave room, but none at the top of a page."""
        if self.y > TOP:
            self.y += height

    def put(self, text: str, look: Style, x: float = LEFT, *, y: float) -> None:
        """Draw one line whose first-line box begins at `y`."""
        if self.blank:
            return
        # The baseline lies so that Chinese glyphs sit in the middle of the leading.
        baseline = y + (look.leading - look.size) / 2 + look.size * 0.88
        self.surface.text((x, baseline), text, Letters(look.size, look.bold, look.colour))

    def put_right(self, text: str, look: Style, right: float = RIGHT, *, y: float) -> None:
        """Draw one line that ends at `right`."""
        if not self.blank:
            self.put(text, look, right - text_width(text, look.size, bold=look.bold), y=y)

    def photo(self, box: Box, photo: PhotoContent) -> None:
        """Draw a photo inside `box`."""
        if self._pause:
            self._pause(self.page)
        self.surface.photo(box, photo)

    def put_lines(self, lines: tuple[str, ...], look: Style, x: float = LEFT, *, y: float) -> float:
        """Draw lines below one another as one paragraph; return where they end."""
        with self.tagged(Role.PARAGRAPH):
            for line in lines:
                self.put(line, look, x, y=y)
                y += look.leading
        return y

    def tagged(self, role: Role | None, *, alt: str = "", span: int = 1) -> "_Closing":
        """Say what is drawn meanwhile; a page may turn in between. None: decoration."""
        self.surface.begin(role, alt=alt, span=span)
        return self._closing

    def write(
        self, text: str, look: Style = style.BODY, *, x: float = LEFT, width: float = WIDTH
    ) -> None:
        """Write wrapped text at the cursor, turning pages between lines."""
        with self.tagged(Role.PARAGRAPH):
            for line in wrap(text, width, look):
                self.need(look.leading)
                self.put(line, look, x, y=self.y)
                self.y += look.leading

    def heading(
        self,
        text: str,
        look: Style = style.HEADING,
        *,
        keep: float = 60,
        key: str = "",
        level: int = 1,
    ) -> None:
        """Write a heading that stays with the next `keep` points; with a key it is a bookmark."""
        self.gap(14 if look is style.HEADING else 8)
        lines = wrap(text, WIDTH, look)
        self.need(len(lines) * look.leading + _BELOW + keep)
        if key:
            self.surface.mark(key, text, level, self.y - 4)
        # No rank of the headings is left out: a reader who hears them goes by it.
        self._rank = min(3 if look is style.SUBHEADING else level + 1, self._rank + 1)
        with self.tagged(HEADINGS[self._rank - 1]):
            self.y = self.put_lines(lines, look, y=self.y) + _BELOW

    def rule(
        self, y: float, *, colour: str = style.LINE, x: float = LEFT, right: float = RIGHT
    ) -> None:
        """Draw a hairline across."""
        if not self.blank:
            self.surface.line([(x, y), (right, y)], Pen(colour, width=style.HAIRLINE))

    def title(self, text: str) -> None:
        """Write the title of the whole package."""
        self._rank = 1
        with self.tagged(Role.HEADING_1):
            self.write(text, style.TITLE)

    def _under(self) -> None:
        if self._furniture.draft:
            self.surface.watermark(self._furniture.draft)

    def _finish(self) -> None:
        with self.tagged(None):
            self._furnish(self._furniture)
        if self._pause:
            self._pause(self.page)
        self.surface.end_page()

    def _furnish(self, furniture: Furniture) -> None:
        if self.page > 1:
            self._head(furniture)
        self.rule(_FOOT_LINE)
        y = _FOOT_LINE + 3
        self.put(furniture.foot, style.CAPTION, y=y)
        number = furniture.page.format(page=self.page, pages=furniture.pages or "–")
        self.put_right(number, style.CAPTION, y=y)
        if furniture.draft:
            look = Style(7.5, 10, bold=True, colour=style.RED)
            middle = (LEFT + RIGHT + text_width(furniture.draft, 7.5, bold=True)) / 2
            self.put_right(furniture.draft, look, middle, y=y)

    def _head(self, furniture: Furniture) -> None:
        y = _HEAD_LINE - 13
        kind = text_width(furniture.kind, style.CAPTION.size)
        left = f"{furniture.head} · {self.subject}" if self.subject else furniture.head
        self.put(ellipsis(left, WIDTH - kind - 20, style.CAPTION), style.CAPTION, y=y)
        self.put_right(furniture.kind, style.CAPTION, y=y)
        self.rule(_HEAD_LINE)


class _Closing:
    """Closes the element that is open; one serves all: a page has tens of thousands."""

    def __init__(self, surface: Surface) -> None:
        self._end = surface.end

    def __enter__(self) -> None:
        pass

    def __exit__(self, *_: object) -> None:
        self._end()
