import ssl
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID

from fieldaudit.codes import Trouble
from fieldaudit.errors import BadInput, Code
from fieldaudit.visit.identity import Identity, create_identity
from fieldaudit.visit.identity_certificates import (
    certificates_in,
    check_chain,
    is_authority,
    issuance,
    issued_by,
    key_print,
    parsed,
    requested,
    subject_of,
)
from tests.kit.identity import BORN, PASSWORD, an_authority, an_identity, issued

NAMES = {
    NameOID.ORGANIZATION_NAME: "大竹林街道",
    NameOID.ORGANIZATIONAL_UNIT_NAME: "inspector",
    NameOID.COMMON_NAME: "张三",
}


def a_request(
    key: ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey | None = None,
    *more: x509.NameAttribute,
    **changed: Any,
) -> bytes:
    names = NAMES | {getattr(NameOID, oid): value for oid, value in changed.items()}
    parts = [x509.NameAttribute(oid, value) for oid, value in names.items() if value]
    builder = x509.CertificateSigningRequestBuilder(x509.Name([*parts, *more]))
    signed = builder.sign(key or ec.generate_private_key(ec.SECP256R1()), hashes.SHA256())
    return signed.public_bytes(Encoding.PEM)


def refused(request: bytes, *, by: Identity | None = None, years: int = 2) -> Trouble:
    office = parsed((by or an_authority()).certificate)
    with pytest.raises(BadInput) as caught:
        issuance(request, office, years=years, now=BORN)
    return caught.value.code


def test_an_authority_says_so_and_a_person_does_not() -> None:
    office = parsed(an_authority().certificate)
    limits = office.extensions.get_extension_for_class(x509.BasicConstraints)
    assert limits.critical
    assert (limits.value.ca, limits.value.path_length) == (True, 0)
    assert is_authority(office)
    assert not is_authority(parsed(an_identity().certificate))
    assert not is_authority(parsed(issued(an_identity(), an_authority())))


def test_what_is_issued_bears_the_names_and_the_key_of_the_request() -> None:
    certificate = parsed(issued(an_identity(), an_authority()))
    assert certificate.subject == parsed(an_identity().certificate).subject
    assert certificate.issuer == parsed(an_authority().certificate).subject
    assert key_print(certificate) == an_identity().fingerprint
    assert certificate.serial_number != parsed(issued(an_identity(), an_authority())).serial_number
    usage = certificate.extensions.get_extension_for_class(x509.KeyUsage).value
    assert usage.digital_signature
    assert not usage.key_cert_sign


@pytest.mark.parametrize(("years", "days"), [(1, 366), (2, 731), (4, 1462)])
def test_it_holds_for_whole_years(years: int, days: int) -> None:
    certificate = parsed(issued(an_identity(), an_authority(), years=years))
    assert certificate.not_valid_after_utc == BORN + timedelta(days=days)
    assert certificate.not_valid_before_utc <= BORN


def test_it_never_outlives_its_authority() -> None:
    certificate = parsed(issued(an_identity(), an_authority(), years=10))
    assert certificate.not_valid_after_utc == an_authority().expires


@pytest.mark.parametrize("years", [0, -1, 11])
def test_other_spans_are_refused(years: int) -> None:
    assert refused(a_request(), years=years) is Code.ISSUE_YEARS


def test_a_person_issues_nothing() -> None:
    assert refused(a_request(), by=an_identity()) is Code.NOT_AUTHORITY


@pytest.mark.parametrize(
    "names",
    [
        {"COMMON_NAME": ""},
        {"ORGANIZATION_NAME": ""},
        {"ORGANIZATIONAL_UNIT_NAME": ""},
        {"ORGANIZATION_NAME": "长" * 65},
        {"COMMON_NAME": "张三\n专班"},
        {"COMMON_NAME": "张三\u202e"},
    ],
)
def test_names_must_fit(names: dict[str, Any]) -> None:
    assert refused(a_request(**names)) is Code.IDENTITY_NAME


def test_two_names_are_none() -> None:
    second = x509.NameAttribute(NameOID.COMMON_NAME, "李四")
    assert refused(a_request(None, second)) is Code.IDENTITY_NAME


