"""The real surface: pages painted with reportlab and written to a file as they are formatted.

Knows reportlab's canvas and nothing of what is printed. The same calls give the same bytes.
"""

from collections.abc import Sequence
from functools import lru_cache, partial
from typing import Any, BinaryIO

from reportlab import rl_config
from reportlab.lib.colors import HexColor
from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.pdfmetrics import getFont
from reportlab.pdfgen.canvas import Canvas

from fieldaudit.errors import BadInput
from fieldaudit.package.evidence import PhotoContent
from fieldaudit.package.fonts import BOLD, REGULAR, face
from fieldaudit.package.jpegs import Jpeg, PhotoSpool
from fieldaudit.package.structure import Element, Role
from fieldaudit.package.style import FRAME, PAGE_HEIGHT, PAGE_WIDTH, TINT, WATERMARK
from fieldaudit.package.surface import Box, Letters, Pen, Places, Point

# ASCII85 makes a package a quarter larger and thirty times slower.
rl_config.useA85 = 0

_colour = lru_cache(maxsize=64)(HexColor)


@lru_cache(maxsize=64)
def _colour_of(colour: str) -> str:
    """Return red, green and blue of a colour from 0 to 1."""
    return " ".join(f"{part:.4g}" for part in _colour(colour).rgb())


@lru_cache(maxsize=256)
def _pen(pen: Pen) -> str:
    """Return the operators that take a pen: colours, width and dashes (ISO 32000-2, 8.4)."""
    parts = []
    if pen.stroke:
        dash = " ".join(f"{each:g}" for each in pen.dash)
        parts.append(f"{_colour_of(pen.stroke)} RG {pen.width:g} w [{dash}] 0 d")
    if pen.fill:
        parts.append(f"{_colour_of(pen.fill)} rg")
    return " ".join(parts)


def _paint(pen: Pen) -> str:
    """Return the operator that strokes or fills a path, or does both."""
    return {(True, True): "B", (True, False): "S", (False, True): "f"}.get(
        (bool(pen.stroke), bool(pen.fill)), "n"
    )


