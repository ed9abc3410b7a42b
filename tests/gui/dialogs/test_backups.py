"""Backups: seen on the overview, made at once, looked into, and put back."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fieldaudit.actions import backups, surveys, visits
from fieldaudit.gui.dialogs.backups import BackupsDialog
from fieldaudit.gui.session import Session
from fieldaudit.gui.window import Window
from tests.gui.answers import choose
from tests.gui.sample import Sample

Settle = Callable[[Session], None]


@pytest.fixture
def working(qtbot: QtBot, window: Window, files: Sample, settled: Settle) -> Window:
    with qtbot.waitSignal(window.session.opened):
        window.session.open(files.survey)
    qtbot.waitUntil(lambda: bool(backups.backups(files.survey)))
    settled(window.session)
    return window


@pytest.fixture
def dialog(qtbot: QtBot, working: Window, settled: Settle) -> BackupsDialog:
    working.survey_menu.backup.trigger()
    found = [one for one in QApplication.topLevelWidgets() if isinstance(one, BackupsDialog)]
    settled(working.session)
    return found[0]


def test_the_status_bar_and_the_overview_tell_the_last_backup(
    qtbot: QtBot, working: Window
) -> None:
    page = working.pages.currentWidget()
    qtbot.waitUntil(lambda: "备份 今天" in working.status.counts.text())
    qtbot.waitUntil(lambda: page.backup.words.text().startswith("✓ 最近备份：今天"))
    with qtbot.waitSignal(page.told) as signal:
        page.backup.now.click()
    assert signal.args[0].startswith("已备份到 ")
    qtbot.waitUntil(lambda: "手动" in page.backup.words.text())


def test_three_clicks_lead_back_and_the_old_file_is_kept(
    qtbot: QtBot, working: Window, files: Sample, settled: Settle
) -> None:
    with surveys.open_survey(files.survey) as survey:
        before = surveys.info(survey).state
        (first, *_) = visits.list_visits(survey)
        visits.keep_draft(survey, visit=first.id, changes={"fibre/RES-26": "-1"})
        visits.save_visit(survey, visit=first.id, author=files.author)
        after = surveys.info(survey).state
    assert before != after
    working.survey_menu.backup.trigger()
    dialog = next(one for one in QApplication.topLevelWidgets() if isinstance(one, BackupsDialog))
    qtbot.waitUntil(dialog.restore.isEnabled, timeout=10_000)
    assert "检查 3" in dialog.preview.text()
    with qtbot.waitSignal(dialog.told, timeout=20_000) as signal:
        dialog.restore.click()
    assert "原来的文件留在 survey.before-restore-" in signal.args[0]
    settled(working.session)
    with surveys.open_survey(files.survey, readonly=True) as survey:
        assert surveys.info(survey).state == before
    (aside,) = files.survey.parent.glob("survey.before-restore-*.gpkg")
    with surveys.open_survey(aside, readonly=True) as survey:
        assert surveys.info(survey).state == after
    assert working.session.path == files.survey
    assert not working.session.readonly


def test_a_damaged_backup_is_not_offered(
    qtbot: QtBot, working: Window, files: Sample, settled: Settle
) -> None:
    (kept,) = backups.backups(files.survey)
    Path(kept.file).write_bytes(b"gone")
    working.survey_menu.backup.trigger()
    dialog = next(one for one in QApplication.topLevelWidgets() if isinstance(one, BackupsDialog))
    qtbot.waitUntil(lambda: dialog.preview.text().startswith("✗"))
    assert not dialog.restore.isEnabled()
    dialog.reject()


def test_a_backup_goes_to_another_folder(
    qtbot: QtBot, dialog: BackupsDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    choose(monkeypatch, folder)
    with qtbot.waitSignal(dialog.told):
        dialog.elsewhere.click()
    assert list(folder.glob("*.gpkg"))
    with qtbot.waitSignal(dialog.told):
        dialog.now.click()
    qtbot.waitUntil(lambda: dialog.table.model().rowCount() == 2)
    dialog.reject()


def test_a_restore_that_is_stopped_leaves_the_file_and_the_dialog(
    qtbot: QtBot, working: Window, files: Sample, settled: Settle
) -> None:
    with surveys.open_survey(files.survey, readonly=True) as survey:
        before = surveys.info(survey).state
    working.survey_menu.backup.trigger()
    dialog = next(one for one in QApplication.topLevelWidgets() if isinstance(one, BackupsDialog))
    qtbot.waitUntil(dialog.restore.isEnabled, timeout=10_000)
    dialog.restore.click()
    assert dialog.leave.text() == "停止"
    dialog.leave.click()
    qtbot.waitUntil(lambda: dialog.leave.text() == "关闭")
    assert dialog.preview.text() == "已停止；没有写入，原来的文件没有变。"
    assert dialog.restore.isEnabled()
    assert not list(files.survey.parent.glob("*restor*"))
    settled(working.session)
    with surveys.open_survey(files.survey, readonly=True) as survey:
        assert surveys.info(survey).state == before
    dialog.leave.click()
    assert not dialog.isVisible()


def test_a_backup_that_is_stopped_leaves_no_half_file(
    qtbot: QtBot, dialog: BackupsDialog, files: Sample
) -> None:
    kept = sorted(backups.backup_folder(files.survey).iterdir())
    dialog.now.click()
    dialog.leave.click()
    qtbot.waitUntil(lambda: dialog.leave.text() == "关闭")
    assert "已停止" in dialog.preview.text()
    assert sorted(backups.backup_folder(files.survey).iterdir()) == kept
    dialog.reject()
