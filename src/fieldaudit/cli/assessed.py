"""How assessments are shown: flat lines for people, whole documents for programs."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from fractions import Fraction

from fieldaudit.actions.findings import ListedFinding
from fieldaudit.actions.indicators import Assessment
from fieldaudit.assess.counts import Row
from fieldaudit.assess.findings import Finding
from fieldaudit.assess.indicators import OUTCOMES, Indicator, Side
from fieldaudit.assess.rules import read_day
from fieldaudit.assess.tasks import TASK_STATUSES, TaskState
from fieldaudit.errors import Problem
from fieldaudit.texts import Catalog

Json = dict[str, object]


@dataclass(frozen=True, slots=True)
class IndicatorLine:
    """One indicator as a line of a table."""

    code: str
    """GC1 …"""

    title: str
    """Its name."""

    target: str
    """With unit."""

    reported: str
    """Rounded."""

    reported_outcome: str
    """In words."""

    verified: str
    """Rounded."""

    verified_outcome: str
    """In words."""

    made_of: str
    """Numerator, denominator and number of visits."""

    unverified: int
    """Registered sites that no visit verifies."""


@dataclass(frozen=True, slots=True)
class TaskLine:
    """One task as a line of a table."""

    number: int
    """1 … 12."""

    title: str
    """What is to be done."""

    deadline: str
    """ISO date or empty."""

    outcomes: str
    """Its indicators in words."""

    status: str
    """In words."""


def indicator_lines(found: Assessment, catalog: Catalog) -> list[IndicatorLine]:
    """Return the indicators as lines."""
    return [_indicator_line(each, catalog) for each in found.indicators]


def task_lines(states: Sequence[TaskState], catalog: Catalog) -> list[TaskLine]:
    """Return the tasks as lines."""
    return [
        TaskLine(
            number=each.task.number,
            title=each.task.zh if catalog.language == "zh" else each.task.en,
            deadline=each.task.deadline,
            outcomes=" ".join(
                f"{code} {catalog.text('Domain', OUTCOMES[outcome])}"
                for code, outcome in each.outcomes.items()
            ),
            status=catalog.text("Domain", TASK_STATUSES[each.status]),
        )
        for each in states
    ]


def notes_of(found: Assessment) -> list[Problem]:
    """Return everything that is doubtful about an assessment."""
    sides = (side for each in found.indicators for side in (each.reported, each.verified))
    return [*found.notes, *(note for side in sides for note in side.notes)]


def assessment_json(found: Assessment, name: str, catalog: Catalog) -> Json:
    """Return an assessment as a program reads it."""
    rules = found.rules
    return {
        "set": name,
        "cutoff": rules.cutoff,
        "rule_version": rules.version,
        "rule_hash": rules.hash,
        "settings": rules.choices,
        "visits": len(found.seen),
        "indicators": [_indicator_json(each, catalog) for each in found.indicators],
        "notes": found.notes,
    }


def task_json(state: TaskState) -> Json:
    """Return a task as a program reads it."""
    return {
        **asdict(state.task),
        "status": state.status,
        "outcomes": state.outcomes,
        "cutoff": state.cutoff,
        "days_left": state.days_left,
    }


def finding_json(listed: ListedFinding) -> Json:
    """Return a finding as a program reads it, with its site in short."""
    finding: Finding = listed.finding
    return {
        "number": listed.number,
        **asdict(finding),
        "owner_words": listed.owner,
        "label": listed.label,
        "overdue": listed.overdue,
        "site": {"id": listed.site.id, "code": listed.site.code, "name": listed.site.name},
        "street": listed.site.street,
    }


def day_of(text: str) -> date:
    """Return the date of an option; raise BadInput when it is none."""
    return date.fromisoformat(read_day(text))


def _indicator_line(each: Indicator, catalog: Catalog) -> IndicatorLine:
    definition, verified = each.definition, each.verified
    unit = catalog.text("Domain", definition.unit)
    above, below = (_figure(number) for number in (verified.numerator, verified.denominator))
    visits = len(verified.visits)
    return IndicatorLine(
        code=definition.code,
        title=catalog.text("Domain", definition.title),
        target="–" if each.target is None else f"{each.target:g} {unit}",
        reported=each.reported.shown,
        reported_outcome=catalog.text("Domain", OUTCOMES[each.reported.outcome]),
        verified=verified.shown,
        verified_outcome=catalog.text("Domain", OUTCOMES[verified.outcome]),
        made_of=f"{above} / {below} ({visits})" if visits else "–",
        unverified=len(each.unverified),
    )


def _indicator_json(each: Indicator, catalog: Catalog) -> Json:
    definition = each.definition
    return {
        "id": definition.code,
        "title": catalog.text("Domain", definition.title),
        "unit": definition.unit,
        "target": each.target,
        "reported": _side_json(each.reported),
        "verified": _side_json(each.verified),
        "difference": each.difference,
        "visits": each.visits,
        "unverified": each.unverified,
        "cutoff": each.cutoff,
        "rule_version": each.rules.version,
    }


def _side_json(side: Side) -> Json:
    return {
        "numerator": side.numerator,
        "denominator": side.denominator,
        "value": side.value,
        "shown": side.shown,
        "outcome": side.outcome,
        "sources": side.sources,
        "figures": side.figures,
        "rows": [_row_json(row) for row in side.rows],
        "visits": side.visits,
        "notes": side.notes,
    }


def _row_json(row: Row) -> Json:
    return {
        "sites": row.sites,
        "visits": row.visits,
        "numerator": _number(row.numerator),
        "denominator": _number(row.denominator),
        "key": row.key,
    }


def _number(number: Fraction) -> int | float:
    return number.numerator if number.denominator == 1 else float(number)


def _figure(number: float | None) -> str:
    if number is None:
        return "–"
    return f"{number:,d}" if isinstance(number, int) else f"{number:,.2f}"
