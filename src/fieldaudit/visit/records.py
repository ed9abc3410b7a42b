"""What the rest of the program shows of a survey: frozen snapshots, read from it once.

A snapshot knows no file, no row and no cursor. Times are ISO 8601 with offset, positions
are ODK geopoints in WGS-84, `""` means not known.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from enum import StrEnum

from fieldaudit.errors import Problem
from fieldaudit.visit.listed import Counts
from fieldaudit.visit.sorts import ConflictSort


class Status(StrEnum):
    """Where a visit stands between inspector and office."""

    DRAFT = "draft"
    SIGNED = "signed"
    ACCEPTED = "accepted"
    RETURNED = "returned"
    REJECTED = "rejected"


class SealState(StrEnum):
    """How far an author's revisions are vouched for by that author's key."""

    SEALED = "sealed"
    UNSEALED = "unsealed"
    BROKEN = "broken"
    UNKNOWN_KEY = "unknown_key"


@dataclass(frozen=True, slots=True)
class Site:
    """A place to visit."""

    id: str
    """Record id."""

    code: str
    """Code in the register, unique in the survey."""

    name: str
    """Its name."""

    kind: str
    """Form id of its checklist (residential, industrial_park, base_station …)."""

    street: str
    """Name of the street (街道) it belongs to."""

    address: str = ""
    """Address in words."""

    position: str = ""
    """Geopoint, WGS-84."""

    datum: str = "wgs84"
    """Datum of the original numbers."""

    position_original: str = ""
    """The numbers as they came."""

    example: bool = False
    """True for an invented site of the bundled example."""


@dataclass(frozen=True, slots=True)
class VisitSummary:
    """One row of the list of visits."""

    id: str
    """Record id."""

    site: Site
    """Where."""

    form: str
    """Form id of its checklist."""

    status: Status
    """Where it stands."""

    inspector: str
    """Name of the inspector."""

    started: str
    """When the visit began."""

    answered: int
    """Relevant questions with an answer or an excuse."""

    asked: int
    """Relevant questions that ask for an answer."""

    problems: int
    """Required answers missing and answers violating their constraint."""

    failures: int
    """Failed items."""

    photos: int
    """Photos attached."""

    conflicts: int
    """Undecided conflicts."""

    drafted: bool = False
    """True when typing waits in the draft."""

    returned_because: str = ""
    """Why the office gave it back, until it is signed again."""

    critical: int = 0
    """Failed critical items."""

    major: int = 0
    """Failed major items."""

    conclusion: str = ""
    """The verdict, in one word."""

    judged: bool = True
    """False: its checklist has not been looked at; what it would count is 0 or empty here."""

    def counts(self) -> Counts:
        """Return what its checklist made of it."""
        return Counts(**{each.name: getattr(self, each.name) for each in fields(Counts)})

    def counted(self, counts: Counts) -> "VisitSummary":
        """Return the row with what its checklist made of it."""
        found = {each.name: getattr(counts, each.name) for each in fields(Counts)}
        return replace(self, judged=True, **found)


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo of a visit; its original bytes are a blob."""

    id: str
    """Record id."""

    visit: str
    """Record id of its visit."""

    question: str
    """Path of the question it proves; empty: the visit as a whole."""

    caption: str
    """What it shows."""

    blob: str
    """SHA-256 of the original bytes, hex."""

    name: str
    """File name as it came."""

    taken_at: str
    """When it was taken."""

    taken_from: str
    """Where the time comes from: exif, file or none."""

    position: str
    """Geopoint of its EXIF, else empty."""

    width: int
    """Pixels, upright."""

    height: int
    """Pixels, upright."""

    present: bool = True
    """False when the original is not in the file."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A file attached to a visit: a document or a recording; its original bytes are a blob."""

    id: str
    """Record id."""

    visit: str
    """Record id of its visit."""

    question: str
    """Path of the question it answers; empty: the visit as a whole."""

    caption: str
    """What it is."""

    blob: str
    """SHA-256 of the original bytes, hex."""

    name: str
    """File name as it came, without what no system prints."""

    media_type: str
    """What its bytes are: `application/pdf`, `audio/mpeg` …"""

    size: int
    """Bytes."""

    present: bool = True
    """False when the original is not in the file."""


