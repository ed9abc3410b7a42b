"""Rings of Qt objects die in the UI thread, however much a worker allocates."""

import gc
import threading
import weakref
from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fieldaudit.gui import garbage
from fieldaudit.gui.tasks import TaskRunner

PLENTY = 200_000
"""Allocations that make Python collect many times over, when it may."""


@pytest.fixture
def runner(qapp: QApplication) -> Iterator[TaskRunner]:
    """Lanes and pool of a window."""
    made = TaskRunner()
    yield made
    made.close()


def test_a_ring_with_a_running_timer_dies_in_the_ui_thread(
    qtbot: QtBot, runner: TaskRunner
) -> None:
    ends, kept = _ring_given_up(), list[object]()
    runner.in_lane(partial(_allocate, kept), fail=_raise)
    qtbot.waitUntil(lambda: bool(ends))
    assert ends == [threading.get_ident()]


def test_a_worker_never_holds_the_last_of_a_listener(qtbot: QtBot, runner: TaskRunner) -> None:
    job = runner.in_lane(partial(_allocate, []), then=_Listener().hear, fail=_raise)
    qtbot.waitUntil(lambda: job.then is None)
    assert not [one for one in gc.get_referents(job) if getattr(one, "__self__", None)]


def test_automatic_collection_is_off_until_the_last_has_ended(qapp: QApplication) -> None:
    first, second = garbage.Collector(), garbage.Collector()
    first.end()
    assert not gc.isenabled()
    second.end()
    assert gc.isenabled()


def test_only_what_passed_its_threshold_is_collected(qapp: QApplication) -> None:
    collector = garbage.Collector()
    gc.collect()
    ends = _ring_given_up()
    garbage.collect()
    assert not ends
    kept = [[number] for number in range(gc.get_threshold()[0] + 1)]
    garbage.collect()
    collector.end()
    assert ends
    assert kept


class _Listener(QObject):
    def hear(self, _value: object) -> None:
        pass


def _ring_given_up() -> list[int]:
    """Return a list that gets the thread in which a ring that nobody holds is freed."""
    ends: list[int] = []
    gc.collect()
    one = QObject()
    one.ring = one  # type: ignore[attr-defined]
    timer = QTimer(one)
    timer.start(10_000)
    weakref.finalize(one, lambda: ends.append(threading.get_ident()))
    return ends


def _allocate(kept: list[object], _watch: object) -> None:
    kept += [[number] for number in range(PLENTY)]


def _raise(error: BaseException) -> None:
    raise error
