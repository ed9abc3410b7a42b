"""Putting a backup in the place of a survey file, which is kept aside whatever its state."""

import os
import shutil
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from fieldaudit.actions.changes import Progress, steps
from fieldaudit.actions.opening import open_alone
from fieldaudit.errors import BadInput, Code, Surroundings
from fieldaudit.store import copy, drafts, records, revisions
from fieldaudit.store.failures import explained
from fieldaudit.store.survey import open_survey
from fieldaudit.visit.newfile import new_file
from fieldaudit.visit.stamp import Moment, now

_STAMP = "%Y%m%d-%H%M%S-%f"


@dataclass(frozen=True, slots=True)
class Contents:
    """What a backup holds, counted without hashing."""

    name: str
    """Name of the survey."""

    revisions: int
    """Number of revisions."""

    visits: int
    """Number of visits."""

    photos: int
    """Number of photos."""

    drafts: int
    """Visits with typing that is not yet a revision."""

    conflicts: int
    """Undecided conflicts."""


def look(file: Path) -> Contents:
    """Count what is in a backup.

    Raises:
        BadInput: it does not exist, is no survey, or is damaged.
        Surroundings: it is from a newer program, or is locked.
    """
    with open_survey(file, readonly=True) as survey:
        head = records.records(survey, "survey")
        counted = records.counts(survey)
        return Contents(
            name=head[0].get("name") if head else "",
            revisions=revisions.count(survey),
            visits=counted.get("visit", 0),
            photos=counted.get("photo", 0),
            drafts=len(drafts.waiting(survey)),
            conflicts=len(records.conflicts(survey)),
        )


def put_back(
    backup: Path,
    target: Path,
    *,
    moment: Moment | None = None,
    progress: Progress | None = None,
) -> Path | None:
    """Let `target` be what a backup holds; return where the file that was there is kept.

    The backup is copied and proven first. Power may go at any moment: there is always either the
    old file or the new one at `target`.

    Raises:
        Cancelled: `progress` said so; the old file stays.
        BadInput: the backup cannot be opened.
        Surroundings: somebody works in `target`, the disk is full, or the folder is not writable.
    """
    _nobody_works_in(target)
    stamp = (moment or now()).datetime().strftime(_STAMP)
    fresh = target.with_name(f"{target.stem}.{stamp}.restoring.gpkg")
    try:
        with open_survey(backup, readonly=True) as survey:
            copy.backup(survey, fresh, steps(progress))
        aside = _kept_aside(target, stamp)
        with explained(target):
            fresh.replace(target)
    finally:
        fresh.unlink(missing_ok=True)
    return aside


def _nobody_works_in(target: Path) -> None:
    """Opening also folds what lies in the write-ahead log back into the file."""
    try:
        open_alone(target).close()
    except BadInput:
        return
    except Surroundings as trouble:
        if trouble.code is Code.SURVEY_HELD:
            raise


def _kept_aside(target: Path, stamp: str) -> Path | None:
    """Copy the file byte for byte: a damaged one may still be rescued."""
    if not target.exists():
        return None
    aside = target.with_name(f"{target.stem}.before-restore-{stamp}.gpkg")
    with new_file(aside) as part:
        shutil.copyfile(target, part)
    for tail in ("-wal", "-shm"):
        left = target.with_name(target.name + tail)
        if left.exists():
            with suppress(FileNotFoundError):
                os.replace(left, aside.with_name(aside.name + tail))
    return aside
