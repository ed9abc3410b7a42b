from dataclasses import replace

import pytest

from fieldaudit.assess.indicators import Indicator, Outcome, indicators
from fieldaudit.assess.tasks import TaskState, TaskStatus, plan, task_states, together
from tests.kit.seen import some_rules


def found(**outcomes: Outcome) -> list[Indicator]:
    bare = indicators((), sites=(), figures=(), rules=some_rules())
    return [
        replace(
            each,
            reported=replace(
                each.reported, outcome=outcomes.get(each.definition.code, Outcome.NO_DATA)
            ),
        )
        for each in bare
    ]


def states(cutoff: str, **outcomes: Outcome) -> dict[int, TaskState]:
    judged = task_states(plan(), found(**outcomes), cutoff)
    return {each.task.number: each for each in judged}


def test_the_plan_has_twelve_tasks_with_known_indicators() -> None:
    tasks = plan()
    assert [task.number for task in tasks] == list(range(1, 13))
    assert tasks[0].indicators == ("GC2", "GC1", "GC5")
    assert tasks[2].responsible == ("各基础电信企业", "各街道")
    known = {each.definition.code for each in found()}
    assert {code for task in tasks for code in task.indicators} <= known
    assert all(len(task.targets) in (0, len(task.indicators)) for task in tasks)
    assert all(task.zh and task.en for task in tasks)


@pytest.mark.parametrize(
    ("cutoff", "outcome", "status"),
    [
        ("2022-07-15", Outcome.NOT_MET, TaskStatus.RUNNING),
        ("2022-07-16", Outcome.NOT_MET, TaskStatus.OVERDUE),
        ("2022-07-16", Outcome.REFUSED, TaskStatus.OVERDUE),
        ("2022-07-16", Outcome.NO_DATA, TaskStatus.TO_REPORT),
        ("2022-07-16", Outcome.MET, TaskStatus.MET),
    ],
)
def test_a_task_stands_by_its_indicators_and_its_deadline(
    cutoff: str, outcome: Outcome, status: TaskStatus
) -> None:
    assert states(cutoff, GC6=outcome)[9].status is status


def test_tasks_without_indicator_or_deadline() -> None:
    judged = states("2022-08-20")
    assert judged[3].status is judged[8].status is TaskStatus.ONGOING
    assert (judged[4].status, judged[4].days_left) == (TaskStatus.TO_REPORT, -5)
    assert judged[5].status is TaskStatus.RUNNING


def test_all_indicators_of_a_task_must_be_met() -> None:
    met = {"GC1": Outcome.MET, "GC2": Outcome.MET}
    assert states("2022-09-30", **met)[1].status is TaskStatus.TO_REPORT
    assert states("2022-09-30", **met, GC5=Outcome.MET)[1].status is TaskStatus.MET


def test_neither_side_may_contradict() -> None:
    (one,) = (each for each in found(GC1=Outcome.MET) if each.definition.code == "GC1")
    assert together(one) is Outcome.MET
    doubted = replace(one, verified=replace(one.verified, outcome=Outcome.NOT_MET))
    assert together(doubted) is Outcome.NOT_MET
