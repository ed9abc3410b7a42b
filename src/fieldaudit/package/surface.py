"""What pages are drawn on: a protocol, and a blank surface that only counts pages.

A package is laid out twice: on the blank surface to learn the number of pages and on which
page each place falls, then on the real one. Coordinates are points, y downward from the top.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from fieldaudit.package.evidence import PhotoContent
from fieldaudit.package.structure import Role, Structure
from fieldaudit.package.style import INK

Point = tuple[float, float]


class Box(NamedTuple):
    """A rectangle on a page."""

    x: float
    """Left edge."""

    y: float
    """Upper edge."""

    width: float
    """Points."""

    height: float
    """Points."""


class Pen(NamedTuple):
    """How a shape is drawn; empty: not at all."""

    stroke: str = INK
    """#RRGGBB of the line."""

    fill: str = ""
    """#RRGGBB of the inside."""

    width: float = 0.4
    """Points."""

    dash: tuple[float, ...] = ()
    """On and off lengths."""


class Letters(NamedTuple):
    """How a run of letters is drawn."""

    size: float
    """Points."""

    bold: bool = False
    """Bold face."""

    colour: str = INK
    """#RRGGBB."""


@dataclass(slots=True)
class Places:
    """Where things fell: what the second pass needs of the first."""

    pages: int = 0
    """Number of pages."""

    marks: dict[str, int] = field(default_factory=dict)
    """Key of a place → its page, from 1."""

    fields: dict[str, tuple[int, Box]] = field(default_factory=dict)
    """Name of a signature field → its page, from 1, and box."""

    structure: Structure = field(default_factory=Structure)
    """What the marks on the pages are to each other."""


class Surface(Protocol):
    """Something that takes pages."""

    places: Places
    blank: bool
    """Whether nothing is drawn: what takes no part in the layout may be left out."""

    def text(self, at: Point, text: str, letters: Letters) -> None:
        """Draw one line with its baseline at `at`."""

    def line(self, points: Sequence[Point], pen: Pen, *, closed: bool = False) -> None:
        """Draw a line through `points`, or a closed and perhaps filled shape."""

    def rectangle(self, box: Box, pen: Pen) -> None:
        """Draw a rectangle."""

    def circle(self, centre: Point, radius: float, pen: Pen) -> None:
        """Draw a circle."""

    def photo(self, box: Box, photo: PhotoContent) -> None:
        """Draw a photo inside `box`, whole and in proportion."""

    def watermark(self, text: str) -> None:
        """Draw `text` large and faint across the page."""

    def mark(self, key: str, title: str, level: int, y: float) -> None:
        """Make this place a target of links, and with a title an entry of the outline."""

    def link(self, box: Box, key: str) -> None:
        """Make `box` lead to the place `key`."""

    def signature_field(self, name: str, box: Box) -> None:
        """Keep `box` for a signature."""

    def begin(self, role: Role | None, *, alt: str = "", span: int = 1) -> None:
        """Open an element of the structure for what follows; None: it is decoration."""

    def end(self) -> None:
        """Close the element."""

    def end_page(self) -> None:
        """Finish the page and begin the next."""


class BlankSurface:
    """Draws nothing, but knows where everything would fall."""

    blank = True

    def __init__(self) -> None:
        """Start at the first page."""
        self.places = Places()

    def text(self, at: Point, text: str, letters: Letters) -> None:
        """Draw nothing."""

    def line(self, points: Sequence[Point], pen: Pen, *, closed: bool = False) -> None:
        """Draw nothing."""

    def rectangle(self, box: Box, pen: Pen) -> None:
        """Draw nothing."""

    def circle(self, centre: Point, radius: float, pen: Pen) -> None:
        """Draw nothing."""

    def photo(self, box: Box, photo: PhotoContent) -> None:
        """Draw nothing."""

    def watermark(self, text: str) -> None:
        """Draw nothing."""

    def mark(self, key: str, title: str, level: int, y: float) -> None:
        """Remember the page."""
        self.places.marks[key] = self.places.pages + 1

    def link(self, box: Box, key: str) -> None:
        """Draw nothing."""

    def signature_field(self, name: str, box: Box) -> None:
        """Remember page and box."""
        self.places.fields[name] = (self.places.pages + 1, box)

    def begin(self, role: Role | None, *, alt: str = "", span: int = 1) -> None:
        """Draw nothing."""

    def end(self) -> None:
        """Draw nothing."""

    def end_page(self) -> None:
        """Count it."""
        self.places.pages += 1
