"""Caring for the survey from its menu, on real files."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from fieldaudit.actions import envelopes, identities, merges, surveys, visits
from fieldaudit.actions.receipts import Receipts
from fieldaudit.gui.dialogs.handover import HandoverDialog
from fieldaudit.gui.dialogs.purge import PurgeDialog
from fieldaudit.gui.dialogs.result import ResultDialog
from fieldaudit.gui.session import Session
from fieldaudit.gui.tasks import Job
from fieldaudit.gui.window import Window
from tests.gui.answers import choose
from tests.gui.sample import PASSWORD, Sample
from tests.kit.surveys import tamper

Settle = Callable[[Session], None]
Kind = TypeVar("Kind", bound=QDialog)


@pytest.fixture
def working(qtbot: QtBot, window: Window, files: Sample, settled: Settle) -> Window:
    with qtbot.waitSignal(window.session.opened):
        window.session.open(files.survey)
    settled(window.session)
    return window


def shown(qtbot: QtBot, kind: type[Kind]) -> Kind:
    """Wait for a dialog and return it."""
    found: list[Kind] = []

    def there() -> bool:
        widgets = QApplication.topLevelWidgets()
        found[:] = [one for one in widgets if isinstance(one, kind) and one.isVisible()]
        return bool(found)

    qtbot.waitUntil(there, timeout=20_000)
    return found[0]


def test_damage_is_listed_by_name(qtbot: QtBot, working: Window, files: Sample) -> None:
    tamper(files.survey, "update revision set body = replace(body, 'RES-0013', 'RES-0031')")
    working.survey_menu.check.trigger()
    result = shown(qtbot, ResultDialog)
    assert result.sentence.text().startswith("▲ 发现")
    assert result.lines.toPlainText()
    result.accept()


def test_rebuilding_says_how_much(qtbot: QtBot, working: Window) -> None:
    with qtbot.waitSignal(working.survey_menu.told) as signal:
        working.survey_menu.rebuild.trigger()
    assert signal.args[0].startswith("已由修订重建 ")


def test_rebuilding_stops_when_asked(qtbot: QtBot, working: Window) -> None:
    jobs: list[Job] = []
    working.session.runner.began.connect(jobs.append)
    with qtbot.waitSignal(working.survey_menu.told) as signal:
        working.survey_menu.rebuild.trigger()
        jobs[0].watch.cancel()
    assert signal.args == ["已停止，什么也没有写入。"]


def test_a_damaged_file_is_rescued_into_a_new_one(
    *,
    qtbot: QtBot,
    working: Window,
    files: Sample,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    settled: Settle,
) -> None:
    tamper(files.other, "update revision set body = replace(body, '礼嘉·示例小区', '改')")
    out = tmp_path / "rescued.gpkg"
    choose(monkeypatch, files.other)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(out), ""))
    working.survey_menu.rescue.trigger()
    result = shown(qtbot, ResultDialog)
    assert "rescued.gpkg" in result.sentence.text()
    assert result.lines.toPlainText()
    assert out.is_file()
    result.accept()
    settled(working.session)


def test_photos_past_their_keeping_are_purged_with_a_reason(
    qtbot: QtBot, working: Window, settled: Settle
) -> None:
    working.survey_menu.purge.trigger()
    ask = shown(qtbot, PurgeDialog)
    assert not ask.confirmation.isEnabled()
    ask.before.setDate(QDate(2020, 1, 1))
    ask.reason.setText("档案保存期五年")
    with qtbot.waitSignal(working.survey_menu.told) as signal:
        ask.confirmation.click()
    assert signal.args == ["已清除 0 份原文，涉及 0 张照片；校验值和记录都保留。"]
    settled(working.session)


def test_purging_needs_somebody_who_does_it(qtbot: QtBot, working: Window) -> None:
    working.session.author = None
    with qtbot.waitSignal(working.survey_menu.identity_missed):
        working.survey_menu.purge.trigger()
    for one in QApplication.topLevelWidgets():
        if isinstance(one, QDialog):
            one.reject()


def test_a_receipt_tells_the_inspector_what_arrived(
    qtbot: QtBot,
    working: Window,
    files: Sample,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    handed = tmp_path / "handed.gpkg"
    with surveys.open_survey(files.survey) as survey:
        surveys.handover(survey, handed, identity=None)
    with surveys.open_survey(files.other) as office:
        merges.merge(office, sources=[handed], after=Receipts(office, [handed]))
    choose(monkeypatch, tmp_path / "handed.gpkg.receipt.json")
    working.survey_menu.receipt.trigger()
    result = shown(qtbot, ResultDialog)
    assert result.sentence.text() == "✓ 全部检查和照片都已送达。"
    assert "检查 3 应 3" in result.lines.toPlainText()
    result.accept()
    with surveys.open_survey(files.survey) as survey:
        first = min(visits.list_visits(survey), key=lambda visit: visit.site.code)
        visits.keep_draft(survey, visit=first.id, changes={"fibre/RES-26": "-22"})
        visits.save_visit(survey, visit=first.id, author=files.author)
    working.survey_menu.receipt.trigger()
    again = shown(qtbot, ResultDialog)
    assert again.sentence.text().startswith("▲")
    assert "RES-0012" in again.lines.toPlainText()
    again.accept()


def test_a_hand_over_for_one_recipient_is_closed_to_others(
    qtbot: QtBot,
    working: Window,
    files: Sample,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    choose(monkeypatch, tmp_path / "closed.gpkg")
    working.survey_menu.handover.trigger()
    ask = shown(qtbot, HandoverDialog)
    ask.recipient.field.setText(str(files.identity.with_suffix(".pem")))
    ask.password.setText(PASSWORD)
    with qtbot.waitSignal(working.survey_menu.told, timeout=20_000) as signal:
        ask.confirmation.click()
    assert "closed.p7m 只有收件人能打开" in signal.args[0]
    assert envelopes.is_envelope(tmp_path / "closed.p7m")
    assert not (tmp_path / "closed.gpkg").exists()
    opened = tmp_path / "opened.gpkg"
    identity = identities.unlock(files.identity, PASSWORD)
    envelopes.open_envelope(tmp_path / "closed.p7m", opened, identity=identity)
    with surveys.open_survey(opened, readonly=True) as survey:
        assert surveys.info(survey).records["visit"] == 3
