"""The same answer for a person and for a program."""

import json
import sys
from dataclasses import dataclass

import pytest

from fieldaudit.actions.changes import Silent
from fieldaudit.cli.voice import Bar, Voice
from fieldaudit.errors import Code, Problem
from fieldaudit.texts import Catalog

COLUMNS = {"name": "名称", "good": "正常", "inner.share": "比例"}
Capture = pytest.CaptureFixture[str]


@dataclass(frozen=True)
class Inner:
    share: float


@dataclass(frozen=True)
class Row:
    name: str | None
    good: bool
    inner: Inner


ROW = Row("a", True, Inner(0.5))


@pytest.fixture
def person() -> Voice:
    return Voice(Catalog("zh"))


@pytest.fixture
def program() -> Voice:
    return Voice(Catalog("zh"), machine=True)


def test_a_record_is_facts_or_an_object(person: Voice, program: Voice, capsys: Capture) -> None:
    person.show(ROW, COLUMNS)
    assert capsys.readouterr().out == "名称  a\n正常  是\n比例  0.5\n"
    program.show(ROW, COLUMNS)
    expected = {"name": "a", "good": True, "inner": {"share": 0.5}}
    assert json.loads(capsys.readouterr().out) == expected


def test_records_are_a_table_or_an_array(person: Voice, program: Voice, capsys: Capture) -> None:
    person.list([ROW, Row(None, False, Inner(1))], COLUMNS)
    assert capsys.readouterr().out.splitlines()[1:] == ["a     是    0.5", "      否    1"]
    program.list([ROW], COLUMNS)
    assert len(json.loads(capsys.readouterr().out)) == 1


def test_a_sentence_is_for_people_only(person: Voice, program: Voice, capsys: Capture) -> None:
    person.tell("已写入 {file}。", file="a")
    assert capsys.readouterr().out == "已写入 a。\n"
    program.tell("已写入 {file}。", file="a")
    assert capsys.readouterr().out == ""
    program.answer("已写入 {file}。", file="a")
    assert json.loads(capsys.readouterr().out) == {"file": "a"}


def test_problems_are_findings(person: Voice, program: Voice, capsys: Capture) -> None:
    found = [Problem(Code.FILE_NOT_FOUND, "第 3 行", {"file": "a"})]
    assert person.problems(found) == 1
    assert capsys.readouterr().out == "第 3 行: 找不到文件 a。请检查路径。\n"
    assert person.problems([]) == 0
    assert capsys.readouterr().out.strip()
    assert program.problems([]) == 0
    assert json.loads(capsys.readouterr().out) == []


def test_a_pipe_sees_no_progress(
    person: Voice, program: Voice, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert isinstance(person.progress(), Silent)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert isinstance(person.progress(), Bar)
    assert isinstance(program.progress(), Silent)


def test_a_bar_is_drawn_in_place(capsys: Capture) -> None:
    bar = Bar()
    bar.step(1, 2)
    bar.step(1, 2)
    bar.step(2, 2)
    drawn = capsys.readouterr().err
    assert drawn.count("\r") == 2
    assert " 50%" in drawn
    assert drawn.endswith("100%\n")
    assert not bar.cancelled()


def test_a_bar_for_nothing_is_full(capsys: Capture) -> None:
    Bar().step(0, 0)
    assert "100%" in capsys.readouterr().err


def test_a_warning_goes_beside_the_answer(program: Voice, capsys: Capture) -> None:
    program.warn([Problem(Code.PLACE_CLOUD, "a.gpkg", {"place": "OneDrive"})])
    said = capsys.readouterr()
    assert said.out == ""
    assert "OneDrive" in said.err
