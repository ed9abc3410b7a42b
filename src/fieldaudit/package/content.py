"""Everything that an audit package prints, as frozen records: the package and its visits.

Pages read these records alone; they know no survey, no form and no clock. Texts arrive in the
package's language; times are ISO 8601 with offset; answers are already in words.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from fieldaudit.assess.verdict import Conclusion
from fieldaudit.form.definition import Severity
from fieldaudit.package.basis import (
    FileContent,
    ParameterContent,
    Relationship,
    SourceContent,
)
from fieldaudit.package.evidence import (
    CoverageContent,
    ItemContent,
    PaperContent,
    PhotoContent,
    PlaceContent,
    RelationContent,
    Verdict,
)
from fieldaudit.package.variant import Variant
from fieldaudit.package.vouching import (
    UNSEALED,
    Acknowledgement,
    RevisionContent,
    Seal,
    SignOff,
)
from fieldaudit.texts import Language
from fieldaudit.visit.records import SealState
from fieldaudit.visit.records import Status as VisitStatus

__all__ = [
    "Acknowledgement",
    "Balance",
    "Conclusion",
    "FigureContent",
    "FileContent",
    "PackageContent",
    "ParameterContent",
    "Relationship",
    "RevisionContent",
    "Seal",
    "SealState",
    "SectionContent",
    "SignOff",
    "SiteContent",
    "SourceContent",
    "Variant",
    "VisitContent",
    "VisitStatus",
]


@dataclass(frozen=True, slots=True)
class Balance:
    """What came in and what is here; printed on page 2."""

    visits_expected: int
    """Visits that should be in this package."""

    photos_expected: int
    """Photos and papers that its visits name, but for those that were purged."""

    photos_present: int
    """Photos and papers whose bytes are there and match their hash."""

    photos_damaged: int = 0
    """Photos and papers whose bytes do not match their hash."""

    photos_purged: int = 0
    """Photos and recordings whose bytes were deleted by law; not expected."""

    conflicts: int = 0
    """Conflicts that nobody settled yet."""

    exceptions: tuple[str, ...] = ()
    """Overrides, exclusions and other departures, one sentence each; printed large."""


@dataclass(frozen=True, slots=True)
class FigureContent:
    """One of the three figures on the cover."""

    label: str
    """What was counted."""

    value: str
    """The number as printed."""

    note: str = ""
    """A few words below it: denominator, unit, target."""


@dataclass(frozen=True, slots=True)
class SiteContent:
    """The place that was visited."""

    code: str
    """Site code: `RES-0012`."""

    name: str
    """Its name."""

    kind: str
    """Its kind, in words."""

    street: str
    """The street office it belongs to."""

    address: str = ""
    """Postal address."""

    place: PlaceContent | None = None
    """Where it lies."""

    facts: tuple[tuple[str, str], ...] = ()
    """Further base data as label and value, in order."""


@dataclass(frozen=True, slots=True)
class SectionContent:
    """A group of the checklist, or one instance of a repeat."""

    title: str
    """Its heading."""

    items: tuple[ItemContent, ...]
    """Its items, in the form's order."""


@dataclass(frozen=True, slots=True)
class VisitContent:
    """One visit with everything that was seen."""

    id: str
    """Record id."""

    site: SiteContent
    """Where."""

    form: SourceContent
    """The checklist version it was made with."""

    visit_type: str
    """First visit, revisit, spot check …, in words."""

    inspectors: tuple[str, ...]
    """Names of the inspectors."""

    started: str
    """When it began."""

    ended: str
    """When it ended; empty while it lasts."""

    status: VisitStatus
    """How far it has come."""

    conclusion: Conclusion
    """The verdict on the visit."""

    score: float | None
    """Share of judged items that conform, 0…1; None when nothing was judged."""

    sections: tuple[SectionContent, ...]
    """The checklist with its answers."""

    photos: tuple[PhotoContent, ...] = ()
    """All photos, by number."""

    papers: tuple[PaperContent, ...] = ()
    """Attached papers, by number."""

    coverage: tuple[CoverageContent, ...] = ()
    """One row for each operator, technology and log."""

    relations: tuple[RelationContent, ...] = ()
    """Sharing relations."""

    signoffs: tuple[SignOff, ...] = ()
    """Who acknowledged the visit on site, or refused."""

    revisions: tuple[RevisionContent, ...] = ()
    """Heads of the records behind it."""

    seal: Seal = UNSEALED
    """What the seals say."""

    access: str = ""
    """How far the inspectors got in, in words."""

    access_reason: str = ""
    """Why not further."""

    override: str = ""
    """Who changed the computed conclusion and why; printed large."""

    accompanied: str = ""
    """Accompanying unit and role."""

    restricted: bool = False
    """True for a place where photos and coordinates must not be printed."""

    remarks: str = ""
    """Free words of the inspectors."""

    def items(self) -> Iterator[ItemContent]:
        """Yield every item, in order."""
        for section in self.sections:
            yield from section.items

    def count(self, verdict: Verdict) -> int:
        """Return how many items have this verdict."""
        return sum(item.verdict is verdict for item in self.items())

    def failures(self, severity: Severity | None = None) -> tuple[ItemContent, ...]:
        """Return the failed items, of one severity or all, heaviest first."""
        failed = [item for item in self.items() if item.verdict is Verdict.FAILED]
        chosen = [item for item in failed if severity in (None, item.severity)]
        return tuple(sorted(chosen, key=lambda item: list(Severity).index(item.severity)))


@dataclass(frozen=True, slots=True)
class PackageContent:
    """One audit package: a visit or a batch of visits."""

    number: str
    """Number of the package: street-kind-year-sequence."""

    version: int
    """1, or one more than the package that this one corrects."""

    title: str
    """Title; it speaks of inspection, never of enforcement."""

    survey: str
    """Name of the survey."""

    region: str
    """The region it covers."""

    streets: tuple[str, ...]
    """The street offices of its visits."""

    period: tuple[str, str]
    """First and last day, ISO dates."""

    made_at: str
    """When it was made; the only clock that the pages know."""

    language: Language
    """Language of the pages."""

    draft: bool
    """True prints a draft mark on every page."""

    balance: Balance
    """What came in and what is here."""

    visits: tuple[VisitContent, ...]
    """The visits, in order."""

    software: str
    """Name and version of the program."""

    signatories: tuple[SignOff, ...] = ()
    """Who signs the package itself, in order; each gets a signature field."""

    parameters: tuple[ParameterContent, ...] = ()
    """Thresholds used."""

    sources: tuple[SourceContent, ...] = ()
    """Forms and rule sets."""

    files: tuple[FileContent, ...] = ()
    """Files that ride inside: forms, parameters, logs, a survey file."""

    figures: tuple[FigureContent, ...] = ()
    """Up to three for the cover; none: they are counted from the visits."""

    classification: str = ""
    """`内部`, `公开` …; printed on the cover and in the head."""

    variant: Variant = Variant.INTERNAL
    """For whom it is."""

    notes: tuple[str, ...] = ()
    """What was left out or made smaller for them; printed on the sources page."""

    emblem: bytes = b""
    """JPEG at the head of the cover; empty: the program's own sign."""

    previous_hash: str = ""
    """SHA-256 of the package file that this one corrects."""

    correction: str = ""
    """What was corrected and why."""
