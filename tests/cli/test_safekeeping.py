"""What is left of a damaged survey, and photos whose time is over, from the command line."""

from pathlib import Path

from tests.cli.conftest import VISIT, Call
from tests.kit.photos import a_photo


def test_a_whole_survey_is_rescued_without_a_loss(call: Call, survey: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.gpkg"
    outcome = call("survey", "rescue", survey, out, "--json")
    assert (outcome.code, outcome.json["losses"]) == (0, [])
    states = {call("survey", "info", each, "--json").json["state"] for each in (survey, out)}
    assert len(states) == 1


def test_a_damaged_survey_leads_to_its_rescue(call: Call, survey: Path, tmp_path: Path) -> None:
    survey.write_bytes(survey.read_bytes()[:-60_000])
    checked = call("survey", "check", survey)
    assert checked.code == 1
    assert "survey rescue" in checked.out
    outcome = call("survey", "rescue", survey, tmp_path / "out.gpkg", "--json")
    assert outcome.code in (0, 1)
    assert outcome.json["revisions"] > 0
    assert call("survey", "rescue", survey, tmp_path / "out.gpkg").code == 2


def test_photos_are_purged_and_told_of(call: Call, survey: Path, tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(a_photo())
    assert call("photo", "add", survey, VISIT, tmp_path / "a.jpg", "--author", "张三").code < 2
    words = ("--before", "2100-01-01", "--reason", "期满", "--author", "李四")
    outcome = call("survey", "purge", survey, *words, "--json")
    assert outcome.code == 0
    assert (outcome.json["photos"], outcome.json["originals"]) == (1, 1)
    checked = call("survey", "check", survey)
    assert checked.code == 0
    assert "期满" in checked.out
    assert call("photo", "check", survey).code == 0


def test_a_purge_needs_a_reason(call: Call, survey: Path) -> None:
    assert call("survey", "purge", survey, "--before", "2100-01-01").code == 2


def test_an_encrypted_handover_is_opened_by_its_recipient(
    call: Call, survey: Path, signer: tuple[str, ...], tmp_path: Path
) -> None:
    certificate = next(survey.parent.rglob("*.pem"), None)
    if certificate is None:
        shown = call("identity", "show", signer[1], "--json").json
        certificate = tmp_path / "office.pem"
        certificate.write_text(shown["certificate"])
    out = tmp_path / "out.enc"
    words = ("--encrypt-to", certificate, "--json")
    assert call("survey", "handover", survey, out, *words, *signer).json["closes"]
    target = tmp_path / "open.gpkg"
    assert call("survey", "open", out, target, *signer).code == 0
    states = {call("survey", "info", each, "--json").json["state"] for each in (survey, target)}
    assert len(states) == 1
    merged = call("merge", survey, out, *signer, "--json")
    assert (merged.code, merged.json["new"]) == (0, 0)
    assert call("merge", survey, out, "--json").json["error"] == "ENVELOPE_CLOSED"
