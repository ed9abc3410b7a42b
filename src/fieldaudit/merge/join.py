"""Joining the surveys of many into one: vet each source, unite, fold, and close the balance."""

from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

from fieldaudit.errors import Code, FieldauditError, Problem, Surroundings
from fieldaudit.merge import vet
from fieldaudit.merge.familiar import Familiar, Word, entry, familiar, words
from fieldaudit.merge.offers import Offer, offered
from fieldaudit.merge.vet import Step, Vetted, identify
from fieldaudit.store import blobs, journal, purge, records, union
from fieldaudit.store.source import Source, open_source
from fieldaudit.store.survey import Survey
from fieldaudit.store.union import Union
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
        parcels = [_opened(offer, survey, stack) for offer in offered(sources)]
        alone = len(parcels) == 1
        if alone and parcels[0].offer.trouble:
            raise parcels[0].offer.trouble
        before, first = {} if full else familiar(survey), union.last(survey) + 1
        known = all(each.manifest in before for each in parcels if each.source)
        if known and not blobs.missing(survey, blobs.expected(survey)):
            with survey.atomic():
                takings = [_recognised(each, before) for each in parcels]
                return _book(survey, takings, first, absent=set(), moment=moment)
        with survey.bulk(), union.uniting(survey) as united:
            hurt = {name for name, _ in blobs.check(survey, blobs.expected(survey))}
            # A copy that is whole may mend what is damaged here.
            before = {} if hurt else before
            here = _Here(united, before, hurt, purge.purged(survey), step, alone)
            takings = []
            for parcel in parcels:
                takings.append(_tried(parcel, here))
                step(len(takings), len(parcels))
            united.finish()
            absent = hurt | blobs.missing(survey, blobs.attached(survey))
            return _book(survey, takings, first, absent=absent, moment=moment)


@dataclass(frozen=True, slots=True)
class _Parcel:
    """One file as it was handed in."""

    offer: Offer
    source: Source | None = None
    """None where it cannot be judged."""
    manifest: str = ""
    """As it was before anything was read: what is written meanwhile makes it another file."""


def _opened(offer: Offer, survey: Survey, stack: ExitStack) -> _Parcel:
    """Open a source that belongs to the same survey, where that can be."""
    if offer.trouble:
        return _Parcel(offer)
    try:
        source = open_source(offer.path)
        stack.callback(source.survey.close)
        identify(source, survey)
        return _Parcel(offer, source, source.manifest())
    except FieldauditError as error:
        return _Parcel(offer.refused(error))


@dataclass(frozen=True, slots=True)
class _Here:
    """The survey, and what it is known to hold, while sources are taken over."""

    united: Union
    before: Mapping[str, Familiar]
    hurt: set[str]
    gone: set[str]
    step: Step
    alone: bool


@dataclass(frozen=True, slots=True)
class _Taking:
    """What a source brought."""

    tally: SourceTally
    authors: frozenset[str] = frozenset()
    manifest: str = ""
    """Empty where something was left behind."""


def _recognised(parcel: _Parcel, before: Mapping[str, Familiar]) -> _Taking:
    if parcel.source is None:
        return _Taking(parcel.offer.tally())
    found = before[parcel.manifest]
    count = found.revisions
    tally = SourceTally(parcel.offer.name, count, known=count, recognised=True)
    return _Taking(tally, found.authors)


def _tried(parcel: _Parcel, here: _Here) -> _Taking:
    """Take over one source, or nothing of it where it turns out to be unreadable."""
    source = parcel.source
    if source is None or parcel.manifest in here.before:
        return _recognised(parcel, here.before)
    try:
        with here.united.tentative():
            return _take(parcel.offer, source, parcel.manifest, here)
    except FieldauditError as error:
        if error is not source.trouble or here.alone:
            raise
        return _Taking(parcel.offer.refused(error).tally())


def _take(offer: Offer, source: Source, manifest: str, here: _Here) -> _Taking:
    """Take over what is good in one source; whole blobs end the hurt of those here."""
    vetted, united, mended = Vetted(offer.name), here.united, set[str]()
    for fresh in vet.revisions(source, united.survey, vetted, here.step):
        united.add_revisions(fresh)
    for name in vet.originals(source, united.survey, vetted, hurt=here.hurt, gone=here.gone):
        here.step(0, 0)
        if united.add_original(source, name):
            mended.add(name.hex())
        else:
            vetted.damaged.append(Problem(Code.BLOB_DAMAGED, "", {"blob": name.hex()[:16]}))
    united.add_seals(vet.good_seals(source, united.survey, vetted))
    # An excerpt can leave seals behind until the rest of what they name has come.
    whole = not vetted.refused and not vetted.damaged and not source.is_excerpt()
    here.hurt.difference_update(mended)
    return _Taking(_tally(vetted), frozenset(vetted.authors), manifest if whole else "")


def _tally(vetted: Vetted) -> SourceTally:
    return SourceTally(
        name=vetted.name,
        revisions=vetted.taken,
        new=vetted.new,
        known=vetted.known,
        refused=len(vetted.refused),
        photos=vetted.photos,
        reasons=(*vetted.refused, *vetted.damaged),
    )


def _book(
    survey: Survey, takings: list[_Taking], first: int, *, absent: set[str], moment: Moment
) -> Balance:
    """Close the balance, and write into the journal what the next merge has to know."""
    known = words(survey)
    balance = _balance(survey, [_sealed(each, known) for each in takings], absent)
    whole = {
        each.manifest: Familiar(each.tally.revisions, each.authors)
        for each in takings
        if each.manifest
    }
    came = {"rows": [first, union.last(survey)]}
    noted = {**_entry(balance), **entry(survey, whole, known.values()), **came}
    journal.note(survey, "merge", noted, moment=moment)
    return balance


def _sealed(taking: _Taking, known: Mapping[str, Word]) -> SourceTally:
    """Add how far the authors of a source are vouched for, now that all have come."""
    theirs = [known[author] for author in sorted(taking.authors)]
    return replace(taking.tally, seals={_label(one, theirs): one.state for one in theirs})


def _label(one: Word, all_of_them: list[Word]) -> str:
    """Return a name that no other author of the same source has."""
    alike = [other for other in all_of_them if other.name == one.name]
    if not one.name:
        return one.author[:16]
    return one.name if len(alike) == 1 else f"{one.name} {one.author[:8]}"


def _balance(survey: Survey, tallies: list[SourceTally], absent: set[str]) -> Balance:
    expected = blobs.attached(survey)
    damaged = sum(name in absent for name in expected)
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
