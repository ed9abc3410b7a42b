"""Vetting a source: which of its revisions, blobs and seals can be taken over, and which not.

The result is a plan; nothing is written here. A bad part is refused with its reason, the good
rest stays.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from fieldaudit.errors import BadInput, Code, Problem
from fieldaudit.store import blobs, people, purge, records, seals, union
from fieldaudit.store.batch import batches
from fieldaudit.store.blobs import ATTACHED
from fieldaudit.store.revision import NotARevision, Revision
from fieldaudit.store.seals import Seal
from fieldaudit.store.source import Row, Source
from fieldaudit.store.survey import Survey
from fieldaudit.visit.identity import fingerprint_of

Step = Callable[[int, int], None]

_LONGEST_HISTORY = 10_000
"""Revisions of one record; a person makes some dozen."""


@dataclass(slots=True)
class Vetted:
    """What one source offers, judged against the survey that it is to be merged into."""

    name: str
    """File name of the source."""

    taken: int = 0
    """Revisions found in it."""

    known: int = 0
    """Of those, already here."""

    fresh: list[Revision] = field(default_factory=list)
    """Of those, good and new, parents first."""

    refused: list[Problem] = field(default_factory=list)
    """Of those, not taken: one problem for each."""

    blobs: list[bytes] = field(default_factory=list)
    """Hashes of blobs that are missing here, or damaged; their bytes are checked on copying."""

    damaged: list[Problem] = field(default_factory=list)
    """Blobs and seals that are not what they say."""

    seals: list[Seal] = field(default_factory=list)
    """Good seals."""

    authors: set[str] = field(default_factory=set)
    """Key fingerprints of the authors of its revisions."""

    photos: int = 0
    """Photos and papers that its good revisions make."""

    def refuse(self, code: Code, where: str, reason: str = "") -> None:
        """Note one revision that is not taken."""
        self.refused.append(Problem(code, where, {"reason": reason} if reason else {}))


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


def vet(source: Source, survey: Survey, step: Step, *, hurt: Iterable[str] = ()) -> Vetted:
    """Judge everything in `source`.

    Args:
        source: the file from outside.
        survey: where it is to be merged into; only read.
        step: called with (revisions judged, revisions in all); may raise to stop.
        hurt: names of blobs that are damaged here.
    """
    vetted = Vetted(source.path.name)
    _keep_those_that_fit(_sort_out(source, survey, vetted, step), survey, vetted)
    vetted.photos = sum(not r.parents and r.kind in ATTACHED for r in vetted.fresh)
    _judge_blobs(source, survey, vetted, set(hurt))
    _judge_seals(source, survey, vetted)
    return vetted


def _sort_out(source: Source, survey: Survey, vetted: Vetted, step: Step) -> list[Revision]:
    """Return the good revisions that are not here yet, each judged by itself."""
    candidates = []
    seen: set[bytes] = set()
    with survey.reading() as db:
        for portion in batches(source.rows()):
            here = union.known(db, [row.id for row in portion])
            for row in portion:
                vetted.taken += 1
                step(vetted.taken, 0)
                ours, twice = here.get(row.id), row.id in seen
                seen.add(row.id)
                if ours and row.told == ours.told and row.intact() and not twice:
                    vetted.known += 1
                    vetted.authors.add(row.author.decode())
                elif revision := _judged(row, vetted):
                    if ours or twice:
                        vetted.refuse(Code.REVISION_ALTERED, row.name)
                    else:
                        candidates.append(revision)
    return candidates


def _judged(row: Row, vetted: Vetted) -> Revision | None:
    """Return the revision of a row, or refuse it."""
    try:
        return row.judge()
    except NotARevision as error:
        vetted.refuse(Code.REVISION_DAMAGED, row.name, str(error))
        return None


def _keep_those_that_fit(candidates: list[Revision], survey: Survey, vetted: Vetted) -> None:
    """A revision whose history is not whole cannot be judged; nor can what follows it."""
    with survey.reading() as db:
        histories = union.clocks(db, {revision.record for revision in candidates})
    for revision in sorted(candidates, key=lambda each: (each.clock, each.id)):
        history = histories[revision.record]
        if any(parent not in history for parent in revision.parents):
            vetted.refuse(Code.PARENT_MISSING, revision.id)
            continue
        strange = _misfit(revision, history)
        if strange:
            vetted.refuse(Code.REVISION_DAMAGED, revision.id, strange)
        else:
            history[revision.hash] = (revision.clock, revision.kind)
            vetted.fresh.append(revision)
            vetted.authors.add(revision.author)


def _misfit(revision: Revision, history: union.Clocks) -> str:
    """Say in one word why a revision cannot follow what is known of its record."""
    if revision.clock != 1 + max((history[name][0] for name in revision.parents), default=0):
        return "clock"
    if any(kind != revision.kind for _, kind in list(history.values())[:1]):
        return "kind"
    if revision.kind == "survey" and not revision.parents:
        # A second beginning would change who founded the survey, and so whose word counts.
        return "founder"
    return "count" if len(history) >= _LONGEST_HISTORY else ""


def _judge_blobs(source: Source, survey: Survey, vetted: Vetted, hurt: set[str]) -> None:
    """Note which blobs are wanted, and which the source names and nobody has."""
    gone = purge.purged(survey)
    named = {name for revision in vetted.fresh for name in blobs.named(revision.changes)}
    with survey.reading() as db:
        held = [name for name in dict.fromkeys(source.blobs()) if name.hex() not in gone]
        vetted.blobs = [name for name in held if name.hex() in hurt or not union.has_blob(db, name)]
    # A photo may be purged by what came with it, and an excerpt leaves photos behind on purpose.
    named -= gone | _marked(vetted.fresh) | {name.hex() for name in held}
    if named and not source.is_excerpt():
        for name in sorted(named):
            if not blobs.exists(survey, name):
                vetted.damaged.append(Problem(Code.BLOB_MISSING, "", {"blob": name[:16]}))


def _marked(fresh: Iterable[Revision]) -> set[str]:
    """Return the originals of photos that some revision says are purged."""
    named: dict[str, set[str]] = {}
    marked: set[str] = set()
    for revision in fresh:
        named.setdefault(revision.record, set()).update(blobs.named(revision.changes))
        if revision.changes.get(purge.PURGED):
            marked.add(revision.record)
    return {name for record in marked for name in named[record]}


def _judge_seals(source: Source, survey: Survey, vetted: Vetted) -> None:
    known = {key: one.certificate for key, one in people.signatories(survey).items()}
    known |= _certificates(vetted.fresh)
    found = list(source.seals())
    partly = _incomplete(source, survey, vetted, [each for each in found if each])
    for seal in found:
        if seal is None:
            vetted.damaged.append(Problem(Code.SEAL_BROKEN, vetted.name))
        elif not known.get(seal.author):
            vetted.damaged.append(Problem(Code.SEAL_UNKNOWN_KEY, seal.author[:16]))
        elif not seal.genuine(known[seal.author]):
            vetted.damaged.append(Problem(Code.SEAL_BROKEN, seal.author[:16]))
        elif seal.author not in partly:
            vetted.seals.append(seal)


def _incomplete(source: Source, survey: Survey, vetted: Vetted, found: list[Seal]) -> set[str]:
    """Return whose seals stay behind: an excerpt's that name what is neither in it nor here.

    Without the rest they would read as broken; they come with the whole file.
    """
    if not source.is_excerpt():
        return set()
    return seals.incomplete(survey, found, (revision.hash for revision in vetted.fresh))


def _certificates(revisions: Iterable[Revision]) -> dict[str, str]:
    """Collect the certificates that person records carry, by the fingerprint of their key.

    The fingerprint is the hash of the key, so a certificate vouches for itself here.
    """
    found = {}
    for revision in revisions:
        pem = revision.changes.get("certificate") if revision.kind == "person" else None
        if pem:
            try:
                found[fingerprint_of(pem)] = pem
            except BadInput:
                continue
    return found
