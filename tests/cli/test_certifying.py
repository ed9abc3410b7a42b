"""Certificates, next keys and trust lists from the command line."""

import json
import sys
from pathlib import Path

import pytest

from fieldaudit.cli import persons
from fieldaudit.errors import BadInput, Code
from tests.cli.conftest import PASSWORD, Call

WHO = ("--name", "王五", "--unit", "街道")


@pytest.fixture
def key(call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("FIELDAUDIT_PASSWORD", PASSWORD)
    assert call("identity", "new", tmp_path / "key.p12", *WHO).code == 0
    return tmp_path / "key.p12"


@pytest.fixture
def office(call: Call, key: Path) -> Path:
    file = key.with_name("office.p12")
    who = ("--name", "专班", "--role", "office", "--unit", "专班", "--authority")
    assert call("identity", "new", file, *who, "--json").json["authority"]
    return file


def test_from_a_request_to_a_certified_identity(call: Call, key: Path, office: Path) -> None:
    asked, pem = key.with_suffix(".csr"), key.with_name("issued.pem")
    assert call("identity", "request", key, asked, "--json").json == {"file": str(asked)}
    issued = call("identity", "issue", asked, pem, "--as", office, "--years", 3, "--json").json
    assert issued["name"] == "王五"
    chain = ("--chain", office.with_suffix(".pem"))
    made = call("identity", "import", key, pem, *chain, "--json").json
    assert made["fingerprint"] == issued["fingerprint"]
    assert made["chain"] == [office.with_suffix(".pem").read_text("ascii")]
    shown = call("identity", "show", key.with_name("key-issued.p12"), "--json").json
    assert shown["certificate"] == pem.read_text("ascii")


def test_another_keys_certificate_is_refused(call: Call, key: Path, office: Path) -> None:
    outcome = call("identity", "import", key, office.with_suffix(".pem"), "--json")
    assert (outcome.code, outcome.json["error"]) == (2, "CERTIFICATE_OTHER_KEY")


@pytest.mark.parametrize("years", ["0", "11", "x"])
def test_odd_years_are_a_wrong_usage(call: Call, key: Path, years: str) -> None:
    outcome = call("identity", "issue", key, "a.pem", "--as", key, "--years", years, "--json")
    assert (outcome.code, outcome.json["error"]) == (2, "USAGE")


def test_a_person_issues_nothing(call: Call, key: Path) -> None:
    asked = key.with_suffix(".csr")
    call("identity", "request", key, asked)
    outcome = call("identity", "issue", asked, key.with_name("a.pem"), "--as", key, "--json")
    assert (outcome.code, outcome.json["error"]) == (2, "NOT_AUTHORITY")


def test_a_next_key_is_told_to_the_survey(call: Call, key: Path, survey: Path) -> None:
    out = key.with_name("next.p12")
    made = call("identity", "rotate", key, out, "--survey", survey, "--json").json
    assert (made["name"], made["trusted"]) == ("王五", False)
    assert call("identity", "show", out, "--json").json["fingerprint"] == made["fingerprint"]


def test_a_password_is_changed(call: Call, key: Path, tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.txt"
    fresh.write_text("another\n", "utf-8")
    told = call("identity", "change-password", key, "--new-password-file", fresh, "--json")
    assert told.json == {"file": str(key)}
    asked = ("identity", "request", key, key.with_suffix(".csr"))
    assert call(*asked, "--json").json["error"] == "IDENTITY_PASSWORD"
    assert call(*asked, "--password-file", fresh).code == 0


def test_a_new_password_is_needed(call: Call, key: Path) -> None:
    outcome = call("identity", "change-password", key, "--json")
    assert (outcome.code, outcome.json["error"]) == (2, "NEW_PASSWORD_MISSING")


def test_a_new_password_is_asked_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def prompt(text: str, **how: object) -> str:
        asked.append((text, how["hide_input"], how["confirmation_prompt"]))
        return "another"

    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    monkeypatch.setattr("click.prompt", prompt)
    assert persons.new_password_from(None, Path("a/me.p12")) == "another"
    assert asked == [("me.p12", True, True)]
    monkeypatch.setattr(sys.stdin, "isatty", lambda: False)
    with pytest.raises(BadInput) as caught:
        persons.new_password_from(None, Path("a/me.p12"))
    assert caught.value.code is Code.NEW_PASSWORD_MISSING


def test_wrong_passwords_have_to_wait(
    call: Call, key: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = ("identity", "request", key, key.with_suffix(".csr"), "--json")
    monkeypatch.setenv("FIELDAUDIT_PASSWORD", "wrong")
    errors = [call(*asked).json["error"] for _ in range(3)]
    assert errors == ["IDENTITY_PASSWORD", "IDENTITY_PASSWORD", "IDENTITY_WAIT"]
    monkeypatch.setenv("FIELDAUDIT_PASSWORD", PASSWORD)
    assert "秒后再试" in call(*asked).json["message"]


def test_a_trust_list_makes_signers_known_and_unknown(
    call: Call, folder: Path, survey: Path, signer: tuple[str, ...]
) -> None:
    out, package = folder / "list.json", folder / "a.pdf"
    listed = call("identity", "trustlist", out, "--survey", survey, *signer, "--json").json
    assert [(each["name"], each["state"]) for each in listed] == [("李四", "trusted")]
    written = json.loads(out.read_text("utf-8"))
    assert written["people"] == listed
    package.write_bytes(b"%PDF-1.7 no package")
    verify = ("package", "verify", package)
    known = call(*verify, "--trustlist", out, "--authority", folder / "founder.pem")
    assert (known.code, known.err) == (1, "")
    unknown = call(*verify, "--trustlist", out)
    assert unknown.code == 1
    assert "--authority" in unknown.err
    assert call(*verify, "--authority", folder / "founder.pem").code == 2
    out.write_text(out.read_text("utf-8").replace("李四", "王五"), "utf-8")
    outcome = call(*verify, "--trustlist", out, "--json")
    assert (outcome.code, outcome.json["error"]) == (2, "TRUSTLIST_BROKEN")
