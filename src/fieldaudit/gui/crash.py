"""The last resort for a bug: it is logged, and told with the log's tail to copy."""

import logging
import sys
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from fieldaudit.gui.theme import L, M
from fieldaudit.gui.widgets.buttons import Button
from fieldaudit.logs import Tail, hear_qt

_log = logging.getLogger(__name__)


class CrashDialog(QDialog):
    """What happened, what is safe, what to do next."""

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        """Show a report to copy."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("程序出错"))
        self.resize(640, 420)
        words = QLabel(
            self.tr(
                "程序出现了意外的错误。已经保存的内容都在调查文件里，没有遗失。"
                "可以继续工作；请把下面的记录复制给维护人员。"
            )
        )
        words.setWordWrap(True)
        self.report = QPlainTextEdit(report, readOnly=True)
        self.copy = Button(self.tr("复制"))
        self.copy.clicked.connect(self._on_copy)
        close = Button(self.tr("继续"), leading=True)
        close.clicked.connect(self.accept)
        box = QVBoxLayout(self)
        box.setContentsMargins(L, L, L, L)
        box.setSpacing(M)
        box.addWidget(words)
        box.addWidget(self.report)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self.copy)
        buttons.addWidget(close)
        box.addLayout(buttons)

    def _on_copy(self) -> None:
        QApplication.clipboard().setText(self.report.toPlainText())


class CrashHook:
    """What Python calls with an exception that nobody caught; PySide6 sends those of slots too."""

    def __init__(self, tail: Tail) -> None:
        """Show the log's `tail` with a bug."""
        self._tail = tail
        self.dialog: CrashDialog | None = None

    def __call__(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Log a bug and show it, one at a time."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        _log.error("bug", exc_info=(kind, error, trace))
        if QApplication.instance() is None:
            return
        if self.dialog is None or not self.dialog.isVisible():
            self.dialog = CrashDialog(self._tail.text(), QApplication.activeWindow())
            self.dialog.open()


def install(tail: Tail) -> None:
    """Catch what nobody caught, and log Qt's messages."""
    sys.excepthook = CrashHook(tail)
    qInstallMessageHandler(_hear)


def uninstall() -> None:
    """Leave exceptions and Qt's messages to Python and Qt again."""
    sys.excepthook = sys.__excepthook__
    qInstallMessageHandler(None)


def _hear(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    hear_qt(kind.name, message)
