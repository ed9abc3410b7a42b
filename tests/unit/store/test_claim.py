import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from fieldaudit.store.claim import Claim, Holder, claim, holder, lock_file
from fieldaudit.visit.stamp import Moment

START = Moment(1_657_267_200_000, 480)

OTHER = """
import sys
from pathlib import Path
from fieldaudit.store.claim import claim
from fieldaudit.visit.stamp import Moment
mine = claim(Path(sys.argv[1]), moment=Moment(1657267200000, 480))
print(type(mine).__name__, flush=True)
sys.stdin.readline()
"""


@contextmanager
def another_program(survey: Path) -> Iterator[subprocess.Popen[str]]:
    """Let another process claim a survey until the block is left, or it is killed."""
    running = subprocess.Popen(
        [sys.executable, "-c", OTHER, str(survey)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with running:
        assert running.stdout is not None
        assert running.stdout.readline() == "Claim\n"
        yield running
        if running.poll() is None:
            running.kill()


@pytest.fixture
def survey(tmp_path: Path) -> Path:
    file = tmp_path / "a.gpkg"
    file.write_bytes(b"")
    return file


def test_a_claim_says_who_and_leaves_nothing(survey: Path) -> None:
    mine = claim(survey, moment=START)
    assert isinstance(mine, Claim)
    told = json.loads(lock_file(survey).read_text())
    assert (told["pid"], told["host"]) == (os.getpid(), socket.gethostname())
    assert told["since"] == START.iso()
    mine.release()
    assert list(survey.parent.iterdir()) == [survey]


def test_one_process_may_open_it_twice(survey: Path) -> None:
    first, second = claim(survey, moment=START), claim(survey, moment=START)
    assert isinstance(first, Claim)
    assert isinstance(second, Claim)
    first.release()
    assert lock_file(survey).exists()
    assert holder(survey) is None
    second.release()
    assert not lock_file(survey).exists()


def test_a_second_program_learns_who_has_it(survey: Path) -> None:
    with another_program(survey) as other:
        found = claim(survey, moment=START)
        assert isinstance(found, Holder)
        assert (found.pid, found.host, found.since) == (
            other.pid,
            socket.gethostname(),
            START.iso(),
        )
        assert holder(survey) == found


def test_the_lock_of_a_dead_process_is_taken_over(survey: Path) -> None:
    with another_program(survey) as other:
        other.kill()
        other.wait()
        assert lock_file(survey).exists()
        mine = claim(survey, moment=START)
        assert isinstance(mine, Claim)
        mine.release()
    assert not lock_file(survey).exists()


def test_a_stale_lock_file_holds_nobody_up(survey: Path) -> None:
    lock_file(survey).write_text("{torn")
    assert holder(survey) is None
    assert not lock_file(survey).exists()


def test_a_lock_file_that_says_nothing_still_counts(survey: Path) -> None:
    with another_program(survey):
        lock_file(survey).write_text("{torn")
        assert claim(survey, moment=START) == Holder(0, "", "", "")


def test_where_nothing_can_be_locked_nothing_is_claimed(tmp_path: Path) -> None:
    lock_file(tmp_path / "a.gpkg").mkdir()
    assert claim(tmp_path / "a.gpkg", moment=START) is None
    assert holder(tmp_path / "a.gpkg") is None
