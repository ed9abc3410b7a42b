"""Receipts from the command line."""

import shutil
from pathlib import Path

from tests.cli.conftest import Call


def test_a_merge_answers_with_a_receipt(call: Call, survey: Path, tmp_path: Path) -> None:
    copy, folder = tmp_path / "copy.gpkg", tmp_path / "receipts"
    folder.mkdir()
    shutil.copy(survey, copy)
    assert call("merge", survey, copy, "--full", "--receipts", folder).code == 0
    file = folder / "copy.gpkg.receipt.json"
    outcome = call("survey", "receipt", copy, file, "--json")
    assert (outcome.code, outcome.json["complete"]) == (0, True), outcome
    assert "全部" in call("survey", "receipt", copy, file).out
    assert call("merge", survey, copy).code == 0
    assert copy.with_name("copy.gpkg.receipt.json").exists()
    assert call("survey", "receipt", copy, copy).code == 2
