"""The real surface: pages spelled as PDF operators and written to a file one by one.

Knows how a page is written and nothing of what is printed. Nothing of a page is kept once it is
finished. The same calls give the same bytes.
"""

import hashlib
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from fieldaudit.package.evidence import PhotoContent
from fieldaudit.package.fonts import width
from fieldaudit.package.pdf_file import PdfFile, references, text_string, write_names
from fieldaudit.package.pdf_font import PdfFont
from fieldaudit.package.pdf_outline import Bookmark, write_outline
from fieldaudit.package.pdf_page import Page, PageTree, colour_of
from fieldaudit.package.pdf_photos import PdfPhotos, Placed
from fieldaudit.package.structure import Element, Role
from fieldaudit.package.structure_tree import StructureTree
from fieldaudit.package.style import FRAME, PAGE_HEIGHT, PAGE_WIDTH, TINT, WATERMARK
from fieldaudit.package.surface import Box, Letters, Pen, Places, Point

_ROUND = 0.5523
"""How far the handles of a Bézier quarter stand off: 4/3 (√2 - 1)."""
_PRINT = 4
_SIGNATURE = 4 | 128
"""Annotation flags: print it; locked in place."""
_MARK_SIZE = 92


@dataclass(frozen=True, slots=True)
class Drawn:
    """What was written of one page."""

    sha256: str
    """Hash of its drawing as it lies in the file, hex."""

    photos: tuple[Placed, ...]
    """The photos on it."""


