"""Counts what the checklists of all visits say, in slices between what the person asks for."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from fieldaudit.gui.session import Session
from fieldaudit.gui.tasks import Job

if TYPE_CHECKING:
    from fieldaudit.actions.judging import Slice

_PORTION = 400
"""Visits of one slice: so many that are remembered are read in a few hundredths of a second."""


class Counting(QObject):
    """Walks over the visits once; a new walk ends the one before."""

    counted = Signal(int, bool)
    """Failed items so far, and whether these are all."""

    judged = Signal(object)
    """Mapping of visits to their Counts, as they come."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        """Count nothing yet."""
        super().__init__(parent)
        self._session = session
        self._turn = 0
        self._left: tuple[str, ...] = ()
        self._total = 0
        self._failures = 0
        self._job: Job | None = None

    def walk(self, visits: Sequence[str]) -> None:
        """Count all of these visits, in this order."""
        self._end()
        self._turn += 1
        self._left, self._total, self._failures = tuple(visits), len(visits), 0
        self._next()

    def _next(self) -> None:
        stopped = self._job is not None and self._job.watch.cancelled()
        if stopped or not self._left:
            self.counted.emit(self._failures, not self._left)
            self._end()
            return
        portion, self._left = self._left[:_PORTION], self._left[_PORTION:]
        self._session.ask(partial(_judge, self._turn, portion), self._on_slice)

    def _on_slice(self, found: "tuple[int, Slice]") -> None:
        turn, made = found
        if turn != self._turn:
            return
        self._left = (*made.left, *self._left)
        self._failures += sum(each.failures for each in made.counts.values())
        self.judged.emit(made.counts)
        if made.left and self._job is None:
            # Only what takes long is worth a line and a way to stop it.
            self._job = self._session.runner.begin(self.tr("统计检查结果"))
        if self._job:
            self._job.watch.step(self._total - len(self._left), self._total)
        self.counted.emit(self._failures, False)
        self._next()

    def _end(self) -> None:
        if self._job:
            self._session.runner.ended.emit(self._job)
        self._job = None


def _judge(turn: int, visits: tuple[str, ...], survey: Any) -> "tuple[int, Slice]":
    from fieldaudit.actions import judging

    return turn, judging.judge_slice(survey, visits)