class PdfSurface:
    """Pages of a PDF file under way."""

    def __init__(
        self, spool: PhotoSpool, size: tuple[float, float] = (PAGE_WIDTH, PAGE_HEIGHT)
    ) -> None:
        """Begin the first page of `size`; photos go through `spool`."""
        face(bold=False)
        face(bold=True)
        self.places = Places()
        self.damaged: list[PhotoContent] = []
        self._spool = spool
        self._height = size[1]
        self._photos: dict[str, Jpeg | None] = {}
        self._shown: dict[tuple[str, bool, float], str] = {}
        self._marked: Element | None = None
        self._marking = False
        self._canvas = Canvas(
            "",
            pagesize=size,
            pageCompression=1,
            invariant=1,
            pdfVersion=(1, 7),
            initialFontName=REGULAR,
        )

    def text(self, at: Point, text: str, letters: Letters) -> None:
        """Draw one line with its baseline at `at`."""
        shown = self._operators(text, letters)
        self._mark(self.places.structure.leaf())
        self._put(
            f"BT {_colour_of(letters.colour)} rg"
            f" 1 0 0 1 {at[0]:.2f} {self._height - at[1]:.2f} Tm {shown} ET"
        )

    def line(self, points: Sequence[Point], pen: Pen, *, closed: bool = False) -> None:
        """Draw a line through `points`, or a closed and perhaps filled shape."""
        steps = [f"{x:.2f} {self._height - y:.2f} l" for x, y in points[1:]]
        x, y = points[0]
        self._shape()
        path = " ".join([f"{x:.2f} {self._height - y:.2f} m", *steps, *(["h"] if closed else [])])
        self._put(f"{_pen(pen)} {path} {_paint(pen)}")

    def rectangle(self, box: Box, pen: Pen) -> None:
        """Draw a rectangle."""
        bottom = self._height - box.y - box.height
        self._shape()
        shape = f"{box.x:.2f} {bottom:.2f} {box.width:.2f} {box.height:.2f} re"
        self._put(f"{_pen(pen)} {shape} {_paint(pen)}")

    def circle(self, centre: Point, radius: float, pen: Pen) -> None:
        """Draw a circle."""
        self._shape()
        self._put(_pen(pen))
        stroke, fill = int(bool(pen.stroke)), int(bool(pen.fill))
        self._canvas.circle(centre[0], self._height - centre[1], radius, stroke=stroke, fill=fill)

    def photo(self, box: Box, photo: PhotoContent) -> None:
        """Draw a photo inside `box`, whole and in proportion; a damaged one leaves a frame."""
        jpeg = self._spooled(photo)
        if jpeg is None:
            self.rectangle(box, Pen(stroke=FRAME, fill=TINT, dash=(2, 2)))
            return
        scale = min(box.width / jpeg.width, box.height / jpeg.height)
        wide, high = jpeg.width * scale, jpeg.height * scale
        left = box.x + (box.width - wide) / 2
        bottom = self._height - box.y - (box.height + high) / 2
        canvas = self._canvas
        self._shape()
        canvas.saveState()
        canvas.transform(wide, 0, 0, high, left, bottom)
        canvas.doForm(jpeg.name)
        canvas.restoreState()

    def watermark(self, text: str) -> None:
        """Draw `text` large and faint across the page."""
        canvas = self._canvas
        self._mark(None)
        canvas.saveState()
        canvas.translate(PAGE_WIDTH / 2, PAGE_HEIGHT / 2)
        canvas.rotate(52)
        canvas.setFont(BOLD, 92)
        canvas.setFillColor(_colour(WATERMARK))
        canvas.drawCentredString(0, -30, text)
        canvas.restoreState()

    def mark(self, key: str, title: str, level: int, y: float) -> None:
        """Make this place a target of links, and with a title an entry of the outline."""
        self.places.marks[key] = self.places.pages + 1
        self._canvas.bookmarkPage(key, fit="XYZ", left=0, top=self._height - y, zoom=0)
        if title:
            self._canvas.addOutlineEntry(title, key, level, closed=level > 0)

    def link(self, box: Box, key: str) -> None:
        """Make `box` lead to the place `key`."""
        bottom = self._height - box.y - box.height
        area = (box.x, bottom, box.x + box.width, self._height - box.y)
        self._canvas.linkRect("", key, area, relative=0, thickness=0)
        self.places.structure.link(self.places.pages + 1)

    def signature_field(self, name: str, box: Box) -> None:
        """Keep `box` for a signature."""
        self.places.fields[name] = (self.places.pages + 1, box)
        self.places.structure.field(name)

    def begin(self, role: Role | None, *, alt: str = "", span: int = 1) -> None:
        """Open an element of the structure for what follows; None: it is decoration."""
        self.places.structure.begin(role, alt=alt, span=span)

    def end(self) -> None:
        """Close the element."""
        self.places.structure.end()

    def end_page(self) -> None:
        """Finish the page and begin the next."""
        if self._marking:
            self._put("EMC")
            self._marking = False
        self.places.pages += 1
        self._canvas.showPage()

    def write(self, stream: BinaryIO) -> None:
        """Write the whole file to `stream`, one object after the other."""
        document: Any = self._canvas._doc
        document.format = partial(_write_objects, document, stream)
        document.GetPDFData(self._canvas)

    def _shape(self) -> None:
        """Mark what follows as part of a figure, or else as decoration."""
        now = self.places.structure.current
        self._mark(now if now and now.drawn else None)

    def _mark(self, element: Element | None) -> None:
        """Mark what follows as a piece of `element`, or as decoration."""
        if self._marking and element is self._marked:
            return
        if self._marking:
            self._put("EMC")
        if element is None:
            self._put("/Artifact BMC")
        else:
            number = self.places.structure.content(self.places.pages + 1, element)
            self._put(f"/{element.role.value} <</MCID {number}>> BDC")
        self._marked, self._marking = element, True

    def _put(self, operators: str) -> None:
        """Add operators to the page; spelling numbers takes reportlab most of its time."""
        self._canvas._code.append(operators)

    def _operators(self, text: str, letters: Letters) -> str:
        """Return the operators that show a text; most texts of a package occur many times."""
        key = text, letters.bold, letters.size
        if key not in self._shown:
            font = getFont(BOLD if letters.bold else REGULAR)
            document = self._canvas._doc
            self._shown[key] = " ".join(
                f"{font.getSubsetInternalName(subset, document)} {letters.size:g} Tf"
                f" <{piece.hex()}> Tj"
                for subset, piece in font.splitString(text, document)
            )
        return self._shown[key]

    def _spooled(self, photo: PhotoContent) -> Jpeg | None:
        # The same original in two places of a package is stored once.
        key = photo.sha256 or f"{id(photo)}"
        if key not in self._photos:
            try:
                jpeg = self._spool.put(photo, f"photo{len(self._photos) + 1}")
            except (ValueError, BadInput):
                self.damaged.append(photo)
                self._photos[key] = None
                return None
            self._photos[key] = jpeg
            self.places.photos[jpeg.name] = photo.number
            self._register(jpeg)
        return self._photos[key]

    def _register(self, jpeg: Jpeg) -> None:
        document: Any = self._canvas._doc
        inside = document.inObject
        document.addForm(jpeg.name, _Image(jpeg, self._spool))
        document.inObject = inside


class _Image(pdfdoc.PDFObject):  # type: ignore[misc] # reportlab is untyped
    """An image object that fetches its bytes when it is written."""

    __RefOnly__ = 1

    def __init__(self, jpeg: Jpeg, spool: PhotoSpool) -> None:
        self._jpeg = jpeg
        self._spool = spool

    def format(self, _document: object) -> bytes:
        jpeg = self._jpeg
        head = (
            f"<</Type/XObject/Subtype/Image/Width {jpeg.width}/Height {jpeg.height}"
            f"/ColorSpace/{jpeg.space}/BitsPerComponent 8/Filter/DCTDecode/Length {jpeg.length}>>"
        )
        return b"%s\nstream\n%s\nendstream" % (head.encode(), self._spool.bytes_of(jpeg))


def _write_objects(document: Any, stream: BinaryIO) -> None:
    """Write header, objects, cross-reference table and trailer; objects may add others."""
    root, info = document.Reference(document.Catalog), document.Reference(document.info)
    place = stream.write(b"%PDF-1.7\n%\xe6\xa3\x80\xe6\x9f\xa5\n")
    offsets: list[int] = []
    while (number := len(offsets) + 1) in document.numberToId:
        name = document.numberToId[number]
        offsets.append(place)
        shown = pdfdoc.PDFIndirectObject(name, document.idToObject[name]).format(document)
        place += stream.write(pdfdoc.pdfdocEnc(shown))
    rows = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(offsets) + 1
    ends = [pdfdoc.pdfdocEnc(pdfdoc.format(each, document)).decode() for each in (root, info)]
    stream.write(b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, rows))
    trailer = (
        f"trailer\n<</Size {size}/Root {ends[0]}/Info {ends[1]}>>\nstartxref\n{place}\n%%EOF\n"
    )
    stream.write(trailer.encode())
