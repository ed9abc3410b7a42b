import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from fieldaudit.codes import Trouble
from fieldaudit.errors import BadInput, Code, FieldauditError, Surroundings
from fieldaudit.visit import identity_token
from fieldaudit.visit.identity import (
    Identity,
    adopt_certificate,
    change_password,
    open_identity,
    token_identity,
    verify_signature,
)
from fieldaudit.visit.identity_certificates import issuance, parsed
from fieldaudit.visit.identity_token import TokenKey, list_token_keys, referred
from tests.kit.identity import an_authority, an_identity
from tests.kit.tokens import LIBRARY, PIN, WRONG, SoftToken, needs_token, soft_tokens

NOW = datetime(2022, 8, 1, tzinfo=UTC)


@pytest.fixture
def token(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SoftToken]:
    yield from soft_tokens(tmp_path, monkeypatch)


def used(key: TokenKey, out: Path, *, pin: str = PIN, name: str = "张三") -> Identity:
    return token_identity(
        key, out, library=LIBRARY, pin=pin, name=name, role="inspector", unit="街道", now=NOW
    )


def code_of(error: pytest.ExceptionInfo[FieldauditError]) -> Trouble:
    return error.value.code


@needs_token
@pytest.mark.parametrize("kind", ["P-256", "P-384", "RSA-2048"])
def test_a_key_on_a_token_signs_like_one_in_a_file(
    token: SoftToken, tmp_path: Path, kind: str
) -> None:
    token.make(1, kind)
    (key,) = list_token_keys(LIBRARY)
    made = used(key, tmp_path / "a.token")
    assert (made.name, made.role, made.unit, made.algorithm) == ("张三", "inspector", "街道", kind)
    again = open_identity(tmp_path / "a.token", PIN, library=LIBRARY)
    assert again == made
    assert verify_signature(again.certificate, b"seal", again.sign(b"seal"))
    assert not verify_signature(again.certificate, b"meal", again.sign(b"seal"))
    assert PIN not in (tmp_path / "a.token").read_text()


@needs_token
def test_an_office_certifies_a_key_on_a_token(token: SoftToken, tmp_path: Path) -> None:
    token.make(1)
    own = used(list_token_keys(LIBRARY)[0], tmp_path / "a.token")
    office = an_authority()
    asked = own.request().encode()
    pem = office.certify(issuance(asked, parsed(office.certificate), years=2, now=NOW))
    out = tmp_path / "b.token"
    got = adopt_certificate(
        tmp_path / "a.token", out, certificate=pem, chain=[office.certificate], password=PIN,
        now=NOW, library=LIBRARY,
    )  # fmt: skip
    assert got.chain == (office.certificate,)
    assert open_identity(out, PIN, library=LIBRARY).fingerprint == own.fingerprint


@needs_token
def test_a_token_with_a_certificate_tells_whose_without_a_pin(
    token: SoftToken, tmp_path: Path
) -> None:
    token.make(1)
    own = used(list_token_keys(LIBRARY)[0], tmp_path / "a.token", name="李四")
    token.put_certificate(1, own.certificate)
    (key,) = list_token_keys(LIBRARY)
    assert (key.name, key.algorithm, key.usable, key.token) == ("李四", "P-256", True, "field")
    assert used(key, tmp_path / "b.token", name="").name == "李四"


@needs_token
def test_of_two_keys_each_signs_for_itself(token: SoftToken, tmp_path: Path) -> None:
    token.make(1)
    token.make(2, "RSA-2048")
    made = [
        used(key, tmp_path / f"{key.key}.token", name=f"人{key.key}")
        for key in sorted(list_token_keys(LIBRARY), key=lambda each: each.key)
    ]
    assert [each.algorithm for each in made] == ["P-256", "RSA-2048"]
    for path in ("01", "02"):
        again = open_identity(tmp_path / f"{path}.token", PIN, library=LIBRARY)
        assert again.name == f"人{path}"
        assert verify_signature(again.certificate, b"a", again.sign(b"a"))


@needs_token
def test_a_certificate_of_another_key_is_found_before_anything_is_written(
    token: SoftToken, tmp_path: Path
) -> None:
    token.make(1)
    token.put_certificate(1, an_identity().certificate)
    (key,) = list_token_keys(LIBRARY)
    with pytest.raises(BadInput) as caught:
        used(key, tmp_path / "a.token")
    assert code_of(caught) is Code.TOKEN_KEY
    assert not (tmp_path / "a.token").exists()


@needs_token
def test_a_kind_that_does_not_sign_is_named(token: SoftToken, tmp_path: Path) -> None:
    token.make(1, "K-256")
    (key,) = list_token_keys(LIBRARY)
    with pytest.raises(BadInput) as caught:
        used(key, tmp_path / "a.token")
    assert code_of(caught) is Code.KEY_KIND
    assert caught.value.params["kind"] == "secp256k1"


@needs_token
def test_a_wrong_pin_is_told(token: SoftToken, tmp_path: Path) -> None:
    token.make(1)
    (key,) = list_token_keys(LIBRARY)
    used(key, tmp_path / "a.token")
    with pytest.raises(BadInput) as caught:
        open_identity(tmp_path / "a.token", WRONG, library=LIBRARY)
    assert code_of(caught) is Code.TOKEN_PIN
    assert caught.value.params == {"token": "field"}


