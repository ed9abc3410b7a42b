"""What lists of visits are sorted by, and what a checklist adds to a row of them."""

from dataclasses import dataclass
from enum import StrEnum


class Order(StrEnum):
    """What visits can be sorted by."""

    NEWEST = "newest"
    CODE = "code"
    STREET = "street"
    INSPECTOR = "inspector"
    NEXT = "next"
    """What to do next: given back, in work, signed; each by code."""


@dataclass(frozen=True, slots=True)
class Counts:
    """What a checklist makes of a visit, as far as a list shows it."""

    answered: int
    """Relevant questions with an answer or an excuse."""

    asked: int
    """Relevant questions that ask for an answer."""

    problems: int
    """Required answers missing and answers violating their constraint."""

    failures: int
    """Failed items."""

    critical: int
    """Of these, critical ones."""

    major: int
    """And major ones."""

    conclusion: str
    """The verdict, in one word."""

    returned_because: str
    """Why the office gave it back, until it is signed again."""
