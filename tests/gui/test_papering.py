"""The papers of a visit in the window, on a real survey."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from fieldaudit.actions import surveys, visits
from fieldaudit.actions.changes import Done
from fieldaudit.gui.pages.visits import VisitsPage
from fieldaudit.gui.session import Session
from fieldaudit.gui.widgets.buttons import Button
from fieldaudit.gui.widgets.papers import PaperList
from fieldaudit.store.survey import Survey
from tests.gui.conftest import QUICKLY
from tests.kit.office import a_prepared_file, a_visit, an_inspector
from tests.kit.papers import PDF, PROGRAM, a_file, a_wav, with_files_asked

Settle = Callable[[Session], None]
CONTRACT, TALK = "proof/contract", "proof/talk"


@pytest.fixture
def page(
    qtbot: QtBot,
    session: Session,
    show: Callable[[VisitsPage], VisitsPage],
    settled: Settle,
    tmp_path: Path,
) -> VisitsPage:
    file = a_prepared_file(tmp_path / "papers.gpkg")
    with surveys.open_survey(file) as survey:
        a_visit(with_files_asked(survey), {"proof/shared": "yes"})
    with qtbot.waitSignal(session.opened, timeout=QUICKLY):
        session.open(file)
    made = show(VisitsPage(session))
    made.sheet.show_section(1)
    settled(session)
    return made


def papers(page: VisitsPage, path: str) -> PaperList:
    found = page.sheet.section.cards[path].papers
    assert found is not None
    return found


def lines(page: VisitsPage, path: str) -> list[str]:
    return [line.words.toolTip() for line in papers(page, path).lines]


def dropped(page: VisitsPage, path: str, settled: Settle, *files: Path) -> None:
    papers(page, path).dropped.emit([*files])
    settled(page.session)


def value(page: VisitsPage, path: str) -> str:
    assert page.sheet.model is not None
    return page.sheet.model.shown(path).value


def test_files_answer_their_questions(page: VisitsPage, settled: Settle, tmp_path: Path) -> None:
    told: list[str] = []
    page.told.connect(told.append)
    assert page.sheet.model is not None
    assert page.sheet.model.shown(CONTRACT).required
    dropped(page, CONTRACT, settled, a_file(tmp_path, "协议.pdf"))
    dropped(page, TALK, settled, a_file(tmp_path, "访谈.wav", a_wav()))
    assert lines(page, CONTRACT) == ["协议.pdf · 24 B"]
    assert lines(page, TALK) == ["访谈.wav · 1.6 kB"]
    assert (value(page, CONTRACT), value(page, TALK)) == ("协议.pdf", "访谈.wav")
    assert "已添加附件：协议.pdf" in told[0]
    page.sheet.show_section(0)
    page.sheet.show_section(1)
    assert lines(page, CONTRACT) == ["协议.pdf · 24 B"]


def test_a_removed_file_is_put_back_with_one_press(
    page: VisitsPage, settled: Settle, tmp_path: Path
) -> None:
    dropped(page, CONTRACT, settled, a_file(tmp_path, "协议.pdf"))
    papers(page, CONTRACT).lines[0].press("移除")
    settled(page.session)
    assert value(page, CONTRACT) == ""
    (line,) = papers(page, CONTRACT).lines
    assert "已移除" in [each.text() for each in line.findChildren(QLabel)]
    line.press("撤销")
    settled(page.session)
    assert value(page, CONTRACT) == "协议.pdf"
    assert len(papers(page, CONTRACT).lines) == 1


def test_a_copy_is_written_where_the_person_says(
    qtbot: QtBot,
    page: VisitsPage,
    *,
    settled: Settle,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    dropped(page, CONTRACT, settled, a_file(tmp_path, "协议.pdf"))
    out = tmp_path / "out"
    out.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(out))
    with qtbot.waitSignal(page.told, timeout=QUICKLY) as said:
        papers(page, CONTRACT).lines[0].press("存副本…")
    assert str(out / "协议.pdf") in said.args[0]
    assert (out / "协议.pdf").read_bytes() == PDF
    shutil.rmtree(out)
    out.touch()
    with qtbot.waitSignal(page.session.failed, timeout=QUICKLY):
        papers(page, CONTRACT).lines[0].press("存副本…")
    assert "FILE_UNREADABLE" in caplog.text


def test_what_is_refused_is_said_and_changes_nothing(
    qtbot: QtBot, page: VisitsPage, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with qtbot.waitSignal(page.session.failed, timeout=QUICKLY) as said:
        papers(page, TALK).dropped.emit([a_file(tmp_path, "a.wav", PROGRAM)])
    assert "PAPER_PROGRAM" in caplog.text
    assert said.args[0].params["file"] == "a.wav"
    assert papers(page, TALK).lines == []


def test_a_repeat_instance_added_a_moment_ago_takes_a_file(
    page: VisitsPage, settled: Settle, tmp_path: Path
) -> None:
    add = next(b for b in page.sheet.section.findChildren(Button) if "机房" in b.text())
    add.click()
    (path,) = [each for each in page.sheet.section.cards if each.endswith("/plan")]
    dropped(page, path, settled, a_file(tmp_path, "plan.pdf"))
    assert lines(page, path) == ["plan.pdf · 24 B"]
    assert value(page, path) == "plan.pdf"


def test_papers_of_the_whole_visit_stand_in_the_panel(
    page: VisitsPage, settled: Settle, tmp_path: Path
) -> None:
    page.sheet.panel.papers.dropped.emit([a_file(tmp_path, "来函.pdf")])
    settled(page.session)
    assert [line.words.toolTip() for line in page.sheet.panel.papers.lines] == ["来函.pdf · 24 B"]
    assert "1" in page.sheet.panel.papers_head.text()


def test_a_signed_visit_gives_copies_and_takes_nothing(
    qtbot: QtBot, page: VisitsPage, settled: Settle, tmp_path: Path
) -> None:
    dropped(page, CONTRACT, settled, a_file(tmp_path, "协议.pdf"))
    page.session.act(_sign_off(page.visit))
    settled(page.session)
    assert papers(page, CONTRACT).add.isHidden()
    links = [each for each in papers(page, CONTRACT).lines[0]._changing if not each.isHidden()]
    assert links == []
    assert not page.sheet.panel.papers.acceptDrops()


def _sign_off(visit: str) -> Callable[[Survey], Done[int]]:
    return lambda survey: visits.sign_visits(survey, visits=[visit], identity=an_inspector())


def test_papers_of_a_repeat_instance_that_was_removed_stay_in_sight(
    page: VisitsPage, settled: Settle, tmp_path: Path
) -> None:
    next(b for b in page.sheet.section.findChildren(Button) if "机房" in b.text()).click()
    (path,) = [each for each in page.sheet.section.cards if each.endswith("/plan")]
    dropped(page, path, settled, a_file(tmp_path, "plan.pdf"))
    assert page.sheet.panel.papers.lines == []
    assert page.sheet.model is not None
    page.sheet.model.remove_instance(path.rpartition("/")[0])
    assert [line.words.toolTip() for line in page.sheet.panel.papers.lines] == ["plan.pdf · 24 B"]
