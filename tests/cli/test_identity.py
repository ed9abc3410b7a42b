"""Keys from the command line."""

from pathlib import Path

import pytest

from tests.cli.conftest import PASSWORD, Call


@pytest.fixture
def stranger(call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    file = tmp_path / "stranger.p12"
    monkeypatch.setenv("FIELDAUDIT_PASSWORD", PASSWORD)
    assert call("identity", "new", file, "--name", "王五", "--unit", "街道").code == 0
    return file


def test_a_new_identity_shows_its_fingerprint_and_no_secret(call: Call, stranger: Path) -> None:
    shown = call("identity", "show", stranger, "--json")
    assert shown.json["name"] == "王五"
    assert len(shown.json["fingerprint"]) == 64
    assert PASSWORD not in shown.out


def test_the_founder_vouches_and_takes_it_back(
    call: Call, survey: Path, founder: tuple[str, ...], stranger: Path
) -> None:
    certificate = stranger.with_suffix(".pem")
    assert call("identity", "trust", survey, certificate, *founder, "--json").json["trusted"]
    people = call("identity", "show", survey, "--json").json
    assert {each["name"]: each["trusted"] for each in people} == {"李四": True, "王五": True}
    revoked = call("identity", "revoke", survey, certificate, *founder, "--json").json
    assert not revoked["trusted"]


def test_nobody_else_can_vouch(call: Call, survey: Path, stranger: Path) -> None:
    certificate = stranger.with_suffix(".pem")
    outcome = call("identity", "trust", survey, certificate, "--identity", stranger, "--json")
    assert (outcome.code, outcome.json["error"]) == (2, "NOT_FOUNDER")


@pytest.mark.parametrize("content", [None, b"\xff", b"no certificate"])
def test_a_bad_certificate_is_bad_input(
    call: Call, survey: Path, founder: tuple[str, ...], tmp_path: Path, content: bytes | None
) -> None:
    file = tmp_path / "bad.pem"
    if content is not None:
        file.write_bytes(content)
    assert call("identity", "trust", survey, file, *founder).code == 2


def test_without_password_and_terminal_nothing_is_made(call: Call, tmp_path: Path) -> None:
    file = tmp_path / "a.p12"
    outcome = call("identity", "new", file, "--name", "王五", "--unit", "街道", "--json")
    assert (outcome.code, outcome.json["error"]) == (2, "PASSWORD_MISSING")
    assert not file.exists()
