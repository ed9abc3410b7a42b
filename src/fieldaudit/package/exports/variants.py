"""What leaves and what stays: the variants of an export, and visits in restricted areas.

By 工信部网安〔2022〕166号 radio data (frequencies, station parameters) are not for everybody; by
PIPL art. 6 neither are the people of a visit. In a restricted area (COM-14) no place and no
photo leaves at all.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from fieldaudit.errors import BadInput
from fieldaudit.form.definition import Kind, Question
from fieldaudit.package.exports.content import Geometry, Point, Shape
from fieldaudit.visit.media import RECORDED
from fieldaudit.visit.place import Position, read_geopoint

RESTRICTED = "COM-14"
"""Name of the question that is `yes` where nobody may take photos or note positions."""

CONTACTS = ("COM-05", "COM-06-role", "COM-12-witness", "COM-16-witness")
"""Items that name people, or units to call."""

RADIO = (
    *("BTS-01", "BTS-02", "BTS-07", "BTS-08", "BTS-12", "BTS-13", "BTS-14"),
    *("BTS-35-frequency", "ROM-05", "DUC-02"),
)
"""Items with station parameters, equipment models and cable routes."""

PLACES = (Kind.GEOPOINT, Kind.GEOTRACE, Kind.GEOSHAPE)
"""Kinds of answers that are places."""

PICTURES = (Kind.IMAGE, Kind.VIDEO, Kind.AUDIO)
"""Kinds of answers that are recorded on site."""

ATTACHED = (*PICTURES, Kind.FILE)
"""Kinds of answers that are files."""

_EXACT, _COARSE = 7, 3
"""Decimals of a degree: about 1 cm, about 100 m."""

_PERSONAL = re.compile(r"(?<!\d)(?:1[3-9]\d{9}|\d{17}[\dXx])(?!\d)")
"""Mobile telephone and identity numbers."""

_LINE, _RING = 2, 4
_FLAT = 1e-12
"""Square degrees: less than a square centimetre is no area."""


class Variant(StrEnum):
    """For whom an export is."""

    INTERNAL = "internal"
    PUBLIC = "public"


@dataclass(frozen=True, slots=True)
class Policy:
    """Decides over each answer, place and text of an export."""

    variant: Variant = Variant.INTERNAL
    """For whom it is."""

    @property
    def public(self) -> bool:
        """Whether it is for everybody."""
        return self.variant is Variant.PUBLIC

    def asks(self, question: Question) -> bool:
        """Tell whether the export has the question at all."""
        if not self.public:
            return True
        if question.kind in ATTACHED:
            return False
        steps = question.path.split("/")
        return not any(_belongs(step, item) for step in steps for item in CONTACTS + RADIO)

    def tells(self, question: Question, *, restricted: bool) -> bool:
        """Tell whether the answer of a visit leaves."""
        kept = not restricted or question.kind not in (*PLACES, *PICTURES)
        return kept and self.asks(question)

    def gives(self, media_type: str, *, restricted: bool) -> bool:
        """Tell whether an attached paper leaves; nobody knows whom a paper names or shows."""
        recorded = media_type.startswith(RECORDED)
        return not self.public and not (restricted and recorded)

    def text(self, text: str) -> str:
        """Return a text as it may leave: telephone and identity numbers are masked in public."""
        return _PERSONAL.sub("＊＊＊", text) if self.public else text

    def answer(self, text: str, question: Question) -> str:
        """Return an answer as it may leave; an internal one is left as it is."""
        if not self.public:
            return text
        if question.kind not in PLACES:
            return self.text(text)
        places = (self.point(part) for part in text.split(";") if part.strip())
        return "; ".join(place.text for place in places if place)

    def point(self, geopoint: str) -> Position | None:
        """Return a geopoint as exactly as it may leave; None when it is no place."""
        try:
            found = read_geopoint(geopoint)
        except BadInput:
            return None
        x, y = self.rounded((found.longitude, found.latitude))
        if self.public:
            return Position(y, x)
        return Position(y, x, found.altitude, found.accuracy)

    def place(self, geopoint: str) -> Geometry | None:
        """Return a geopoint as a geometry; None when it is no place."""
        found = self.point(geopoint)
        if found is None:
            return None
        return Geometry(Shape.POINT, ((found.longitude, found.latitude),))

    def rounded(self, point: Point) -> Point:
        """Return longitude and latitude as exactly as they may leave."""
        decimals = _COARSE if self.public else _EXACT
        return round(point[0], decimals), round(point[1], decimals)

    def geometry(self, text: str, kind: Kind) -> Geometry | None:
        """Return the answer of a place question; None when too little of it is left to draw."""
        if kind is Kind.GEOPOINT:
            return self.place(text)
        found = [self.place(part) for part in text.split(";") if part.strip()]
        line = _line([each.points[0] for each in found if each])
        if None in found or len(line) < _LINE:
            return None
        return Geometry(Shape.LINE, line) if kind is Kind.GEOTRACE else _area(line)


def _belongs(step: str, item: str) -> bool:
    return step == item or step.startswith(f"{item}-")


def _line(found: list[Point]) -> tuple[Point, ...]:
    """Leave out points that fell together with the one before."""
    return tuple(
        each for each, before in zip(found, [None, *found], strict=False) if each != before
    )


def _area(line: tuple[Point, ...]) -> Geometry | None:
    """Close a ring and turn it counterclockwise, as RFC 7946 §3.1.6 asks."""
    ring = line if line[0] == line[-1] else (*line, line[0])
    doubled = sum((x2 - x1) * (y2 + y1) for (x1, y1), (x2, y2) in pairwise(ring))
    if len(ring) < _RING or abs(doubled) < _FLAT:
        return None
    return Geometry(Shape.POLYGON, ring if doubled < 0 else ring[::-1])
