"""Decisions on conflicts in the history of a record, and taking one back.

Nothing is removed: the values that lost are said again by somebody who had not heard of the
decision, so that the question stands open beside it.
"""

from collections.abc import Iterator
from uuid import UUID

from fieldaudit.errors import BadInput, Code
from fieldaudit.store import projections, revisions
from fieldaudit.store.fold import Clash, fold
from fieldaudit.store.revision import DELETED, KIND, Revision
from fieldaudit.store.survey import Survey
from fieldaudit.visit.records import Edited
from fieldaudit.visit.stamp import Author, Moment, new_id


def reopen(
    survey: Survey, *, record: str, path: str, reason: str, author: Author, moment: Moment
) -> None:
    """Open the last decision on a path again: the values that lost stand against it.

    Raises:
        BadInput: no reason was given, or what is there is not a decision.
    """
    if not reason.strip():
        raise BadInput(Code.REASON_MISSING)
    with survey.atomic() as db:
        decision, clash = _decision(projections.revisions_of(db, record), record, path)
        lost = [c.value for c in clash.claims if c.value != decision.changes[path]]
        # The provisional value of before comes last, and so is provisional again.
        again = [
            Revision(
                id=new_id(),
                record=record,
                kind=value if path == KIND and value else decision.kind,
                parents=decision.parents,
                clock=decision.clock,
                author=author.fingerprint,
                made=moment,
                changes={path: value},
                form=decision.form,
                reason=reason.strip(),
            )
            for value in reversed(lost)
        ]
        revisions.insert(db, again)
        projections.refresh(db, [record])


def standing(survey: Survey) -> Iterator[tuple[Revision, Clash]]:
    """Yield every decision that holds, with the conflict that it ended."""
    with survey.reading() as db:
        found = db.execute(
            "select distinct record from revision"
            ' where instr(cast(body as text), \'"reason":""\') = 0 order by record'
        )
        histories = [projections.revisions_of(db, _text(record)) for (record,) in found]
    for history in histories:
        for path in sorted({path for each in history if each.reason for path in each.changes}):
            try:
                decision, clash = _decision(history, history[0].record, path)
            except BadInput:
                continue
            if decision.reason:
                yield decision, clash


def ruled(survey: Survey, record: str, path: str) -> dict[str, str]:
    """Return the hashes of revisions that decided about a path, each with its reason."""
    with survey.reading() as db:
        history = projections.revisions_of(db, record)
    return {
        each.hash: each.reason
        for each in history
        if each.reason
        and path in each.changes
        and any(c.path == path for c in fold(_ancestors(history, each)).clashes)
    }


def edited(survey: Survey, record: str) -> tuple[Edited, ...]:
    """Return what was changed in a record beside its deletion, by path."""
    with survey.reading() as db:
        history = projections.revisions_of(db, record)
    gone = [each for each in history if each.changes.get(DELETED) == "true"]
    seen = {one.hash: one for each in gone for one in [each, *_ancestors(history, each)]}
    paths = {path for each in history if each.hash not in seen for path in each.changes}
    before, after = fold(list(seen.values())).values if seen else {}, fold(history).values
    return tuple(
        Edited(path, before.get(path), after.get(path))
        for path in sorted(paths - {DELETED, KIND})
        if before.get(path) != after.get(path)
    )


def _text(record: object) -> str:
    return str(UUID(bytes=record)) if isinstance(record, bytes) else str(record)


def _decision(history: list[Revision], record: str, path: str) -> tuple[Revision, Clash]:
    """Return the decision that holds at a path, and the conflict that it ended."""
    said = [each for each in history if path in each.changes]
    last = max(said, key=lambda each: (each.clock, each.id), default=None)
    if last and last.parents and not any(c.path == path for c in fold(history).clashes):
        before = fold(_ancestors(history, last))
        for clash in before.clashes:
            if clash.path == path:
                return last, clash
    raise BadInput(Code.DECISION_UNKNOWN, record=record, path=path)


def _ancestors(history: list[Revision], revision: Revision) -> list[Revision]:
    by_hash = {each.hash: each for each in history}
    found: dict[str, Revision] = {}
    waiting = list(revision.parents)
    while waiting:
        name = waiting.pop()
        if name in by_hash and name not in found:
            found[name] = by_hash[name]
            waiting += by_hash[name].parents
    return list(found.values())
