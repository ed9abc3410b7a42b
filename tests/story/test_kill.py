"""A program killed at any moment has kept all that it acknowledged.

`FIELDAUDIT_KILLS` sets how often it is killed.
"""

import itertools
import json
import os
import random
import select
import signal
from pathlib import Path

import pytest

from tests.kit.surveys import a_survey
from tests.story.workload import WORK, losses, sources, work

KILLS = int(os.environ.get("FIELDAUDIT_KILLS", "30"))

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="only POSIX can fork")


def killed(folder: Path, others: list[Path], start: int, seconds: float) -> list[dict]:
    """Let a child work on and kill it after some time; return what it acknowledged."""
    heard, told = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            say = os.fdopen(told, "w", buffering=1)
            work(folder, others, lambda each: print(json.dumps(each), file=say), count(start))
        finally:
            os._exit(1)
    os.close(told)
    with os.fdopen(heard, "rb", buffering=0) as pipe:
        select.select([pipe], [], [], 30)
        poller = select.poll()
        poller.poll(seconds * 1000)
        os.kill(child, signal.SIGKILL)
        lines = pipe.readall().split(b"\n")
    assert os.WTERMSIG(os.waitpid(child, 0)[1]) == signal.SIGKILL, "it ended by itself"
    return [json.loads(line) for line in lines if line.endswith(b"}")]


def count(start: int):
    return itertools.count(start)


def test_whatever_was_acknowledged_before_a_kill_is_there(tmp_path):
    a_survey(tmp_path / WORK).close()
    others = sources(tmp_path / WORK, tmp_path, 10)
    dice, acknowledged, start = random.Random(1), [], 0
    for _ in range(KILLS):
        acknowledged += killed(tmp_path, others, start, dice.random() * 0.25)
        start += 1000
        assert losses(tmp_path, acknowledged) == []
    kinds = {next(iter(each)) for each in acknowledged}
    assert kinds == {"draft", "revisions", "blob", "file"}
    assert len(acknowledged) > KILLS
