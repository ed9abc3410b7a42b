from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import NoEncryption, pkcs12

from fieldaudit.errors import BadInput, Code
from fieldaudit.visit.identity import (
    Identity,
    adopt_certificate,
    change_password,
    create_identity,
    fingerprint_of,
    open_identity,
    verify_signature,
)
from tests.kit.identity import BORN, PASSWORD, an_authority, an_identity, issued


def make(path: Path, **changes: str) -> Identity:
    parts: dict[str, Any] = {
        "name": "张三",
        "role": "街道巡查员",
        "unit": "大竹林街道",
        "password": PASSWORD,
    }
    return create_identity(path, **{**parts, **changes}, now=BORN)


def test_what_is_written_is_what_is_opened(tmp_path: Path) -> None:
    made = make(tmp_path / "me.p12")
    opened = open_identity(tmp_path / "me.p12", PASSWORD)
    assert opened == made
    assert (opened.name, opened.role, opened.unit) == ("张三", "街道巡查员", "大竹林街道")
    assert verify_signature(made.certificate, b"data", opened.sign(b"data"))


def test_the_certificate_says_what_it_is_for() -> None:
    identity = an_identity()
    certificate = x509.load_pem_x509_certificate(identity.certificate.encode())
    assert certificate.subject.rfc4514_string() == "CN=张三,OU=街道巡查员,O=大竹林街道"
    usage = certificate.extensions.get_extension_for_class(x509.KeyUsage)
    assert usage.critical
    assert usage.value.digital_signature
    assert usage.value.content_commitment
    assert not usage.value.key_cert_sign
    assert isinstance(certificate.public_key(), ec.EllipticCurvePublicKey)
    assert timedelta(days=5 * 365) <= identity.expires - BORN < timedelta(days=5 * 366)
    assert certificate.not_valid_before_utc < BORN


def test_the_fingerprint_is_that_of_the_key() -> None:
    identity = an_identity()
    assert fingerprint_of(identity.certificate) == identity.fingerprint
    assert len(identity.fingerprint) == 64
    assert an_identity("李四").fingerprint != identity.fingerprint


def test_an_identity_shows_no_key() -> None:
    shown = repr(an_identity())
    assert "_key" not in shown
    assert "PrivateKey" not in shown


def test_an_existing_file_is_not_overwritten(tmp_path: Path) -> None:
    make(tmp_path / "me.p12")
    before = (tmp_path / "me.p12").read_bytes()
    with pytest.raises(BadInput) as caught:
        make(tmp_path / "me.p12", name="李四")
    assert caught.value.code is Code.FILE_EXISTS
    assert (tmp_path / "me.p12").read_bytes() == before


@pytest.mark.parametrize(
    "changes", [{"name": ""}, {"role": ""}, {"unit": "长" * 65}, {"name": "长" * 22}]
)
def test_a_name_must_fit(tmp_path: Path, changes: dict[str, str]) -> None:
    with pytest.raises(BadInput) as caught:
        make(tmp_path / "me.p12", **changes)
    assert caught.value.code is Code.IDENTITY_NAME


def test_a_password_is_needed(tmp_path: Path) -> None:
    with pytest.raises(BadInput) as caught:
        make(tmp_path / "me.p12", password="")
    assert caught.value.code is Code.IDENTITY_PASSWORD_EMPTY


def test_a_wrong_password_is_named(tmp_path: Path) -> None:
    make(tmp_path / "me.p12")
    with pytest.raises(BadInput) as caught:
        open_identity(tmp_path / "me.p12", "wrong")
    assert caught.value.code is Code.IDENTITY_PASSWORD


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadInput) as caught:
        open_identity(tmp_path / "none.p12", PASSWORD)
    assert caught.value.code is Code.FILE_NOT_FOUND


@pytest.mark.parametrize("damage", [b"", b"not at all", bytes(200), bytes((1 << 20) + 1)])
def test_a_damaged_file_is_named(tmp_path: Path, damage: bytes) -> None:
    (tmp_path / "me.p12").write_bytes(damage)
    with pytest.raises(BadInput) as caught:
        open_identity(tmp_path / "me.p12", PASSWORD)
    assert caught.value.code is Code.IDENTITY_UNREADABLE


def test_a_cut_file_is_refused(tmp_path: Path) -> None:
    make(tmp_path / "me.p12")
    whole = (tmp_path / "me.p12").read_bytes()
    for length in range(0, len(whole), 40):
        (tmp_path / "cut.p12").write_bytes(whole[:length])
        with pytest.raises(BadInput):
            open_identity(tmp_path / "cut.p12", PASSWORD)


