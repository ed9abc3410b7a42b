"""The bar at the bottom: what is in the file, and the job that runs, with a way to stop it."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QSizePolicy, QWidget

from fieldaudit.gui.tasks import Job, TaskRunner, Watch
from fieldaudit.gui.theme import M, S, colours
from fieldaudit.gui.widgets.buttons import IconButton, small
from fieldaudit.gui.widgets.paint import chrome

HEIGHT = 26


class StatusBar(QWidget):
    """Counts at the left, the running job at the right."""

    def __init__(self, runner: TaskRunner, parent: QWidget | None = None) -> None:
        """Follow the jobs of `runner`."""
        super().__init__(parent)
        chrome(self)
        self.setFixedHeight(HEIGHT)
        self._jobs: list[Job] = []
        self.counts = QLabel()
        self.counts.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._title = QLabel()
        self._bar = QProgressBar(textVisible=False)
        self._bar.setFixedSize(120, 8)
        self._stop = IconButton("close", self.tr("停止"))
        self._stop.setFixedSize(22, 22)
        self._stop.clicked.connect(self._on_stop)
        for label in (self.counts, self._title):
            small(label)
        box = QHBoxLayout(self)
        box.setContentsMargins(M, 0, S, 0)
        box.setSpacing(S)
        box.addWidget(self.counts, 1)
        for part in (self._title, self._bar, self._stop):
            box.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        runner.began.connect(self._on_began)
        runner.progressed.connect(self._on_progressed)
        runner.ended.connect(self._on_ended)
        self._show_job()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the hairline above."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(colours(self).line)
        painter.drawLine(QPoint(0, 0), QPoint(self.width(), 0))

    def _on_began(self, job: Job) -> None:
        self._jobs.append(job)
        self._show_job()

    def _on_progressed(self, watch: Watch) -> None:
        if self._jobs and self._jobs[0].watch is watch:
            self._show_job()

    def _on_ended(self, job: Job) -> None:
        if job in self._jobs:
            self._jobs.remove(job)
            self._show_job()

    def _on_stop(self) -> None:
        if self._jobs:
            self._jobs[0].watch.cancel()
            self._title.setText(self.tr("正在停止…"))

    def _show_job(self) -> None:
        job = self._jobs[0] if self._jobs else None
        for part in (self._title, self._bar, self._stop):
            part.setVisible(job is not None)
        if job is not None:
            watch = job.watch
            count = f" {watch.done}/{watch.total}" if watch.total else ""
            self._title.setText(job.title + count)
            self._bar.setRange(0, watch.total)
            self._bar.setValue(watch.done)
