"""The window under test: a real session on a copied survey; what it leaves behind fails a test."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QObject, QSettings, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from fieldaudit.actions import identities
from fieldaudit.gui.page import Page
from fieldaudit.gui.pages.start import StartPage
from fieldaudit.gui.preferences import Preferences
from fieldaudit.gui.session import Session
from fieldaudit.gui.tasks import TaskRunner
from fieldaudit.gui.window import Window
from tests.gui.sample import Sample, sample

QUICKLY = 10_000
Shown = TypeVar("Shown", bound=Page)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let the offscreen platform say that it has no window manager."""
    for item in items:
        if "tests/gui" in item.path.as_posix():
            item.add_marker(pytest.mark.qt_log_ignore("propagateSizeHints"))


@pytest.fixture(autouse=True)
def no_settings_of_ours(tmp_path: Path) -> None:
    """Keep window geometry of the person who runs the tests out of them."""
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path / "qt"))


@pytest.fixture(autouse=True)
def nothing_runs_on(qapp: QApplication) -> Iterator[None]:
    """Fail on threads, running timers and top-level widgets that outlive a test."""
    threads = {thread.ident for thread in threading.enumerate()}
    widgets = set(map(id, QApplication.topLevelWidgets()))
    yield
    qapp.sendPostedEvents(None, 52)  # QEvent.DeferredDelete: what was given up goes now
    late = [one.name for one in threading.enumerate() if one.ident not in threads]
    assert not late, f"threads left: {late}"
    shown = [
        one
        for one in QApplication.topLevelWidgets()
        if id(one) not in widgets and isValid(one) and one.isVisible()
    ]
    assert not shown, f"windows left: {shown}"
    running = [
        timer
        for one in QApplication.topLevelWidgets()
        if isValid(one) and id(one) not in widgets
        for timer in one.findChildren(QTimer)
        if timer.isActive()
    ]
    assert not running, f"timers left: {running}"


@pytest.fixture
def files(tmp_path: Path) -> Sample:
    """A survey, an identity and a copy that disagrees."""
    return sample().copied(tmp_path)


@pytest.fixture
def session(qapp: QApplication, tmp_path: Path, files: Sample) -> Iterator[Session]:
    """A session without a survey, whose author is known."""
    made = Session(TaskRunner(), Preferences(tmp_path / "settings.json"))
    made.preferences.change(identity=str(files.identity))
    made.author = identities.author_at(files.identity)
    qapp.setProperty("language", "zh")
    yield made
    made.close()


@pytest.fixture
def opened(qtbot: QtBot, session: Session, files: Sample) -> Session:
    """A session with the survey open."""
    with qtbot.waitSignal(session.opened, timeout=QUICKLY):
        session.open(files.survey)
    return session


@pytest.fixture
def settled(qtbot: QtBot) -> Callable[[Session], None]:
    """Wait until the lane has answered everything that was asked of it so far."""

    def wait(session: Session) -> None:
        for _ in range(4):
            mark = Mark()
            session.runner.in_lane(_nothing, then=mark.reach, fail=mark.reach)
            qtbot.waitUntil(mark.reached, timeout=QUICKLY)

    return wait


@pytest.fixture
def show(qtbot: QtBot, settled: Callable[[Session], None]) -> Callable[[Shown], Shown]:
    """Show a page and wait for its first answers."""

    def shown(page: Shown) -> Shown:
        qtbot.addWidget(page)
        page.resize(1180, 640)
        with qtbot.waitExposed(page):
            page.show()
        settled(page.session)
        return page

    return shown


@pytest.fixture
def window(qtbot: QtBot, session: Session) -> Window:
    """The whole window; it closes its session itself."""
    made = Window(session, StartPage(session))
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


class Mark(QObject):
    """Notes that an answer came."""

    def __init__(self) -> None:
        super().__init__()
        self._there = False

    def reach(self, _value: object) -> None:
        self._there = True

    def reached(self) -> bool:
        return self._there


def _nothing(_watch: object) -> None:
    return None
