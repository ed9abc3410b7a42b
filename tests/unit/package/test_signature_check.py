from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa

from fieldaudit.errors import Code
from fieldaudit.package.build import build_package
from fieldaudit.package.signature_check import KeysKnown
from fieldaudit.package.verdict import Outcome, PackageVerdict
from fieldaudit.package.verify import verify_package
from fieldaudit.visit.identity import Identity, _identity
from fieldaudit.visit.identity_certificates import parsed, profile, subject_of
from tests.kit.content import a_package
from tests.kit.identity import BORN, an_authority, an_identity, issued
from tests.unit.visit.test_identity_file import no_signing

NOW = datetime(2022, 8, 1, tzinfo=UTC)
SUBJECT = subject_of("张三", "inspector", "街道")


def self_made(bits: int, usage: x509.KeyUsage | None = None) -> Identity:
    """Return an identity that this program would not make."""
    key = rsa.generate_private_key(65537, bits)
    builder = x509.CertificateBuilder(SUBJECT, SUBJECT, key.public_key(), 4711)
    builder = builder.not_valid_before(BORN - timedelta(days=1))
    builder = builder.not_valid_after(BORN + timedelta(days=900))
    if usage:
        builder = builder.add_extension(usage, True)
    return _identity(key, [builder.sign(key, hashes.SHA256())])


def judged(folder: Path, identity: Identity, **known: Any) -> PackageVerdict:
    out = folder / "a.pdf"
    build_package(a_package(), out, identity=identity)
    told = {"trusted": {identity.fingerprint}, **known}
    return verify_package(out, now=NOW, **told)


def test_an_rsa_key_signs_a_genuine_package(tmp_path: Path) -> None:
    verdict = judged(tmp_path, self_made(3072))
    assert verdict.outcome is Outcome.GENUINE
    assert verdict.signers[0].algorithm == "RSA-3072"


def test_a_weak_key_is_told_by_its_kind(tmp_path: Path) -> None:
    verdict = judged(tmp_path, self_made(1024))
    assert verdict.outcome is Outcome.UNSUITABLE
    assert [each.code for each in verdict.details] == [Code.SIGNER_WEAK]
    assert verdict.details[0].params["kind"] == "RSA-1024"


def test_a_certificate_for_another_purpose_is_told(tmp_path: Path) -> None:
    verdict = judged(tmp_path, self_made(2048, no_signing()))
    assert verdict.outcome is Outcome.UNSUITABLE
    assert [each.code for each in verdict.details] == [Code.SIGNER_USAGE]


def certified(person: Identity, office: Identity) -> Identity:
    links = [parsed(issued(person, office)), parsed(office.certificate)]
    return _identity(person._key, links)


def test_whom_a_known_office_certified_is_known(tmp_path: Path) -> None:
    office = an_authority()
    signer = certified(an_identity(), office)
    verdict = judged(tmp_path, signer, trusted=(), authorities={office.fingerprint})
    assert verdict.outcome is Outcome.GENUINE
    assert verdict.signers[0].issuer == office.name
    again = verify_package(tmp_path / "a.pdf", trusted=(), now=NOW)
    assert again.outcome is Outcome.GENUINE_UNKNOWN_SIGNER


def test_a_trusted_person_makes_nobody_else_trusted(tmp_path: Path) -> None:
    """A key that is trusted to sign, put into a certificate that may issue, issues nothing."""
    trusted = an_identity()
    names = subject_of(trusted.name, trusted.role, trusted.unit)
    public = parsed(trusted.certificate).public_key()
    builder = profile(public, names, start=BORN, end=BORN + timedelta(days=9), authority=True)  # type: ignore[arg-type]
    forged = builder.sign(trusted._key, hashes.SHA256())
    key = rsa.generate_private_key(65537, 2048)
    mayor = profile(key.public_key(), SUBJECT, issuer=forged, start=BORN, end=NOW + timedelta(9))
    signer = _identity(key, [mayor.sign(trusted._key, hashes.SHA256()), forged])
    verdict = judged(tmp_path, signer, trusted={trusted.fingerprint})
    assert verdict.outcome is Outcome.GENUINE_UNKNOWN_SIGNER


def test_with_its_office_revoked_a_person_is_revoked(tmp_path: Path) -> None:
    office = an_authority()
    signer = certified(an_identity(), office)
    gone = {office.fingerprint: "2022-07-30T00:00:00+08:00"}
    verdict = judged(tmp_path, signer, authorities={office.fingerprint}, revoked=gone)
    assert verdict.outcome is Outcome.REVOKED


@pytest.mark.parametrize("place", ["certificate", "chain"])
def test_a_changed_byte_of_a_chain_is_found(tmp_path: Path, place: str) -> None:
    office = an_authority()
    signer = certified(an_identity(), office)
    judged(tmp_path, signer)
    data = (tmp_path / "a.pdf").read_bytes()
    pem = signer.certificate if place == "certificate" else office.certificate
    tail = parsed(pem).signature[-8:].hex().encode()
    at = data.lower().index(tail)
    (tmp_path / "a.pdf").write_bytes(data[:at] + data[at : at + 16][::-1] + data[at + 16 :])
    verdict = verify_package(
        tmp_path / "a.pdf", trusted={signer.fingerprint}, now=NOW, authorities=()
    )
    assert verdict.outcome is Outcome.CHANGED


def test_known_keys_answer_by_themselves() -> None:
    known = KeysKnown(frozenset({"a"}), {"b": "2022"}, frozenset(), NOW)
    assert known.now == NOW
