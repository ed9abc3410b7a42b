"""A power cut at any moment, simulated: what was acknowledged survives, and nothing is by half.

Every write of the program is recorded; then what a disk may hold after a cut at some point
(writes not yet synced kept, lost or torn) is put together and opened. The recorder and the
model of the disk come from outside the project. `FIELDAUDIT_POWER_CUTS` sets how many cuts.
"""

import io
import json
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from fieldaudit.errors import FieldauditError
from tests.rules.tree import ROOT
from tests.story.workload import losses

CUTS = int(os.environ.get("FIELDAUDIT_POWER_CUTS", "120"))
SUITE = ROOT.parent / "shared" / "suites" / "powerloss"

pytestmark = [
    pytest.mark.skipif(not SUITE.is_dir(), reason="the power-loss suite is not beside the project"),
    pytest.mark.skipif(shutil.which("gcc") is None, reason="gcc compiles the recorder"),
]

RECORDED = """
import errno, json, os, sys
from pathlib import Path
from fieldaudit.store import revisions
from fieldaudit.store.survey import create_survey
from fieldaudit.visit.newfile import new_file
from tests.kit.surveys import SURVEY, revise
from tests.story.workload import WORK, sources, work

real_link = os.link

def no_link(old, new):
    # As on a FAT volume.
    raise OSError(errno.EPERM, "no links here")

def told_link(old, new):
    # The recorder knows no hard links, so they are told to it.
    real_link(old, new)
    if Path(new).is_relative_to(folder):
        os.access(f"/iorec-mark/link {old}\\n{new}", 0)

folder, aside, turns = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
os.link = {"links": told_link, "renames": no_link}[sys.argv[4]]
told = []

def acknowledge(each):
    told.append(each)
    os.access(f"/iorec-mark/committed {len(told)}", 0)

with new_file(folder / WORK) as part, create_survey(part) as survey:
    first = revise(survey, SURVEY, {"name": "x"}, kind="survey")
os.access("/iorec-mark/ready", 0)
acknowledge({"revisions": [first]})
work(folder, sources(folder / WORK, aside, 4), acknowledge, range(turns))
print(json.dumps(told))
"""


@pytest.fixture(scope="module")
def model() -> dict:
    """The model of the disk: its functions, without what it does when run as a program."""
    lines = (SUITE / "replay.py").read_text("utf-8").splitlines()
    program = "\n".join(line for line in lines if not line.startswith("main("))
    # It leaves closing the recording to the end of the program, which tests do not forgive.
    names: dict = {"open": lambda name, mode: io.BytesIO(Path(name).read_bytes())}
    exec(compile(program, "replay.py", "exec"), names)  # noqa: S102 - a script, not a module
    return names


def inodes(written: Iterator[tuple]) -> list[tuple]:
    """Do as the model's own, which gives each file a number, with hard links as a second name."""
    live: dict[str, int] = {}
    numbered: list[tuple] = []

    def number_of(path: str) -> int:
        if path not in live:
            live[path] = 1 + max((each[2] for each in numbered if each[0] == "L"), default=0)
            numbered.append(("L", path, live[path], b""))
        return live[path]

    for deed, path, offset, data in written:
        if deed == "M" and path.startswith("link "):
            old, new = path.removeprefix("link ").split("\n")
            live[new] = number_of(old)
            numbered.append(("L", new, live[new], b""))
        elif deed in "OWTS":
            number = number_of(path)
            numbered += [(deed, number, offset, data)] * (deed != "O")
        elif deed == "U":
            live.pop(path, None)
            numbered.append(("U", path, 0, b""))
        elif deed == "R":
            live[data.decode()] = number_of(path)
            del live[path]
            numbered.append(("R", path, data.decode(), b""))
        else:
            numbered.append((deed, path, offset, data))
    return numbered


@pytest.fixture(scope="module", params=["links", "renames"])
def recording(request, tmp_path_factory, model) -> tuple[Path, list[dict], list]:
    """Record a day's work: its folder, what was acknowledged, what was written."""
    base = tmp_path_factory.mktemp("power")
    recorder, log = base / "iorec.so", base / "log"
    data, aside = base / "data", base / "aside"
    data.mkdir(), aside.mkdir()
    build = ["gcc", "-shared", "-fPIC", "-O1", "-o", recorder, SUITE / "iorec.c", "-ldl"]
    subprocess.run(build, check=True, capture_output=True)
    told = {"LD_PRELOAD": str(recorder), "IOREC_DIR": str(data), "IOREC_LOG": str(log)}
    order = [sys.executable, "-c", RECORDED, data, aside, "42", request.param]
    done = subprocess.run(
        order, env={**os.environ, **told}, cwd=ROOT, check=True, capture_output=True, text=True
    )
    return data, json.loads(done.stdout), inodes(model["read"](log))


def test_everything_acknowledged_survives_every_cut(recording, model, tmp_path):
    data, acknowledged, written = recording
    ready = next(i for i, each in enumerate(written) if each[:2] == ("M", "ready"))
    assert {each[0] for each in written} >= set("LWSDU"), "the recorder missed something"
    dice, lost, cut_short = random.Random(1), [], 0
    for number in range(CUTS):
        point = dice.randrange(ready, len(written) + 1)
        files, told, style = model["crash"](written, point, dice)
        folder = tmp_path / str(number)
        folder.mkdir()
        for path, content in files.items():
            (folder / Path(path).relative_to(data)).write_bytes(content)
        found = losses(folder, acknowledged[: max(told, 0)])
        lost += [f"cut {number} at {point} ({style}): {each}" for each in found]
        cut_short += told < len(acknowledged)
        shutil.rmtree(folder)
    assert lost == []
    assert cut_short > CUTS // 2


def test_the_model_notices_a_program_that_does_not_wait_for_the_disk(recording, model, tmp_path):
    """With every sync of the recording left out, acknowledged answers do get lost."""
    data, acknowledged, written = recording
    careless = [each for each in written if each[0] not in "SD"]
    dice, harmed = random.Random(1), 0
    for number in range(20):
        files, told, _ = model["crash"](careless, dice.randrange(len(careless)), dice)
        folder = tmp_path / str(number)
        folder.mkdir()
        for path, content in files.items():
            (folder / Path(path).relative_to(data)).write_bytes(content)
        harmed += _is_harmed(folder, acknowledged[: max(told, 0)])
    assert harmed


def _is_harmed(folder: Path, acknowledged: list[dict]) -> bool:
    try:
        return bool(losses(folder, acknowledged))
    except FieldauditError:
        return True
