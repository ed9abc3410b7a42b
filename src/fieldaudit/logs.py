"""Where log lines go: one rotating file, and a short memory for crash reports.

Lines tell of acts (what, which survey, how long), never of answers, names or passwords.
"""

import logging
from collections import deque
from logging.handlers import RotatingFileHandler
from pathlib import Path

LINE = "%(asctime)s %(levelname)s %(name)s: %(message)s"
FILE_BYTES, FILES = 1_000_000, 3
TAIL_LINES = 200
QT_LEVELS = {
    "QtDebugMsg": logging.DEBUG,
    "QtInfoMsg": logging.INFO,
    "QtWarningMsg": logging.WARNING,
    "QtCriticalMsg": logging.ERROR,
    "QtFatalMsg": logging.CRITICAL,
}


class Tail(logging.Handler):
    """The last lines of the log, kept in memory."""

    def __init__(self, lines: int = TAIL_LINES) -> None:
        """Keep the last `lines` lines."""
        super().__init__()
        self.setFormatter(logging.Formatter(LINE))
        self._lines: deque[str] = deque(maxlen=lines)

    def emit(self, record: logging.LogRecord) -> None:
        """Remember one line."""
        self._lines.append(self.format(record))

    def text(self) -> str:
        """Return the lines, the oldest first."""
        return "\n".join(self._lines)


def start(file: Path) -> Tail:
    """Send everything that is logged from now on to `file` and to the tail that is returned.

    A log that cannot be written must not keep anybody from working: then only the tail is kept.
    """
    tail = Tail()
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    root.addHandler(tail)
    logging.captureWarnings(True)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        rotating = RotatingFileHandler(
            file, maxBytes=FILE_BYTES, backupCount=FILES, encoding="utf-8", delay=False
        )
    except OSError as error:
        logging.getLogger(__name__).info("no log file: %s", error.strerror)
        return tail
    rotating.setFormatter(logging.Formatter(LINE))
    root.addHandler(rotating)
    return tail


def stop(tail: Tail) -> None:
    """Close what `start` opened."""
    root = logging.getLogger()
    for handler in [*root.handlers]:
        if handler is tail or isinstance(handler, RotatingFileHandler):
            root.removeHandler(handler)
            handler.close()
    logging.captureWarnings(False)


def hear_qt(kind: str, message: str) -> None:
    """Log a message of Qt's own; `kind` is the name of its QtMsgType."""
    logging.getLogger("qt").log(QT_LEVELS.get(kind, logging.WARNING), "%s", message)
