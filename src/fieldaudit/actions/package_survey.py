"""The survey file that rides inside a package: written into it, and taken out to be merged."""

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from fieldaudit.actions.forms import form_id
from fieldaudit.actions.wording import outcome_word
from fieldaudit.assess.findings import finding_from_values
from fieldaudit.errors import BadInput, Code
from fieldaudit.merge.offers import Offer
from fieldaudit.store import people, records, revisions
from fieldaudit.store.excerpt import write_excerpt
from fieldaudit.store.failures import explained
from fieldaudit.store.records import Record
from fieldaudit.store.survey import Survey
from fieldaudit.visit.scratch import scratch
from fieldaudit.visit.stamp import Moment

NAME = "survey.gpkg"
"""Name of the survey file inside a package."""

MEDIA_TYPE = "application/geopackage+sqlite3"
"""As registered with IANA for OGC GeoPackage."""

_OF_A_VISIT = ("photo", "paper", "log", "relation", "finding")
_WITH_PLACES = ("photo", "paper", "log")
_START = 1024


def excerpt_bytes(
    survey: Survey,
    chosen: Collection[Record],
    *,
    folder: Path,
    photos: bool,
    papers: bool = True,
    moment: Moment,
    bare: Collection[str] = (),
) -> bytes:
    """Return a survey file of exactly what a package of the chosen visits prints.

    Args:
        survey: where the visits are.
        chosen: the visits.
        folder: where there is room to write it first.
        photos: whether the originals of the photos ride along.
        papers: whether those of the attached papers do.
        moment: when.
        bare: of these visits neither photos nor logs ride along.
    """
    with scratch(folder, "package") as place:
        out = place / NAME
        wanted = records_of(survey, chosen, bare=bare)
        write_excerpt(survey, out, records=wanted, photos=photos, papers=papers, moment=moment)
        return out.read_bytes()


def records_of(
    survey: Survey, chosen: Collection[Record], *, bare: Collection[str] = ()
) -> frozenset[str]:
    """Return the ids of the records that belong to the chosen visits.

    These are the visits, their sites and forms, what was found on them (what was deleted since
    included: its history is part of theirs), the photos of later visits that show it mended,
    everyone who wrote any of it, and the survey. Of the visits in `bare` neither photos nor logs.
    """
    visits = {record.id for record in chosen}
    wanted = visits | {record.get("$site") for record in chosen}
    wanted |= {form_id(record.get("$form")) for record in chosen}
    wanted |= {each.id for each in records.records(survey, "survey", deleted=True)}
    for kind in _OF_A_VISIT:
        found = records.records(survey, kind, deleted=True)
        of = visits - set(bare) if kind in _WITH_PLACES else visits
        wanted |= {each.id for each in found if each.get("visit") in of}
    wanted |= _shown_mended(survey, visits - set(bare))
    return frozenset(wanted | _authors(survey, wanted))


def _shown_mended(survey: Survey, visits: Collection[str]) -> set[str]:
    """Return the photos that show the findings of these visits mended."""
    known = {each.id for each in records.records(survey, "photo", deleted=True)}
    found = records.records(survey, "finding")
    mended = (finding_from_values(each.id, each.values) for each in found)
    return {photo for each in mended if each.visit in visits for photo in each.after} & known


def _authors(survey: Survey, wanted: set[str]) -> set[str]:
    """Return the person records of everyone who wrote a wanted record or one of these."""
    written = {each.id: set[str]() for each in records.records(survey, "person", deleted=True)}
    authors: set[str] = set()
    for revision in revisions.all_revisions(survey):
        if revision.record in wanted:
            authors.add(revision.author)
        elif revision.record in written:
            written[revision.record].add(revision.author)
    found: set[str] = set()
    waiting = {people.person_id(author) for author in authors} & written.keys()
    while waiting:
        found |= waiting
        more = {author for person in waiting for author in written[person]}
        waiting = ({people.person_id(author) for author in more} & written.keys()) - found
    return found


@contextmanager
def unpacked(
    sources: Iterable[Offer], *, folder: Path, trusted: Collection[str]
) -> Iterator[list[Offer]]:
    """Yield the sources with a survey file in the place of each package.

    A package that is of no use says why: PACKAGE_NOT_WHOLE for one that was changed or is
    unsigned, PACKAGE_WITHOUT_SURVEY.

    Args:
        sources: survey files and packages.
        folder: where there is room to take survey files out.
        trusted: fingerprints of keys that somebody vouched for.

    Raises:
        Surroundings: there is no room, or the folder cannot be written.
    """
    with explained(folder), scratch(folder, "merge") as place:
        yield [
            _offer(offer, place / str(number), trusted)
            if not offer.trouble and is_pdf(offer.path)
            else offer
            for number, offer in enumerate(sources)
        ]


def _offer(offer: Offer, folder: Path, trusted: Collection[str]) -> Offer:
    try:
        return replace(offer, path=_taken_out(offer.path, folder, trusted))
    except BadInput as error:
        return offer.refused(error)


def is_pdf(path: Path) -> bool:
    """Tell whether a file begins like a PDF; False for what is no file."""
    try:
        if not path.is_file():
            return False
        with path.open("rb") as stream:
            return b"%PDF-" in stream.read(_START)
    except OSError:
        return False


def _taken_out(source: Path, folder: Path, trusted: Collection[str]) -> Path:
    from fieldaudit.package.capsule import extract_file
    from fieldaudit.package.verdict import Outcome
    from fieldaudit.package.verify import verify_package

    verdict = verify_package(source, trusted=trusted, now=datetime.now(UTC))
    # Whose word it is, each revision says for itself; here it counts that nothing was changed.
    whole = (Outcome.GENUINE, Outcome.GENUINE_UNKNOWN_SIGNER, Outcome.EXPIRED)
    if verdict.outcome not in whole:
        raise BadInput(
            Code.PACKAGE_NOT_WHOLE, file=source.name, outcome=outcome_word(verdict.outcome)
        )
    folder.mkdir()
    target = folder / source.name
    if not extract_file(source, NAME, target):
        raise BadInput(Code.PACKAGE_WITHOUT_SURVEY, file=source.name)
    return target
