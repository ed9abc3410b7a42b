"""A program killed at any moment has kept all that it acknowledged.

`FIELDAUDIT_KILLS` sets how often it is killed.
"""

import itertools
import json
import os
import random
import select
import shutil
import signal
import sys
from collections import Counter
from pathlib import Path

import pytest

from tests.kit.surveys import a_survey
from tests.story import fivedeeds
from tests.story.workload import WORK, losses, sources, work

KILLS = int(os.environ.get("FIELDAUDIT_KILLS", "30"))
LONGEST = {"write": 0.15, "merge": 0.4, "hand over": 0.4, "migrate": 0.08, "back up": 0.15}
"""Seconds from the beginning of a deed; short waits are the more frequent ones."""

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


def shot(folder: Path, first: int, seconds: float) -> tuple[list[dict], str]:
    """Let a child begin with one of the five deeds and kill it; what it said, and where it was."""
    heard, told = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            say = os.fdopen(told, "w", buffering=1)
            fivedeeds.work(folder, first, lambda each: print(json.dumps(each), file=say))
            # It is killed while it waits where it was done before.
            signal.pause()
        finally:
            os._exit(1)
    os.close(told)
    with os.fdopen(heard, "rb", buffering=0) as pipe:
        select.select([pipe], [], [], 30)
        select.poll().poll(seconds * 1000)
        os.kill(child, signal.SIGKILL)
        lines = pipe.readall().split(b"\n")
    assert os.WTERMSIG(os.waitpid(child, 0)[1]) == signal.SIGKILL, "it ended by itself"
    said = [json.loads(line) for line in lines if line.endswith(b"}")]
    begun = [each["begin"] for each in said if "begin" in each]
    return [each for each in said if "begin" not in each], begun[-1]


def test_no_kill_in_any_of_the_five_deeds_does_harm(tmp_path):
    """Of writing, merging, handing over, migrating and backing up, each is killed as often."""
    start, folder = tmp_path / "start", tmp_path / "day"
    fivedeeds.prepare(start)
    dice = random.Random(1)
    struck: Counter[str] = Counter()
    finished: Counter[str] = Counter()
    for number in range(KILLS):
        shutil.copytree(start, folder)
        seconds = dice.random() ** 1.5 * LONGEST[fivedeeds.DEEDS[number % 5]]
        said, where = shot(folder, number % 5, seconds)
        struck[where] += 1
        finished.update(next(iter(each)) for each in said)
        assert fivedeeds.harm(folder, start, said) == [], (number, where, said)
        shutil.rmtree(folder)
    sys.stdout.write(f"\nkilled in {dict(struck)}, acknowledged before {dict(finished)}\n")
    assert KILLS < 30 or struck.keys() == set(fivedeeds.DEEDS)


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
