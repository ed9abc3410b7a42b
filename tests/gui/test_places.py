"""A survey in a synced folder is not written to before somebody decided."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fieldaudit.actions import backups, surveys
from fieldaudit.actions.localcopy import origin_of
from fieldaudit.gui.dialogs.backups import BackupsDialog
from fieldaudit.gui.dialogs.newsurvey import NewSurveyDialog
from fieldaudit.gui.dialogs.place import PlaceDialog
from fieldaudit.gui.session import Session
from fieldaudit.gui.window import Window
from tests.gui.sample import Sample

Settle = Callable[[Session], None]


@pytest.fixture
def synced(files: Sample, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "OneDrive"
    folder.mkdir()
    home = tmp_path / "home"
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda *_a: str(home))
    return files.survey.rename(folder / "survey.gpkg")


@pytest.fixture
def dialog(qtbot: QtBot, window: Window, synced: Path) -> PlaceDialog:
    with qtbot.waitSignal(window.session.doubtful):
        window.session.open(synced)
    return next(one for one in QApplication.topLevelWidgets() if isinstance(one, PlaceDialog))


def test_nothing_is_written_before_the_decision(dialog: PlaceDialog, synced: Path) -> None:
    assert [each.name for each in synced.parent.iterdir()] == ["survey.gpkg"]
    assert "OneDrive" in dialog._hint.text()
    dialog.reject()


def test_work_goes_on_in_a_local_copy(
    qtbot: QtBot, window: Window, dialog: PlaceDialog, synced: Path, settled: Settle
) -> None:
    with qtbot.waitSignal(window.session.opened, timeout=10_000):
        dialog.confirmation.click()
    settled(window.session)
    assert window.session.path is not None
    assert window.session.path.parent.parts[-2:] == ("home", "fieldaudit")
    assert origin_of(window.session.path) == synced
    assert [each.name for each in synced.parent.iterdir()] == ["survey.gpkg"]
    proposed = window.survey_menu.handing._proposed()
    assert proposed.parent == synced.parent
    assert proposed.name.startswith("survey-张三-")


@pytest.mark.parametrize(("button", "readonly"), [("anyway", False), ("reading", True)])
def test_who_insists_works_or_reads_there(
    *,
    qtbot: QtBot,
    window: Window,
    dialog: PlaceDialog,
    synced: Path,
    settled: Settle,
    button: str,
    readonly: bool,
) -> None:
    with qtbot.waitSignal(window.session.opened, timeout=10_000):
        getattr(dialog, button).click()
    settled(window.session)
    assert (window.session.path, window.session.readonly) == (synced, readonly)
    assert window.survey_menu.rebuild.isEnabled() is not readonly


def test_a_damaged_survey_is_put_back_from_its_backups(
    qtbot: QtBot,
    window: Window,
    files: Sample,
    *,
    settled: Settle,
    caplog: pytest.LogCaptureFixture,
) -> None:
    with surveys.open_survey(files.survey) as survey:
        kept = backups.keep_backup(survey, backups.Reason.DAILY)
        before = surveys.info(survey).state
    damaged = files.survey.read_bytes()[:100] + b"\xff" * 50_000
    files.survey.write_bytes(damaged)
    with qtbot.waitSignal(window.session.damaged):
        window.session.open(files.survey)
    dialog = next(one for one in QApplication.topLevelWidgets() if isinstance(one, BackupsDialog))
    qtbot.waitUntil(dialog.restore.isEnabled)
    assert not dialog.now.isEnabled()
    with qtbot.waitSignal(window.session.opened, timeout=10_000):
        dialog.restore.click()
    settled(window.session)
    assert kept.is_file()
    assert "SURVEY_DAMAGED" in caplog.text
    with surveys.open_survey(files.survey, readonly=True) as survey:
        assert surveys.info(survey).state == before
    (aside,) = files.survey.parent.glob("survey.before-restore-*.gpkg")
    assert aside.read_bytes() == damaged


def test_a_new_survey_warns_of_its_place_before_it_is_made(
    qtbot: QtBot, window: Window, tmp_path: Path
) -> None:
    dialog = NewSurveyDialog(window.session, window)
    dialog.open()
    dialog.file.field.setText(str(tmp_path / "坚果云" / "a.gpkg"))
    assert dialog.place.isVisible()
    assert "坚果云" in dialog.place.text()
    dialog.file.field.setText(str(tmp_path / "a.gpkg"))
    assert not dialog.place.isVisible()
    dialog.reject()