def test_the_office_grants_nobody_its_own_name_or_key() -> None:
    own = an_authority()
    names: dict[str, Any] = {"COMMON_NAME": own.name, "ORGANIZATION_NAME": own.unit}
    assert refused(a_request(ORGANIZATIONAL_UNIT_NAME=own.role, **names)) is Code.REQUEST_OWN
    assert refused(own.request().encode()) is Code.REQUEST_OWN


def test_what_is_no_request_is_refused() -> None:
    assert refused(b"no request") is Code.REQUEST_UNREADABLE
    assert refused(an_identity().certificate.encode()) is Code.REQUEST_UNREADABLE


def test_a_key_that_may_not_sign_gets_no_certificate() -> None:
    weak = rsa.generate_private_key(65537, 1024)  # noqa: S505 - that is the point
    assert refused(a_request(weak)) is Code.KEY_WEAK
    assert refused(a_request(ec.generate_private_key(ec.SECP256K1()))) is Code.KEY_KIND


@pytest.mark.parametrize("kind", ["RSA-2048", "P-384"])
def test_other_sound_keys_get_a_certificate(kind: str) -> None:
    rsa_key, curve_key = (
        rsa.generate_private_key(65537, 2048),
        ec.generate_private_key(ec.SECP384R1()),
    )
    request = a_request(rsa_key if kind == "RSA-2048" else curve_key)
    office = an_authority()
    pem = office.certify(issuance(request, parsed(office.certificate), years=2, now=BORN))
    assert issued_by(pem, office.certificate)


def test_a_request_signed_by_another_key_is_refused() -> None:
    der = bytearray(x509.load_pem_x509_csr(a_request()).public_bytes(Encoding.DER))
    place = der.index("张三".encode())
    der[place : place + 6] = "李四".encode()
    forged = x509.load_der_x509_csr(bytes(der)).public_bytes(Encoding.PEM)
    with pytest.raises(BadInput) as caught:
        requested(forged)
    assert caught.value.code is Code.REQUEST_UNREADABLE


def test_who_issued_a_certificate_is_known_by_the_signature(tmp_path: Path) -> None:
    office, person = an_authority(), an_identity()
    pem = issued(person, office)
    twin = create_identity(
        tmp_path / "twin.p12",
        name=office.name,
        role=office.role,
        unit=office.unit,
        password=PASSWORD,
        now=BORN,
        authority=True,
    )
    assert issued_by(pem, office.certificate)
    assert not issued_by(pem, twin.certificate)
    assert not issued_by(person.certificate, office.certificate)
    assert not issued_by(pem, person.certificate)
    assert not issued_by(office.certificate, office.certificate)
    assert not issued_by(pem, "no certificate")


def test_a_chain_leads_on_from_link_to_link() -> None:
    office = parsed(an_authority().certificate)
    leaf = parsed(issued(an_identity(), an_authority()))
    check_chain(leaf, [])
    check_chain(leaf, [office])
    check_chain(leaf, [office] * 5)
    for wrong in ([parsed(an_identity().certificate)], [office] * 6):
        with pytest.raises(BadInput) as caught:
            check_chain(leaf, wrong)
        assert caught.value.code is Code.CERTIFICATE_CHAIN


def test_several_certificates_lie_in_one_text() -> None:
    pems = (an_identity().certificate, an_authority().certificate)
    assert certificates_in("".join(pems)) == pems
    with pytest.raises(BadInput) as caught:
        certificates_in("none")
    assert caught.value.code is Code.CERTIFICATE_UNREADABLE


def test_a_name_is_spelled_from_unit_to_person() -> None:
    assert subject_of("a", "b", "c").rfc4514_string() == "CN=a,OU=b,O=c"


@pytest.mark.parametrize("read", [parsed, certificates_in])
def test_a_certificate_of_an_unknown_version_is_none(read: Callable[[str], object]) -> None:
    der = ssl.PEM_cert_to_DER_cert(an_identity().certificate)
    third, fourth = b"\xa0\x03\x02\x01\x02", b"\xa0\x03\x02\x01\x03"
    assert third in der
    with pytest.raises(BadInput) as caught:
        read(ssl.DER_cert_to_PEM_cert(der.replace(third, fourth)))
    assert caught.value.code is Code.CERTIFICATE_UNREADABLE
