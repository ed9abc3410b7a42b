"""What stands on the pages, for a reader who hears them: headings, tables, figures.

Records the logical structure (ISO 32000-2, 14.7) while pages are painted; knows no PDF object.
Whatever is drawn outside of it, rules and tints and running heads, is decoration.
"""

from dataclasses import dataclass, field
from enum import StrEnum

MOST_PAGES = 300
"""Longer packages tag a table as one paragraph: a million cells would fill a reader's memory."""


class Role(StrEnum):
    """The standard types that are used (ISO 32000-2, 14.8.4)."""

    DOCUMENT = "Document"
    SECTION = "Sect"
    HEADING_1 = "H1"
    HEADING_2 = "H2"
    HEADING_3 = "H3"
    PARAGRAPH = "P"
    FIGURE = "Figure"
    TABLE = "Table"
    ROW = "TR"
    HEAD = "TH"
    CELL = "TD"
    LINK = "Link"
    FORM = "Form"


HEADINGS = (Role.HEADING_1, Role.HEADING_2, Role.HEADING_3)
_HOLDERS = frozenset({Role.DOCUMENT, Role.SECTION, Role.TABLE, Role.ROW})
"""Types that hold others and no text of their own."""

_OF_TABLES = frozenset({Role.TABLE, Role.ROW, Role.HEAD, Role.CELL})


@dataclass(frozen=True, slots=True)
class Content:
    """A marked piece of a page."""

    page: int
    """The page, from 1."""

    number: int
    """Its number on the page, from 0."""


@dataclass(frozen=True, slots=True)
class Annotation:
    """A link or a field on a page."""

    page: int
    """The page, from 1."""

    number: int
    """Its place among the annotations of the page, from 0."""


@dataclass(eq=False, slots=True)
class Element:
    """A node of the structure."""

    role: Role
    """What it is."""

    alt: str = ""
    """What a figure shows, in words."""

    span: int = 1
    """Columns that a cell covers."""

    kids: list["Element | Content | Annotation"] = field(default_factory=list)
    """What it holds, in reading order."""

    @property
    def drawn(self) -> bool:
        """Whether its shapes mean something: they are no decoration."""
        return self.role is Role.FIGURE


class Structure:
    """The structure under way: one element is open, or none, for decoration."""

    def __init__(self, *, cells: bool = True) -> None:
        """Begin with an empty document; without `cells` tables are paragraphs."""
        self.document = Element(Role.DOCUMENT)
        self.parents: dict[int, list[Element]] = {}
        self.annotated: dict[int, int] = {}
        self._cells = cells
        self._open: list[Element | None] = [self.document]

    @property
    def current(self) -> Element | None:
        """The element that is open; None for decoration."""
        return self._open[-1]

    def begin(self, role: Role | None, *, alt: str = "", span: int = 1) -> None:
        """Open an element inside the one that is open; None opens decoration."""
        now = self.current
        if role is None or now is None:
            self._open.append(None)
            return
        if not self._cells and role in _OF_TABLES:
            if role is not Role.TABLE:
                self._open.append(now)
                return
            role = Role.PARAGRAPH
        inside = role is Role.PARAGRAPH and now.role not in _HOLDERS
        self._open.append(now if inside else self._new(now, role, alt, span))

    def end(self) -> None:
        """Close what is open."""
        self._open.pop()

    def leaf(self) -> Element | None:
        """Return the element that text belongs to: the open one, or a new paragraph in it."""
        now = self.current
        if now is None or now.role not in _HOLDERS:
            return now
        return self._new(now, Role.PARAGRAPH)

    def content(self, page: int, element: Element) -> int:
        """Number a marked piece of a page that belongs to `element`."""
        owners = self.parents.setdefault(page, [])
        owners.append(element)
        element.kids.append(Content(page, len(owners) - 1))
        return len(owners) - 1

    def annotation(self, page: int, role: Role) -> Annotation:
        """Put a link or a form field of a page, told of in their order, where it belongs."""
        number = self.annotated.get(page, 0)
        self.annotated[page] = number + 1
        now = self.current or self.document
        holder = now if now.role is role else self._new(now, role)
        holder.kids.append(Annotation(page, number))
        return Annotation(page, number)

    @staticmethod
    def _new(parent: Element, role: Role, alt: str = "", span: int = 1) -> Element:
        made = Element(role, alt, span)
        parent.kids.append(made)
        return made
