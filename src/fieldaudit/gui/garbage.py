"""Where garbage is looked for: in the UI thread alone, because widgets must not die in a worker.

Python collects in whatever thread allocates next; a Qt object that is freed in another thread than
its own leaves timers running or crashes. Nothing here knows what the objects are.
"""

import gc

from PySide6.QtCore import QObject, QTimer

_LOOK_EVERY = 250
"""Milliseconds between two looks at the counts; short, so that one collection stays small."""

_FULL_AFTER = 10
"""Collections of the middle generation before a full one, where Python names no number."""

_living: "set[Collector]" = set()
"""Those who keep automatic collection off."""


class Collector(QObject):
    """Keeps automatic collection off while it lives, and collects when the counts are passed."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin at once; belongs to the thread that makes it."""
        super().__init__(parent)
        gc.disable()
        _living.add(self)
        self._timer = QTimer(self, interval=_LOOK_EVERY)
        self._timer.timeout.connect(collect)
        self._timer.start()

    def end(self) -> None:
        """Let Python collect by itself again, unless another collector lives."""
        self._timer.stop()
        _living.discard(self)
        if not _living:
            gc.enable()


def collect() -> None:
    """Collect the oldest generation whose threshold is passed, as Python itself would."""
    young, middle, full = gc.get_threshold()
    limits = (young, middle, full or _FULL_AFTER)
    counts = gc.get_count()
    for generation in (2, 1, 0):
        if limits[generation] and counts[generation] > limits[generation]:
            gc.collect(generation)
            return
