"""Indicators: take figures in, work the indicators out, say where the tasks stand."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from fieldaudit.actions.changes import Changes, Done
from fieldaudit.actions.judged import seen_visits
from fieldaudit.actions.snapshots import sites_by_id
from fieldaudit.actions.thresholds import parameters_of
from fieldaudit.actions.writing import write
from fieldaudit.assess.definitions import SETS
from fieldaudit.assess.figures import (
    FIGURES,
    USUAL_SOURCES,
    Figure,
    SourceKind,
    figure_from_values,
    figure_id,
    figure_values,
    latest_figure,
)
from fieldaudit.assess.indicators import Indicator, excess, indicators
from fieldaudit.assess.rules import Rules, read_day, rules_of
from fieldaudit.assess.seen import Seen
from fieldaudit.assess.tasks import TaskState, plan, task_states
from fieldaudit.errors import BadInput, Code, Problem
from fieldaudit.store import records
from fieldaudit.store.revisions import Edit
from fieldaudit.store.survey import Survey
from fieldaudit.visit.records import Site, Status
from fieldaudit.visit.stamp import Author

USUAL_SET = "LJ2022"


@dataclass(frozen=True, slots=True)
class Assessment:
    """The indicators with everything that they were worked out from."""

    indicators: tuple[Indicator, ...]
    """In order."""

    rules: Rules
    """The way of counting."""

    seen: tuple[Seen, ...]
    """The accepted visits until the cut-off date."""

    sites: tuple[Site, ...]
    """The register by code."""

    notes: tuple[Problem, ...]
    """What holds for all of them."""


def enter_figure(
    survey: Survey,
    *,
    name: str,
    value: str,
    source: str,
    day: str = "",
    kind: str = "",
    author: Author,
) -> Done[Figure]:
    """Write down a reported number; the same name and day again correct it.

    Args:
        survey: where to.
        name: one of FIGURES.
        value: a number, not negative.
        source: the report, yearbook or letter that it stands in.
        day: the ISO date that it holds for; today when empty.
        kind: operator_return or statistics; what is usual for the name when empty.
        author: who enters it.

    Raises:
        BadInput: FIGURE_UNKNOWN, FIGURE_VALUE, FIGURE_SOURCE, DATE_UNREADABLE; INDICATOR_RANGE
            when the share would be above what is possible.
    """
    if name not in FIGURES:
        raise BadInput(Code.FIGURE_UNKNOWN, name=name, known=", ".join(FIGURES))
    if not source.strip():
        raise BadInput(Code.FIGURE_SOURCE, name=name)
    held = read_day(day or date.today().isoformat())
    meant = SourceKind(kind) if kind else USUAL_SOURCES[name]
    figure = Figure(
        figure_id(name, held), name, value.strip(), source=source.strip(), kind=meant, date=held
    )
    if figure.number is None:
        raise BadInput(Code.FIGURE_VALUE, name=name, value=value)
    _refuse_impossible(list_figures(survey), figure)
    known = {record.id: record.values for record in records.records(survey, "figure")}
    here, wanted = known.get(figure.id, {}), figure_values(figure)
    changes: dict[str, str | None] = {p: text for p, text in wanted.items() if here.get(p) != text}
    if changes:
        write(survey, [Edit(figure.id, "figure", changes)], author=author)
    return Done(figure, Changes(survey=True))


def list_figures(survey: Survey) -> tuple[Figure, ...]:
    """Return all figures, by name and date."""
    found = (figure_from_values(r.id, r.values) for r in records.records(survey, "figure"))
    return tuple(sorted(found, key=lambda figure: (figure.name, figure.date)))


def assess(survey: Survey, *, cutoff: str = "", indicator_set: str = USUAL_SET) -> Assessment:
    """Work out the indicators of a set.

    Args:
        survey: where visits and figures are.
        cutoff: ISO date; that of the survey's parameters when empty.
        indicator_set: a key of SETS.

    Raises:
        BadInput: DATE_UNREADABLE, PARAMETER_CHOICE.
    """
    rules = rules_of(parameters_of(survey), cutoff)
    accepted = seen_visits(survey, statuses=(Status.ACCEPTED,))
    counted = tuple(visit for visit in accepted if visit.day <= rules.cutoff)
    sites = tuple(sorted(sites_by_id(survey).values(), key=lambda site: site.code))
    later = len(accepted) - len(counted)
    params = {"count": later, "date": rules.cutoff}
    return Assessment(
        indicators=indicators(
            counted,
            sites=sites,
            figures=list_figures(survey),
            rules=rules,
            definitions=SETS[indicator_set],
        ),
        rules=rules,
        seen=counted,
        sites=sites,
        notes=(Problem(Code.VISITS_LATER, "", params),) if later else (),
    )


def tasks(assessment: Assessment, *, indicator_set: str = USUAL_SET) -> tuple[TaskState, ...]:
    """Return where the tasks stand on the cut-off date of an assessment."""
    return task_states(plan(indicator_set), assessment.indicators, assessment.rules.cutoff)


def _refuse_impossible(known: Sequence[Figure], figure: Figure) -> None:
    """Refuse a share above what is possible, as it would stand with this figure."""
    others = [each for each in known if each.id != figure.id]
    for definition in SETS[USUAL_SET]:
        if definition.hard is None or figure.name not in definition.figures:
            continue
        pair = [latest_figure([*others, figure], n, figure.date) for n in definition.figures]
        above, below = (each.number if each else None for each in pair)
        if above is None or not below:
            continue
        problem = excess(definition, above * definition.scale / below)
        if problem and problem.code is Code.INDICATOR_RANGE:
            raise BadInput(problem.code, where=problem.where, **problem.params)
