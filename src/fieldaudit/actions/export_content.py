"""What an export may hold, gathered from the survey in one pass over its visits."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeVar

from fieldaudit import __version__
from fieldaudit.actions.coverage import readings_of
from fieldaudit.actions.export_findings import followed_up, indicators
from fieldaudit.actions.export_visits import Leaving
from fieldaudit.actions.sharing import list_relations
from fieldaudit.actions.sheets import status_of
from fieldaudit.actions.snapshots import logs_of, papers_of, photos_of
from fieldaudit.errors import Code, Problem
from fieldaudit.package.exports.content import (
    ExportContent,
    Facts,
    Layer,
    PhotoFile,
    Submission,
    Table,
    Tally,
)
from fieldaudit.package.exports.variants import Policy, Variant
from fieldaudit.package.exports.visit import LeavingVisit
from fieldaudit.store import blobs, purge, records, revisions
from fieldaudit.store.records import Record
from fieldaudit.store.survey import Survey
from fieldaudit.texts import Catalog, Language
from fieldaudit.visit.records import Paper, Photo, Status
from fieldaudit.visit.sample import Sample
from fieldaudit.visit.stamp import Moment

Step = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Wishes:
    """What somebody wants exported."""

    format: str
    """One of the formats, by the ending of the file name."""

    layers: tuple[str, ...] = ()
    """Tables, layers or parts; empty: what the format usually holds."""

    variant: Variant = Variant.INTERNAL
    """For whom."""

    everything: bool = False
    """True for visits that are not accepted, too."""

    language: Language = "zh"
    """Language of labels."""

    def needs(self, layer: str, *formats: str) -> bool:
        """Tell whether one of these formats is asked for, and with this layer."""
        return self.format in formats and (not self.layers or layer in self.layers)


def export_content(survey: Survey, wishes: Wishes, *, moment: Moment, step: Step) -> ExportContent:
    """Gather what an export may hold; `step` is called with (visits taken, visits in all)."""
    catalog, policy = Catalog(wishes.language), Policy(wishes.variant)
    everything = sorted(
        records.records(survey, "visit"), key=lambda each: (each.get("$started"), each.id)
    )
    chosen = [
        each for each in everything if wishes.everything or status_of(each) is Status.ACCEPTED
    ]
    whole = _Whole(survey, chosen, proven=wishes.needs)
    photos = whole.those("photos", photos_of(survey))
    papers = whole.those("papers", papers_of(survey))
    leaving = Leaving(survey, policy, catalog, photos, papers=papers)
    visits = []
    for number, record in enumerate(chosen):
        step(number, len(chosen))
        visits.append(leaving.take(record))
    purged = purge.purged(survey)
    tally = _tally(everything, visits, photos, papers, purged=purged)
    facts = _facts(survey, wishes, moment)
    tables, layers, overview = _tables(survey, wishes, leaving, visits, moment=moment)
    return ExportContent(
        facts=facts,
        tally=tally,
        tables=_described(tables, facts, tally, catalog),
        overview=overview,
        layers=layers,
        photos=tuple(f for visit in visits for f in _files(survey, visit, visit.photos)),
        papers=tuple(f for visit in visits for f in _files(survey, visit, visit.papers)),
        submissions=tuple(_submissions(survey, leaving, chosen, visits)),
        visits=_visits(visits) if wishes.format == "json" else b"",
        problems=tuple(_problems(visits, purged)),
    )


Attached = TypeVar("Attached", Photo, Paper)


@dataclass(frozen=True, slots=True)
class _Whole:
    """Gathers what is attached to the chosen visits; where bytes leave, each is hashed first."""

    survey: Survey
    chosen: Sequence[Record]
    proven: Callable[..., bool]

    def those(self, part: str, attached: Sequence[Attached]) -> dict[str, tuple[Attached, ...]]:
        """Return record id of a visit → what is attached to it, as one part of an archive."""
        wanted = {record.id for record in self.chosen}
        found = [each for each in attached if each.visit in wanted]
        damaged: set[str] = set()
        if self.proven(part, "zip", "folder"):
            names = sorted({each.blob for each in found})
            damaged = {name for name, _ in blobs.check(self.survey, names)}
        grouped: defaultdict[str, tuple[Attached, ...]] = defaultdict(tuple)
        for each in found:
            whole = each.present and each.blob not in damaged
            grouped[each.visit] += (replace(each, present=whole),)
        return grouped


def _tally(
    everything: Sequence[Record],
    visits: Sequence[LeavingVisit],
    photos: Mapping[str, tuple[Photo, ...]],
    papers: Mapping[str, tuple[Paper, ...]],
    *,
    purged: Collection[str],
) -> Tally:
    """Count; what was purged is withheld, not damaged."""
    every = [photo for each in photos.values() for photo in each]
    leaving = [each for visit in visits for each in visit.photos if each.blob not in purged]
    kept = sum(map(len, papers.values()))
    given = [each for visit in visits for each in visit.papers if each.blob not in purged]
    return Tally(
        visits=len(visits),
        visits_left=len(everything) - len(visits),
        restricted=sum(visit.restricted for visit in visits),
        photos=len(every),
        photos_present=sum(photo.present for photo in leaving),
        photos_withheld=len(every) - len(leaving),
        photos_damaged=sum(not photo.present for photo in leaving),
        papers=kept,
        papers_present=sum(paper.present for paper in given),
        papers_withheld=kept - len(given),
        papers_damaged=sum(not paper.present for paper in given),
    )


def _facts(survey: Survey, wishes: Wishes, moment: Moment) -> Facts:
    head = records.records(survey, "survey")[0]
    return Facts(
        survey=head.get("name"),
        region=head.get("region"),
        state=revisions.state(survey),
        made_at=moment.iso(),
        software=f"fieldaudit {__version__}",
        variant=wishes.variant.value,
        language=wishes.language,
        scope="all" if wishes.everything else "accepted",
    )


def _tables(
    survey: Survey,
    wishes: Wishes,
    leaving: Leaving,
    visits: Sequence[LeavingVisit],
    *,
    moment: Moment,
) -> tuple[list[Table], tuple[Layer, ...], Table | None]:
    """Return the tables, the layers, and the one table of all visits where it is asked for."""
    from fieldaudit.package.exports.answers import Answers
    from fieldaudit.package.exports.demands import demands_table
    from fieldaudit.package.exports.findings import Findings
    from fieldaudit.package.exports.lists import Lists
    from fieldaudit.package.exports.places import Places

    catalog, policy = Catalog(wishes.language), leaving.policy
    answers = Answers(visits, policy, catalog)
    followed = followed_up(survey, today=moment.datetime().date(), catalog=catalog)
    findings = Findings(visits, policy, catalog, followed)
    lists = Lists(visits, leaving.sites, policy, catalog)
    places = Places(visits, policy, catalog)
    checklists, sites, photos = answers.checklists(), lists.sites(), lists.photos()
    papers = [lists.papers()] if any(visit.papers for visit in visits) else []
    tables = [
        *checklists,
        *answers.repeats(),
        *(findings.failed(), findings.excused(), findings.unknown()),
        *(photos, *papers, lists.logs(logs_of(survey)), lists.relations(list_relations(survey))),
        demands_table([each.values for each in records.records(survey, "demand")], policy, catalog),
        sites,
    ]
    if wishes.needs("indicators", "xlsx", "zip", "folder"):
        tables.append(indicators(survey, catalog))
    samples = _samples(survey, visits) if wishes.needs("samples", "gpkg", "geojson") else ()
    layers = (
        *(places.sites(sites), places.visits(answers.heads()), places.photos(photos)),
        *(places.answers(), places.samples(samples)),
        *(places.visits(table) for table in checklists),
    )
    asked = wishes.format == "csv" or "visits" in wishes.layers
    return tables, layers, answers.overview() if asked else None


def _described(
    tables: list[Table], facts: Facts, tally: Tally, catalog: Catalog
) -> tuple[Table, ...]:
    """Add the list of columns and what this export is."""
    from fieldaudit.package.exports.about import about_table, columns_table

    return (*tables, columns_table(tables, catalog), about_table(facts, tally, tables, catalog))


def _samples(
    survey: Survey, visits: Sequence[LeavingVisit]
) -> Iterator[tuple[str, Sequence[Sample]]]:
    """Yield the samples of each log; a restricted visit has none."""
    for visit in visits:
        if not visit.restricted:
            for reading in readings_of(survey, visit=visit.id):
                yield visit.id, reading.samples


def _files(
    survey: Survey, visit: LeavingVisit, attached: Sequence[Photo | Paper]
) -> list[PhotoFile]:
    return [
        PhotoFile(visit.files[each.id], each.blob, partial(blobs.read, survey, each.blob))
        for each in attached
        if each.present
    ]


def _submissions(
    survey: Survey, leaving: Leaving, chosen: Sequence[Record], visits: Sequence[LeavingVisit]
) -> Iterator[Submission]:
    for record, visit in zip(chosen, visits, strict=True):
        xml = partial(leaving.submission, record)
        attached: tuple[Photo | Paper, ...] = (*visit.photos, *visit.papers)
        yield Submission(visit.id, xml, tuple(_files(survey, visit, attached)))


def _visits(visits: Sequence[LeavingVisit]) -> bytes:
    from fieldaudit.package.exports.visits_json import visits_json

    return visits_json(visits)


def _problems(visits: Sequence[LeavingVisit], purged: Collection[str]) -> Iterator[Problem]:
    if not visits:
        yield Problem(Code.EXPORT_NO_VISIT)
    for visit in visits:
        if visit.conflicts:
            yield Problem(Code.VISIT_CONFLICT, visit.id)
        for photo in visit.photos:
            if not photo.present and photo.blob not in purged:
                yield Problem(Code.EXPORT_PHOTO, visit.files[photo.id])
        for paper in visit.papers:
            if not paper.present and paper.blob not in purged:
                yield Problem(Code.EXPORT_PAPER, visit.files[paper.id])
