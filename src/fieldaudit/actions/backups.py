"""Backups that keep themselves: beside the survey, proven, and not more than are of use.

A backup is an exact copy of the file, typing included. It is named by its time and its reason, and
only files named so are ever thrown away.
"""

import filecmp
import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum
from pathlib import Path

from fieldaudit.actions.changes import Progress, steps
from fieldaudit.store import copy
from fieldaudit.store.failures import explained
from fieldaudit.store.survey import Survey, open_survey
from fieldaudit.visit.stamp import Moment, now

_STAMP = "%Y%m%d-%H%M%S-%f"
_DAILY_KEPT = 7
_OTHERS_KEPT = 5


class Reason(Enum):
    """Why a backup was made."""

    DAILY = "daily"
    MERGE = "merge"
    UPGRADE = "upgrade"
    MANUAL = "manual"


@dataclass(frozen=True, slots=True)
class Kept:
    """One backup of a survey."""

    file: str
    """The file."""

    reason: Reason
    """Why it was made."""

    made: str
    """When, ISO 8601 in local time; empty for the copy that an upgrade leaves beside the survey."""

    size: int
    """Bytes."""


def backup_folder(survey: Path) -> Path:
    """Return the folder beside a survey file that holds its backups."""
    return survey.with_name(f"{survey.name}.backups")


def keep_backup(
    survey: Survey,
    reason: Reason,
    *,
    moment: Moment | None = None,
    progress: Progress | None = None,
) -> Path:
    """Write a proven copy into the survey's own folder, then drop those that are too old.

    Raises:
        Cancelled: `progress` said so; nothing is written or dropped.
        Surroundings: the disk is full, or the folder cannot be written; none is dropped then.
    """
    folder = backup_folder(survey.path)
    with explained(folder):
        folder.mkdir(exist_ok=True)
    out = _free_name(folder, survey.path, reason, (moment or now()).datetime())
    copy.backup(survey, out, steps(progress))
    _rotate(survey.path, out)
    return out


def keep_daily(path: Path, *, moment: Moment | None = None) -> Path | None:
    """Make today's first backup of a survey that may be in use; None when there is one."""
    moment = moment or now()
    today = moment.datetime().date().isoformat()
    if any(each.reason is Reason.DAILY and each.made[:10] == today for each in backups(path)):
        return None
    with open_survey(path, readonly=True) as survey:
        return keep_backup(survey, Reason.DAILY, moment=moment)


def backups(path: Path) -> tuple[Kept, ...]:
    """Return the backups of a survey, the newest first, then what upgrades left beside it."""
    found = [(when, reason, file) for file, when, reason in _named(path)]
    found.sort(key=lambda each: each[0], reverse=True)
    listed = [
        Kept(str(file), reason, when.isoformat(timespec="milliseconds"), file.stat().st_size)
        for when, reason, file in found
    ]
    aside = sorted(_aside(path), key=lambda file: file.stat().st_mtime, reverse=True)
    return (
        *listed,
        *(Kept(str(file), Reason.UPGRADE, "", file.stat().st_size) for file in aside),
    )


def _free_name(folder: Path, path: Path, reason: Reason, when: datetime) -> Path:
    while True:
        out = folder / f"{path.stem}.{when.strftime(_STAMP)}.{reason.value}.gpkg"
        if not out.exists():
            return out
        when += timedelta(milliseconds=1)


def _named(path: Path) -> list[tuple[Path, datetime, Reason]]:
    """Return the files that this module named, with what their names say."""
    reasons = "|".join(reason.value for reason in Reason)
    name = re.compile(rf"{re.escape(path.stem)}\.(\d{{8}}-\d{{6}}-\d{{6}})\.({reasons})\.gpkg")
    folder = backup_folder(path)
    found = []
    for file in folder.iterdir() if folder.is_dir() else ():
        told = name.fullmatch(file.name)
        if told and file.is_file():
            try:
                when = datetime.strptime(told[1], _STAMP)
            except ValueError:
                continue
            found.append((file, when, Reason(told[2])))
    return found


def _aside(path: Path) -> list[Path]:
    before = f"{path.stem}.before-"
    inside = path.parent.iterdir() if path.parent.is_dir() else ()
    return [each for each in inside if each.name.startswith(before) and each.suffix == ".gpkg"]


def _rotate(path: Path, newest: Path) -> None:
    """Drop the oldest; only after the newest was proven, and never that one.

    A clock set back would make the newest look like the oldest. Of a merge's backup and an equal
    one after it the older goes, or merges that fail again and again would push out all others.
    """
    found = sorted(_named(path), key=lambda each: each[1], reverse=True)
    older = [each for each in found if each[0] != newest]
    last = next((file for file, _, reason in older if reason is Reason.MERGE), None)
    twice = [last] if last and filecmp.cmp(last, newest, shallow=False) else []
    for daily in (True, False):
        group = [f for f, _, reason in found if (reason is Reason.DAILY) is daily]
        group.sort(key=lambda file: file != newest)
        group = [file for file in group if file not in twice]
        for file in group[_DAILY_KEPT if daily else _OTHERS_KEPT :]:
            file.unlink(missing_ok=True)
    for file in twice:
        file.unlink(missing_ok=True)
