from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from fieldaudit.actions import identities, packages, surveys, visits
from fieldaudit.actions.writing import write
from fieldaudit.gui.pages.merge import MergePage
from fieldaudit.gui.session import Session
from fieldaudit.store.revisions import Edit
from fieldaudit.visit.records import Status
from tests.gui.answers import choose
from tests.gui.sample import PASSWORD, Sample

Settle = Callable[[Session], None]


@pytest.fixture
def page(opened: Session, show: Callable[[MergePage], MergePage]) -> MergePage:
    return show(MergePage(opened))


@pytest.fixture
def merged(qtbot: QtBot, page: MergePage, files: Sample, settled: Settle) -> MergePage:
    page.merge([files.other])
    qtbot.waitUntil(page.balance.isVisible)
    settled(page.session)
    return page


def test_without_conflicts_the_page_says_what_to_do(page: MergePage) -> None:
    assert not page.conflicts.list.isVisible()
    assert page.choose.isEnabled()


def test_files_are_chosen_by_the_button(
    qtbot: QtBot, page: MergePage, files: Sample, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(monkeypatch)
    page.choose.click()
    choose(monkeypatch, files.other)
    page.choose.click()
    qtbot.waitUntil(page.balance.isVisible)
    assert page.balance.verdict.text().startswith("✓")
    assert "遗失 0" in page.balance.sums.text()


def test_files_are_dropped(qtbot: QtBot, page: MergePage, files: Sample) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(files.other))])
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    page.dropEvent(event)
    qtbot.waitUntil(page.balance.isVisible)


def test_a_file_that_is_no_survey_is_refused_with_a_reason(
    qtbot: QtBot, page: MergePage, files: Sample, caplog: pytest.LogCaptureFixture
) -> None:
    heard: list[object] = []
    page.session.failed.connect(heard.append)
    page.merge([files.identity])
    qtbot.waitUntil(lambda: page.balance.isVisible() or bool(heard))
    assert page.choose.isEnabled()


def test_a_conflict_shows_every_value_and_who_said_it(merged: MergePage) -> None:
    assert merged.conflicts.list.model().rowCount() == 1
    buttons = [merged.conflicts.view._group.button(number).text() for number in range(2)]
    assert sorted(buttons) == ["−19.5", "−31.0"]
    assert "ONU" in merged.conflicts.view.question.text()


def test_a_conflict_is_settled_with_a_reason(
    qtbot: QtBot, merged: MergePage, settled: Settle
) -> None:
    view = merged.conflicts.view
    assert not view.decide.isEnabled()
    view._group.button(0).click()
    assert not view.decide.isEnabled()
    view.reason.setText("仪表校准后复测")
    with qtbot.waitSignal(merged.told):
        view.decide.click()
    settled(merged.session)
    assert merged.conflicts.list.model().rowCount() == 0


def test_another_value_can_be_typed(qtbot: QtBot, merged: MergePage, settled: Settle) -> None:
    view = merged.conflicts.view
    view.other.setText("-25")
    view.other.textEdited.emit("-25")
    view.reason.setText("第三次测量")
    with qtbot.waitSignal(view.decided) as signal:
        view.reason.returnPressed.emit()
    assert signal.args[0].value == "-25"
    settled(merged.session)


def test_conflicts_are_searched(merged: MergePage) -> None:
    merged.look_for("没有这个")
    assert merged.conflicts.list.model().rowCount() == 0
    merged.look_for("RES-0012")
    assert merged.conflicts.list.model().rowCount() == 1


def test_a_package_is_merged_like_a_survey_file(
    qtbot: QtBot, page: MergePage, files: Sample, tmp_path: Path, settled: Settle
) -> None:
    package = tmp_path / "package.pdf"
    with surveys.open_survey(files.other) as survey:
        (first, *_) = visits.list_visits(survey)
        moves = ((Status.SIGNED, files.author), (Status.ACCEPTED, files.author))
        form = visits.open_visit(survey, visit=first.id).form.hash
        for status, author in moves:
            write(
                survey,
                [Edit(first.id, "visit", {"$status": status.value}, form=form)],
                author=author,
            )
        identity = identities.unlock(files.identity, PASSWORD)
        packages.build(survey, out=package, identity=identity, visits=[first.id])
    page.merge([package])
    qtbot.waitUntil(page.balance.isVisible, timeout=30_000)
    settled(page.session)
    assert page.balance.verdict.text().startswith("✓")
    assert "新增 0" not in page.balance.sums.text()
