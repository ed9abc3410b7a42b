"""A survey at a glance: the figures that a status line shows, counted without hashing anything."""

from dataclasses import dataclass

from fieldaudit.actions.backups import backups
from fieldaudit.store import blobs, drafts, records, seals
from fieldaudit.store.survey import Survey


@dataclass(frozen=True, slots=True)
class Glance:
    """The figures; whether originals are whole is for `surveys.info` and `surveys.check`."""

    name: str
    """Name of the survey."""

    conflicts: int
    """Undecided conflicts."""

    photos_expected: int
    """Photos and attached papers."""

    photos_present: int
    """Of those, in the file."""

    drafts: int
    """Visits with typing that is not yet a revision."""

    unsealed: int
    """Revisions of the author who asks that no seal of theirs covers."""

    backup: str = ""
    """When the last backup was made, ISO 8601; empty: there is none."""


def glance(survey: Survey, *, author: str = "") -> Glance:
    """Count quickly; `author` is the key fingerprint of who asks."""
    head = records.records(survey, "survey")
    expected = blobs.attached(survey)
    missing = blobs.missing(survey, expected)
    return Glance(
        name=head[0].get("name") if head else "",
        conflicts=conflict_count(survey),
        photos_expected=len(expected),
        photos_present=len(expected) - sum(map(missing.__contains__, expected)),
        drafts=len(drafts.waiting(survey)),
        unsealed=seals.unsealed(survey, author) if author else 0,
        backup=max((each.made for each in backups(survey.path)), default=""),
    )


def conflict_count(survey: Survey) -> int:
    """Return the number of undecided conflicts."""
    return records.conflict_count(survey)
