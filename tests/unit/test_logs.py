"""Log lines reach the file and the tail; a log that cannot be written stops nobody."""

import logging
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from fieldaudit import logs

Start = Callable[[Path], logs.Tail]


@pytest.fixture
def start() -> Iterator[Start]:
    started: list[logs.Tail] = []

    def begin(file: Path) -> logs.Tail:
        started.append(logs.start(file))
        return started[-1]

    level = logging.getLogger().level
    yield begin
    for tail in started:
        logs.stop(tail)
    logging.getLogger().setLevel(level)


def test_a_line_reaches_the_file_and_the_tail(tmp_path: Path, start: Start) -> None:
    file = tmp_path / "logs" / "fieldaudit.log"
    tail = start(file)
    logging.getLogger("fieldaudit.x").info("opened %s", "a.gpkg")
    assert "INFO fieldaudit.x: opened a.gpkg" in tail.text()
    assert tail.text() in file.read_text("utf-8")


def test_the_tail_forgets_the_oldest_lines() -> None:
    tail = logs.Tail(lines=2)
    for number in range(3):
        tail.handle(logging.makeLogRecord({"msg": f"line {number}", "name": "x"}))
    assert [line[-1] for line in tail.text().splitlines()] == ["1", "2"]


def test_a_log_that_cannot_be_written_stops_nobody(tmp_path: Path, start: Start) -> None:
    (tmp_path / "here").write_text("", "utf-8")
    tail = start(tmp_path / "here" / "fieldaudit.log")
    logging.getLogger("fieldaudit.x").info("still heard")
    assert "no log file" in tail.text()
    assert "still heard" in tail.text()


def test_stopping_takes_the_handlers_away(tmp_path: Path) -> None:
    before = [*logging.getLogger().handlers]
    level = logging.getLogger().level
    logs.stop(logs.start(tmp_path / "fieldaudit.log"))
    logging.getLogger().setLevel(level)
    assert logging.getLogger().handlers == before


@pytest.mark.parametrize(
    ("kind", "level"), [("QtInfoMsg", "INFO"), ("QtCriticalMsg", "ERROR"), ("Other", "WARNING")]
)
def test_messages_of_qt_are_logged(tmp_path: Path, start: Start, kind: str, level: str) -> None:
    tail = start(tmp_path / "fieldaudit.log")
    logs.hear_qt(kind, "100 % of it")
    assert f"{level} qt: 100 % of it" in tail.text()
