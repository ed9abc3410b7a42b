from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from fieldaudit.gui.dialogs.identity import NewIdentityDialog, SignDialog
from fieldaudit.gui.dialogs.newsurvey import NewSurveyDialog
from fieldaudit.gui.page import Goal
from fieldaudit.gui.tasks import Watch
from fieldaudit.gui.window import PLACES, Window
from tests.gui.answers import choose
from tests.gui.sample import PASSWORD, Sample

Settle = Callable[[object], None]


@pytest.fixture
def working(qtbot: QtBot, window: Window, files: Sample, settled: Settle) -> Window:
    """The window with the survey open."""
    with qtbot.waitSignal(window.session.opened):
        window.session.open(files.survey)
    settled(window.session)
    return window


def test_without_a_survey_the_start_page_is_shown(window: Window) -> None:
    assert not window.rail.isVisible()
    assert window.pages.currentWidget().open.isVisible()


def test_opening_leads_to_the_overview_with_counts(working: Window) -> None:
    assert working.rail.isVisible()
    assert working.windowTitle().startswith("两江新区千兆城市核查 2026")
    assert "草稿 0" in working.status.counts.text()


@pytest.mark.parametrize("place", PLACES)
def test_each_place_is_entered(working: Window, settled: Settle, place: str) -> None:
    working.rail.place(place).click()
    settled(working.session)
    assert type(working.pages.currentWidget()).__module__.endswith(place)


@pytest.mark.parametrize("place", PLACES)
def test_every_control_has_a_name(working: Window, settled: Settle, place: str) -> None:
    working.go(Goal(place))
    settled(working.session)
    nameless = [
        one
        for one in working.findChildren(QWidget)
        if isinstance(one, QAbstractButton | QLineEdit | QAbstractItemView)
        and one.isVisible()
        and one.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not (one.accessibleName() or getattr(one, "text", str)())
    ]
    assert not nameless


@pytest.mark.parametrize("place", PLACES)
def test_the_keyboard_reaches_everything(working: Window, settled: Settle, place: str) -> None:
    working.go(Goal(place))
    settled(working.session)
    seen = set()
    working.bar.search.setFocus()
    for _ in range(120):
        QTest.keyClick(working.focusWidget() or working, Qt.Key.Key_Tab)
        seen.add(working.focusWidget())
    assert working.rail.place("overview") in seen or working.rail.place(place) in seen
    assert working.bar.person in seen


