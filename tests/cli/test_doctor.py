"""The look at the machine."""

import os
from pathlib import Path

import pytest

from fieldaudit.cli import doctor
from fieldaudit.paths import settings_file
from tests.cli.conftest import Call


def test_every_look_is_told(call: Call) -> None:
    rows = call("doctor", "--json").json
    assert {"forms", "fonts", "settings", "log", "free disk space"} <= {r["name"] for r in rows}


def test_bad_settings_are_a_finding(call: Call) -> None:
    settings_file().parent.mkdir(parents=True)
    settings_file().write_text("{", "utf-8")
    outcome = call("doctor", "--json")
    assert outcome.code == 1
    (row,) = [each for each in outcome.json if each["name"] == "settings"]
    assert not row["good"]


def test_a_machine_with_everything_has_no_findings(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doctor, "LOOKS", ())
    assert call("doctor").code == 0


def test_a_folder_that_does_not_exist_is_not_writable(tmp_path: Path) -> None:
    assert doctor._writable(tmp_path)
    assert not doctor._writable(tmp_path / f"no{os.sep}such")