@dataclass(frozen=True, slots=True)
class Log:
    """A drive-test log of a visit; its original bytes are a blob."""

    id: str
    """Record id."""

    visit: str
    """Record id of its visit."""

    blob: str
    """SHA-256 of the original bytes, hex."""

    name: str
    """File name as it came."""

    profile: str
    """Format it was read as."""

    datum: str
    """Datum of its positions."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who signs."""

    id: str
    """Record id."""

    name: str
    """Name as signed."""

    role: str
    """inspector, reviewer, office …"""

    fingerprint: str
    """SHA-256 of the public key, hex."""

    certificate: str
    """PEM."""

    trusted: bool
    """True when the survey's founder vouched for the key."""


@dataclass(frozen=True, slots=True)
class Rival:
    """One of several values that nobody has decided between."""

    value: str | None
    """The value; None: removed."""

    author: str
    """Name of its author, else the key's fingerprint."""

    made_at: str
    """When."""

    revision: str
    """Hash of the revision that says so."""

    provisional: bool
    """True for the one that is used until a person decides."""


@dataclass(frozen=True, slots=True)
class Edited:
    """What somebody changed in a record that somebody else deleted."""

    path: str
    """Path inside the record."""

    before: str | None
    """What stood there when it was deleted; None: nothing."""

    after: str | None
    """What stands there since; None: removed."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Concurrent, different answers to the same question."""

    record: str
    """Record id."""

    kind: str
    """Kind of record: visit, site …"""

    title: str
    """The record in words: site code and name."""

    path: str
    """Path inside the record; `$deleted` for delete against edit."""

    base: str | None
    """The value that all of them saw."""

    rivals: tuple[Rival, ...]
    """The values, the provisional one first."""

    sort: ConflictSort = ConflictSort.VALUE
    """What it is about."""

    edits: tuple[Edited, ...] = ()
    """Of a deletion against an edit: what the edit changed."""


@dataclass(frozen=True, slots=True)
class SourceTally:
    """What one source brought."""

    name: str
    """File name."""

    revisions: int = 0
    """Revisions found in it."""

    new: int = 0
    """Taken over."""

    known: int = 0
    """Already here."""

    refused: int = 0
    """Not taken, with reasons."""

    photos: int = 0
    """Photos and attached papers it refers to."""

    reasons: tuple[Problem, ...] = ()
    """Why, for each revision and original that was not taken."""

    seals: Mapping[str, SealState] = field(default_factory=dict)
    """Author (name or fingerprint) → how far vouched for."""

    problem: Problem | None = None
    """Why it could not be read at all; nothing was taken from it then."""

    recognised: bool = False
    """True when it was merged whole before, and not read again."""


@dataclass(frozen=True, slots=True)
class Balance:
    """The count that ends every merge, hand-over, package and export."""

    deed: str
    """merge, handover, package, import."""

    taken: int = 0
    """N in."""

    new: int = 0
    """N new."""

    known: int = 0
    """N already here."""

    refused: int = 0
    """N refused."""

    conflicts: int = 0
    """Records × paths in conflict afterwards."""

    photos_expected: int = 0
    """Photos and attached papers that records refer to."""

    photos_present: int = 0
    """Of those, in the file and whole."""

    photos_damaged: int = 0
    """Of those, missing or with other bytes."""

    lost: int = 0
    """Revisions unaccounted for; always 0, or nothing is written."""

    sources: tuple[SourceTally, ...] = ()
    """By source."""

    unread: int = 0
    """Sources that could not be read at all."""

    @property
    def closes(self) -> bool:
        """Tell whether everything that came in is accounted for."""
        return self.taken == self.new + self.known + self.refused and self.lost == 0
