from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12
from cryptography.x509.oid import NameOID

from fieldaudit.errors import BadInput, Code
from fieldaudit.visit.identity import Identity, open_identity, take_over, verify_signature
from fieldaudit.visit.identity_certificates import parsed, profile, subject_of
from fieldaudit.visit.identity_file import load, on_token
from tests.kit.identity import BORN, PASSWORD, an_authority

NOW = datetime(2022, 8, 1, tzinfo=UTC)
KEYS: dict[str, Any] = {
    "RSA-2048": rsa.generate_private_key(65537, 2048),
    "P-384": ec.generate_private_key(ec.SECP384R1()),
}


def a_foreign_file(
    path: Path,
    key: Any = None,
    *,
    start: datetime = BORN,
    usage: x509.KeyUsage | None = None,
    name: str = "张三",
    above: Identity | None = None,
) -> Path:
    """Write a PKCS#12 file as a public certification authority might have made it."""
    key = key or KEYS["RSA-2048"]
    parts = [x509.NameAttribute(NameOID.COMMON_NAME, name)] if name else []
    subject = x509.Name(parts)
    office = above or an_authority()
    issuer = parsed(office.certificate)
    builder = x509.CertificateBuilder(issuer.subject, subject, key.public_key(), 4711)
    builder = builder.not_valid_before(start).not_valid_after(start + timedelta(days=500))
    limits = x509.BasicConstraints(ca=False, path_length=None)
    builder = builder.add_extension(limits, True)
    if usage:
        builder = builder.add_extension(usage, True)
    pem = office.certify(builder)
    lock = BestAvailableEncryption(PASSWORD.encode())
    data = pkcs12.serialize_key_and_certificates(b"a", key, parsed(pem), [issuer], lock)
    path.write_bytes(data)
    return path


def taken(path: Path) -> Identity:
    return take_over(path, path.with_name("own.p12"), password=PASSWORD, now=NOW)


@pytest.mark.parametrize("kind", KEYS)
def test_a_file_of_another_issuer_is_taken_over(tmp_path: Path, kind: str) -> None:
    made = taken(a_foreign_file(tmp_path / "ca.p12", KEYS[kind]))
    assert (made.name, made.unit, made.algorithm) == ("张三", "", kind)
    assert made.chain == (an_authority().certificate,)
    again = open_identity(tmp_path / "own.p12", PASSWORD)
    assert again == made
    assert verify_signature(again.certificate, b"a", again.sign(b"a"))


def no_signing() -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=False,
        content_commitment=False,
        key_encipherment=True,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"key": rsa.generate_private_key(65537, 1024)}, Code.KEY_WEAK),  # noqa: S505
        ({"key": ed25519.Ed25519PrivateKey.generate()}, Code.KEY_KIND),
        ({"usage": no_signing()}, Code.CERTIFICATE_USAGE),
        ({"start": NOW + timedelta(days=30)}, Code.IDENTITY_EARLY),
        ({"start": NOW - timedelta(days=600)}, Code.IDENTITY_EXPIRED),
        ({"name": ""}, Code.IDENTITY_NAMELESS),
    ],
)
def test_what_is_no_good_for_signing_is_refused(
    tmp_path: Path, change: dict[str, Any], code: Code
) -> None:
    file = a_foreign_file(tmp_path / "ca.p12", **change)
    with pytest.raises(BadInput) as caught:
        taken(file)
    assert caught.value.code is code
    assert not (tmp_path / "own.p12").exists()


def test_issuers_are_put_in_order(tmp_path: Path) -> None:
    now = datetime.now(UTC)
    keys = [ec.generate_private_key(ec.SECP256R1()) for _ in range(3)]
    names = [subject_of(name, "a", "b") for name in ("person", "middle", "root")]
    certificates: list[x509.Certificate] = []
    for place in (2, 1, 0):
        above = certificates[-1] if certificates else None
        builder = profile(
            keys[place].public_key(), names[place], issuer=above, start=now,
            end=now + timedelta(days=9), authority=place > 0,
        )  # fmt: skip
        certificates.append(builder.sign(keys[min(place + 1, 2)], hashes.SHA256()))
    root, middle, person = certificates
    lock = BestAvailableEncryption(PASSWORD.encode())
    data = pkcs12.serialize_key_and_certificates(b"a", keys[0], person, [root, middle], lock)
    (tmp_path / "a.p12").write_bytes(data)
    assert load(tmp_path / "a.p12", PASSWORD)[1] == [person, middle, root]


def test_a_file_with_a_key_stands_for_no_token(tmp_path: Path) -> None:
    assert not on_token(a_foreign_file(tmp_path / "ca.p12"))
    assert not on_token(tmp_path / "missing.p12")
