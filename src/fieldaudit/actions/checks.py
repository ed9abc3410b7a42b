"""Checking a survey without another copy: pages, revisions, blobs and seals, by name."""

from collections.abc import Iterator
from pathlib import Path

from fieldaudit.actions.affected import damaged_originals, damaged_others
from fieldaudit.actions.changes import Progress, Silent
from fieldaudit.actions.purges import purge_note
from fieldaudit.errors import BadInput, Cancelled, Code, Problem
from fieldaudit.store import records, seals
from fieldaudit.store.blobs import ATTACHED
from fieldaudit.store.purge import is_purged
from fieldaudit.store.revision import NotARevision
from fieldaudit.store.source import Source
from fieldaudit.store.survey import Survey, open_survey
from fieldaudit.visit.records import SealState


def check_file(path: Path) -> tuple[Problem, ...]:
    """Check a survey file, even one that is too damaged to be opened.

    Raises:
        BadInput: it does not exist, or is no survey.
        Surroundings: it is from a newer program, or is locked.
    """
    try:
        with open_survey(path, readonly=True) as survey:
            return check(survey)
    except BadInput as error:
        if error.code is not Code.SURVEY_DAMAGED:
            raise
        return (_unreadable(path, error),)


def check(survey: Survey, *, progress: Progress | None = None) -> tuple[Problem, ...]:
    """Check everything; a part that cannot be read does not hide the others.

    Raises:
        Cancelled: `progress` said so between two parts.
    """
    problems: list[Problem] = []
    told = progress or Silent()
    parts = (_pages, _revisions, damaged_originals, damaged_others, _seals)
    for number, part in enumerate(parts):
        told.step(number, len(parts))
        if told.cancelled():
            raise Cancelled
        try:
            problems.extend(part(survey))
        except BadInput as error:
            if error.code is not Code.SURVEY_DAMAGED:
                raise
            problems.append(_unreadable(survey.path, error))
    return tuple(problems)


def purged_photos(survey: Survey) -> tuple[Problem, ...]:
    """Say whose originals were removed on purpose, when and by whom; that is no damage."""
    found = (each for kind in ATTACHED for each in records.records(survey, kind))
    gone = [each for each in found if is_purged(each)]
    return tuple(filter(None, (purge_note(survey, each.id) for each in gone)))


def _unreadable(path: Path, error: BadInput) -> Problem:
    return Problem(Code.PAGES_UNREADABLE, path.name, {"reason": error.params.get("reason", "")})


def _pages(survey: Survey) -> Iterator[Problem]:
    """Let SQLite look at every page, index and constraint."""
    with survey.reading() as db:
        verdict = str(db.execute("pragma integrity_check(1)").fetchone()[0])
    if verdict != "ok":
        reason = " ".join(verdict.split())
        yield Problem(Code.PAGES_UNREADABLE, survey.path.name, {"reason": reason})


def _revisions(survey: Survey) -> Iterator[Problem]:
    for row in Source(survey).rows():
        try:
            row.judge()
        except NotARevision as error:
            yield Problem(Code.REVISION_DAMAGED, row.name, {"reason": str(error)})


def _seals(survey: Survey) -> Iterator[Problem]:
    for tally in seals.tallies(survey):
        if tally.state is SealState.BROKEN:
            told = {"reason": tally.reason}
            yield Problem(Code.SEAL_BROKEN, tally.name or tally.author[:16], told)
