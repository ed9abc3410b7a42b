"""Joining the surveys of many into one: vet each source, unite, fold, and close the balance."""

from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

from fieldaudit.errors import Code, FieldauditError, Problem, Surroundings
from fieldaudit.merge.familiar import Familiar, entry, familiar, fingerprint
from fieldaudit.merge.offers import Offer, offered
from fieldaudit.merge.vet import Step, Vetted, identify, vet
from fieldaudit.store import blobs, journal, purge, records, seals, union
from fieldaudit.store.seals import SealTally
from fieldaudit.store.source import Source, open_source
from fieldaudit.store.survey import Survey
from fieldaudit.visit.records import Balance, SourceTally
from fieldaudit.visit.stamp import Moment


def join(
    survey: Survey,
    sources: Sequence[Path | Offer],
    *,
    moment: Moment,
    step: Step,
    full: bool = False,
) -> Balance:
    """Merge `sources` into `survey` in one transaction: all that can be read, or nothing.

    A file that cannot be judged is told in the balance and leaves nothing behind.

    Args:
        survey: the file to merge into.
        sources: files from outside; never written.
        moment: when, for the journal.
        step: called with (sources done, sources in all); may raise to stop.
        full: read again what was merged whole before.

    Raises:
        FieldauditError: the only source there is cannot be judged.
        Surroundings: disk or lock of the survey itself.
    """
    with ExitStack() as stack:
        opened = [_opened(offer, survey, stack) for offer in offered(sources)]
        if len(opened) == 1 and opened[0][0].trouble:
            raise opened[0][0].trouble
        with survey.bulk(), survey.atomic():
            hurt = {name for name, _ in blobs.check(survey, blobs.expected(survey))}
            # A copy that is whole may mend what is damaged here.
            before = {} if full or hurt else familiar(survey)
            here = _Here(before, hurt, step, alone=len(opened) == 1)
            takings, whole = [], {}
            for number, (offer, source) in enumerate(opened):
                taking = _tried(survey, offer, source, here)
                takings.append(taking)
                tally, authors, name = taking
                if name and source and name not in before and _left_nothing(source, tally):
                    whole[name] = Familiar(tally.revisions, frozenset(authors))
                step(number + 1, len(opened))
            balance = _balance(survey, _tallies(survey, takings), hurt)
            noted = {**_entry(balance), **entry(survey, whole)}
            journal.note(survey, "merge", noted, moment=moment)
    return balance


def _opened(offer: Offer, survey: Survey, stack: ExitStack) -> tuple[Offer, Source | None]:
    """Open a source that belongs to the same survey; None where that cannot be."""
    if offer.trouble:
        return offer, None
    try:
        source = open_source(offer.path)
    except FieldauditError as error:
        return offer.refused(error), None
    stack.callback(source.survey.close)
    try:
        identify(source, survey)
    except FieldauditError as error:
        return offer.refused(error), None
    return offer, source


@dataclass(frozen=True, slots=True)
class _Here:
    """What the survey is known to hold while sources are taken over."""

    before: Mapping[str, Familiar]
    hurt: set[str]
    step: Step
    alone: bool


_Taking = tuple[SourceTally, set[str], str]
"""What a source brought, the authors of it, and its fingerprint where it was read."""


def _tried(survey: Survey, offer: Offer, source: Source | None, here: _Here) -> _Taking:
    """Take over one source, or nothing of it where it turns out to be unreadable."""
    if source is None:
        return offer.tally(), set(), ""
    mended: set[str] = set()
    try:
        with survey.tentative():
            with source.watched():
                name = fingerprint(source.path)
            known = here.before.get(name)
            if known:
                tally = SourceTally(offer.name, known.revisions, known=known.revisions)
                return tally, set(known.authors), name
            vetted = vet(source, survey, _rarely(here.step), hurt=here.hurt)
            mended = _take(survey, source, vetted)
    except FieldauditError as error:
        if error is not source.trouble or here.alone:
            raise
        return offer.refused(error).tally(), set(), ""
    here.hurt.difference_update(mended)
    return _tally(offer, vetted), vetted.authors, name


def _rarely(step: Step) -> Step:
    return lambda done, _: step(0, 0) if done % 1000 == 0 else None


def _left_nothing(source: Source, tally: SourceTally) -> bool:
    """An excerpt can leave seals behind until the rest of what they name has come."""
    return not tally.refused and not tally.reasons and not source.is_excerpt()


def _take(survey: Survey, source: Source, vetted: Vetted) -> set[str]:
    """Take over what is good in one source; return the names of the blobs that came whole."""
    arrived = set()
    for name in vetted.blobs:
        content = source.blob(name)
        if content is None:
            vetted.damaged.append(Problem(Code.BLOB_DAMAGED, "", {"blob": name.hex()[:16]}))
        else:
            union.add_blob(survey, name, content)
            arrived.add(name)
    union.add_revisions(survey, vetted.fresh)
    union.add_seals(survey, vetted.seals)
    union.refresh(survey, vetted.fresh, arrived)
    # What came with the very revisions that say it is gone must not stay either.
    if arrived:
        purge.remove(survey, purge.purged(survey) & {name.hex() for name in arrived})
    return {name.hex() for name in arrived}


def _tally(offer: Offer, vetted: Vetted) -> SourceTally:
    return SourceTally(
        name=offer.name,
        revisions=vetted.taken,
        new=len(vetted.fresh),
        known=vetted.known,
        refused=len(vetted.refused),
        photos=vetted.photos,
        reasons=tuple(str(problem) for problem in [*vetted.refused, *vetted.damaged]),
    )


def _tallies(survey: Survey, takings: list[_Taking]) -> list[SourceTally]:
    """Add to each source how far its authors are vouched for, now that all have come."""
    known = {tally.author: tally for tally in seals.tallies(survey)}
    tallies = []
    for tally, authors, _ in takings:
        theirs = [known[author] for author in sorted(authors)]
        tallies.append(replace(tally, seals={_label(one, theirs): one.state for one in theirs}))
    return tallies


def _label(one: SealTally, all_of_them: list[SealTally]) -> str:
    """Return a name that no other author of the same source has."""
    alike = [other for other in all_of_them if other.name == one.name]
    if not one.name:
        return one.author[:16]
    return one.name if len(alike) == 1 else f"{one.name} {one.author[:8]}"


def _balance(survey: Survey, tallies: list[SourceTally], hurt: set[str]) -> Balance:
    expected = blobs.attached(survey)
    damaged = sum(name in hurt or not blobs.exists(survey, name) for name in expected)
    taken = sum(tally.revisions for tally in tallies)
    booked = sum(tally.new + tally.known + tally.refused for tally in tallies)
    balance = Balance(
        deed="merge",
        taken=taken,
        new=sum(tally.new for tally in tallies),
        known=sum(tally.known for tally in tallies),
        refused=sum(tally.refused for tally in tallies),
        unread=sum(tally.problem is not None for tally in tallies),
        conflicts=len(records.conflicts(survey)),
        photos_expected=len(expected),
        photos_present=len(expected) - damaged,
        photos_damaged=damaged,
        lost=taken - booked,
        sources=tuple(tallies),
    )
    if not balance.closes:
        raise Surroundings(Code.BALANCE_OPEN, taken=taken, booked=booked)
    return balance


def _entry(balance: Balance) -> dict[str, object]:
    return {
        "taken": balance.taken,
        "new": balance.new,
        "known": balance.known,
        "refused": balance.refused,
        "conflicts": balance.conflicts,
        "sources": [tally.name for tally in balance.sources],
        "unread": {t.name: t.problem.code.name for t in balance.sources if t.problem},
    }
