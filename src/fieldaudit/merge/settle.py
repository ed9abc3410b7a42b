"""Settling a conflict: a named person's decision with a reason, itself a revision."""

from fieldaudit.errors import BadInput, Code
from fieldaudit.store import records, revisions
from fieldaudit.store.records import ConflictRow
from fieldaudit.store.revision import KIND
from fieldaudit.store.revisions import Edit
from fieldaudit.store.survey import Survey
from fieldaudit.visit.stamp import Author, Moment


def settle(
    survey: Survey,
    *,
    record: str,
    path: str,
    value: str | None,
    reason: str,
    author: Author,
    moment: Moment,
) -> ConflictRow:
    """Decide one conflict and return it as it was; its losers stay in the history.

    Raises:
        BadInput: there is no such conflict, or no reason was given.
    """
    if not reason.strip():
        raise BadInput(Code.REASON_MISSING)
    with survey.atomic():
        found = [
            row for row in records.conflicts(survey) if (row.record, row.path) == (record, path)
        ]
        if not found:
            raise BadInput(Code.CONFLICT_UNKNOWN, record=record, path=path)
        now = records.record(survey, record)
        kind = now.kind
        if path == KIND:
            if value not in [claim.value for claim in found[0].claims]:
                raise BadInput(Code.CONFLICT_UNKNOWN, record=record, path=path)
            kind = value or kind
        decision = Edit(record, kind, {path: value}, form=now.form, reason=reason.strip())
        revisions.append(survey, [decision], author=author.fingerprint, moment=moment)
    return found[0]
