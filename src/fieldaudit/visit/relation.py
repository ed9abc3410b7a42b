"""The records of infrastructure sharing: a relation, its steps, the legs of a swap.

Values only; the rules are in `sharing`, the words in `sharing_words`.
"""

from dataclasses import dataclass

from fieldaudit.visit.sharing_states import State


@dataclass(frozen=True, slots=True)
class RelationEvent:
    """One step of a relation."""

    id: str
    """Event id."""

    before: str
    """State before; empty: the relation began here."""

    after: str
    """State after."""

    at: str
    """When, ISO 8601."""

    actor: str
    """Role or unit that took the step; no person's name."""

    note: str = ""
    """Remark."""


@dataclass(frozen=True, slots=True)
class SwapLeg:
    """One direction of a fibre-core swap."""

    id: str
    """Leg id."""

    direction: str
    """Party that gives the cores."""

    a_end: str = ""
    """One end."""

    b_end: str = ""
    """The other end."""

    cores: str = ""
    """Number of cores."""

    km: str = ""
    """Length."""


@dataclass(frozen=True, slots=True)
class Relation:
    """Who shares what with whom, and how far that has come."""

    id: str
    """Record id."""

    form: str
    """F01 … F25."""

    kind: str = ""
    """One of SharingKind; empty: not said."""

    asset: str = ""
    """What is shared: an asset's record id or its name."""

    owner: str = ""
    """Party code of the owner or grantor."""

    users: tuple[str, ...] = ()
    """Party codes of the users."""

    state: State = State.DEMAND
    """Where it stands."""

    legacy: bool = False
    """True for one that existed before the survey (存量补录)."""

    agreement_no: str = ""
    """Number of the agreement."""

    accepted_on: str = ""
    """Day of acceptance, ISO date."""

    valid_from: str = ""
    """First day, ISO date."""

    valid_to: str = ""
    """Last day, ISO date."""

    quantity: str = ""
    """How much, a number as text."""

    unit: str = ""
    """Unit of the quantity."""

    refusal: tuple[str, ...] = ()
    """Reason codes R01 … R14."""

    photos: tuple[str, ...] = ()
    """Record ids of on-site photos."""

    visit: str = ""
    """Record id of the visit that saw it."""

    site: str = ""
    """Record id of its site."""

    reopens: str = ""
    """Record id of the ended relation that this one takes up again."""

    legs: tuple[SwapLeg, ...] = ()
    """Directions of a fibre-core swap."""

    events: tuple[RelationEvent, ...] = ()
    """Its steps, oldest first."""


@dataclass(frozen=True, slots=True)
class Step:
    """A step that somebody wants to take, with the evidence that it needs."""

    to: State
    """The state to go to."""

    at: str
    """When, ISO 8601."""

    actor: str
    """Role or unit that takes it."""

    note: str = ""
    """Remark; needed with the refusal reason R14."""

    agreement_no: str = ""
    """Number of the agreement, new with this step."""

    accepted_on: str = ""
    """Day of acceptance, new with this step."""

    photos: tuple[str, ...] = ()
    """On-site photos, new with this step."""

    refusal: tuple[str, ...] = ()
    """Reasons of a refusal."""
