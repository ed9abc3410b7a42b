"""What a deed touched, so that each view can decide for itself whether to ask again."""

from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import Generic, Protocol, TypeVar

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Changes:
    """Which parts of a survey a deed touched."""

    survey: bool = False
    """Name, people, forms or parameters."""

    sites: bool = False
    """The register."""

    visits: bool = False
    """Visits came, went, or changed their status."""

    answers: bool = False
    """Answers of a visit, drafts included."""

    photos: bool = False
    """Photos, papers or logs."""

    relations: bool = False
    """Sharing relations."""

    conflicts: bool = False
    """Conflicts appeared or were settled."""

    journal: bool = False
    """Seals, balances and receipts."""

    def __or__(self, other: "Changes") -> "Changes":
        """Return what either touched."""
        names = [each.name for each in fields(self)]
        return Changes(**{name: getattr(self, name) or getattr(other, name) for name in names})


@dataclass(frozen=True, slots=True)
class Done(Generic[Value]):
    """The result of a writing deed."""

    value: Value
    """What it returns."""

    changes: Changes
    """What it touched."""


class Progress(Protocol):
    """What a long deed tells, and asks, between two items."""

    def step(self, done: int, total: int) -> None:
        """Say how far the deed is."""

    def cancelled(self) -> bool:
        """Ask whether to stop."""


class Silent:
    """A progress that nobody watches."""

    def step(self, done: int, total: int) -> None:
        """Say nothing."""

    def cancelled(self) -> bool:
        """Go on."""
        return False


def steps(progress: "Progress | None") -> Callable[[int, int], None]:
    """Return what tells a progress of each step, and raises Cancelled when it asks to stop."""
    told = progress or Silent()

    def step(done: int, total: int) -> None:
        if total:
            told.step(done, total)
        if told.cancelled():
            # The first window needs no errors yet.
            from fieldaudit.errors import Cancelled

            raise Cancelled

    return step
