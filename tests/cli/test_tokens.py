"""Keys on a token, from the command line."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import Call
from tests.kit.tokens import LIBRARY, PIN, WRONG, SoftToken, needs_token, soft_tokens


@pytest.fixture
def token(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SoftToken]:
    yield from soft_tokens(tmp_path, monkeypatch)


@needs_token
def test_a_key_on_a_token_is_listed_used_and_remembered(
    call: Call, token: SoftToken, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    token.make(7)
    (key,) = call("identity", "tokens", "--token", LIBRARY, "--json").json
    assert (key["key"], key["token"], key["certificates"]) == ("07", "field", [])
    monkeypatch.setenv("FIELDAUDIT_PASSWORD", PIN)
    file = tmp_path / "a.token"
    who = ("--name", "赵六", "--unit", "街道")
    used = call("identity", "use-token", file, "--token", LIBRARY, *who, "--json")
    assert used.code == 0, used.out
    assert used.json["name"] == "赵六"
    # The library is remembered: the next command does without it.
    asked = call("identity", "request", file, tmp_path / "a.csr", "--json")
    assert asked.code == 0
    assert "BEGIN CERTIFICATE REQUEST" in (tmp_path / "a.csr").read_text()
    monkeypatch.setenv("FIELDAUDIT_PASSWORD", WRONG)
    wrong = call("identity", "request", file, tmp_path / "b.csr", "--json")
    assert (wrong.code, wrong.json["error"]) == (2, "TOKEN_PIN")
    assert not (tmp_path / "b.csr").exists()


def test_without_a_library_it_is_said(call: Call) -> None:
    outcome = call("identity", "tokens", "--json")
    assert (outcome.code, outcome.json["error"]) == (2, "TOKEN_UNSET")


def test_a_library_that_is_none_is_said(call: Call, tmp_path: Path) -> None:
    pytest.importorskip("pkcs11", reason="python-pkcs11 is missing")
    outcome = call("identity", "tokens", "--token", tmp_path / "no.so", "--json")
    assert (outcome.code, outcome.json["error"]) == (3, "TOKEN_LIBRARY")
