"""Recorded rules that decide many conflicts alike; what a rule has no word on stays open."""

from collections.abc import Callable, Collection
from enum import StrEnum
from fnmatch import fnmatchcase

from fieldaudit.merge.settle import settle
from fieldaudit.merge.sorting import sort_of
from fieldaudit.store import records
from fieldaudit.store.records import ClaimRow, ConflictRow
from fieldaudit.store.survey import Survey
from fieldaudit.visit.sorts import ConflictSort
from fieldaudit.visit.stamp import Author, Moment


class Rule(StrEnum):
    """How to decide."""

    NEWEST = "newest"
    """What was written with the highest clock: the provisional value."""

    MORE_PHOTOS = "more-photos"
    """The value that names most photos; only conflicts about photos, and no ties."""

    PREFER = "prefer"
    """What one of the given authors said; nothing where two of them disagree."""

    KEEP_DELETED = "keep-deleted"
    """What somebody deleted stays so."""

    KEEP_EDITED = "keep-edited"
    """What somebody still worked on stays."""


def settle_all(
    survey: Survey,
    rule: Rule,
    *,
    chosen: Callable[[ConflictRow], bool],
    preferred: Collection[str] = (),
    reason: str,
    author: Author,
    moment: Moment,
    step: Callable[[int, int], None] | None = None,
) -> tuple[list[ConflictRow], int]:
    """Decide the chosen conflicts by a rule, each with a revision that names the rule.

    Args:
        survey: where.
        rule: which.
        chosen: tells which conflicts it is for.
        preferred: key fingerprints, for Rule.PREFER.
        reason: why this rule is right here.
        author: who says so.
        moment: when.
        step: called with (conflicts looked at, all of them); may raise to decide none.

    Returns:
        The decided conflicts as they were, and how many chosen ones stay open.
    """
    decided = []
    with survey.atomic():
        found = [row for row in records.conflicts(survey) if chosen(row)]
        for number, row in enumerate(found):
            if step is not None:
                step(number, len(found))
            winners = _winners(rule, row, preferred)
            if len(winners) == 1:
                told = f"[{rule.value}] {reason.strip()}" if reason.strip() else ""
                decided.append(
                    settle(
                        survey,
                        record=row.record,
                        path=row.path,
                        value=winners[0].value,
                        reason=told,
                        author=author,
                        moment=moment,
                    )
                )
    return decided, len(found) - len(decided)


def matching(
    kind: str = "", path: str = "", only: Collection[tuple[str, str]] | None = None
) -> Callable[[ConflictRow], bool]:
    """Return what tells the conflicts of a kind of record, and at paths like `path` (* and ?).

    With `only`, records and paths, no other conflict is told.
    """
    named = None if only is None else frozenset(only)
    return lambda row: (
        kind in ("", row.kind)
        and fnmatchcase(row.path, path or "*")
        and (named is None or (row.record, row.path) in named)
    )


def _winners(rule: Rule, row: ConflictRow, preferred: Collection[str]) -> list[ClaimRow]:
    """Return the values that the rule speaks for; only a single one decides."""
    if rule is Rule.PREFER:
        return [claim for claim in row.claims if claim.author in preferred]
    if rule is Rule.MORE_PHOTOS:
        return _largest(row) if sort_of(row) is ConflictSort.PHOTOS else []
    if rule is Rule.NEWEST:
        return list(row.claims[:1])
    deleted = "true" if rule is Rule.KEEP_DELETED else None
    deletion = sort_of(row) is ConflictSort.DELETION
    return [claim for claim in row.claims if deletion and claim.value == deleted]


def _largest(row: ConflictRow) -> list[ClaimRow]:
    counts = [len((claim.value or "").split()) for claim in row.claims]
    return [claim for claim, n in zip(row.claims, counts, strict=True) if n == max(counts)]
