"""Decisions on conflicts as people read them: what holds, what it stood against, who said so."""

from dataclasses import dataclass

from fieldaudit.actions.affected import called
from fieldaudit.merge.sorting import sort_of
from fieldaudit.store import people, records
from fieldaudit.store.decisions import standing
from fieldaudit.store.fold import Clash
from fieldaudit.store.records import ClaimRow, ConflictRow
from fieldaudit.store.revision import Revision
from fieldaudit.store.survey import Survey
from fieldaudit.visit.sorts import ConflictSort


@dataclass(frozen=True, slots=True)
class Settled:
    """One decision that holds."""

    record: str
    """Record id."""

    kind: str
    """Kind of record."""

    title: str
    """The record in words."""

    path: str
    """Path inside the record."""

    value: str | None
    """What was decided; None: removed."""

    lost: tuple[str | None, ...]
    """What it was decided against."""

    author: str
    """Name of who decided, else the key's fingerprint."""

    made_at: str
    """When, ISO 8601."""

    sort: ConflictSort
    """What it was about."""

    reason: str
    """Why; a rule stands before it in brackets."""


def list_decisions(survey: Survey) -> tuple[Settled, ...]:
    """Return the decisions that hold, the latest first."""
    names = {key: person.name for key, person in people.signatories(survey).items()}
    found = [
        Settled(
            record=decision.record,
            kind=decision.kind,
            title=called(survey, records.record(survey, decision.record)),
            path=clash.path,
            value=decision.changes[clash.path],
            lost=tuple(
                claim.value for claim in clash.claims if claim.value != decision.changes[clash.path]
            ),
            author=names.get(decision.author, decision.author.removeprefix("name:")[:16]),
            made_at=decision.made.iso(),
            sort=_sort(decision, clash),
            reason=decision.reason,
        )
        for decision, clash in standing(survey)
    ]
    return tuple(sorted(found, key=lambda each: each.made_at, reverse=True))


def _sort(decision: Revision, clash: Clash) -> ConflictSort:
    claims = tuple(
        ClaimRow(each.value, each.revision.author, each.revision.made, each.revision.hash)
        for each in clash.claims
    )
    row = ConflictRow(decision.record, decision.kind, clash.path, clash.base, claims)
    return sort_of(row)
