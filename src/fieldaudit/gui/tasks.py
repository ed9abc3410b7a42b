"""Work that does not belong in the UI thread: one lane for the survey, a pool for the rest.

Results come back through a queued signal, in the UI thread. Nothing here knows a survey.
"""

import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from fieldaudit.gui.garbage import Collector

if TYPE_CHECKING:
    # They bring logging with them, and the first window has no job yet.
    from concurrent.futures import Future, ThreadPoolExecutor

_TELL_EVERY = 0.05
"""Seconds between two reports of progress: more would only fill the event queue."""

_TURN = 0.0005
"""Seconds that a busy worker keeps Python before the window gets its turn: Qt asks for it again and
again while it paints, and with Python's own 5 ms it stood still about twice as long in all."""


class Watch:
    """The progress of one job: the worker steps, the window looks and may cancel."""

    def __init__(self, told: Callable[["Watch"], None]) -> None:
        """Report to `told`, which is called in the worker's thread."""
        self.done = 0
        self.total = 0
        self._told = told
        self._last = 0.0
        self._stop = threading.Event()

    def step(self, done: int, total: int) -> None:
        """Say how far the job is."""
        self.done, self.total = done, total
        if done >= total or time.monotonic() - self._last > _TELL_EVERY:
            self._last = time.monotonic()
            self._told(self)

    def cancelled(self) -> bool:
        """Tell whether somebody asked the job to stop."""
        return self._stop.is_set()

    def cancel(self) -> None:
        """Ask the job to stop at its next item."""
        self._stop.set()


@dataclass(eq=False, slots=True)
class Job:
    """One piece of work and who waits for it."""

    work: Callable[["Watch"], Any]
    """What runs in the worker."""

    then: Callable[[Any], None] | None
    """Takes the result, in the UI thread."""

    fail: Callable[[BaseException], None]
    """Takes the exception, in the UI thread."""

    title: str
    """What the status bar calls it; empty: too short to be shown."""

    watch: Watch
    """Its progress."""

    def forget(self) -> None:
        """Let go of who waits, in the UI thread: a worker must not be the last to hold a widget."""
        self.work, self.then, self.fail = _nothing, None, _nothing


class TaskRunner(QObject):
    """Runs jobs; what touches the survey runs one at a time, in order."""

    began = Signal(object)
    """A Job with a title has started to wait for its turn."""

    progressed = Signal(object)
    """The Watch of a job moved."""

    ended = Signal(object)
    """A Job is over, whatever its outcome."""

    _returned = Signal(object, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        """Start no thread yet; the executors do when the first job comes."""
        super().__init__(parent)
        self._closed = False
        self._returned.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @cached_property
    def _collector(self) -> Collector:
        return Collector(self)

    @cached_property
    def _lane(self) -> "ThreadPoolExecutor":
        from concurrent.futures import ThreadPoolExecutor

        return ThreadPoolExecutor(1, thread_name_prefix="fieldaudit-lane")

    @cached_property
    def _pool(self) -> "ThreadPoolExecutor":
        from concurrent.futures import ThreadPoolExecutor

        return ThreadPoolExecutor(2, thread_name_prefix="fieldaudit-pool")

    def in_lane(
        self,
        work: Callable[[Watch], Any],
        *,
        then: Callable[[Any], None] | None = None,
        fail: Callable[[BaseException], None],
        title: str = "",
    ) -> Job:
        """Run `work` after everything that was asked of the survey before."""
        return self._submit(self._lane, Job(work, then, fail, title, Watch(self._tell)))

    def in_pool(
        self,
        work: Callable[[Watch], Any],
        *,
        then: Callable[[Any], None] | None = None,
        fail: Callable[[BaseException], None],
        title: str = "",
    ) -> Job:
        """Run `work`, which needs no survey, beside everything else."""
        return self._submit(self._pool, Job(work, then, fail, title, Watch(self._tell)))

    def begin(self, title: str) -> Job:
        """Announce work that somebody does in slices; that one emits `ended` when it is over."""
        job = Job(_nothing, None, _nothing, title, Watch(self._tell))
        self.began.emit(job)
        return job

    def close(self) -> None:
        """Take no more jobs, drop those of the pool that wait, and wait for the lane."""
        self._closed = True
        self._pool.shutdown(wait=True, cancel_futures=True)
        self._lane.shutdown(wait=True)
        self._collector.end()

    def _submit(self, pool: "ThreadPoolExecutor", job: Job) -> Job:
        if self._closed:
            return job
        if job.title:
            self.began.emit(job)
        self._collector  # noqa: B018 - from the first worker on, garbage is ours
        sys.setswitchinterval(_TURN)
        pool.submit(self._run, job)
        return job

    def _run(self, job: Job) -> None:
        from concurrent.futures import Future

        outcome: Future[Any] = Future()
        try:
            outcome.set_result(job.work(job.watch))
        except BaseException as error:  # noqa: BLE001 - handed to the UI thread, which judges it
            outcome.set_exception(error)
        if not self._closed or isValid(self):
            self._returned.emit(job, outcome.exception(), None if outcome.exception() else outcome)

    def _tell(self, watch: Watch) -> None:
        self.progressed.emit(watch)

    def _deliver(
        self, job: Job, error: BaseException | None, outcome: "Future[Any] | None"
    ) -> None:
        self.ended.emit(job)
        fail, then = job.fail, job.then
        job.forget()
        if error is not None:
            fail(error)
        elif then is not None and outcome is not None and alive(then):
            then(outcome.result())


def _nothing(_given: object) -> None:
    return None


def alive(answer: Callable[[Any], None]) -> bool:
    """Tell whether the widget that waits for an answer still exists."""
    owner = getattr(answer, "__self__", None)
    return not isinstance(owner, QObject) or isValid(owner)
