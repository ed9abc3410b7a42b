"""Who vouches for what is printed, as frozen records: sign-offs, seals, head revisions."""

from dataclasses import dataclass
from enum import StrEnum

from fieldaudit.visit.records import SealState


class Acknowledgement(StrEnum):
    """What a person did when asked to sign."""

    SIGNED = "signed"
    REFUSED = "refused"
    LATER = "later"
    PENDING = "pending"


@dataclass(frozen=True, slots=True)
class SignOff:
    """One row of the sign-off: who was asked, and what they did."""

    part: str
    """In what part: inspector, accompanying unit, street review, office approval."""

    name: str = ""
    """Name of a person who signs for the project's side; for others a role is enough."""

    unit: str = ""
    """Their unit."""

    role: str = ""
    """Their role there."""

    state: Acknowledgement = Acknowledgement.PENDING
    """What they did."""

    at: str = ""
    """When."""

    opinion: str = ""
    """Their opinion, in their words."""

    reason: str = ""
    """Why they refused."""

    witness: str = ""
    """Who witnessed the refusal: unit and role."""

    field: str = ""
    """Name of the signature field of a signatory: inspector, street, office; empty: by number."""


@dataclass(frozen=True, slots=True)
class RevisionContent:
    """A head revision that the printed values come from."""

    record: str
    """Record id."""

    kind: str
    """Kind of record: visit, photo, log …"""

    sha256: str
    """Hash of the revision, hex."""


@dataclass(frozen=True, slots=True)
class Seal:
    """Whether an author's key vouches for a visit's revisions."""

    state: SealState
    """What was found."""

    signer: str = ""
    """Name in the certificate."""

    fingerprint: str = ""
    """SHA-256 of the key (SubjectPublicKeyInfo), hex."""

    at: str = ""
    """When it was sealed."""


UNSEALED = Seal(SealState.UNSEALED)
"""No seal at all."""
