"""Surveys from the command line: made, counted, checked, copied, handed over."""

from pathlib import Path

from fieldaudit.paths import bundled_form
from tests.cli.conftest import Call


def test_a_new_survey_is_counted(call: Call, tmp_path: Path) -> None:
    file = tmp_path / "新调查.gpkg"
    assert call("survey", "new", file, "--author", "王五", "--json").json == {"file": str(file)}
    info = call("survey", "info", file, "--json").json
    assert info["name"] == "新调查"
    assert info["records"]["form"] > 1
    assert len(info["state"]) == 64
    assert info["photos"] == {"expected": 0, "present": 0, "damaged": 0}
    assert info["seals"][0]["author"] == "name:王五"


def test_a_survey_is_never_overwritten(call: Call, survey: Path) -> None:
    before = survey.read_bytes()
    form = bundled_form("residential.md")
    outcome = call("survey", "new", survey, "--form", form, "--json")
    assert (outcome.code, outcome.json["error"]) == (2, "FILE_EXISTS")
    assert survey.read_bytes() == before


def test_info_speaks_both_languages(call: Call, survey: Path) -> None:
    chinese = call("survey", "info", survey)
    assert chinese.code == 0
    assert "未决冲突" in chinese.out
    assert "李四" in chinese.out
    assert call("survey", "info", survey, "--lang", "en").code == 0


def test_a_whole_survey_has_no_findings(call: Call, survey: Path) -> None:
    assert call("survey", "check", survey).code == 0
    assert call("survey", "check", survey, "--json").json == []


def test_rebuilding_keeps_the_state(call: Call, survey: Path) -> None:
    before = call("survey", "info", survey, "--json").json
    assert call("survey", "rebuild", survey, "--json").json["count"] > 0
    assert call("survey", "info", survey, "--json").json == before


def test_a_backup_can_be_restored(call: Call, survey: Path, tmp_path: Path) -> None:
    saved = call("survey", "backup", survey, tmp_path / "backups", "--json").json["file"]
    target = tmp_path / "restored.gpkg"
    assert call("survey", "restore", saved, target).code == 0
    states = {call("survey", "info", each, "--json").json["state"] for each in (survey, target)}
    assert len(states) == 1


def test_backups_lie_beside_the_survey_and_are_listed(call: Call, survey: Path) -> None:
    saved = Path(call("survey", "backup", survey, "--json").json["file"])
    assert saved.parent == survey.with_name(f"{survey.name}.backups")
    (listed,) = call("survey", "backup", survey, "--list", "--json").json
    assert (listed["file"], listed["reason"]) == (str(saved), "manual")
    assert listed["size"] == saved.stat().st_size
    assert saved.name in call("survey", "backup", survey, "--list").out


def test_a_handover_is_sealed_and_balances(
    call: Call, survey: Path, signer: tuple[str, ...], tmp_path: Path
) -> None:
    out = tmp_path / "handed.gpkg"
    outcome = call("survey", "handover", survey, out, *signer, "--json")
    assert outcome.code == 0
    assert outcome.json["closes"]
    assert outcome.json["lost"] == 0
    seals = call("survey", "info", out, "--json").json["seals"]
    assert [each["state"] for each in seals] == ["sealed"]


def test_a_wrong_street_is_a_usage_error(call: Call, tmp_path: Path) -> None:
    outcome = call("survey", "new", tmp_path / "a.gpkg", "--street", "500112013", "--json")
    assert (outcome.code, outcome.json["error"]) == (2, "USAGE")
    assert not (tmp_path / "a.gpkg").exists()


def test_a_synced_folder_is_warned_about_beside_the_answer(call: Call, tmp_path: Path) -> None:
    folder = tmp_path / "OneDrive"
    folder.mkdir()
    outcome = call("survey", "new", folder / "a.gpkg", "--author", "王五", "--json")
    assert outcome.code == 0
    assert outcome.json == {"file": str(folder / "a.gpkg")}
    assert "OneDrive" in outcome.err
