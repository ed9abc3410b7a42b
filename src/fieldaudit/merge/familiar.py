"""Files that were merged whole before: recognised by their manifest, and not read again.

Only what left nothing behind is remembered. To be recognised wrongly can only mean that nothing
is taken from a file, never that something in it is believed.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from fieldaudit.store import journal, revisions, seals
from fieldaudit.store.survey import Survey
from fieldaudit.visit.records import SealState


@dataclass(frozen=True, slots=True)
class Familiar:
    """A file that was merged whole before."""

    revisions: int
    """Revisions in it."""

    authors: frozenset[str]
    """Key fingerprints of their authors."""


class Word(NamedTuple):
    """What the seals say of one author."""

    author: str
    """Key fingerprint."""

    name: str
    """Name of the person; empty for an unknown key."""

    state: SealState
    """How far the author's revisions are vouched for."""


def familiar(survey: Survey) -> dict[str, Familiar]:
    """Return the files that were merged whole, by manifest.

    What was noted when the survey held more than now (it was rescued, or put together anew) says
    nothing about what it holds.
    """
    here = revisions.count(survey)
    found: dict[str, Familiar] = {}
    for _, deed, body in journal.entries(survey):
        if deed == "merge" and body.get("held", here + 1) <= here:
            for name, told in body.get("whole", {}).items():
                found[name] = Familiar(told["revisions"], frozenset(told["authors"]))
    return found


def words(survey: Survey) -> dict[str, Word]:
    """Return what the seals say of each author; as noted while nothing was added since."""
    here = _extent(survey)
    for _, deed, body in reversed(journal.entries(survey)):
        if deed == "merge" and "words" in body:
            if all(body.get(name) == count for name, count in here.items()):
                return {a: Word(a, name, SealState(state)) for a, name, state in body["words"]}
            break
    return {each.author: Word(each.author, each.name, each.state) for each in seals.tallies(survey)}


def entry(survey: Survey, whole: Mapping[str, Familiar], told: Iterable[Word]) -> dict[str, Any]:
    """Return what the journal has to remember of a merge for the next one."""
    files = {
        name: {"revisions": each.revisions, "authors": sorted(each.authors)}
        for name, each in whole.items()
    }
    return {**_extent(survey), "whole": files, "words": [list(each) for each in told]}


def _extent(survey: Survey) -> dict[str, int]:
    """Truth only grows: while these numbers stand, it is the same."""
    return {"held": revisions.count(survey), "sealed": seals.count(survey)}
