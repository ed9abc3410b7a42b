"""Reviewing: the office accepts a signed visit, or gives it back with a reason."""

from collections.abc import Sequence

from fieldaudit.actions.affected import called
from fieldaudit.actions.changes import Changes, Done
from fieldaudit.actions.findings import finding_edits
from fieldaudit.actions.sheets import status_of
from fieldaudit.actions.snapshots import visit_record
from fieldaudit.actions.wording import status_word
from fieldaudit.actions.writing import write
from fieldaudit.errors import BadInput, Code, Problem
from fieldaudit.store import people, revisions, seals
from fieldaudit.store.revisions import Edit
from fieldaudit.store.survey import Survey
from fieldaudit.visit.records import Status
from fieldaudit.visit.stamp import Author, now

_FROM = {Status.SIGNED, Status.ACCEPTED, Status.RETURNED}


def accept(survey: Survey, *, visits: Sequence[str], author: Author) -> Done[int]:
    """Accept signed visits; a visit with an undecided conflict is refused.

    Raises:
        BadInput: a visit is not signed, or has an undecided conflict. None is changed then.
    """
    for visit in visits:
        if visit_record(survey, visit).conflicts:
            raise BadInput(Code.VISIT_CONFLICT, where=visit)
    return _move(survey, visits, Status.ACCEPTED, author=author)


def give_back(survey: Survey, *, visits: Sequence[str], reason: str, author: Author) -> Done[int]:
    """Return signed visits to their inspectors, with a reason."""
    if not reason.strip():
        raise BadInput(Code.REASON_MISSING)
    return _move(survey, visits, Status.RETURNED, author=author, reason=reason.strip())


def unsealed_acceptances(survey: Survey, visits: Sequence[str]) -> tuple[Problem, ...]:
    """Say which accepted visits no trusted key sealed as such: anybody could have written that."""
    vouched, names = seals.vouched(survey), people.signatories(survey)
    found = []
    for visit in visits:
        said = [
            each
            for each in revisions.history(survey, visit)
            if each.changes.get("$status") == Status.ACCEPTED.value
        ]
        last = max(said, key=lambda each: (each.clock, each.id), default=None)
        if last and last.hash not in vouched:
            person = names.get(last.author)
            name = person.name if person else last.author.removeprefix("name:")[:16]
            where = called(survey, visit_record(survey, visit))
            found.append(Problem(Code.ACCEPTANCE_UNSEALED, where, {"name": name}))
    return tuple(found)


def _move(
    survey: Survey,
    visits: Sequence[str],
    status: Status,
    *,
    author: Author,
    reason: str = "",
) -> Done[int]:
    moment, edits = now(), []
    for visit in visits:
        record = visit_record(survey, visit)
        before = status_of(record)
        if before not in _FROM:
            raise BadInput(Code.VISIT_STATUS, where=visit, status=status_word(before))
        changes = {"$status": status.value}
        edits.append(Edit(visit, "visit", changes, form=record.form, reason=reason))
    moves = {"accepted" if status is Status.ACCEPTED else "left": visits}
    edits += finding_edits(survey, moment=moment, **moves)
    write(survey, edits, author=author, moment=moment)
    return Done(len(visits), Changes(visits=True))
