"""Lists of attached papers: what they say, what they offer, what they take."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from fieldaudit.form.definition import Kind, Question
from fieldaudit.gui.models.questions import QuestionsModel
from fieldaudit.gui.widgets.buttons import Link
from fieldaudit.gui.widgets.card import QuestionCard
from fieldaudit.gui.widgets.papers import PaperLine, PaperList, size_words
from fieldaudit.visit.judgement import AnswerState
from fieldaudit.visit.records import Paper
from tests.kit.forms import a_draft
from tests.kit.papers import FORM

PAPER = Paper("p1", "v", "proof/talk", "", "ab" * 32, "访谈.wav", "audio/wav", 1_234_567)


@pytest.fixture
def papers(qtbot: QtBot) -> PaperList:
    made = PaperList(Question("proof/talk", Kind.AUDIO))
    made.name("访谈录音")
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def words(line: PaperLine) -> list[str]:
    parts = [each for each in line.findChildren(QWidget) if isinstance(each, QLabel | Link)]
    return [each.text().replace("\u200b", "") for each in parts if not each.isHidden()]


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (0, "0 B"),
        (999, "999 B"),
        (1000, "1.0 kB"),
        (1_234_567, "1.2 MB"),
        (5 * 10**12, "5000.0 GB"),
    ],
)
def test_sizes_are_read_by_people(count: int, said: str) -> None:
    assert size_words(count) == said


def test_a_paper_says_its_name_and_size_and_offers_to_be_copied_or_removed(
    qtbot: QtBot, papers: PaperList
) -> None:
    papers.show_papers([PAPER])
    (line,) = papers.lines
    assert words(line) == ["访谈.wav · 1.2 MB", "存副本…", "说明…", "移除"]
    with qtbot.waitSignal(papers.saving, check_params_cb=lambda one: one is PAPER):
        line.press("存副本…")
    with qtbot.waitSignal(papers.removing, check_params_cb=lambda one: one is PAPER):
        line.press("移除")
    names = {each.accessibleName() for each in line.findChildren(Link)}
    assert names == {"存副本…: 访谈.wav", "说明…: 访谈.wav", "移除: 访谈.wav"}
    assert papers.add.accessibleName() == "访谈录音: 添加录音…"


def test_a_removed_paper_can_be_put_back_by_the_keyboard(qtbot: QtBot, papers: PaperList) -> None:
    papers.show_papers([], [PAPER])
    (line,) = papers.lines
    assert words(line) == ["访谈.wav · 1.2 MB", "已移除", "撤销"]
    (undo,) = line.findChildren(Link)
    with qtbot.waitSignal(papers.restoring):
        QTest.keyClick(undo, Qt.Key.Key_Space)


def test_what_is_locked_can_only_be_copied(papers: PaperList) -> None:
    papers.lock(True)
    papers.show_papers([PAPER], [PAPER])
    assert [words(line) for line in papers.lines] == [
        ["访谈.wav · 1.2 MB", "存副本…"],
        ["访谈.wav · 1.2 MB", "已移除"],
    ]
    assert not papers.add.isVisible()
    assert not papers.acceptDrops()
    papers.lock(False)
    assert papers.add.isVisible()


def test_an_answer_without_its_file_says_so(papers: PaperList) -> None:
    papers.show_papers([], named="旧文件.wav")
    assert words(papers.lines[0]) == ["旧文件.wav", "只有文件名，没有附件"]


def test_files_are_dropped_and_chosen(
    qtbot: QtBot, papers: PaperList, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.wav"))])
    action, button, key = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    papers.dragEnterEvent(QDragEnterEvent(QPointF(5, 5).toPoint(), action, data, button, key))
    with qtbot.waitSignal(papers.dropped, check_params_cb=lambda f: f == [tmp_path / "a.wav"]):
        papers.dropEvent(QDropEvent(QPointF(5, 5), action, data, button, key))
    asked: list[str] = []

    def choose(_parent: object, title: str, _folder: str, pattern: str) -> tuple[list[str], str]:
        asked.extend((title, pattern))
        return [str(tmp_path / "b.wav")], ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", choose)
    with qtbot.waitSignal(papers.dropped, check_params_cb=lambda f: f == [tmp_path / "b.wav"]):
        papers.add.click()
    assert asked[0] == "添加录音"
    assert asked[1].startswith("可用的文件 (*.mp3 ")


Carded = Callable[[str], QuestionCard]


@pytest.fixture
def carded(qtbot: QtBot) -> Carded:
    model = QuestionsModel(a_draft(FORM, {"proof/shared": "yes"}), "zh")

    def make(path: str) -> QuestionCard:
        card = QuestionCard(model, path, locked=False)
        qtbot.addWidget(card)
        return card

    return make


def test_a_question_for_a_file_has_a_place_for_it(carded: Carded) -> None:
    card = carded("proof/contract")
    assert (card.editor, card.strip) == (None, None)
    assert card.papers is not None
    assert card.papers.add.text() == "添加文件…"
    assert card.papers.wanted.text() == "可用 .pdf .docx"
    assert carded("proof/tour").papers is not None
    assert carded("proof/shared").papers is None


def test_an_excused_question_takes_no_file(carded: Carded) -> None:
    card = carded("proof/contract")
    assert card.papers is not None
    card._model.excuse("proof/contract", AnswerState.NO_ACCESS, "")
    card.update_card()
    assert card.papers.add.isHidden()


def test_any_question_shows_the_papers_that_it_has(carded: Carded) -> None:
    card = carded("proof/shared")
    card.show_papers([PAPER])
    assert card.papers is not None
    assert len(card.papers.lines) == 1


def test_hidden_and_back_keeps_the_answer(carded: Carded) -> None:
    model = carded("proof/contract")._model
    model.attach({}, {"proof/contract": ["a.pdf"]})
    assert model.shown("proof/contract").value == "a.pdf"
    model.answer("proof/shared", "no")
    assert not model.shown("proof/contract").relevant
    model.answer("proof/shared", "yes")
    assert model.shown("proof/contract").value == "a.pdf"
    model.attach({}, {})
    assert model.shown("proof/contract").value == ""
