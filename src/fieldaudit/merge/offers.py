"""What is handed in to be merged: each file by a name of its own, and why one cannot be read."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from fieldaudit.errors import FieldauditError, Problem
from fieldaudit.visit.records import SourceTally


@dataclass(frozen=True, slots=True)
class Offer:
    """One file that somebody handed in."""

    path: Path
    """The survey file; that of the package or envelope while it was not taken out."""

    name: str
    """What it is called in the balance: its file name, or more where others have the same."""

    trouble: FieldauditError | None = None
    """Why it cannot be judged at all."""

    def refused(self, trouble: FieldauditError) -> "Offer":
        """Return the same file as one that cannot be judged."""
        return replace(self, trouble=trouble)

    def tally(self) -> SourceTally:
        """Return what the balance says of a file that cannot be judged."""
        trouble = self.trouble
        problem = Problem(trouble.code, self.name, trouble.params) if trouble else None
        return SourceTally(self.name, problem=problem)


def offered(sources: Iterable[Path | Offer]) -> list[Offer]:
    """Give each file a name that no other one has; the same file twice keeps one name."""
    found = list(sources)
    paths = {each.resolve() for each in found if isinstance(each, Path)}
    alike = Counter(path.name for path in paths)
    near = Counter((path.parent.name, path.name) for path in paths)
    return [
        each if isinstance(each, Offer) else Offer(each, _name(each, alike, near)) for each in found
    ]


def _name(path: Path, alike: Counter[str], near: Counter[tuple[str, str]]) -> str:
    whole = path.resolve()
    if alike[whole.name] < 2:  # noqa: PLR2004 - it is alone
        return path.name
    alone = near[whole.parent.name, whole.name] == 1
    return f"{whole.parent.name}/{whole.name}" if alone else str(path)
