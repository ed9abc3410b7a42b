"""The twelve tasks of the work plan: deadline, indicators, and where each stands on a day."""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache

from fieldaudit.assess.indicators import Indicator, Outcome
from fieldaudit.paths import resource
from fieldaudit.texts import QT_TRANSLATE_NOOP

_FILES = {"LJ2022": "tasks_lj2022.csv"}


class TaskStatus(StrEnum):
    """Where a task stands on the cut-off date."""

    MET = "met"
    OVERDUE = "overdue"
    RUNNING = "running"
    ONGOING = "ongoing"
    TO_REPORT = "to_report"


TASK_STATUSES = {
    TaskStatus.MET: QT_TRANSLATE_NOOP("Domain", "指标已达标"),
    TaskStatus.OVERDUE: QT_TRANSLATE_NOOP("Domain", "逾期未达标"),
    TaskStatus.RUNNING: QT_TRANSLATE_NOOP("Domain", "期限内"),
    TaskStatus.ONGOING: QT_TRANSLATE_NOOP("Domain", "持续推进"),
    TaskStatus.TO_REPORT: QT_TRANSLATE_NOOP("Domain", "到期待报"),
}
"""The states in words."""


@dataclass(frozen=True, slots=True)
class Task:
    """One row of the plan."""

    number: int
    """1 … 12."""

    action: str
    """The action that it belongs to."""

    zh: str
    """What is to be done, shortened."""

    en: str
    """The same in English."""

    lead: tuple[str, ...]
    """Leading units."""

    responsible: tuple[str, ...]
    """Responsible units."""

    support: tuple[str, ...]
    """Supporting units."""

    deadline: str
    """ISO date; empty: 持续推进."""

    indicators: tuple[str, ...]
    """Codes of its indicators."""

    targets: tuple[str, ...]
    """Their targets as the plan writes them."""


@dataclass(frozen=True, slots=True)
class TaskState:
    """A task on the cut-off date."""

    task: Task
    """Which."""

    status: TaskStatus
    """Where it stands."""

    outcomes: Mapping[str, Outcome]
    """Indicator → what its reported and verified values come to together."""

    cutoff: str
    """The date, ISO."""

    days_left: int | None
    """Days to the deadline, negative after it; None without one."""


@cache
def plan(name: str = "LJ2022") -> tuple[Task, ...]:
    """Return the tasks of a set of indicators, in order."""
    text = resource(_FILES[name]).read_text("utf-8")
    rows = csv.DictReader(text.splitlines(), delimiter="|")
    return tuple(_task(row) for row in rows)


def task_states(
    tasks: Iterable[Task], found: Iterable[Indicator], cutoff: str
) -> tuple[TaskState, ...]:
    """Return where each task stands.

    A task is met when all its indicators are. After its deadline it is overdue when one of them
    is not, and to be reported when nobody knows.
    """
    outcomes = {each.definition.code: together(each) for each in found}
    return tuple(_state(task, outcomes, cutoff) for task in tasks)


def together(indicator: Indicator) -> Outcome:
    """Return what both sides come to: met only when neither says otherwise."""
    said = {indicator.reported.outcome, indicator.verified.outcome} - {Outcome.NO_DATA}
    for outcome in (Outcome.REFUSED, Outcome.NOT_MET, Outcome.MET):
        if outcome in said:
            return outcome
    return Outcome.NO_DATA


def _state(task: Task, outcomes: Mapping[str, Outcome], cutoff: str) -> TaskState:
    mine = {code: outcomes.get(code, Outcome.NO_DATA) for code in task.indicators}
    left = None
    if task.deadline:
        left = (date.fromisoformat(task.deadline) - date.fromisoformat(cutoff)).days
    return TaskState(task, _status(mine, left), mine, cutoff, left)


def _status(outcomes: Mapping[str, Outcome], left: int | None) -> TaskStatus:
    if outcomes and all(outcome is Outcome.MET for outcome in outcomes.values()):
        return TaskStatus.MET
    if left is None:
        return TaskStatus.ONGOING
    if left >= 0:
        return TaskStatus.RUNNING
    known = set(outcomes.values()) & {Outcome.NOT_MET, Outcome.REFUSED}
    return TaskStatus.OVERDUE if known else TaskStatus.TO_REPORT


def _task(row: Mapping[str, str]) -> Task:
    def several(name: str) -> tuple[str, ...]:
        return tuple(part for part in row[name].split(";") if part)

    return Task(
        number=int(row["no"]),
        action=row["action"],
        zh=row["task_zh"],
        en=row["task_en"],
        lead=several("lead"),
        responsible=several("responsible"),
        support=several("support"),
        deadline=row["deadline"],
        indicators=several("indicator"),
        targets=several("target"),
    )