def test_search_is_one_key_away(working: Window, settled: Settle) -> None:
    working.go(Goal("sites"))
    settled(working.session)
    QTest.keyClick(working, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    working.bar._on_search_key()
    working.bar.search.setText("礼嘉")
    settled(working.session)
    assert working.pages.currentWidget().table.model().rowCount() == 1


def test_a_failure_is_said_in_the_message_bar(
    qtbot: QtBot, working: Window, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    working.session.open(tmp_path / "none.gpkg")
    qtbot.waitUntil(working.messages.isVisible)
    assert "none.gpkg" in working.messages.words.text()
    working.messages.hide()


def test_a_running_job_is_shown_and_can_be_stopped(qtbot: QtBot, working: Window) -> None:
    job = working.session.work(_until_cancelled, _ignore, title="正在合并", sorry=_ignore)
    assert working.status._title.isVisible()
    working.status._stop.click()
    qtbot.waitUntil(lambda: not working.status._title.isVisible())
    assert job.watch.cancelled()


def test_saved_is_said_only_when_it_is_durable(qtbot: QtBot, working: Window) -> None:
    working.session.kept.emit(False)
    assert working.bar.saved._words.text() == "正在保存…"
    working.session.kept.emit(True)
    assert working.bar.saved._words.text().startswith("已保存 ")


def test_the_survey_menu_checks_and_opens(
    qtbot: QtBot, working: Window, files: Sample, monkeypatch: pytest.MonkeyPatch
) -> None:
    with qtbot.waitSignal(working.survey_menu.told) as signal:
        working.survey_menu.check.trigger()
    assert signal.args == ["文件完整，没有发现问题。"]
    working.survey_menu._on_recent()
    assert working.survey_menu._recent.actions()
    choose(monkeypatch, files.other)
    with qtbot.waitSignal(working.session.opened):
        working.survey_menu.open.trigger()


def test_handing_over_seals_and_writes_one_file(
    qtbot: QtBot, working: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "handed.gpkg"
    choose(monkeypatch, out)
    working.survey_menu.handover.trigger()
    dialog = working.findChild(SignDialog)
    dialog.password.setText(PASSWORD)
    with qtbot.waitSignal(working.survey_menu.told, timeout=20_000) as signal:
        dialog.confirmation.click()
    assert "遗失 0" in signal.args[0]
    assert out.is_file()


def test_somebody_else_works_here_after_opening_an_identity(
    qtbot: QtBot, window: Window, files: Sample
) -> None:
    window.person_menu.open.trigger()
    dialog = window.findChild(SignDialog)
    dialog.file.field.setText(str(files.identity))
    dialog.password.setText(PASSWORD)
    with qtbot.waitSignal(window.person_menu.told):
        dialog.confirmation.click()
    assert window.bar.person.text() == "张三"


def test_a_new_identity_is_made(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    window.person_menu.new.trigger()
    dialog = window.findChild(NewIdentityDialog)
    dialog.name.setText("李四")
    dialog.unit.setText("礼嘉街道")
    dialog.file.field.setText(str(tmp_path / "li"))
    dialog.password.setText(PASSWORD)
    assert not dialog.confirmation.isEnabled()
    dialog.again.setText(PASSWORD)
    with qtbot.waitSignal(window.person_menu.told, timeout=20_000):
        dialog.confirmation.click()
    assert window.session.author.name == "李四"
    assert (tmp_path / "li.p12").is_file()


def test_looks_and_languages_are_remembered(
    qtbot: QtBot, window: Window, qapp: QApplication
) -> None:
    actions = {action.data(): action for action in window.person_menu.looks.actions()}
    actions["dark"].trigger()
    assert window.session.preferences.settings.theme == "dark"
    actions["light"].trigger()
    languages = {action.data(): action for action in window.person_menu.languages.actions()}
    languages["en"].trigger()
    assert window.session.preferences.settings.language == "en"


def test_a_new_survey_is_made_and_opened(
    qtbot: QtBot, window: Window, files: Sample, tmp_path: Path, settled: Settle
) -> None:
    window.pages.currentWidget().new.click()
    dialog = window.findChild(NewSurveyDialog)
    dialog.name.setText("新核查")
    dialog.streets.setText("大竹林街道、礼嘉街道")
    dialog.file.field.setText(str(tmp_path / "new"))
    dialog.identity.field.setText(str(files.identity))
    assert not dialog.confirmation.isEnabled()
    dialog.password.setText(PASSWORD)
    with qtbot.waitSignal(window.session.opened, timeout=60_000):
        dialog.confirmation.click()
    settled(window.session)
    assert (tmp_path / "new.gpkg").is_file()


def test_the_start_page_makes_the_example_and_opens_it(
    qtbot: QtBot,
    window: Window,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    settled: Settle,
) -> None:
    start = window.pages.currentWidget()
    choose(monkeypatch)
    start.open.click()
    start.demo.click()
    choose(monkeypatch, tmp_path / "demo")
    with qtbot.waitSignal(window.session.opened, timeout=120_000):
        start.demo.click()
    settled(window.session)
    assert window.session.path.is_relative_to(tmp_path / "demo")


def test_closing_keeps_what_was_typed(
    qtbot: QtBot, working: Window, files: Sample, settled: Settle
) -> None:
    from fieldaudit.actions import surveys, visits

    working.go(Goal("visits"))
    settled(working.session)
    page = working.pages.currentWidget()
    page.sheet.jump("base/RES-05")
    field = page.sheet.section.cards["base/RES-05"].editor.field
    field.selectAll()
    QTest.keyClicks(field, "77")
    visit = page.visit
    working.close()
    with surveys.open_survey(files.survey) as survey:
        assert visits.open_visit(survey, visit=visit).draft["base/RES-05"] == "77"


def _until_cancelled(watch: Watch) -> None:
    from fieldaudit.errors import Cancelled

    while not watch.cancelled():
        watch.step(1, 2)
    raise Cancelled


def _ignore(_value: object) -> None:
    """Take an answer that does not matter."""


def test_a_small_screen_is_filled_and_a_large_one_is_not(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.resize(700, 400)
    window.appear()
    assert window.isMaximized()
    window.showNormal()
    monkeypatch.setattr("fieldaudit.gui.window._SMALL", 100)
    window.appear()
    assert not window.isMaximized()
