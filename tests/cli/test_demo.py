"""The whole flow as one command."""

from pathlib import Path

from tests.cli.conftest import Call, Outcome


def test_the_example_ends_with_a_genuine_package(example: Outcome) -> None:
    assert example.code == 0
    report = example.json
    assert report["outcome"] == "genuine"
    assert report["tampered_outcome"] not in ("genuine", "genuine_unknown_signer")
    assert report["balance"]["lost"] == 0
    assert Path(report["survey"]).is_file()


def test_a_folder_with_other_things_is_left_alone(call: Call, tmp_path: Path) -> None:
    mine = tmp_path / "mine.txt"
    mine.write_text("mine", "utf-8")
    outcome = call("demo", tmp_path, "--json")
    assert (outcome.code, outcome.json["error"]) == (2, "FOLDER_NOT_EMPTY")
    assert mine.read_text("utf-8") == "mine"
