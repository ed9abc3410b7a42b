"""The window: it arranges the bars, the rail and the pages, and decides nothing else."""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSettings
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from fieldaudit.actions.changes import Changes
from fieldaudit.gui.firstpicture import FirstPicture
from fieldaudit.gui.page import Goal, Page
from fieldaudit.gui.places import Places
from fieldaudit.gui.session import Session
from fieldaudit.gui.widgets.messages import MessageBar
from fieldaudit.gui.widgets.rail import Rail
from fieldaudit.gui.widgets.statusbar import StatusBar
from fieldaudit.gui.widgets.topbar import TopBar
from fieldaudit.texts import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from fieldaudit.gui.counts import Counts
    from fieldaudit.gui.personmenu import PersonMenu
    from fieldaudit.gui.surveymenu import SurveyMenu


def _overview(session: Session) -> Page:
    from fieldaudit.gui.pages.overview import OverviewPage

    return OverviewPage(session)


def _visits(session: Session) -> Page:
    from fieldaudit.gui.pages.visits import VisitsPage

    return VisitsPage(session)


def _sites(session: Session) -> Page:
    from fieldaudit.gui.pages.sites import SitesPage

    return SitesPage(session)


def _forms(session: Session) -> Page:
    from fieldaudit.gui.pages.forms import FormsPage

    return FormsPage(session)


def _merge(session: Session) -> Page:
    from fieldaudit.gui.pages.merge import MergePage

    return MergePage(session)


def _package(session: Session) -> Page:
    from fieldaudit.gui.pages.package import PackagePage

    return PackagePage(session)


_SMALL = 1366
"""Width of a screen that the window fills from the start."""

PLACES: dict[str, tuple[str, Callable[[Session], Page]]] = {
    "overview": (QT_TRANSLATE_NOOP("Window", "概览"), _overview),
    "visits": (QT_TRANSLATE_NOOP("Window", "检查"), _visits),
    "sites": (QT_TRANSLATE_NOOP("Window", "站点"), _sites),
    "forms": (QT_TRANSLATE_NOOP("Window", "检查表"), _forms),
    "merge": (QT_TRANSLATE_NOOP("Window", "合并"), _merge),
    "package": (QT_TRANSLATE_NOOP("Window", "成果"), _package),
}
"""Key and icon of each place → its word and its page, which is made when first entered."""


