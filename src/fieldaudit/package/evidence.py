"""What stands inside a printed visit, as frozen records: items, photos, coverage, sharing."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from fieldaudit.form.definition import Severity


class Verdict(StrEnum):
    """The verdict on one item."""

    CONFORMING = "conforming"
    FAILED = "failed"
    NOT_JUDGED = "not_judged"
    NOT_APPLICABLE = "not_applicable"
    NOT_CHECKED = "not_checked"
    NO_ACCESS = "no_access"
    UNANSWERED = "unanswered"


@dataclass(frozen=True, slots=True)
class PlaceContent:
    """A position with where it comes from."""

    latitude: float
    """Degrees north, WGS-84."""

    longitude: float
    """Degrees east, WGS-84."""

    accuracy: float | None = None
    """Metres; None: unknown."""

    source: str = ""
    """Where it comes from, in words: GNSS, photo, map, typed."""

    datum: str = "WGS-84"
    """Datum of the original numbers."""

    original: str = ""
    """The original numbers as they came; empty when they were WGS-84."""

    decimals: int = 5
    """Decimals of a degree that are printed; 5 are about a metre."""


@dataclass(frozen=True, slots=True)
class FindingContent:
    """What follows from a failed item."""

    number: str
    """Number of the finding."""

    owner: str = ""
    """The unit that mends it."""

    deadline: str = ""
    """ISO date."""

    status: str = ""
    """Open, answered, closed …, in words."""

    before: tuple[int, ...] = ()
    """Numbers of the photos that show it."""

    after: tuple[int, ...] = ()
    """Numbers of the photos of a revisit; they stand beside the others."""


@dataclass(frozen=True, slots=True)
class ItemContent:
    """One line of the checklist."""

    id: str
    """Item id: `RES-26`."""

    label: str
    """What was asked."""

    value: str
    """The answer in words or figures; empty when there is none."""

    verdict: Verdict
    """What it means."""

    severity: Severity = Severity.INFORMATION
    """How much a failure weighs."""

    unit: str = ""
    """Unit of a number."""

    limit: str = ""
    """The limit in words."""

    clause: str = ""
    """Standard and clause."""

    reason: str = ""
    """Why it is not applicable, was not checked, or could not be reached; a remark otherwise."""

    photos: tuple[int, ...] = ()
    """Numbers of its photos."""

    finding: FindingContent | None = None
    """What follows from a failure."""


@dataclass(frozen=True, slots=True)
class PhotoContent:
    """One photo of the appendix."""

    number: int
    """Number within the visit, from 1."""

    caption: str
    """What it shows."""

    jpeg: Callable[[], bytes] | bytes
    """The upright JPEG that is printed, a derivative; asked for once, when its page is painted."""

    sha256: str
    """Hash of the original, hex."""

    item: str = ""
    """Id of its item; empty: of the whole visit."""

    taken_at: str = ""
    """When it was taken."""

    taken_from: str = ""
    """Where that time comes from, in words."""

    place: PlaceContent | None = None
    """Where it was taken."""

    size: tuple[int, int] = (0, 0)
    """Width and height in pixels, upright; zeros: not known."""

    warnings: tuple[str, ...] = ()
    """What does not fit: another day, far from the site, used elsewhere …, a few words each."""

    gone: bool = False
    """Whether the original was removed on purpose; the warnings say when, by whom and why."""


@dataclass(frozen=True, slots=True)
class PaperContent:
    """One attached paper: a document or a recording, listed but not painted."""

    number: int
    """Number within the visit, from 1."""

    name: str
    """File name as it came."""

    size: int
    """Bytes."""

    sha256: str
    """Hash of its bytes, hex."""

    media_type: str = ""
    """What its bytes are."""

    item: str = ""
    """Id or name of its question; empty: of the whole visit."""

    label: str = ""
    """What the question asks."""

    caption: str = ""
    """What it is, in the inspector's words."""

    present: bool = True
    """False when its bytes are missing or damaged."""


@dataclass(frozen=True, slots=True)
class Bin:
    """One bar of a histogram."""

    low: float
    """Lower edge, inclusive."""

    high: float
    """Upper edge, exclusive."""

    count: int
    """Samples between them."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One square of a coverage grid; row and column count from the south-west."""

    column: int
    """Towards east."""

    row: int
    """Towards north."""

    good: bool
    """Whether enough of its samples are good."""


@dataclass(frozen=True, slots=True)
class CoverageContent:
    """Coverage of one operator and technology in a visit."""

    operator: str
    """Operator's name."""

    technology: str
    """`5G NR`, `LTE` …"""

    samples: int
    """Valid samples."""

    good: int
    """Samples that meet the limits."""

    share: float | None
    """good ÷ samples, 0…1."""

    low: float | None
    """Lower end of the Wilson interval."""

    high: float | None
    """Upper end of the Wilson interval."""

    required: float
    """The share that is asked for, 0…1."""

    enough: bool
    """Whether the sample is large enough to say so."""

    verdict: Verdict
    """What it means."""

    mean_rsrp: float | None = None
    """Mean level in dBm."""

    mean_sinr: float | None = None
    """Mean SINR in dB."""

    limit_rsrp: float | None = None
    """Level in dBm from which a sample is good; drawn as a line."""

    bins: tuple[Bin, ...] = ()
    """Histogram of levels in dBm."""

    cells: tuple[Cell, ...] = ()
    """Grid of good and poor squares."""

    cell_size: float = 50.0
    """Side of a square in metres."""

    grid_ratio: float | None = None
    """Share of measured squares that are good, 0…1."""

    rejected: int = 0
    """Rows of the log that could not be used."""

    log: str = ""
    """Name of the log file."""

    sha256: str = ""
    """Hash of the log file, hex."""

    device: str = ""
    """Device, method, SIM, in words."""

    period: tuple[str, str] = ("", "")
    """Time of the first and last sample."""

    notes: tuple[str, ...] = ()
    """What limits the statement: SINR missing, frozen position …, one sentence each."""


@dataclass(frozen=True, slots=True)
class RelationContent:
    """One sharing relation."""

    form: str
    """Code of the form: `F01`."""

    form_name: str
    """Its name."""

    asset: str
    """What is shared."""

    owner: str
    """Owner or grantor."""

    users: tuple[str, ...]
    """Users."""

    state: str
    """State, in words."""

    refused: bool = False
    """Whether it was refused."""

    reason: str = ""
    """Reason of a refusal, in words."""

    agreement: str = ""
    """Agreement number."""

    valid: tuple[str, str] = ("", "")
    """First and last day, ISO dates."""

    quantity: str = ""
    """How much, with unit."""

    verified: bool = False
    """Whether the visit saw it."""
