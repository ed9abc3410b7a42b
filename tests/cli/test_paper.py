"""Attached papers from the command line."""

from pathlib import Path

from tests.cli.conftest import VISIT, Call
from tests.kit.papers import PDF, PROGRAM, a_file


def test_a_paper_is_added_listed_extracted_removed_and_restored(
    call: Call, survey: Path, founder: tuple[str, ...], tmp_path: Path
) -> None:
    file = a_file(tmp_path, "协议.pdf")
    added = call("paper", "add", survey, VISIT, file, "--caption", "2022", *founder, "--json")
    assert added.code == 0
    (paper,) = added.json
    assert (paper["name"], paper["size"], paper["caption"]) == ("协议.pdf", len(PDF), "2022")
    assert call("paper", "list", survey, "--visit", VISIT, "--json").json == [paper]
    assert "协议.pdf" in call("paper", "list", survey).out
    shown = call("visit", "show", survey, VISIT)
    assert "协议.pdf" in shown.out
    assert call("visit", "show", survey, VISIT, "--json").json["papers"] == [paper]
    counted = call("survey", "info", survey, "--json").json
    assert counted["photos"] == {"expected": 1, "present": 1, "damaged": 0}
    assert counted["records"]["paper"] == 1
    said = call("paper", "caption", survey, paper["id"], "2022 版", *founder, "--json")
    paper["caption"] = said.json["caption"]
    assert paper["caption"] == "2022 版"
    out = tmp_path / "out"
    written = call("paper", "extract", survey, out, "--json")
    assert written.json == [str(out / "协议.pdf")]
    assert (out / "协议.pdf").read_bytes() == PDF
    assert "协议-2.pdf" in call("paper", "extract", survey, out, paper["id"]).out
    gone = call("paper", "remove", survey, paper["id"], "--reason", "拿错", *founder)
    assert (gone.code, "协议.pdf" in gone.out) == (0, True)
    assert call("paper", "list", survey, "--json").json == []
    back = call("paper", "restore", survey, paper["id"], *founder, "--json")
    assert back.json == {"id": paper["id"], "name": "协议.pdf"}
    assert call("paper", "list", survey, "--json").json == [paper]


def test_what_cannot_be_attached_is_refused_whole(
    call: Call, survey: Path, founder: tuple[str, ...], tmp_path: Path
) -> None:
    files = a_file(tmp_path, "a.pdf"), a_file(tmp_path, "b.pdf", PROGRAM)
    refused = call("paper", "add", survey, VISIT, *files, *founder)
    assert (refused.code, "b.pdf" in refused.err) == (2, True)
    assert call("paper", "list", survey, "--json").json == []
    assert call("paper", "extract", survey, tmp_path / "out", "nothing", "--json").code == 2
