"""A visit as it leaves: what was answered, in codes and in words, and what came of it.

Hidden answers, and what the variant withholds, are gone already.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from fieldaudit.assess.verdict import VisitVerdict
from fieldaudit.form.definition import Form, Question
from fieldaudit.visit.records import Paper, Photo, Site, Status


@dataclass(frozen=True, slots=True)
class Failed:
    """A failed item."""

    path: str
    """Live path."""

    question: Question
    """Its definition, with limit, severity and clause."""


@dataclass(frozen=True, slots=True)
class Followed:
    """What became of a failed item of an accepted visit."""

    number: str
    """Number that people use."""

    owner: str
    """Codes of the units that mend it."""

    owner_words: str
    """Those units in words."""

    due: str
    """ISO date."""

    state: str
    """open or closed."""

    state_words: str
    """The state in words, overdue told."""

    closed_on: str
    """When the visit began that found it mended, ISO 8601."""


@dataclass(frozen=True, slots=True)
class Excused:
    """A question that was not answered, with the reason."""

    path: str
    """Live path."""

    question: Question
    """Its definition."""

    state: str
    """not_applicable, not_checked or no_access."""

    reason: str
    """In the inspector's words."""


@dataclass(frozen=True, slots=True)
class LeavingVisit:
    """One visit, ready to be put into tables, layers and files."""

    id: str
    """Record id."""

    site: Site
    """Where; without position and address in a restricted area."""

    form: Form
    """The form version that it was made with."""

    status: Status
    """Where it stands."""

    inspector: str
    """Name of the inspector; empty when withheld."""

    started: str
    """ISO 8601 with offset."""

    ended: str
    """ISO 8601 with offset."""

    signed: str
    """ISO 8601 with offset; empty when it is not signed."""

    position: str
    """Geopoint of the visit itself."""

    verdict: VisitVerdict
    """What its items add up to."""

    answers: Mapping[str, str]
    """Live path → text, in document order."""

    words: Mapping[str, str]
    """Live path → the chosen labels, for questions with choices."""

    instances: tuple[str, ...] = ()
    """Live paths of the relevant repeat instances, in document order."""

    failed: tuple[Failed, ...] = ()
    """Failed items, in document order."""

    excused: tuple[Excused, ...] = ()
    """Questions without an answer but with a reason."""

    unknown: Mapping[str, str] = field(default_factory=dict)
    """Path → text of what its form has no question for."""

    photos: tuple[Photo, ...] = ()
    """Its photos; none where they are withheld."""

    papers: tuple[Paper, ...] = ()
    """Its attached papers; none where they are withheld."""

    files: Mapping[str, str] = field(default_factory=dict)
    """Record id of a photo or paper → file name in the export."""

    conflicts: int = 0
    """Undecided conflicts; provisional values are exported."""

    restricted: bool = False
    """True when its coordinates and photos are withheld."""

    def photo_files(self, path: str) -> str:
        """Return the file names of the photos of a question."""
        return "; ".join(self.files[p.id] for p in self.photos if p.question == path)

    def paper_files(self, path: str) -> str:
        """Return the file names of the papers of a question."""
        return "; ".join(self.files[p.id] for p in self.papers if p.question == path)
