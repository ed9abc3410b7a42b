from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from fieldaudit.gui.models.table import RECORD
from fieldaudit.gui.pages.forms import FormsPage
from fieldaudit.gui.session import Session
from tests.gui.answers import choose
from tests.gui.checklist import CHECKLIST

Settle = Callable[[Session], None]
SLOWLY = 30_000
"""Milliseconds for reading the bundled checklists beside the tests of others."""


@pytest.fixture
def page(opened: Session, show: Callable[[FormsPage], FormsPage]) -> FormsPage:
    return show(FormsPage(opened))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "small.md"
    made.write_text(CHECKLIST, "utf-8")
    return made


def titles(page: FormsPage) -> list[str]:
    return [each.title for each in page._model.records()]


def checked(qtbot: QtBot, page: FormsPage, file: Path) -> FormsPage:
    page.check(file)
    qtbot.waitUntil(page.view.isVisible, timeout=SLOWLY)
    return page


def test_the_survey_s_and_the_bundled_checklists_are_listed(qtbot: QtBot, page: FormsPage) -> None:
    assert titles(page)[0] == "调查文件里的"
    assert "住宅小区检查" in titles(page)[1]
    qtbot.waitUntil(lambda: "随程序提供的" in titles(page), timeout=SLOWLY)
    bundled = page._model.records()[titles(page).index("随程序提供的") + 1 :]
    assert len(bundled) == 7
    assert [one.name for one in bundled if one.here] == ["residential"]
    page.look_for("管道")
    assert len(titles(page)) == 2


def test_a_heading_cannot_be_chosen(page: FormsPage) -> None:
    assert not page._model.flags(page._model.index(0)) & Qt.ItemFlag.ItemIsSelectable
    assert page._model.flags(page._model.index(1)) & Qt.ItemFlag.ItemIsSelectable


def test_a_checklist_of_the_survey_is_tried_out(page: FormsPage, settled: Settle) -> None:
    page.list.setCurrentIndex(page._model.index(1))
    settled(page.session)
    assert page.view.isVisible()
    assert not page.view.add.isVisible()
    assert "site/COM-01" in page.view.preview.section.cards


def test_a_file_is_checked_tried_out_and_added(
    qtbot: QtBot, page: FormsPage, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(monkeypatch, file)
    page.open.click()
    qtbot.waitUntil(page.view.isVisible, timeout=SLOWLY)
    view = page.view
    assert view.title.text() == "小检查"
    assert view.verdict.text().startswith("✓")
    view.look.click()
    preview = view.preview
    assert preview.model is not None
    preview.model.answer("base/power", "-31")
    assert preview.section.cards["base/power"].verdict.text().startswith("✗")
    assert preview.tabs.tabs[0].accessibleName().endswith("1!")
    with qtbot.waitSignal(page.told, timeout=SLOWLY):
        view.add.click()
    qtbot.waitUntil(lambda: titles(page).count("小检查") == 1)


def test_the_preview_speaks_each_language_of_the_form(
    qtbot: QtBot, page: FormsPage, file: Path
) -> None:
    preview = checked(qtbot, page, file).view.preview
    assert preview.language.count() == 2
    preview.language.setCurrentText("English (en)")
    preview.language.activated.emit(1)
    assert [tab.text() for tab in preview.tabs.tabs] == ["Base", "More"]
    with qtbot.waitSignal(page.told):
        preview.section.photos_dropped.emit("more/photo", [])


def test_problems_have_their_place_and_go_when_they_are_mended(
    qtbot: QtBot, page: FormsPage, file: Path
) -> None:
    file.write_text(CHECKLIST.replace("| integer |", "| intger |"), "utf-8")
    view = checked(qtbot, page, file).view
    model = view.table.model()
    assert view.verdict.text().startswith("✗")
    assert not view.add.isEnabled()
    assert not view.look.isEnabled()
    row = [model.index(0, column).data() for column in range(4)]
    assert row == ["survey", "4", "✗ 错误", "不认识的题型“intger”。是不是想写“integer”？"]
    assert not model.index(0, 0).data(RECORD).words.startswith("survey")
    file.write_text(CHECKLIST, "utf-8")
    view.recheck.click()
    qtbot.waitUntil(lambda: view.verdict.text().startswith("✓"), timeout=SLOWLY)


def test_a_file_that_is_none_is_refused(qtbot: QtBot, page: FormsPage, tmp_path: Path) -> None:
    picture = tmp_path / "a.png"
    picture.write_bytes(b"\x89PNG")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(picture))])
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    with qtbot.waitSignal(page.session.failed, timeout=SLOWLY):
        page.dropEvent(event)
    assert not page.view.isVisible()


def test_a_template_is_written_and_checked(
    qtbot: QtBot, page: FormsPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(monkeypatch)
    page.new.click()
    choose(monkeypatch, tmp_path / "mine")
    page.new.click()
    qtbot.waitUntil(page.view.isVisible, timeout=SLOWLY)
    assert (tmp_path / "mine.md").is_file()
    assert page.view.verdict.text().startswith("✓")
