"""Counting what all checklists say, beside what a person asks for."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from fieldaudit.actions import judging, surveys, visits
from fieldaudit.gui.counting import Counting
from fieldaudit.gui.session import Session
from fieldaudit.gui.tasks import Job
from tests.gui.sample import Sample, forget

Settle = Callable[[Session], None]


@pytest.fixture
def files(files: Sample) -> Sample:
    forget(files.survey)
    return files


@pytest.fixture
def ids(files: Sample) -> list[str]:
    with surveys.open_survey(files.survey, readonly=True) as survey:
        return visits.visit_ids(survey)


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let each visit take as long as a slice may."""
    monkeypatch.setattr(judging.judge_slice, "__kwdefaults__", {"seconds": -1.0})


def failures(file: Path) -> int:
    with surveys.open_survey(file, readonly=True) as survey:
        return sum(visit.failures for visit in visits.list_visits(survey))


def test_all_visits_are_counted(
    qtbot: QtBot, opened: Session, files: Sample, ids: list[str]
) -> None:
    told: list[tuple[int, bool]] = []
    counting = Counting(opened)
    counting.counted.connect(lambda *found: told.append(found))
    counting.walk(ids)
    qtbot.waitUntil(lambda: bool(told) and told[-1][1], timeout=10_000)
    assert told[-1] == (failures(files.survey), True)


def test_a_long_count_is_announced_and_can_be_stopped(
    qtbot: QtBot, opened: Session, ids: list[str], slow: None
) -> None:
    told: list[tuple[int, bool]] = []
    jobs: list[Job] = []
    ended: list[Job] = []
    opened.runner.began.connect(jobs.append)
    opened.runner.began.connect(lambda job: job.watch.cancel())
    opened.runner.ended.connect(ended.append)
    counting = Counting(opened)
    counting.counted.connect(lambda *found: told.append(found))
    counting.walk(ids)
    qtbot.waitUntil(lambda: bool(jobs) and jobs[0] in ended, timeout=10_000)
    assert told[-1][1] is False
    assert len(counting._left) == len(ids) - 1


def test_a_person_is_answered_between_two_slices(
    qtbot: QtBot, opened: Session, ids: list[str], slow: None
) -> None:
    order: list[str] = []
    counting = Counting(opened)
    counting.judged.connect(order.extend)
    counting.walk(ids)
    opened.ask(lambda _survey: "person", order.append)
    qtbot.waitUntil(lambda: len(order) == len(ids) + 1, timeout=10_000)
    assert order.index("person") <= 1


def test_a_new_walk_ends_the_one_before(
    qtbot: QtBot, opened: Session, files: Sample, ids: list[str], slow: None
) -> None:
    told: list[tuple[int, bool]] = []
    counting = Counting(opened)
    counting.counted.connect(lambda *found: told.append(found))
    counting.walk(ids)
    counting.walk(ids)
    qtbot.waitUntil(lambda: bool(told) and told[-1][1], timeout=10_000)
    assert told[-1] == (failures(files.survey), True)