class Window(QMainWindow):
    """The one window of the program."""

    def __init__(self, session: Session, start: Page) -> None:
        """Show `start` until a survey is open."""
        super().__init__()
        self.session = session
        # 1366×768 at 200 % leaves this much.
        self.setMinimumSize(640, 360)
        self.bar = TopBar()
        self.messages = MessageBar()
        self.rail = Rail()
        self.status = StatusBar(session.runner)
        self.pages = QStackedWidget()
        self.places = Places(session, self)
        self.places.told.connect(self.messages.tell)
        self._start = start
        self._made: dict[str, Page] = {}
        self._arrange()
        self._connect()
        self._adopt(start)
        self._show_start()
        self._restore()
        # The first picture does not wait for what lies behind the two buttons.
        self.seen = FirstPicture(self.bar)
        self.seen.painted.connect(self._furnish)

    @cached_property
    def survey_menu(self) -> "SurveyMenu":
        """The menu at the left of the bar."""
        from fieldaudit.gui.surveymenu import SurveyMenu

        menu = SurveyMenu(self.session, self.bar.survey, self)
        menu.told.connect(self.messages.tell)
        menu.identity_missed.connect(self._on_identity_missed)
        return menu

    @cached_property
    def person_menu(self) -> "PersonMenu":
        """The menu at the right of the bar."""
        from fieldaudit.gui.personmenu import PersonMenu

        menu = PersonMenu(self.session, self.bar.person, self)
        menu.told.connect(self.messages.tell)
        return menu

    @cached_property
    def counts(self) -> "Counts":
        """The figures of the status bar."""
        from fieldaudit.gui.counts import Counts

        counts = Counts(self.session, self)
        counts.counted.connect(self._on_counted)
        return counts

    def appear(self) -> None:
        """Show the window: as it was left, or filling a screen that has no room to spare."""
        if self.screen().geometry().width() > _SMALL:
            self.show()
        else:
            # Said twice, because nobody maximises where there is no window manager.
            self.setGeometry(self.screen().availableGeometry())
            self.showMaximized()

    def go(self, goal: Goal) -> None:
        """Show a place, and one of its items."""
        page = self._page(goal.place)
        self.rail.show_place(goal.place)
        self.pages.setCurrentWidget(page)
        if self.bar.search.text():
            page.look_for(self.bar.search.text())
        if goal.item:
            page.show_item(goal.item)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Make everything durable, close the survey in its own thread, then go."""
        for page in self._made.values():
            page.leave()
        settings = QSettings()
        settings.setValue("geometry", self.saveGeometry())
        self.session.close()
        super().closeEvent(event)

    def _arrange(self) -> None:
        for key, (word, _make) in PLACES.items():
            self.rail.add(key, key, QCoreApplication.translate("Window", word))
        middle = QWidget()
        row = QHBoxLayout(middle)
        column = QVBoxLayout()
        for box in (row, column):
            box.setContentsMargins(0, 0, 0, 0)
            box.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(self.pages, 1)
        column.addWidget(self.bar)
        column.addWidget(self.messages)
        column.addWidget(middle, 1)
        column.addWidget(self.status)
        whole = QWidget()
        whole.setLayout(column)
        self.setCentralWidget(whole)

    def _connect(self) -> None:
        self.rail.chosen.connect(self._on_place)
        self.bar.searched.connect(self._on_searched)
        self.session.opened.connect(self._on_opened)
        self.session.changed.connect(self._on_changed)
        self.session.failed.connect(self.messages.warn)
        self.session.kept.connect(self.bar.saved.show_kept)

    def _adopt(self, page: Page) -> Page:
        page.wanted.connect(self.go)
        page.told.connect(self.messages.tell)
        page.identity_missed.connect(self._on_identity_missed)
        self.pages.addWidget(page)
        return page

    def _page(self, key: str) -> Page:
        if key not in self._made:
            self._made[key] = self._adopt(PLACES[key][1](self.session))
        return self._made[key]

    def _show_start(self) -> None:
        self.setWindowTitle("fieldaudit")
        self.rail.hide()
        self.bar.search.hide()
        self.pages.setCurrentWidget(self._start)

    def _restore(self) -> None:
        geometry = QSettings().value("geometry")
        if geometry is None or not self.restoreGeometry(geometry):
            self.resize(1280, 720)

    def _furnish(self) -> None:
        """Make the menus, unless somebody was quicker; the person's fills in the name."""
        self.survey_menu.enable(self.session.path is not None)
        self.person_menu.show_author()

    def _on_identity_missed(self) -> None:
        self.person_menu.ask_identity()

    def _on_place(self, key: str) -> None:
        self.go(Goal(key))

    def _on_searched(self, text: str) -> None:
        page = self.pages.currentWidget()
        if isinstance(page, Page):
            page.look_for(text)

    def _on_opened(self, path: Path | None) -> None:
        if path is None:
            self._show_start()
            return
        self.session.preferences.remember_survey(path)
        self.messages.hide()
        self.bar.saved.clear()
        self.rail.show()
        self.bar.search.show()
        self.go(Goal("overview"))

    def _on_changed(self, changes: Changes) -> None:
        self.counts.ask(changes)

    def _on_counted(self, words: str) -> None:
        self.status.counts.setText(words)
        self.rail.place("merge").count(self.counts.conflicts)
        name = self.counts.name
        self.bar.survey.setText(name)
        self.setWindowTitle(f"{name} – fieldaudit")
