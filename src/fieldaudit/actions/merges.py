"""Merging: take over what others hand over, and settle what they disagree on."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from fieldaudit.actions.affected import called
from fieldaudit.actions.backups import Reason, keep_backup
from fieldaudit.actions.changes import Changes, Done, Progress, steps
from fieldaudit.actions.doubles import link, list_doubts
from fieldaudit.actions.envelopes import unwrapped
from fieldaudit.actions.package_survey import unpacked
from fieldaudit.actions.writing import write
from fieldaudit.errors import BadInput, Code
from fieldaudit.merge.join import join
from fieldaudit.merge.offers import Offer, offered
from fieldaudit.merge.rules import Rule, matching, settle_all
from fieldaudit.merge.settle import settle as decide
from fieldaudit.merge.sorting import sort_of
from fieldaudit.store import people, records
from fieldaudit.store.decisions import edited, reopen
from fieldaudit.store.records import ConflictRow
from fieldaudit.store.survey import Survey
from fieldaudit.visit.identity import Identity
from fieldaudit.visit.records import Balance, Conflict, Rival
from fieldaudit.visit.sorts import SAME_AS, ConflictSort
from fieldaudit.visit.stamp import Author, now

_TITLES = {
    "site": ("code", "name"),
    "photo": ("caption",),
    "paper": ("caption", "name"),
    "person": ("name",),
    "survey": ("name",),
}


@dataclass(frozen=True, slots=True)
class SettledByRule:
    """What a rule decided."""

    rule: Rule
    """Which rule."""

    settled: tuple[Conflict, ...]
    """The conflicts as they were."""

    left: int
    """Chosen conflicts that the rule has no word on."""


def merge(
    survey: Survey,
    *,
    sources: Sequence[Path],
    progress: Progress | None = None,
    identity: Identity | None = None,
    full: bool = False,
    after: Callable[[Sequence[Offer], Balance], None] | None = None,
) -> Done[Balance]:
    """Merge survey files into this one in one step: all that can be read, or nothing.

    A file that cannot be judged is told by name in the balance. A package that was not changed
    counts as the survey file that rides inside it. The survey as it was is kept among its backups
    first, whatever becomes of the merge. Files merged whole before are recognised, and read again
    only when `full`. `after` is called once all is merged, or
    the only file was refused, while the files taken out of packages
    are still there.

    Raises:
        FieldauditError: the only source there is cannot be judged.
        Surroundings: the survey's own disk, lock or rights are in the way.
    """
    trusted = [key for key, person in people.signatories(survey).items() if person.trusted]
    folder = survey.path.parent
    keep_backup(survey, Reason.MERGE)
    with (
        unwrapped(offered(sources), folder=folder, identity=identity) as opened,
        unpacked(opened, folder=folder, trusted=trusted) as files,
    ):
        try:
            balance = join(survey, files, moment=now(), step=steps(progress), full=full)
        except BadInput as error:
            if after and _is_of_source(error, survey, files):
                after(files, Balance("merge", sources=(files[0].refused(error).tally(),)))
            raise
        if after:
            after(files, balance)
    everything = Changes(True, True, True, True, True, True, True, True)
    return Done(balance, everything)


def _is_of_source(error: BadInput, survey: Survey, files: Sequence[Offer]) -> bool:
    """Tell whether an error is what is wrong with the only file that was handed in."""
    if len(files) != 1:
        return False
    named = error.params.get("file") == files[0].path.name != survey.path.name
    return error is files[0].trouble or named


def list_conflicts(survey: Survey, *, record: str = "") -> tuple[Conflict, ...]:
    """Return every undecided conflict, or those of a record, with values, authors and times."""
    rows = records.conflicts(survey, record=record)
    if not rows:
        return ()
    names = {key: person.name for key, person in people.signatories(survey).items()}
    return tuple(_conflict(survey, row, names) for row in rows)


def settle(
    survey: Survey, *, record: str, path: str, value: str | None, reason: str, author: Author
) -> Done[Conflict]:
    """Decide a conflict, with a reason."""
    names = {key: person.name for key, person in people.signatories(survey).items()}
    with survey.atomic():
        write(survey, [], author=author)
        if path == SAME_AS and any(each.record == record for each in list_doubts(survey)):
            doubt = link(
                survey,
                record=record,
                same_as=value or "no",
                reason=reason,
                author=author,
                moment=now(),
            )
            return Done(doubt, Changes(sites=True, conflicts=True))
        settled = decide(
            survey,
            record=record,
            path=path,
            value=value,
            reason=reason,
            author=author,
            moment=now(),
        )
    return Done(
        _conflict(survey, settled, names), Changes(visits=True, answers=True, conflicts=True)
    )


def settle_by_rule(
    survey: Survey,
    rule: Rule,
    *,
    kind: str = "",
    path: str = "",
    prefer: Collection[str] = (),
    only: Collection[tuple[str, str]] | None = None,
    reason: str,
    author: Author,
    progress: Progress | None = None,
) -> Done[SettledByRule]:
    """Decide many conflicts by a rule, each with a revision that names it.

    Args:
        survey: where.
        rule: which.
        kind: only conflicts of such records.
        path: only conflicts at such paths; * and ? stand for anything.
        prefer: names or key fingerprints, for Rule.PREFER.
        only: the conflicts that a person looked at, as record and path; None: all.
        reason: why the rule is right here.
        author: who decides.
        progress: is told and asked between conflicts.

    Raises:
        BadInput: nobody said why.
        Cancelled: `progress` said so; nothing is decided then.
    """
    if not reason.strip():
        raise BadInput(Code.REASON_MISSING)
    names = {key: person.name for key, person in people.signatories(survey).items()}
    wanted = {key for key, name in names.items() if name in prefer} | set(prefer)
    with survey.atomic():
        write(survey, [], author=author)
        rows, left = settle_all(
            survey,
            rule,
            chosen=matching(kind, path, only),
            preferred=wanted | {f"name:{name}" for name in prefer},
            reason=reason,
            author=author,
            moment=now(),
            step=steps(progress),
        )
    settled = tuple(_conflict(survey, row, names) for row in rows)
    changes = Changes(sites=True, visits=True, answers=True, conflicts=True)
    return Done(SettledByRule(rule, settled, left), changes)


def undo(survey: Survey, *, record: str, path: str, reason: str, author: Author) -> Done[Conflict]:
    """Take a decision back: what lost stands against it again, as an open conflict."""
    with survey.atomic():
        write(survey, [], author=author)
        reopen(survey, record=record, path=path, reason=reason, author=author, moment=now())
    (opened,) = (
        each for each in list_conflicts(survey) if (each.record, each.path) == (record, path)
    )
    return Done(opened, Changes(sites=True, visits=True, answers=True, conflicts=True))


def _conflict(survey: Survey, row: ConflictRow, names: dict[str, str]) -> Conflict:
    rivals = [
        Rival(
            value=claim.value,
            author=names.get(claim.author, claim.author[:16]),
            made_at=claim.made.iso(),
            revision=claim.revision,
            provisional=number == 0,
        )
        for number, claim in enumerate(row.claims)
    ]
    title, sort = _title(survey, row), sort_of(row)
    edits = edited(survey, row.record) if sort is ConflictSort.DELETION else ()
    return Conflict(row.record, row.kind, title, row.path, row.base, tuple(rivals), sort, edits)


def _title(survey: Survey, row: ConflictRow) -> str:
    record = records.record(survey, row.record)
    if row.kind in ("visit", "relation", "log"):
        other = record.get("$site") or record.get("site") or record.get("visit")
        record = records.record(survey, other) if other else record
    paths = _TITLES.get(record.kind, ("name",))
    said = " ".join(filter(None, (record.get(path) for path in paths)))
    return said or called(survey, record)
