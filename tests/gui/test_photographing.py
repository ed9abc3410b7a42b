"""The photos of a visit in the window, on a real survey."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from fieldaudit.actions import surveys, visits
from fieldaudit.actions.changes import Changes, Done
from fieldaudit.gui.dialogs.caption import CaptionDialog
from fieldaudit.gui.dialogs.photo import PhotoDialog
from fieldaudit.gui.pages.visits import VisitsPage
from fieldaudit.gui.session import Session
from fieldaudit.gui.widgets.photostrip import PhotoStrip
from fieldaudit.store.survey import Survey
from tests.gui.conftest import QUICKLY
from tests.kit.office import a_prepared_file, a_visit, an_inspector
from tests.kit.papers import a_file, with_files_asked
from tests.kit.photos import a_jpeg, a_photo

Settle = Callable[[Session], None]
DOOR = "proof/door"


@pytest.fixture
def page(
    qtbot: QtBot,
    session: Session,
    show: Callable[[VisitsPage], VisitsPage],
    settled: Settle,
    tmp_path: Path,
) -> VisitsPage:
    file = a_prepared_file(tmp_path / "photos.gpkg")
    with surveys.open_survey(file) as survey:
        a_visit(with_files_asked(survey))
    with qtbot.waitSignal(session.opened, timeout=QUICKLY):
        session.open(file)
    made = show(VisitsPage(session))
    made.sheet.show_section(1)
    settled(session)
    return made


def strip(page: VisitsPage) -> PhotoStrip:
    found = page.sheet.section.cards[DOOR].strip
    assert found is not None
    return found


def thumbs(page: VisitsPage) -> list[QToolButton]:
    return list(strip(page)._shown.values())


def answer(page: VisitsPage) -> str:
    assert page.sheet.model is not None
    return page.sheet.model.shown(DOOR).value


def dropped(page: VisitsPage, settled: Settle, *files: Path) -> list[str]:
    told: list[str] = []
    page.told.connect(told.append)
    strip(page).dropped.emit([*files])
    settled(page.session)
    page.told.disconnect(told.append)
    return told


def test_delete_removes_a_photo_and_one_press_brings_it_back(
    qtbot: QtBot, page: VisitsPage, settled: Settle, tmp_path: Path
) -> None:
    files = [a_file(tmp_path, f"{n}.jpg", a_photo(seed=n)) for n in range(2)]
    dropped(page, settled, *files)
    assert answer(page) == "0.jpg"
    thumbs(page)[0].setFocus()
    qtbot.keyClick(thumbs(page)[0], Qt.Key.Key_Delete)
    settled(page.session)
    assert (len(thumbs(page)), answer(page)) == (1, "1.jpg")
    assert page.sheet.panel.photos_head.text().startswith("照片 1/")
    (undo,) = strip(page).undo
    assert page.window().focusWidget() is undo
    assert undo.text() == "撤销移除 0.jpg"
    qtbot.keyClick(undo, Qt.Key.Key_Space)
    settled(page.session)
    assert (len(thumbs(page)), strip(page).undo, answer(page)) == (2, [], "1.jpg")


def test_a_caption_is_changed_where_the_photo_is_large(
    qtbot: QtBot, page: VisitsPage, settled: Settle, tmp_path: Path
) -> None:
    dropped(page, settled, a_file(tmp_path, "a.jpg", a_photo()))
    thumbs(page)[0].click()
    large = page.findChild(PhotoDialog)
    qtbot.waitUntil(lambda: not large.picture.pixmap().isNull())
    large.describe.click()
    asked = page.findChild(CaptionDialog)
    asked.caption.setText("箱门 左侧")
    asked.confirmation.click()
    settled(page.session)
    assert "箱门 左侧" in thumbs(page)[0].toolTip()
    thumbs(page)[0].click()
    (large,) = [each for each in page.findChildren(PhotoDialog) if each.isVisible()]
    qtbot.waitUntil(lambda: not large.picture.pixmap().isNull())
    large.remove.click()
    settled(page.session)
    assert thumbs(page) == []


def test_the_menu_offers_the_same(page: VisitsPage, settled: Settle, tmp_path: Path) -> None:
    dropped(page, settled, a_file(tmp_path, "a.jpg", a_photo()))
    (photo,) = strip(page)._photos.values()
    menu = strip(page).menu(photo, strip(page))
    assert [each.text() for each in menu.actions()] == ["查看大图", "说明…", "移除"]
    menu.actions()[2].trigger()
    settled(page.session)
    assert thumbs(page) == []
    menu.deleteLater()


def test_what_can_be_used_of_many_is_kept_and_each_other_told(
    page: VisitsPage, settled: Settle, tmp_path: Path
) -> None:
    frames = [Image.new("RGB", (64, 48), name) for name in ("red", "blue")]
    frames[0].save(tmp_path / "moving.webp", save_all=True, append_images=frames[1:])
    Image.new("CMYK", (64, 48), (0, 200, 200, 0)).save(tmp_path / "cmyk.jpg")
    Image.new("RGBA", (64, 48), (0, 0, 0, 0)).save(tmp_path / "screen.png")
    good = [
        *(tmp_path / name for name in ("moving.webp", "cmyk.jpg", "screen.png")),
        a_file(tmp_path, "turned.jpg", a_jpeg(exif={0x0112: 6})),
    ]
    bad = [
        a_file(tmp_path, "empty.jpg", b""),
        a_file(tmp_path, "phone.heic", b"\0\0\0\x18ftypheic" + bytes(64)),
        a_file(tmp_path, "torn.jpg", a_photo()[:-2000]),
        a_file(tmp_path, "text.jpg", b"no picture"),
        tmp_path / "gone.jpg",
    ]
    with (tmp_path / "huge.jpg").open("wb") as stream:
        stream.truncate(80 << 20)
    (said,) = dropped(page, settled, *good, *bad, tmp_path / "huge.jpg")
    assert said.startswith("已加入照片 4 张。 没有加入 6 张： 照片 empty.jpg 是空文件")
    assert said.endswith("另有 4 张。")
    assert len(thumbs(page)) == 4


def test_a_signed_visit_says_why_nothing_can_be_added(
    qtbot: QtBot, page: VisitsPage, settled: Settle, tmp_path: Path
) -> None:
    dropped(page, settled, a_file(tmp_path, "a.jpg", a_photo()))
    page.session.act(_sign)
    settled(page.session)
    shown = strip(page)
    assert not shown.add.isEnabled()
    assert "已签名" in shown.add.toolTip()
    assert not shown.acceptDrops()
    thumbs(page)[0].setFocus()
    qtbot.keyClick(thumbs(page)[0], Qt.Key.Key_Delete)
    thumbs(page)[0].click()
    large = page.findChild(PhotoDialog)
    qtbot.waitUntil(lambda: not large.picture.pixmap().isNull())
    assert (large.remove.isEnabled(), large.describe.isEnabled()) == (False, False)
    settled(page.session)
    assert len(thumbs(page)) == 1
    large.close()


def _sign(survey: Survey) -> Done[None]:
    (visit,) = visits.list_visits(survey)
    visits.sign_visits(survey, visits=[visit.id], identity=an_inspector())
    return Done(None, Changes(visits=True))
