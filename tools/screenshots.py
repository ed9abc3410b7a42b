"""Takes the pictures of the user guide: drives the real window on the example survey.

    python tools/screenshots.py [FOLDER]

Writes visits.png, forms.png, merge.png and package.png to docs/screenshots, or to FOLDER.
Needs no screen.
"""

import os
import shutil
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QObject, QSettings, QSize, QTimer
from PySide6.QtTest import QTest

from fieldaudit.actions import demo, reviews, visits
from fieldaudit.gui.main import make_window, prepare
from fieldaudit.gui.page import Goal
from fieldaudit.gui.pages.merge import CONFLICTS
from fieldaudit.gui.preferences import Preferences
from fieldaudit.gui.session import Session
from fieldaudit.gui.window import Window
from fieldaudit.paths import bundled_form
from fieldaudit.texts import Catalog
from fieldaudit.visit.records import Status

SIZE = QSize(1366, 768)
MEASURED = "fibre/RES-26"
"""A question whose answer is failed for the picture."""

SLIPS = {"| integer |": "| intger |", "${measured}": "${measurd}", "${RES-01}": "${RES-O1}"}
"""Mistakes that the picture of a checklist shows: right → wrong."""


class Mark(QObject):
    """Ends an event loop when the lane has answered."""

    def __init__(self, loop: QEventLoop) -> None:
        """End `loop`."""
        super().__init__()
        self._loop = loop

    def reach(self, _answer: object) -> None:
        """End it."""
        self._loop.quit()


def rest(session: Session) -> None:
    """Wait until everything that was asked has been answered and drawn."""
    for _ in range(12):
        loop = QEventLoop()
        mark = Mark(loop)
        session.runner.in_lane(_nothing, then=mark.reach, fail=mark.reach)
        loop.exec()
    pause(250)


def pause(milliseconds: int) -> None:
    """Let the window and its workers run; QTest's own wait would hold the workers up."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def take(window: Window, file: Path) -> None:
    """Write what the window shows."""
    rest(window.session)
    window.grab().save(str(file))
    sys.stdout.write(f"{file}\n")


def picture_visit(window: Window) -> None:
    """Show a visit that came back, with one failing answer."""
    session = window.session
    survey = partial(_first, kind="residential")
    found: list[str] = []
    session.ask(survey, found.append)
    rest(session)
    if session.author is not None:
        reason, author = "光功率请复测", session.author
        session.act(partial(reviews.give_back, visits=found, reason=reason, author=author))
    window.go(Goal("visits", found[0]))
    rest(session)
    sheet: Any = window.pages.currentWidget()
    sheet.sheet.jump(MEASURED)
    rest(session)
    field = sheet.sheet.section.cards[MEASURED].editor.field
    field.selectAll()
    QTest.keyClicks(field, "-31.0")
    field.editingFinished.emit()
    sheet.sheet.section.cards[MEASURED].why.click()
    pause(600)


def picture_forms(window: Window, file: Path) -> None:
    """Check a checklist with a slip of the pen."""
    text = bundled_form("residential.md").read_text("utf-8")
    for right, wrong in SLIPS.items():
        text = text.replace(right, wrong, 1)
    file.write_text(text, "utf-8")
    window.go(Goal("forms"))
    rest(window.session)
    page: Any = window.pages.currentWidget()
    page.check(file)
    while not page.view.isVisible():
        pause(100)


def picture_merge(window: Window, sources: list[Path]) -> None:
    """Merge what two inspectors handed over, and look at the conflict between them."""
    window.go(Goal("merge"))
    rest(window.session)
    page: Any = window.pages.currentWidget()
    page.merge(sources)
    while not page.balance.isVisible():
        pause(100)
    rest(window.session)
    if page.conflicts.shown():
        page.show_view(CONFLICTS)


def picture_package(window: Window, package: Path) -> None:
    """Verify the signed package and show its first page."""
    window.go(Goal("package"))
    rest(window.session)
    page: Any = window.pages.currentWidget()
    page.verify_files([package])
    rest(window.session)


def opened(example: Path, survey: str, folder: Path) -> Window:
    """Return the window on a copy of one of the example's files."""
    file = Path(shutil.copy(example / survey, folder / f"{len(list(folder.iterdir()))}.gpkg"))
    preferences = Preferences(folder / "settings.json")
    preferences.change(identity=str(example / "office.p12"), theme="light")
    window = make_window(preferences)
    window.resize(SIZE)
    window.show()
    window.session.open(file)
    rest(window.session)
    return window


def main(folder: Path) -> None:
    """Make the example, drive the window, write the pictures."""
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as name:
        work = Path(name)
        QSettings.setDefaultFormat(QSettings.Format.IniFormat)
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, name)
        example = work / "example"
        demo.run(example, say=_unsaid, catalog=Catalog("zh"))
        application = prepare(sys.argv[:1], Preferences(work / "settings.json"), "zh")
        handed = sorted((example / "handed-over").glob("*.gpkg"))
        pictures: dict[str, tuple[str, Callable[[Window], None]]] = {
            "visits": ("survey.gpkg", picture_visit),
            "forms": ("survey.gpkg", partial(picture_forms, file=work / "我的检查表.md")),
            "merge": ("assignment.gpkg", partial(picture_merge, sources=handed)),
            "package": ("survey.gpkg", partial(picture_package, package=example / "package.pdf")),
        }
        for picture, (survey, drive) in pictures.items():
            window = opened(example, survey, work)
            drive(window)
            take(window, folder / f"{picture}.png")
            window.close()
            window.deleteLater()
        application.quit()


def _first(survey: Any, *, kind: str) -> str:
    accepted = visits.list_visits(survey, status=Status.ACCEPTED)
    return next(one.id for one in accepted if one.form == kind)


def _nothing(_watch: object) -> None:
    """Be the last of what was asked so far."""


def _unsaid(_line: str) -> None:
    """Take a line that the command line would print."""


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path("docs/screenshots"))