@needs_token
def test_an_open_token_does_not_take_any_pin(token: SoftToken, tmp_path: Path) -> None:
    token.make(1)
    used(list_token_keys(LIBRARY)[0], tmp_path / "a.token")
    held = open_identity(tmp_path / "a.token", PIN, library=LIBRARY)
    with pytest.raises(BadInput):
        open_identity(tmp_path / "a.token", WRONG, library=LIBRARY)
    with pytest.raises(Surroundings) as caught:
        held.sign(b"a")
    assert code_of(caught) is Code.TOKEN_GONE


@needs_token
@pytest.mark.parametrize(
    ("flag", "code"),
    [
        ("USER_PIN_FINAL_TRY", Code.TOKEN_PIN_LAST),
        ("USER_PIN_LOCKED", Code.TOKEN_LOCKED),
        ("USER_PIN_COUNT_LOW", Code.TOKEN_PIN),
    ],
)
def test_what_a_token_says_of_its_last_try_is_passed_on(flag: str, code: Trouble) -> None:
    from pkcs11 import TokenFlag

    class Slot:
        def get_token(self) -> "Token":
            return Token()

    class Token:
        label, slot, flags = "field", Slot(), TokenFlag[flag]

    assert identity_token._wrong_pin(Token()).code is code  # type: ignore[arg-type]


@needs_token
def test_a_token_pulled_out_in_the_middle_is_told(token: SoftToken, tmp_path: Path) -> None:
    token.make(1)
    used(list_token_keys(LIBRARY)[0], tmp_path / "a.token")
    held = open_identity(tmp_path / "a.token", PIN, library=LIBRARY)
    token.pull_out()
    with pytest.raises(Surroundings) as caught:
        held.sign(b"seal")
    assert code_of(caught) is Code.TOKEN_GONE
    with pytest.raises(Surroundings) as caught:
        open_identity(tmp_path / "a.token", PIN, library=LIBRARY)
    assert code_of(caught) is Code.TOKEN_NONE


@needs_token
def test_another_token_than_the_one_meant_is_told(token: SoftToken, tmp_path: Path) -> None:
    token.make(1)
    used(list_token_keys(LIBRARY)[0], tmp_path / "a.token")
    token.pull_out()
    SoftToken(tmp_path, "other")
    with pytest.raises(Surroundings) as caught:
        open_identity(tmp_path / "a.token", PIN, library=LIBRARY)
    assert code_of(caught) is Code.TOKEN_GONE


@needs_token
def test_a_locked_identity_signs_no_more(token: SoftToken, tmp_path: Path) -> None:
    token.make(1)
    made = used(list_token_keys(LIBRARY)[0], tmp_path / "a.token")
    made.lock()
    with pytest.raises(BadInput) as caught:
        made.sign(b"a")
    assert code_of(caught) is Code.TOKEN_SHUT


@needs_token
def test_a_key_on_a_token_agrees_on_a_secret(token: SoftToken, tmp_path: Path) -> None:
    token.make(1)
    made = used(list_token_keys(LIBRARY)[0], tmp_path / "a.token")
    other = ec.generate_private_key(ec.SECP256R1())
    theirs = parsed(made.certificate).public_key()
    assert isinstance(theirs, ec.EllipticCurvePublicKey)
    assert made.agree(other.public_key()) == other.exchange(ec.ECDH(), theirs)


@needs_token
def test_a_pin_is_changed_elsewhere(token: SoftToken, tmp_path: Path) -> None:
    token.make(1)
    used(list_token_keys(LIBRARY)[0], tmp_path / "a.token")
    with pytest.raises(BadInput) as caught:
        change_password(tmp_path / "a.token", PIN, "another")
    assert code_of(caught) is Code.TOKEN_PASSWORD


def test_a_library_that_is_not_there_or_is_none_is_told(tmp_path: Path) -> None:
    pytest.importorskip("pkcs11", reason="python-pkcs11 is missing")
    (tmp_path / "text.so").write_text("no library")
    for file in (tmp_path / "missing.so", tmp_path / "text.so"):
        with pytest.raises(Surroundings) as caught:
            list_token_keys(file)
        assert code_of(caught) is Code.TOKEN_LIBRARY


def test_a_file_for_a_token_needs_the_library(tmp_path: Path) -> None:
    pem = an_identity().certificate
    said = {"kind": identity_token.KIND, "token": "t", "serial": "1", "key": "01"}
    path = tmp_path / "a.token"
    path.write_text(json.dumps({**said, "certificates": [pem]}))
    with pytest.raises(BadInput) as caught:
        open_identity(path, PIN)
    assert code_of(caught) is Code.TOKEN_UNSET


@pytest.mark.parametrize(
    "change",
    [
        {"kind": "another"},
        {"library": "evil.so"},
        {"key": "xx"},
        {"certificates": []},
        {"certificates": ["no"]},
        {"token": "a\u0007"},
        {"serial": 3},
    ],
)
def test_what_only_looks_like_a_reference_is_none(change: dict[str, object]) -> None:
    said = {"kind": identity_token.KIND, "token": "t", "serial": "1", "key": "01"}
    whole = {**said, "certificates": [an_identity().certificate]}
    assert referred(json.dumps(whole).encode()) is not None
    assert referred(json.dumps({**whole, **change}).encode()) is None