class PdfSurface:
    """Pages of a PDF file under way."""

    def __init__(
        self, file: PdfFile, size: tuple[float, float] = (PAGE_WIDTH, PAGE_HEIGHT)
    ) -> None:
        """Begin the first page of `size` in `file`."""
        self.places = Places()
        self.photos = PdfPhotos(file)
        self.drawn: list[Drawn] = []
        self.fields: list[int] = []
        self._file = file
        self._size = size
        self._fonts: dict[bool, PdfFont] = {}
        self._bookmarks: list[Bookmark] = []
        self._targets: list[tuple[str, str]] = []
        self._tree = PageTree(file)
        self._structure = StructureTree(file)
        self._marked: Element | None = None
        self._marking = False
        self._shown: dict[str, Placed] = {}
        self._page = Page(file)

    def text(self, at: Point, text: str, letters: Letters) -> None:
        """Draw one line with its baseline at `at`."""
        self._mark(self.places.structure.leaf())
        x, y = at[0], self._size[1] - at[1]
        shown = self._font(letters.bold).shown(text)
        self._page.put(f"BT {self._page.taken(letters)}{x:.2f} {y:.2f} Td <{shown}> Tj ET")

    def line(self, points: Sequence[Point], pen: Pen, *, closed: bool = False) -> None:
        """Draw a line through `points`, or a closed and perhaps filled shape."""
        high = self._size[1]
        x, y = points[0]
        steps = [f"{x:.2f} {high - y:.2f} m", *(f"{x:.2f} {high - y:.2f} l" for x, y in points[1:])]
        self._shape(" ".join([*steps, "h"] if closed else steps), pen)

    def rectangle(self, box: Box, pen: Pen) -> None:
        """Draw a rectangle."""
        bottom = self._size[1] - box.y - box.height
        self._shape(f"{box.x:.2f} {bottom:.2f} {box.width:.2f} {box.height:.2f} re", pen)

    def circle(self, centre: Point, radius: float, pen: Pen) -> None:
        """Draw a circle."""
        x, y, away = centre[0], self._size[1] - centre[1], radius * _ROUND
        turns = ((1, 0, 0, 1), (0, 1, -1, 0), (-1, 0, 0, -1), (0, -1, 1, 0))
        quarters = (
            f"{x + a * radius + c * away:.2f} {y + b * radius + d * away:.2f}"
            f" {x + c * radius + a * away:.2f} {y + d * radius + b * away:.2f}"
            f" {x + c * radius:.2f} {y + d * radius:.2f} c"
            for a, b, c, d in turns
        )
        self._shape(f"{x + radius:.2f} {y:.2f} m {' '.join(quarters)} h", pen)

    def photo(self, box: Box, photo: PhotoContent) -> None:
        """Draw a photo inside `box`, whole and in proportion; a damaged one leaves a frame."""
        placed = self.photos.placed(photo)
        if placed is None:
            self.rectangle(box, Pen(stroke=FRAME, fill=TINT, dash=(2, 2)))
            return
        scale = min(box.width / placed.width, box.height / placed.height)
        wide, high = placed.width * scale, placed.height * scale
        left = box.x + (box.width - wide) / 2
        bottom = self._size[1] - box.y - (box.height + high) / 2
        self._mark(self._figure())
        self._shown[placed.name] = placed
        at = f"{wide:.4f} 0 0 {high:.4f} {left:.2f} {bottom:.2f}"
        self._page.put(f"q {at} cm /{placed.name} Do Q")

    def watermark(self, text: str) -> None:
        """Draw `text` large and faint across the page."""
        self._mark(None)
        back = width(text, _MARK_SIZE, bold=True) / 2
        turned = "0.6157 0.7880 -0.7880 0.6157"  # by 52 degrees
        self._page.put(
            f"q {turned} {self._size[0] / 2:.2f} {self._size[1] / 2:.2f} cm"
            f" {colour_of(WATERMARK)} rg BT /F1 {_MARK_SIZE} Tf {-back:.2f} -30 Td"
            f" <{self._font(True).shown(text)}> Tj ET Q"
        )

    def mark(self, key: str, title: str, level: int, y: float) -> None:
        """Make this place a target of links, and with a title an entry of the outline."""
        self.places.marks[key] = self.places.pages + 1
        place = f"[{self._page.number} 0 R/XYZ 0 {self._size[1] - y:.2f} 0]"
        self._targets.append((key, place))
        if title:
            self._bookmarks.append(Bookmark(title, place, level))

    def link(self, box: Box, key: str) -> None:
        """Make `box` lead to the place `key`."""
        entries = f"/Subtype/Link/F {_PRINT}/Border[0 0 0]/Dest{text_string(key)}"
        self._annotate(box, Role.LINK, entries)

    def signature_field(self, name: str, box: Box) -> None:
        """Keep `box` for a signature: an empty, visible field."""
        self.places.fields[name] = (self.places.pages + 1, box)
        bounds = f"/BBox[0 0 {box.width:.2f} {box.height:.2f}]"
        look = self._file.stream(f"/Type/XObject/Subtype/Form{bounds}", b"")
        entries = f"/Subtype/Widget/FT/Sig/T{text_string(name)}/F {_SIGNATURE}/AP<</N {look} 0 R>>"
        entries += f"/P {self._page.number} 0 R"
        self.fields.append(self._annotate(box, Role.FORM, entries))

    def begin(self, role: Role | None, *, alt: str = "", span: int = 1) -> None:
        """Open an element of the structure for what follows; None: it is decoration."""
        self.places.structure.begin(role, alt=alt, span=span)

    def end(self) -> None:
        """Close the element."""
        self.places.structure.end()

    def end_page(self) -> None:
        """Finish the page and begin the next."""
        page, file = self._page, self._file
        if self._marking:
            page.put("EMC")
            self._marking = False
        self.places.pages += 1
        drawing = zlib.compress(page.drawing())
        content = file.stream("/Filter/FlateDecode", drawing)
        parts = [
            f"/Type/Page/Parent {self._tree.add(page.number)} 0 R/Contents {content} 0 R",
            f"/MediaBox[0 0 {self._size[0]:.4f} {self._size[1]:.4f}]",
            f"/Resources{_resources(self._fonts, self._shown)}",
            self._structure.page(page.number),
        ]
        if page.annotations:
            parts.append(f"/Annots[{references(page.annotations)}]")
        file.put(f"<<{''.join(parts)}>>", page.number)
        sha256 = hashlib.sha256(drawing).hexdigest()
        self.drawn.append(Drawn(sha256, tuple(self._shown.values())))
        self._page, self._shown = Page(file), {}

    def finish(self, *, info: int, identity: str, names: str = "", entries: str = "") -> None:
        """Write what leads to the pages, and end the file.

        Args:
            info: number of the document information.
            identity: 32 hex digits that tell the file from others.
            names: further entries of the catalogue's name dictionary.
            entries: further entries of the catalogue.
        """
        file = self._file
        for font in self._fonts.values():
            font.embed(file)
        parts = [f"/Pages {self._tree.write()} 0 R", entries]
        parts.append(f"/Names<</Dests {write_names(file, self._targets)} 0 R{names}>>")
        if outline := write_outline(file, self._bookmarks):
            parts.append(f"/Outlines {outline} 0 R")
        parts.append(self._structure.write(self.places.structure))
        root = file.put(f"<</Type/Catalog{''.join(parts)}>>")
        file.finish(root=root, info=info, identity=identity)

    def _shape(self, path: str, pen: Pen) -> None:
        self._mark(self._figure())
        self._page.shape(path, pen)

    def _figure(self) -> Element | None:
        """Return the figure that shapes are part of; None: they are decoration."""
        now = self.places.structure.current
        return now if now and now.drawn else None

    def _mark(self, element: Element | None) -> None:
        """Mark what follows as a piece of `element`, or as decoration."""
        if self._marking and element is self._marked:
            return
        if self._marking:
            self._page.put("EMC")
        if element is None:
            self._page.put("/Artifact BMC")
        else:
            number = self.places.structure.content(self.places.pages + 1, element)
            self._page.put(f"/{element.role.value} <</MCID {number}>> BDC")
        self._marked, self._marking = element, True

    def _font(self, bold: bool) -> PdfFont:
        if bold not in self._fonts:
            self._fonts[bold] = PdfFont(self._file.reserve(), bold=bold)
        return self._fonts[bold]

    def _annotate(self, box: Box, role: Role, entries: str) -> int:
        told = self.places.structure.annotation(self.places.pages + 1, role)
        number = self._file.reserve()
        bottom = self._size[1] - box.y - box.height
        area = f"{box.x:.2f} {bottom:.2f} {box.x + box.width:.2f} {bottom + box.height:.2f}"
        entries += self._structure.annotation(told, number)
        self._page.annotations.append(number)
        return self._file.put(f"<</Type/Annot{entries}/Rect[{area}]>>", number)


def _resources(fonts: Mapping[bool, PdfFont], photos: Mapping[str, Placed]) -> str:
    known = "".join(f"/F{font.bold:d} {font.number} 0 R" for font in fonts.values())
    shown = "".join(f"/{name} {placed.number} 0 R" for name, placed in photos.items())
    return f"<</Font<<{known}>>/XObject<<{shown}>>>>"
