import sys
import threading
from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QObject, QThread
from pytestqt.qtbot import QtBot

from fieldaudit.gui.tasks import TaskRunner, Watch


class Waiting(QObject):
    """Waits for outcomes."""

    def __init__(self) -> None:
        super().__init__()
        self.answers: list[object] = []
        self.errors: list[BaseException] = []

    def take(self, value: object) -> None:
        assert QThread.currentThread() is self.thread()
        self.answers.append(value)

    def fail(self, error: BaseException) -> None:
        assert QThread.currentThread() is self.thread()
        self.errors.append(error)


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[TaskRunner]:
    made = TaskRunner()
    yield made
    made.close()


@pytest.fixture
def waiting() -> Waiting:
    return Waiting()


def test_results_come_back_in_the_ui_thread(
    qtbot: QtBot, runner: TaskRunner, waiting: Waiting
) -> None:
    runner.in_lane(lambda _watch: threading.current_thread().name, then=waiting.take, fail=_never)
    qtbot.waitUntil(lambda: bool(waiting.answers))
    assert str(waiting.answers[0]).startswith("fieldaudit-lane")


def test_errors_come_back_in_the_ui_thread(
    qtbot: QtBot, runner: TaskRunner, waiting: Waiting
) -> None:
    runner.in_pool(_broken, fail=waiting.fail)
    qtbot.waitUntil(lambda: bool(waiting.errors))
    assert isinstance(waiting.errors[0], KeyError)


def test_the_lane_runs_one_after_another_in_order(
    qtbot: QtBot, runner: TaskRunner, waiting: Waiting
) -> None:
    for number in range(20):
        runner.in_lane(partial(_number, number), then=waiting.take, fail=_never)
    qtbot.waitUntil(lambda: len(waiting.answers) == 20)
    assert waiting.answers == [*range(20)]


def test_a_job_with_a_title_begins_moves_and_ends(
    qtbot: QtBot, runner: TaskRunner, waiting: Waiting
) -> None:
    heard: list[str] = []
    runner.began.connect(lambda _job: heard.append("began"))
    runner.progressed.connect(lambda _watch: heard.append("moved"))
    runner.ended.connect(lambda _job: heard.append("ended"))
    with qtbot.waitSignal(runner.ended):
        job = runner.in_lane(_stepping, then=waiting.take, fail=_never, title="合并")
    assert (job.watch.done, job.watch.total) == (3, 3)
    assert heard[0] == "began"
    assert "moved" in heard
    assert heard[-1] == "ended"


def test_a_job_that_is_cancelled_hears_it(
    qtbot: QtBot, runner: TaskRunner, waiting: Waiting
) -> None:
    gate = threading.Event()

    def patient(watch: Watch) -> bool:
        gate.wait()
        return watch.cancelled()

    job = runner.in_lane(patient, then=waiting.take, fail=_never)
    job.watch.cancel()
    gate.set()
    qtbot.waitUntil(lambda: bool(waiting.answers))
    assert waiting.answers == [True]


def test_who_has_gone_is_not_told(qtbot: QtBot, runner: TaskRunner) -> None:
    gone = Waiting()
    gate = threading.Event()
    runner.in_lane(lambda _watch: gate.wait(), then=gone.take, fail=_never)
    gone.deleteLater()
    with qtbot.waitSignal(gone.destroyed):
        pass
    with qtbot.waitSignal(runner.ended):
        gate.set()
    assert not gone.answers


def test_nothing_runs_after_closing(qtbot: QtBot, waiting: Waiting) -> None:
    runner = TaskRunner()
    runner.close()
    runner.in_lane(_broken, then=waiting.take, fail=waiting.fail)
    assert not waiting.errors


def _number(number: int, _watch: Watch) -> int:
    return number


def _broken(_watch: Watch) -> None:
    raise KeyError("gone")


def _stepping(watch: Watch) -> None:
    for number in range(1, 4):
        watch.step(number, 3)


def _never(error: BaseException) -> None:
    raise AssertionError from error


def test_a_busy_worker_gives_the_window_its_turn_soon(runner: TaskRunner) -> None:
    before = sys.getswitchinterval()
    try:
        sys.setswitchinterval(0.005)
        runner.in_lane(lambda _watch: None, fail=lambda _error: None)
        assert sys.getswitchinterval() <= 0.001
    finally:
        sys.setswitchinterval(before)
