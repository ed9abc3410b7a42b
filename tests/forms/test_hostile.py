"""Checklists made to do harm are refused with a sentence, in bounded time and memory."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.forms.hostile import CASES
from tests.rules.tree import ROOT

GENEROUS = 60
"""Seconds for starting a program and reading one file; a harmless one takes half a second."""


@pytest.mark.parametrize("name", CASES)
def test_a_hostile_checklist_is_refused(name: str, tmp_path: Path) -> None:
    kind, make, expected = CASES[name]
    file = tmp_path / f"hostile.{kind}"
    file.write_bytes(make())
    run = subprocess.run(
        [sys.executable, "-m", "tests.forms.hostile", str(file)],
        capture_output=True,
        text=True,
        timeout=GENEROUS,
        check=False,
        cwd=ROOT,
    )
    assert run.returncode == 0, run.stderr[-2000:]
    told = json.loads(run.stdout)
    if not expected:
        assert told["codes"] == []
        return
    assert set(expected.split()) & set(told["codes"])
    assert any("\u4e00" <= letter <= "\u9fff" for letter in str(told["said"]))
