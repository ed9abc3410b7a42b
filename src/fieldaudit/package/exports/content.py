"""What is exported, apart from every file format: tables, layers, photos, submissions.

Cells are typed values; which words and answers they hold was decided before.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import TypeAlias

from fieldaudit.errors import Problem
from fieldaudit.texts import Language

Cell: TypeAlias = str | int | float | date | datetime | None
"""A typed value: `datetime` always has an offset; None: nothing was said."""

Row: TypeAlias = tuple[Cell, ...]

Point: TypeAlias = tuple[float, float]
"""Longitude and latitude, degrees, WGS-84."""


class CellKind(StrEnum):
    """What the cells of a column are."""

    TEXT = "text"
    INTEGER = "integer"
    DECIMAL = "decimal"
    DATE = "date"
    MOMENT = "moment"


@dataclass(frozen=True, slots=True)
class Column:
    """One column; its id stays the same over form versions and languages."""

    id: str
    """Question id, or the name of a fact about the record."""

    label: str
    """What a person reads above it."""

    kind: CellKind = CellKind.TEXT
    """What its cells are."""

    unit: str = ""
    """Unit of its numbers."""

    versions: tuple[str, ...] = ()
    """Versions of the form that ask it; empty for facts that no form asks."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of typed cells below columns."""

    id: str
    """Stable name: a file name and a layer name, `residential`, `findings`."""

    title: str
    """Name that a person reads."""

    columns: tuple[Column, ...]
    """From left to right, each id once."""

    rows: Sequence[Row]
    """Each as long as `columns`."""

    plain: bool = False
    """True when only the labels stand above it: a list that others prescribe the heads of."""


class Shape(StrEnum):
    """What a geometry is."""

    POINT = "Point"
    LINE = "LineString"
    POLYGON = "Polygon"


@dataclass(frozen=True, slots=True)
class Geometry:
    """A point, a line, or the closed outer ring of an area."""

    shape: Shape
    """Which."""

    points: tuple[Point, ...]
    """In order; a ring ends where it begins and runs counterclockwise."""


@dataclass(frozen=True, slots=True)
class Layer:
    """A table whose rows lie somewhere."""

    table: Table
    """The rows; the first column is the record's id."""

    places: Sequence[Geometry | None]
    """Where each row lies; None: not known, or withheld."""

    shape: Shape | None = Shape.POINT
    """What all geometries are; None: any."""

    label: str = ""
    """Id of the column that a map writes beside a feature."""

    classes: "Classes | None" = None
    """How a map colours its features; None: all alike."""


@dataclass(frozen=True, slots=True)
class Classes:
    """The colours of a layer by the value of one column."""

    column: str
    """Its id."""

    colours: Mapping[str, tuple[str, str]]
    """Value → (name, colour `#rrggbb`); for ranges the value is `lower:upper`."""

    ranges: bool = False
    """True when values are ranges of numbers."""


@dataclass(frozen=True, slots=True)
class PhotoFile:
    """A photo or paper that leaves as a file of its own."""

    name: str
    """Safe, readable file name, unique in the export."""

    sha256: str
    """Of the original bytes, hex."""

    load: Callable[[], bytes]
    """Return the original bytes; raises BadInput when they are missing or damaged."""


@dataclass(frozen=True, slots=True)
class Submission:
    """One visit as ODK programs exchange it."""

    id: str
    """Record id of the visit."""

    xml: Callable[[], bytes]
    """Return the instance XML."""

    media: tuple[PhotoFile, ...] = ()
    """The files that it names."""


@dataclass(frozen=True, slots=True)
class Facts:
    """Where an export comes from."""

    survey: str
    """Name of the survey."""

    region: str
    """Its region."""

    state: str
    """Hash over the set of its revisions."""

    made_at: str
    """When, ISO 8601 with offset."""

    software: str
    """Program and version."""

    variant: str
    """internal or public."""

    language: Language
    """Language of labels."""

    scope: str
    """accepted or all."""


@dataclass(frozen=True, slots=True)
class Tally:
    """What should be in an export, counted before anything is written."""

    visits: int = 0
    """Visits exported."""

    visits_left: int = 0
    """Visits left out because they are not accepted."""

    restricted: int = 0
    """Visits whose coordinates and photos are withheld."""

    photos: int = 0
    """Photos of the exported visits."""

    photos_present: int = 0
    """Of those, exported."""

    photos_withheld: int = 0
    """Of those, withheld on purpose."""

    photos_damaged: int = 0
    """Of those, missing from the survey or with other bytes."""

    papers: int = 0
    """Papers attached to the exported visits."""

    papers_present: int = 0
    """Of those, exported."""

    papers_withheld: int = 0
    """Of those, withheld on purpose."""

    papers_damaged: int = 0
    """Of those, missing from the survey or with other bytes."""

    @property
    def closes(self) -> bool:
        """Tell whether every photo and paper is accounted for."""
        photos = self.photos_present + self.photos_withheld + self.photos_damaged
        papers = self.papers_present + self.papers_withheld + self.papers_damaged
        return (self.photos, self.papers) == (photos, papers)


@dataclass(frozen=True, slots=True)
class ExportContent:
    """Everything that one export may hold; a format takes what it can show."""

    facts: Facts
    """Where it comes from."""

    tally: Tally
    """What should be in it."""

    tables: tuple[Table, ...] = ()
    """In the order of their sheets."""

    overview: Table | None = None
    """All visits with all their answers in one table."""

    layers: tuple[Layer, ...] = ()
    """What lies somewhere."""

    photos: tuple[PhotoFile, ...] = ()
    """Photos as files."""

    papers: tuple[PhotoFile, ...] = ()
    """Attached papers as files."""

    submissions: tuple[Submission, ...] = ()
    """Visits as ODK programs exchange them."""

    visits: bytes = b""
    """The visits as `visits.json`; empty when not asked for."""

    problems: tuple[Problem, ...] = field(default=())
    """What is doubtful or missing."""
