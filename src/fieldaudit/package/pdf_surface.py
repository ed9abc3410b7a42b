"""The real surface: pages drawn on a reportlab canvas and written to the file one by one.

Knows how a page is drawn and nothing of what is printed. The same calls give the same bytes.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import BinaryIO

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFObjectReference, PDFString
from reportlab.pdfbase.pdfmetrics import getFont
from reportlab.pdfgen.canvas import Canvas

from fieldaudit.package.evidence import PhotoContent
from fieldaudit.package.fonts import BOLD, REGULAR, face
from fieldaudit.package.fonts import width as text_width
from fieldaudit.package.pdf_document import StreamedDocument
from fieldaudit.package.pdf_operators import Operators, Shown, colour_of, shown
from fieldaudit.package.pdf_output import Output
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
_TEXTS = 16_384
"""Texts whose operators are kept; most of a package occur many times."""


class PdfSurface:
    """Pages of a PDF file under way."""

    blank = False

    def __init__(
        self, stream: BinaryIO, size: tuple[float, float] = (PAGE_WIDTH, PAGE_HEIGHT)
    ) -> None:
        """Begin the first page of `size` in the file `stream`."""
        face(bold=False)
        face(bold=True)
        self.places = Places()
        self.document = StreamedDocument(Output(stream))
        self.photos = PdfPhotos(self.document)
        self.shown: list[tuple[Placed, ...]] = []
        self.fields: list[PDFObjectReference] = []
        self._size = size
        self._canvas = Canvas("", pagesize=size, invariant=1, initialFontName=REGULAR)
        self._canvas._doc = self.document
        self._structure = StructureTree(self.document)
        self._shown = lru_cache(maxsize=_TEXTS)(self._spelled)
        self._marked: Element | None = None
        self._marking = False
        self._on_page: dict[str, Placed] = {}
        self._operators = Operators(self._canvas._code.append)

    def text(self, at: Point, text: str, letters: Letters) -> None:
        """Draw one line with its baseline at `at`."""
        self._mark(self.places.structure.leaf())
        told = self._shown(text, letters.bold, letters.size)
        self._operators.text(at[0], self._size[1] - at[1], told, letters)

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
        self._on_page[placed.name] = placed
        self._operators.put(f"q {wide:.4f} 0 0 {high:.4f} {left:.2f} {bottom:.2f} cm")
        self._canvas.doForm(placed.name)
        self._operators.put("Q")

    def watermark(self, text: str) -> None:
        """Draw `text` large and faint across the page."""
        canvas = self._canvas
        self._mark(None)
        canvas.saveState()
        canvas.translate(self._size[0] / 2, self._size[1] / 2)
        canvas.rotate(52)
        back = text_width(text, _MARK_SIZE, bold=True) / 2
        told = self._shown(text, True, _MARK_SIZE)
        taken = f"{colour_of(WATERMARK)} rg BT {told.first} {_MARK_SIZE} Tf"
        self._operators.put(f"{taken} {-back:.2f} -30 Td {told.operators} ET")
        canvas.restoreState()

    def mark(self, key: str, title: str, level: int, y: float) -> None:
        """Make this place a target of links, and with a title an entry of the outline."""
        self.places.marks[key] = self.places.pages + 1
        self._canvas.bookmarkPage(key, fit="XYZ", left=0, top=self._size[1] - y, zoom=0)
        if title:
            self._canvas.addOutlineEntry(title, key, level, closed=level > 0)

    def link(self, box: Box, key: str) -> None:
        """Make `box` lead to the place `key`."""
        place = self._canvas._bookmarkReference(key)
        border = PDFArray([0, 0, 0])
        entries = {"Subtype": PDFName("Link"), "F": _PRINT, "Border": border, "Dest": place}
        self._annotate(box, Role.LINK, entries)

    def signature_field(self, name: str, box: Box) -> None:
        """Keep `box` for a signature: an empty, visible field."""
        self.places.fields[name] = (self.places.pages + 1, box)
        bounds = PDFArray([0, 0, round(box.width, 2), round(box.height, 2)])
        form = {"Type": PDFName("XObject"), "Subtype": PDFName("Form"), "BBox": bounds}
        entries = {
            "Subtype": PDFName("Widget"),
            "FT": PDFName("Sig"),
            "T": PDFString(name),
            "F": _SIGNATURE,
            "AP": PDFDictionary({"N": self.document.stream(form, b"")}),
            "P": self.document.thisPageRef(),
        }
        self.fields.append(self._annotate(box, Role.FORM, entries))

    def begin(self, role: Role | None, *, alt: str = "", span: int = 1) -> None:
        """Open an element of the structure for what follows; None: it is decoration."""
        self.places.structure.begin(role, alt=alt, span=span)

    def end(self) -> None:
        """Close the element."""
        self.places.structure.end()

    def end_page(self) -> None:
        """Finish the page and begin the next."""
        if self._marking:
            self._operators.put("EMC")
            self._marking = False
        self.places.pages += 1
        self.document.page_entries = self._structure.page(self.document.thisPageName())
        self.shown.append(tuple(self._on_page.values()))
        self._canvas.showPage()
        self._on_page, self._operators = {}, Operators(self._canvas._code.append)

    def finish(self, *, info: PDFDictionary, identity: str) -> None:
        """Write what leads to the pages, and end the file; `identity` is 32 hex digits."""
        self._structure.write(self.places.structure)
        self.document.finish(self._canvas, info=info, identity=identity)

    def _shape(self, path: str, pen: Pen) -> None:
        self._mark(self._figure())
        self._operators.shape(path, pen)

    def _figure(self) -> Element | None:
        """Return the figure that shapes are part of; None: they are decoration."""
        now = self.places.structure.current
        return now if now and now.drawn else None

    def _mark(self, element: Element | None) -> None:
        """Mark what follows as a piece of `element`, or as decoration."""
        if self._marking and element is self._marked:
            return
        if self._marking:
            self._operators.put("EMC")
        if element is None:
            self._operators.put("/Artifact BMC")
        else:
            number = self.places.structure.content(self.places.pages + 1, element)
            self._operators.put(f"/{element.role.value} <</MCID {number}>> BDC")
        self._marked, self._marking = element, True

    def _spelled(self, text: str, bold: bool, size: float) -> Shown:
        """Return what shows a text, by the subsets of the face that hold its letters."""
        font = getFont(BOLD if bold else REGULAR)
        pieces = font.splitString(text, self.document)
        name = font.getSubsetInternalName
        return shown([(name(subset, self.document), piece) for subset, piece in pieces], size)

    def _annotate(self, box: Box, role: Role, entries: dict[str, object]) -> PDFObjectReference:
        told = self.places.structure.annotation(self.places.pages + 1, role)
        bottom = self._size[1] - box.y - box.height
        corners = (box.x, bottom, box.x + box.width, bottom + box.height)
        area = PDFArray([round(each, 2) for each in corners])
        made = PDFDictionary({"Type": PDFName("Annot"), "Rect": area, **entries})
        self._canvas._addAnnotation(made)
        made["StructParent"] = self._structure.annotation(told, self.document.told(made))
        return self.document.Reference(made)
