"""Tells when a widget has reached the screen for the first time, for what can wait until then."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

_SEEN = 30
"""Milliseconds from the first paint until everything else may begin."""


class FirstPicture(QObject):
    """Watches one widget until it is painted."""

    painted = Signal()
    """The picture is there."""

    def __init__(self, widget: QWidget) -> None:
        """Watch `widget`."""
        super().__init__(widget)
        self._timer = QTimer(self, singleShot=True, interval=_SEEN)
        self._timer.timeout.connect(self.painted)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice the first paint, and look no longer."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            self._timer.start()
        return False
