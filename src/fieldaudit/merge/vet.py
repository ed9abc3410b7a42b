"""Vetting a source: which of its revisions, blobs and seals can be taken over, and which not.

Nothing is written here. A bad part is refused with its reason, the good rest stays.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from fieldaudit.errors import BadInput, Code, Problem
from fieldaudit.store import blobs, people, purge, records, seals, union
from fieldaudit.store.batch import batches
from fieldaudit.store.revision import NotARevision, Revision
from fieldaudit.store.seals import Seal
from fieldaudit.store.source import Row, Source
from fieldaudit.store.survey import Survey
from fieldaudit.visit.stamp import derived_id, is_derived

Step = Callable[[int, int], None]

_DERIVED = frozenset(["demand", "finding", "figure"])
"""Kinds besides persons and forms whose ids are derived."""

_LONGEST_HISTORY = 10_000
"""Revisions of one record; a person makes some dozen."""


@dataclass(slots=True)
class Vetted:
    """What was found in one source, judged against the survey that it is merged into."""

    name: str
    """File name of the source."""

    taken: int = 0
    """Revisions found in it."""

    known: int = 0
    """Of those, already here."""

    new: int = 0
    """Of those, good and new."""

    refused: list[Problem] = field(default_factory=list)
    """Of those, not taken: one problem for each."""

    damaged: list[Problem] = field(default_factory=list)
    """Blobs and seals that are not what they say."""

    authors: set[str] = field(default_factory=set)
    """Key fingerprints of the authors of its revisions."""

    photos: int = 0
    """Photos and attached papers that its new revisions make."""

    named: dict[str, set[str]] = field(default_factory=dict)
    """Record id → blobs that its new revisions name."""

    purged: set[str] = field(default_factory=set)
    """Records whose original is gone on purpose, as a new revision says."""

    def refuse(self, code: Code, where: str, reason: str = "") -> None:
        """Note one revision that is not taken."""
        self.refused.append(Problem(code, where, {"reason": reason} if reason else {}))

    def accept(self, revision: Revision) -> None:
        """Note one revision that is good and new."""
        self.new += 1
        self.authors.add(revision.author)
        if revision.kind in blobs.NAMING:
            self.photos += not revision.parents and revision.kind in blobs.ATTACHED
            names = self.named.setdefault(revision.record, set())
            names.update(blobs.named(revision.changes))
            if revision.changes.get(purge.PURGED):
                self.purged.add(revision.record)


def identify(source: Source, survey: Survey) -> None:
    """Raise BadInput unless `source` is another copy of the same survey."""
    if source.path.samefile(survey.path):
        raise BadInput(Code.MERGE_SELF, file=source.path.name)
    ours, _ = survey_of(survey)
    if not ours or not source.holds(ours):
        _, name = survey_of(source.survey)
        raise BadInput(Code.MERGE_OTHER_SURVEY, file=source.path.name, name=name)


def survey_of(survey: Survey) -> tuple[str, str]:
    """Return the id and the name of the survey that a file says it belongs to."""
    found = records.records(survey, "survey", deleted=True)
    return (found[0].id, found[0].get("name")) if found else ("", "")


def revisions(
    source: Source, survey: Survey, vetted: Vetted, step: Step
) -> Iterator[list[Revision]]:
    """Yield the good revisions that are not here yet, in portions, parents first.

    The caller takes each portion over before it asks for the next one.

    Args:
        source: the file from outside.
        survey: where it is merged into; only read.
        vetted: takes the counts, and what is refused.
        step: called with (0, 0) before each portion; may raise to stop.
    """
    seen: set[bytes] = set()
    early: list[Revision] = []
    for rows in batches(source.rows()):
        step(0, 0)
        with survey.reading() as db:
            here = union.known(db, [row.id for row in rows])
        yield _fitting(_judged(rows, here, seen, vetted), survey, vetted, early)
    # Files are written parents first; what came before its parents waits for all the rest.
    for late in batches(sorted(early, key=_order)):
        yield _fitting(late, survey, vetted)


def _judged(
    rows: list[Row], here: dict[bytes, Row], seen: set[bytes], vetted: Vetted
) -> list[Revision]:
    """Return the good revisions that are not here yet, each judged by itself."""
    candidates = []
    for row in rows:
        vetted.taken += 1
        ours, twice = here.get(row.id), row.id in seen
        seen.add(row.id)
        if ours and row.told == ours.told and row.intact() and not twice:
            vetted.known += 1
            vetted.authors.add(row.author.decode())
            continue
        try:
            revision = row.judge()
        except NotARevision as error:
            vetted.refuse(Code.REVISION_DAMAGED, row.name, str(error))
            continue
        if ours or twice:
            vetted.refuse(Code.REVISION_ALTERED, row.name)
        else:
            candidates.append(revision)
    return candidates


def _order(revision: Revision) -> tuple[int, str]:
    return revision.clock, revision.id


def _fitting(
    candidates: list[Revision],
    survey: Survey,
    vetted: Vetted,
    early: list[Revision] | None = None,
) -> list[Revision]:
    """Return those that follow what is known of their records.

    A revision whose history is not whole cannot be judged, nor can what follows it: it joins
    `early` while there is hope, and is refused when there is none.
    """
    with survey.reading() as db:
        histories = union.clocks(db, {revision.record for revision in candidates})
    fitting = []
    for revision in sorted(candidates, key=_order):
        history = histories[revision.record]
        if any(parent not in history for parent in revision.parents):
            if early is None:
                vetted.refuse(Code.PARENT_MISSING, revision.id)
            else:
                early.append(revision)
        elif strange := _misfit(revision, history):
            vetted.refuse(Code.REVISION_DAMAGED, revision.id, strange)
        else:
            history[revision.hash] = (revision.clock, revision.kind)
            vetted.accept(revision)
            fitting.append(revision)
    return fitting


def _misfit(revision: Revision, history: union.Clocks) -> str:
    """Say in one word why a revision cannot follow what is known of its record."""
    if revision.clock != 1 + max((history[name][0] for name in revision.parents), default=0):
        return "clock"
    if not _may_be(revision, history):
        return "kind"
    if revision.kind == "survey" and not revision.parents:
        # A second beginning would change who founded the survey, and so whose word counts.
        return "founder"
    return "count" if len(history) >= _LONGEST_HISTORY else ""


def _may_be(revision: Revision, history: union.Clocks) -> bool:
    """Tell whether a record can be what a revision says that it is.

    What follows others is what one of them is. Two beginnings of different kinds both stand, or
    whichever came first would shut out the other; that is a conflict for a person to decide. Of
    the survey itself, and where the id is derived from what the record is, there is no doubt.
    """
    if revision.parents:
        return revision.kind in {history[name][1] for name in revision.parents}
    if any(kind == "survey" != revision.kind for _, kind in history.values()):
        return False
    if not is_derived(revision.record):
        return True
    holds = {"person": "fingerprint", "form": "hash"}.get(revision.kind)
    named = revision.changes.get(holds) if holds else ""
    proven = derived_id(f"{revision.kind}:{named}") == revision.record
    return proven if holds else revision.kind in _DERIVED


def originals(
    source: Source, survey: Survey, vetted: Vetted, *, hurt: set[str], gone: set[str]
) -> Iterator[bytes]:
    """Yield the names of the blobs that are wanted here, once the revisions are here.

    Args:
        source: the file from outside.
        survey: where it is merged into; only read.
        vetted: takes what is named and not there.
        hurt: names of blobs that are damaged here.
        gone: names of blobs that were removed on purpose.
    """
    held = {name.hex(): name for name in source.blobs()}
    wanted = (hurt & held.keys()) | blobs.missing(survey, held)
    yield from (key for name, key in held.items() if name in wanted and name not in gone)
    # A photo may be purged by what came with it, and an excerpt leaves photos behind on purpose.
    purged = {name for record in vetted.purged for name in vetted.named[record]}
    named = {name for names in vetted.named.values() for name in names}
    named -= gone | purged | held.keys()
    if named and not source.is_excerpt():
        for name in sorted(blobs.missing(survey, named)):
            vetted.damaged.append(Problem(Code.BLOB_MISSING, "", {"blob": name[:16]}))


def good_seals(source: Source, survey: Survey, vetted: Vetted) -> list[Seal]:
    """Return the seals that can be taken over, once the revisions and certificates are here."""
    found = list(source.seals())
    partly = _incomplete(source, survey, filter(None, found))
    good = []
    for seal in found:
        certificate = people.certificate_of(survey, seal.author) if seal else ""
        if seal is None:
            vetted.damaged.append(Problem(Code.SEAL_BROKEN, vetted.name))
        elif not certificate:
            vetted.damaged.append(Problem(Code.SEAL_UNKNOWN_KEY, seal.author[:16]))
        elif not seal.genuine(certificate):
            vetted.damaged.append(Problem(Code.SEAL_BROKEN, seal.author[:16]))
        elif seal.author not in partly:
            good.append(seal)
    return good


def _incomplete(source: Source, survey: Survey, found: Iterable[Seal]) -> set[str]:
    """Return whose seals stay behind: an excerpt's that name what is neither in it nor here.

    Without the rest they would read as broken; they come with the whole file.
    """
    return seals.incomplete(survey, found) if source.is_excerpt() else set()
