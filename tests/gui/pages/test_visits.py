from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from fieldaudit.actions import reviews, sheets, visits
from fieldaudit.gui.dialogs.identity import SignDialog
from fieldaudit.gui.dialogs.photo import PhotoDialog
from fieldaudit.gui.dialogs.reason import ReasonDialog
from fieldaudit.gui.editors.typed import LineEditor
from fieldaudit.gui.models.records import RecordList
from fieldaudit.gui.pages.visits import VisitsPage
from fieldaudit.gui.session import Session
from fieldaudit.visit.records import Status
from tests.gui.sample import PASSWORD
from tests.kit.photos import four_corners

Settle = Callable[[Session], None]
LIGHT = "fibre/RES-26"


@pytest.fixture
def page(opened: Session, show: Callable[[VisitsPage], VisitsPage]) -> VisitsPage:
    return show(VisitsPage(opened))


def sheet_of(qtbot: QtBot, session: Session, visit: str) -> sheets.VisitSheet:
    answers: list[sheets.VisitSheet] = []
    session.ask(partial(visits.open_visit, visit=visit), answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    return answers[0]


def field_of(page: VisitsPage, path: str) -> QLineEdit:
    editor = page.sheet.section.cards[path].editor
    assert isinstance(editor, LineEditor)
    return editor.field


def type_into(page: VisitsPage, path: str, text: str) -> None:
    page.sheet.jump(path)
    field = field_of(page, path)
    field.selectAll()
    QTest.keyClicks(field, text)


def test_the_first_visit_is_shown_with_its_questions(page: VisitsPage) -> None:
    assert page.list.rows.model().rowCount() == 3
    assert page.sheet.head.title.text().startswith("RES-00")
    assert "site/COM-01" in page.sheet.section.cards


def test_looking_makes_no_draft(qtbot: QtBot, page: VisitsPage, settled: Settle) -> None:
    page.leave()
    settled(page.session)
    assert not sheet_of(qtbot, page.session, page.visit).draft


def test_typing_is_durable_by_itself(qtbot: QtBot, page: VisitsPage) -> None:
    with qtbot.waitSignal(page.session.kept, check_params_cb=bool, timeout=5000):
        type_into(page, LIGHT, "-31.0")
    assert sheet_of(qtbot, page.session, page.visit).draft[LIGHT] == "-31.0"


def test_chinese_is_typed_as_it_is(qtbot: QtBot, page: VisitsPage) -> None:
    page.sheet.jump("fibre/sample_place")
    field = field_of(page, "fibre/sample_place")
    commit = QInputMethodEvent()
    commit.setCommitString("三栋十二层")
    QApplication.sendEvent(field, commit)
    page.leave()
    assert sheet_of(qtbot, page.session, page.visit).draft["fibre/sample_place"] == "三栋十二层"


def test_a_failing_answer_is_calm(page: VisitsPage) -> None:
    type_into(page, LIGHT, "-31.0")
    card = page.sheet.section.cards[LIGHT]
    assert card.verdict.text() == "✗ 不符合 · 主要"
    assert field_of(page, LIGHT).text() == "-31.0"
    assert card.strip is not None


def test_the_side_panel_leads_to_a_question(qtbot: QtBot, page: VisitsPage) -> None:
    type_into(page, LIGHT, "-31.0")
    page.sheet.show_section(0)
    model = page.sheet.panel.findings.model()
    assert isinstance(model, RecordList)
    rows = [row for row in range(model.rowCount()) if model.record(row).id == LIGHT]
    page.sheet.panel.findings.clicked.emit(model.index(rows[0]))
    assert LIGHT in page.sheet.section.cards


def test_an_excuse_needs_its_reason(qtbot: QtBot, page: VisitsPage) -> None:
    page.sheet.jump("fibre/RES-27")
    card = page.sheet.section.cards["fibre/RES-27"]
    card.excuses.links["not_checked"].click()
    assert card.reason is not None
    QTest.keyClicks(card.reason, "no meter")
    page.leave()
    draft = sheet_of(qtbot, page.session, page.visit).draft
    assert draft["fibre/RES-27/$state"] == "not_checked"
    assert draft["fibre/RES-27/$reason"] == "no meter"
    card.excuses.links["not_checked"].click()
    assert not card.reason.isVisible()


def test_why_shows_the_clause(page: VisitsPage) -> None:
    page.sheet.jump(LIGHT)
    card = page.sheet.section.cards[LIGHT]
    card.why.click()
    assert page.sheet.model is not None
    assert card._reasons is not None
    assert page.sheet.model.shown(LIGHT).question.audit.clause in card._reasons.words.text()


def test_instances_are_added_and_removed(page: VisitsPage) -> None:
    page.sheet.jump("site/COM-01")
    number = len(page.sheet.section.cards)
    buttons = page.sheet.section.widget().findChildren(QAbstractButton)
    add = next(b for b in buttons if b.property("path") == "site/COM-05")
    add.click()
    assert len(page.sheet.section.cards) == number + 2
    links = page.sheet.section.widget().findChildren(QAbstractButton)
    remove = [b for b in links if str(b.property("path") or "").startswith("site/COM-05/")]
    remove[-1].click()
    assert len(page.sheet.section.cards) == number


def test_sections_are_walked_by_tab_and_key(qtbot: QtBot, page: VisitsPage) -> None:
    page.sheet.tabs.tabs[2].click()
    assert "base/RES-05" in page.sheet.section.cards
    page.sheet.next_section()
    page.sheet.previous_section()
    assert "base/RES-05" in page.sheet.section.cards


def test_photos_dropped_on_a_question_are_taken_in(
    qtbot: QtBot, page: VisitsPage, tmp_path: Path, settled: Settle
) -> None:
    file = tmp_path / "门口.jpg"
    four_corners().save(file, quality=90)
    page.sheet.jump("access/COM-10")
    card = page.sheet.section.cards["access/COM-10"]
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    with qtbot.waitSignal(page.told):
        card.strip.dropEvent(event)
    settled(page.session)
    photos = sheet_of(qtbot, page.session, page.visit).photos
    assert [(photo.name, photo.question) for photo in photos] == [("门口.jpg", "access/COM-10")]
    qtbot.waitUntil(lambda: bool(page.sheet.panel.strip._shown))
    qtbot.waitUntil(lambda: not page.sheet.panel.strip._shown[photos[0].id].icon().isNull())
    page.sheet.panel.strip._shown[photos[0].id].click()
    dialog = page.findChild(PhotoDialog)
    qtbot.waitUntil(lambda: not dialog.picture.pixmap().isNull())
    dialog.close()


def test_save_makes_a_revision(qtbot: QtBot, page: VisitsPage) -> None:
    type_into(page, LIGHT, "-20.5")
    with qtbot.waitSignal(page.told):
        page.sheet.head.save.click()
    sheet = sheet_of(qtbot, page.session, page.visit)
    assert sheet.answers[LIGHT] == "-20.5"
    assert not sheet.draft


def test_signing_an_unfinished_visit_says_what_is_open(qtbot: QtBot, page: VisitsPage) -> None:
    page.sheet.head.sign.click()
    dialog = page.findChild(SignDialog)
    dialog.password.setText(PASSWORD)
    dialog.confirmation.click()
    qtbot.waitUntil(dialog.refusal.isVisible)
    assert "✗" in dialog.refusal.text()
    dialog.cancellation.click()


def test_a_wrong_password_is_said_in_the_dialog(qtbot: QtBot, page: VisitsPage) -> None:
    page.sheet.head.sign.click()
    dialog = page.findChild(SignDialog)
    dialog.password.setText("wrong")
    dialog.confirmation.click()
    qtbot.waitUntil(dialog.refusal.isVisible)
    assert dialog.password.isEnabled()
    dialog.reject()


def test_a_visit_given_back_has_a_reason(
    qtbot: QtBot, page: VisitsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reviews, "give_back", _record_reason)
    page.sheet.head.give_back.setVisible(True)
    page.sheet.head.give_back.click()
    dialog = page.findChild(ReasonDialog)
    assert not dialog.confirmation.isEnabled()
    dialog.reason.setPlainText("请复测")
    with qtbot.waitSignal(page.told):
        dialog.confirmation.click()
    assert GIVEN == ["请复测"]


GIVEN: list[str] = []


def _record_reason(_survey: object, *, reason: str, **_more: object) -> object:
    from fieldaudit.actions.changes import Changes, Done

    GIVEN[:] = [reason]
    return Done(1, Changes())


def test_only_signed_visits_can_be_accepted(
    qtbot: QtBot, page: VisitsPage, caplog: pytest.LogCaptureFixture
) -> None:
    assert not page.sheet.head.accept.isVisible()
    with qtbot.waitSignal(page.session.failed):
        page.sheet.head.accept.click()


def test_the_list_is_filtered_by_state_and_by_text(page: VisitsPage, settled: Settle) -> None:
    page.list.filter.setCurrentIndex(page.list.filter.findData(Status.ACCEPTED.value))
    settled(page.session)
    assert page.list.rows.model().rowCount() == 0
    page.list.filter.setCurrentIndex(0)
    page.look_for("礼嘉")
    settled(page.session)
    assert page.list.rows.model().rowCount() == 1


def test_another_visit_is_chosen_by_key(qtbot: QtBot, page: VisitsPage, settled: Settle) -> None:
    before = page.visit
    QTest.keyClick(page.list.rows, Qt.Key.Key_Down)
    settled(page.session)
    assert page.visit != before
    assert page.sheet.head.visit == page.visit


def test_a_small_window_shows_list_or_sheet(qtbot: QtBot, page: VisitsPage) -> None:
    # Inside a window, as here, a page gets the room there is; alone it would insist on more.
    home = QWidget()
    qtbot.addWidget(home)
    page.setParent(home)
    page.setMinimumSize(0, 0)
    page.setGeometry(0, 0, 600, 320)
    home.show()
    page.show()
    qtbot.waitUntil(lambda: not page.list.isVisible())
    page.sheet.head.back.click()
    assert page.list.isVisible()
    page.list.rows.clicked.emit(page.list.rows.currentIndex())
    assert not page.list.isVisible()
    page.setParent(None)


def test_a_read_only_file_is_shown_and_not_changed(
    qtbot: QtBot, page: VisitsPage, settled: Settle
) -> None:
    page.session.readonly = True
    page._open()
    settled(page.session)
    assert not page.sheet.head.save.isVisible()
    assert field_of(page, "site/COM-01").isReadOnly()
