"""What a live instance tells about itself: records only."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from fieldaudit.form.definition import Group, Question


class Violation(StrEnum):
    """What is wrong with an answer."""

    NONE = ""
    REQUIRED = "required"
    CONSTRAINT = "constraint"
    TYPE = "type"


@dataclass(frozen=True, slots=True)
class State:
    """A node of a live instance as it stands."""

    path: str
    """Live path."""

    value: str
    """Answer in ODK lexical form; kept while the node is not relevant."""

    relevant: bool
    """Whether it counts; false hides it."""

    required: bool
    """Whether an answer must be given; matters while the node is relevant."""

    readonly: bool
    """Whether a person may not change it."""

    violation: Violation
    """What is wrong with the answer; nothing while it is not relevant."""

    passes: bool | None = None
    """Whether the answer conforms, by the audit columns; None: they do not say."""

    fault: str = ""
    """Why one of its expressions could not be evaluated; empty when all could."""

    @property
    def valid(self) -> bool:
        """True when nothing is wrong with the answer."""
        return self.violation is Violation.NONE


class RowKind(StrEnum):
    """What a row of the display stands for."""

    GROUP = "group"
    REPEAT = "repeat"
    INSTANCE = "instance"
    QUESTION = "question"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the form as displayed."""

    kind: RowKind
    """What it stands for."""

    path: str
    """Live path; for a repeat the path that instances are added to; empty for a bare group."""

    depth: int
    """How many sections it lies in."""

    relevant: bool
    """Whether it is shown."""

    item: Question | Group
    """Its definition."""

    number: int = 0
    """For a repeat instance: which one, from 1; for a repeat: how many there are."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a node is as it is: the answers that its rules read."""

    hidden: tuple[tuple[str, str], ...] = ()
    """Live path and value of each answer that hides it; empty when it is shown."""

    required: tuple[tuple[str, str], ...] = ()
    """What makes an answer necessary."""

    invalid: tuple[tuple[str, str], ...] = ()
    """What the violated constraint reads."""

    failed: tuple[tuple[str, str], ...] = ()
    """What the audit rule reads that the answer does not meet."""

    hidden_at: str = ""
    """Live path of the node whose rule hides it: its own or one around it."""

    rules: Mapping[str, str] = field(default_factory=dict)
    """The rules behind `hidden`, `required`, `invalid` and `failed`, references as `${name}`."""

    parameters: Mapping[str, str] = field(default_factory=dict)
    """Thresholds that these rules ask for, with their values; empty for one nobody set."""
