from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from fieldaudit.gui.models.table import RECORD
from fieldaudit.gui.pages.overview import OverviewPage
from fieldaudit.gui.session import Session
from tests.gui.sample import Sample, merge_other

Settle = Callable[[Session], None]


@pytest.fixture
def page(opened: Session, show: Callable[[OverviewPage], OverviewPage]) -> OverviewPage:
    return show(OverviewPage(opened))


def test_visits_and_failures_are_counted(page: OverviewPage) -> None:
    names = [figure.accessibleName() for figure in (page._visits, page._failed, page._conflicts)]
    assert names == ["检查 3", f"不符合项 {names[1].split()[-1]}", "冲突 0"]


def test_the_next_steps_lead_to_their_visits(qtbot: QtBot, page: OverviewPage) -> None:
    assert page.steps.model().rowCount() == 3
    with qtbot.waitSignal(page.wanted) as signal:
        page.steps.clicked.emit(page.steps.model().index(0, 0))
    assert (signal.args[0].place, bool(signal.args[0].item)) == ("visits", True)


def test_a_figure_leads_to_what_it_counts(qtbot: QtBot, page: OverviewPage) -> None:
    with qtbot.waitSignal(page.wanted) as signal:
        page._conflicts.click()
    assert signal.args[0].place == "merge"


def test_conflicts_come_first(
    qtbot: QtBot,
    session: Session,
    files: Sample,
    show: Callable[[OverviewPage], OverviewPage],
) -> None:
    merge_other(files)
    with qtbot.waitSignal(session.opened):
        session.open(files.survey)
    page = show(OverviewPage(session))
    assert page.steps.model().index(0, 0).data(RECORD).place == "merge"
