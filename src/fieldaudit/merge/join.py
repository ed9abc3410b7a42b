"""Joining the surveys of many into one: vet each source, unite, fold, and close the balance."""

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from fieldaudit.errors import Code, Problem, Surroundings
from fieldaudit.merge.familiar import Familiar, entry, familiar, fingerprint
from fieldaudit.merge.vet import Step, Vetted, identify, vet
from fieldaudit.store import blobs, journal, purge, records, seals, union
from fieldaudit.store.seals import SealTally
from fieldaudit.store.source import Source, open_source
from fieldaudit.store.survey import Survey
from fieldaudit.visit.records import Balance, SourceTally
from fieldaudit.visit.stamp import Moment


def join(
    survey: Survey,
    sources: Sequence[Path],
    *,
    moment: Moment,
    step: Step,
    full: bool = False,
    ready: Callable[[], object] = lambda: None,
) -> Balance:
    """Merge `sources` into `survey`: all of them in one transaction, or nothing.

    Args:
        survey: the file to merge into.
        sources: files from outside; never written.
        moment: when, for the journal.
        step: called with (sources done, sources in all); may raise to stop.
        full: read again what was merged whole before.
        ready: called once every source can be judged, before anything is written.

    Raises:
        BadInput: a file is no copy of this survey, or cannot be judged at all.
        Surroundings: disk, lock, or a newer file.
    """
    with ExitStack() as stack:
        opened = [stack.enter_context(_opened(path, survey)) for path in sources]
        ready()
        with survey.bulk(), survey.atomic():
            hurt = {name for name, _ in blobs.check(survey, blobs.expected(survey))}
            # A copy that is whole may mend what is damaged here.
            before = {} if full or hurt else familiar(survey)
            takings, whole = [], {}
            for number, source in enumerate(opened):
                name = fingerprint(source.path)
                taking = _recognised(source, before.get(name)) or _take(survey, source, step, hurt)
                takings.append(taking)
                if name and name not in before and _left_nothing(source, taking[0]):
                    whole[name] = Familiar(taking[0].revisions, frozenset(taking[1]))
                step(number + 1, len(opened))
            balance = _balance(survey, _tallies(survey, takings), hurt)
            noted = {**_entry(balance), **entry(survey, whole)}
            journal.note(survey, "merge", noted, moment=moment)
    return balance


class _opened:
    """A source that belongs to the same survey, closed at the end."""

    def __init__(self, path: Path, survey: Survey) -> None:
        self.source = open_source(path)
        try:
            identify(self.source, survey)
        except BaseException:
            self.source.survey.close()
            raise

    def __enter__(self) -> Source:
        return self.source

    def __exit__(self, *_: object) -> None:
        self.source.survey.close()


_Taking = tuple[SourceTally, set[str]]
"""What a source brought, and the authors of it."""


def _recognised(source: Source, known: Familiar | None) -> _Taking | None:
    if known is None:
        return None
    tally = SourceTally(source.path.name, known.revisions, known=known.revisions)
    return tally, set(known.authors)


def _left_nothing(source: Source, tally: SourceTally) -> bool:
    """An excerpt can leave seals behind until the rest of what they name has come."""
    return not tally.refused and not tally.reasons and not seals.is_excerpt(source.survey)


def _take(survey: Survey, source: Source, step: Step, hurt: set[str]) -> _Taking:
    """Take over what is good in one source; whole blobs end the hurt of those here."""
    vetted = vet(
        source, survey, lambda done, _: step(0, 0) if done % 1000 == 0 else None, hurt=hurt
    )
    arrived = set()
    for name in vetted.blobs:
        content = source.blob(name)
        if content is None:
            vetted.damaged.append(Problem(Code.BLOB_DAMAGED, "", {"blob": name.hex()[:16]}))
        else:
            union.add_blob(survey, name, content)
            arrived.add(name)
            hurt.discard(name.hex())
    union.add_revisions(survey, vetted.fresh)
    union.add_seals(survey, vetted.seals)
    union.refresh(survey, vetted.fresh, arrived)
    # What came with the very revisions that say it is gone must not stay either.
    if arrived:
        purge.remove(survey, purge.purged(survey) & {name.hex() for name in arrived})
    return _tally(vetted), vetted.authors


def _tally(vetted: Vetted) -> SourceTally:
    return SourceTally(
        name=vetted.name,
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
    for tally, authors in takings:
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
    expected = blobs.photos(survey)
    damaged = sum(name in hurt or not blobs.exists(survey, name) for name in expected)
    taken = sum(tally.revisions for tally in tallies)
    booked = sum(tally.new + tally.known + tally.refused for tally in tallies)
    balance = Balance(
        deed="merge",
        taken=taken,
        new=sum(tally.new for tally in tallies),
        known=sum(tally.known for tally in tallies),
        refused=sum(tally.refused for tally in tallies),
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
    }