@pytest.mark.parametrize(
    "key", [rsa.generate_private_key(65537, 2048), ec.generate_private_key(ec.SECP384R1())]
)
def test_another_kind_of_key_is_refused(tmp_path: Path, key: rsa.RSAPrivateKey) -> None:
    locked = pkcs12.serialize_key_and_certificates(b"x", key, None, None, NoEncryption())
    (tmp_path / "me.p12").write_bytes(locked)
    with pytest.raises(BadInput) as caught:
        open_identity(tmp_path / "me.p12", "")
    assert caught.value.code is Code.IDENTITY_UNREADABLE


def test_a_signature_holds_for_its_data_alone() -> None:
    identity, other = an_identity(), an_identity("李四")
    signature = identity.sign(b"data")
    assert not verify_signature(identity.certificate, b"Data", signature)
    assert not verify_signature(identity.certificate, b"data", signature[:-1])
    assert not verify_signature(identity.certificate, b"data", b"")
    assert not verify_signature(other.certificate, b"data", signature)


def test_a_text_that_is_no_certificate_is_named() -> None:
    with pytest.raises(BadInput) as caught:
        verify_signature("no certificate", b"data", b"")
    assert caught.value.code is Code.CERTIFICATE_UNREADABLE
    with pytest.raises(BadInput):
        fingerprint_of("")


def test_a_certificate_begins_before_its_making(tmp_path: Path) -> None:
    late = datetime(2024, 2, 29, 23, 59, tzinfo=UTC)
    made = create_identity(tmp_path / "a.p12", name="a", role="b", unit="c", password="d", now=late)
    assert made.expires > late


def test_long_units_are_kept(tmp_path: Path) -> None:
    unit = "中国铁塔股份有限公司重庆市分公司两江新区区域管理中心"
    made = make(tmp_path / "me.p12", unit=unit, name="长" * 21)
    assert open_identity(tmp_path / "me.p12", PASSWORD).unit == made.unit == unit


def test_an_issued_certificate_takes_the_place_of_the_self_made_one(tmp_path: Path) -> None:
    made, office = make(tmp_path / "me.p12"), an_authority()
    pem = issued(made, office)
    adopted = adopt(tmp_path, pem, [office.certificate])
    opened = open_identity(tmp_path / "new.p12", PASSWORD)
    assert opened == adopted
    assert (opened.certificate, opened.chain) == (pem, (office.certificate,))
    assert opened.fingerprint == made.fingerprint
    assert verify_signature(made.certificate, b"data", opened.sign(b"data"))
    assert open_identity(tmp_path / "me.p12", PASSWORD) == made


def adopt(folder: Path, pem: str, chain: list[str], now: datetime = BORN) -> Identity:
    return adopt_certificate(
        folder / "me.p12",
        folder / "new.p12",
        certificate=pem,
        chain=chain,
        password=PASSWORD,
        now=now,
    )


def test_certificates_that_do_not_fit_are_refused(tmp_path: Path) -> None:
    made, office = make(tmp_path / "me.p12"), an_authority()
    pem = issued(made, office)
    late = BORN + timedelta(days=1000)
    for told, code in (
        ((issued(an_identity(), office), []), Code.CERTIFICATE_OTHER_KEY),
        ((pem, [an_identity().certificate]), Code.CERTIFICATE_CHAIN),
        (("none", []), Code.CERTIFICATE_UNREADABLE),
        ((pem, [], late), Code.IDENTITY_EXPIRED),
    ):
        with pytest.raises(BadInput) as caught:
            adopt(tmp_path, *told)
        assert caught.value.code is code
    assert not (tmp_path / "new.p12").exists()


def test_another_password_opens_the_same_identity(tmp_path: Path) -> None:
    made = make(tmp_path / "me.p12")
    change_password(tmp_path / "me.p12", PASSWORD, "another")
    assert open_identity(tmp_path / "me.p12", "another") == made
    for old, new, code in (
        (PASSWORD, "x", Code.IDENTITY_PASSWORD),
        ("another", "", Code.IDENTITY_PASSWORD_EMPTY),
    ):
        with pytest.raises(BadInput) as caught:
            change_password(tmp_path / "me.p12", old, new)
        assert caught.value.code is code
    assert open_identity(tmp_path / "me.p12", "another") == made
    assert [each.name for each in tmp_path.iterdir()] == ["me.p12"]


def test_an_authority_is_one_after_opening_too(tmp_path: Path) -> None:
    path = tmp_path / "office.p12"
    create_identity(
        path, name="专班", role="office", unit="专班", password="x", now=BORN, authority=True
    )
    assert open_identity(path, "x").authority
    assert not an_identity().authority
