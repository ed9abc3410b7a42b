"""Starts the window: application, letters, languages, session; nothing heavy before it is seen."""

import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTranslator
from PySide6.QtWidgets import QApplication

from fieldaudit.gui import theme
from fieldaudit.gui.garbage import Collector
from fieldaudit.gui.pages.start import StartPage
from fieldaudit.gui.preferences import Preferences
from fieldaudit.gui.session import Session
from fieldaudit.gui.tasks import TaskRunner
from fieldaudit.gui.window import Window
from fieldaudit.paths import log_file, resource

if TYPE_CHECKING:
    from fieldaudit.logs import Tail


def run(survey: Path | None = None, language: str | None = None) -> int:
    """Open the window, on `survey` if one is given, and return the exit code."""
    preferences = Preferences()
    application = prepare(sys.argv[:1], preferences, language)
    window = make_window(preferences)
    watchman = Watchman()
    window.seen.painted.connect(watchman.begin)
    window.appear()
    if survey is not None:
        window.session.open(survey)
    code = application.exec()
    watchman.end()
    return code


class Watchman(QObject):
    """Keeps the log and catches what nobody caught, from the first painted window on."""

    _tail: "Tail | None" = None
    _collector: Collector | None = None

    def begin(self) -> None:
        """Open the log and hang in."""
        from fieldaudit import logs
        from fieldaudit.gui import crash

        # What was loaded for the first picture stays; nobody need look through it again.
        gc.freeze()
        self._collector = Collector(self)
        self._tail = logs.start(log_file())
        crash.install(self._tail)

    def end(self) -> None:
        """Leave everything as it was."""
        from fieldaudit import logs
        from fieldaudit.gui import crash

        if self._collector is not None:
            self._collector.end()
        if self._tail is not None:
            crash.uninstall()
            logs.stop(self._tail)


def prepare(
    arguments: list[str], preferences: Preferences, language: str | None = None
) -> QApplication:
    """Return the application with its look, letters and language."""
    application = QApplication(arguments)
    application.setApplicationName("fieldaudit")
    application.setOrganizationName("fieldaudit")
    application.setDesktopFileName("fieldaudit")
    speak(application, language or preferences.settings.language)
    theme.letters(application)
    theme.apply(application, preferences.appearance)
    return application


def make_window(preferences: Preferences) -> Window:
    """Return the window with a fresh session."""
    session = Session(TaskRunner(), preferences)
    return Window(session, StartPage(session))


def speak(application: QApplication, language: str) -> None:
    """Load the translations: Qt's own for Chinese, ours for English."""
    QLocale.setDefault(QLocale("zh_CN" if language == "zh" else "en_GB"))
    application.setProperty("language", language)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    wanted = (
        Path(folder) / "qtbase_zh_CN.qm"
        if language == "zh"
        else resource("translations/fieldaudit_en.qm")
    )
    translator = QTranslator(application)
    if translator.load(str(wanted)):
        application.installTranslator(translator)
