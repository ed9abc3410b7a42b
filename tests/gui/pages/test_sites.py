from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from fieldaudit.gui.pages.sites import SitesPage
from fieldaudit.gui.session import Session
from tests.gui.answers import choose
from tests.gui.sample import REGISTER

Settle = Callable[[Session], None]


@pytest.fixture
def page(opened: Session, show: Callable[[SitesPage], SitesPage]) -> SitesPage:
    return show(SitesPage(opened))


def test_the_register_is_listed(page: SitesPage) -> None:
    model = page.table.model()
    assert model.rowCount() == 3
    assert model.index(0, 0).data() == "RES-0012"
    assert model.index(0, 5).data() == "29.63000, 106.49000"


def test_the_register_is_searched(page: SitesPage, settled: Settle) -> None:
    page.look_for("礼嘉")
    settled(page.session)
    assert page.table.model().rowCount() == 1
    page.look_for("没有这个地方")
    settled(page.session)
    assert page.table.isVisible()


def test_a_visit_is_started(qtbot: QtBot, page: SitesPage) -> None:
    assert not page.start.isEnabled()
    page.table.selectRow(1)
    with qtbot.waitSignal(page.wanted) as signal:
        page.start.click()
    assert signal.args[0].place == "visits"
    assert signal.args[0].item


def test_without_an_author_somebody_is_asked_for(qtbot: QtBot, page: SitesPage) -> None:
    page.session.author = None
    page.table.selectRow(1)
    with qtbot.waitSignal(page.identity_missed):
        page.start.click()


def test_sites_are_imported(
    qtbot: QtBot, page: SitesPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settled: Settle
) -> None:
    file = tmp_path / "more.csv"
    file.write_text(REGISTER.replace("RES-001", "RES-009"), "utf-8")
    choose(monkeypatch, file)
    with qtbot.waitSignal(page.told) as signal:
        page.load.click()
    assert "新增 3" in signal.args[0]
    settled(page.session)
    assert page.table.model().rowCount() == 6
