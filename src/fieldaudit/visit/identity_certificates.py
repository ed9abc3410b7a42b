"""Certificates: make them, ask for them, issue them, and tell who issued one.

Knows no file and no password. The profile is that of RFC 5280, as far as an office needs it.
"""

import hashlib
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from functools import lru_cache

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from cryptography.x509.oid import NameOID

from fieldaudit.errors import BadInput, Code
from fieldaudit.visit.identity_keys import VerifyingKey, sound

# The clocks of field laptops disagree by hours: a key made at noon must do for 11:58.
EARLIER = timedelta(days=1)
LONGEST = 64
"""Characters of unit and role, bytes of the name (ub-common-name of X.520, as it is checked)."""
MOST_YEARS = 10
NO_CERTIFICATE = (ValueError, x509.InvalidVersion)
"""What is raised over bytes that are none."""
_MOST_CHAIN = 5
_PARTS = (NameOID.ORGANIZATION_NAME, NameOID.ORGANIZATIONAL_UNIT_NAME, NameOID.COMMON_NAME)


def subject_of(name: str, role: str, unit: str) -> x509.Name:
    """Return the name that a certificate states.

    Raises:
        BadInput: IDENTITY_NAME when a part is empty, too long or holds control characters.
    """
    lengths = (len(name.encode()), len(role), len(unit))
    printable = all(part.isprintable() for part in (name, role, unit))
    if not printable or not all(0 < length <= LONGEST for length in lengths):
        raise BadInput(Code.IDENTITY_NAME, longest=LONGEST)
    parts = zip(_PARTS, (unit, role, name), strict=True)
    return x509.Name([x509.NameAttribute(oid, value) for oid, value in parts])


def profile(
    public: VerifyingKey,
    subject: x509.Name,
    *,
    issuer: x509.Certificate | None = None,
    start: datetime,
    end: datetime,
    authority: bool = False,
) -> x509.CertificateBuilder:
    """Return a certificate that waits for its signature; without `issuer` a self-made one."""
    usage = x509.KeyUsage(
        digital_signature=True,
        content_commitment=True,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=authority,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )
    by = issuer.subject if issuer else subject
    first = start.astimezone(UTC).replace(microsecond=0)
    builder = x509.CertificateBuilder(by, subject, public, x509.random_serial_number())
    builder = builder.not_valid_before(first).not_valid_after(end.astimezone(UTC))
    depth = 0 if authority else None
    builder = builder.add_extension(x509.BasicConstraints(ca=authority, path_length=depth), True)
    builder = builder.add_extension(usage, True)
    builder = builder.add_extension(x509.SubjectKeyIdentifier.from_public_key(public), False)
    if issuer:
        key = sound(issuer.public_key())
        identifier = x509.AuthorityKeyIdentifier.from_issuer_public_key(key)
        builder = builder.add_extension(identifier, False)
    return builder


def requested(request_pem: bytes) -> x509.CertificateSigningRequest:
    """Read a request (PKCS#10, PEM) whose key has signed it.

    Raises:
        BadInput: REQUEST_UNREADABLE when it is none or its signature is wrong; KEY_WEAK or
            KEY_KIND for a key that may not sign; IDENTITY_NAME when its names are missing or
            too long.
    """
    try:
        request = x509.load_pem_x509_csr(request_pem)
        genuine = request.is_signature_valid
        sound(request.public_key())
        names = [[str(each.value) for each in request.subject.get_attributes_for_oid(oid)]
                 for oid in _PARTS]  # fmt: skip
    except (*NO_CERTIFICATE, TypeError, InvalidSignature) as error:
        raise BadInput(Code.REQUEST_UNREADABLE) from error
    if not genuine:
        raise BadInput(Code.REQUEST_UNREADABLE)
    if any(len(values) != 1 for values in names):
        raise BadInput(Code.IDENTITY_NAME, longest=LONGEST)
    unit, role, name = (values[0] for values in names)
    subject_of(name, role, unit)
    return request


def issuance(
    request_pem: bytes, authority: x509.Certificate, *, years: int, now: datetime
) -> x509.CertificateBuilder:
    """Return what an authority signs for a request; only its key and its names are taken over.

    The certificate ends no later than that of the authority.

    Raises:
        BadInput: NOT_AUTHORITY, ISSUE_YEARS, or what is wrong with the request.
    """
    if not is_authority(authority):
        raise BadInput(Code.NOT_AUTHORITY, name=name_part(authority, NameOID.COMMON_NAME))
    if not 1 <= years <= MOST_YEARS:
        raise BadInput(Code.ISSUE_YEARS, most=MOST_YEARS)
    request = requested(request_pem)
    values = {oid: request.subject.get_attributes_for_oid(oid)[0].value for oid in _PARTS}
    name, role = str(values[NameOID.COMMON_NAME]), str(values[NameOID.ORGANIZATIONAL_UNIT_NAME])
    subject = subject_of(name, role, str(values[NameOID.ORGANIZATION_NAME]))
    public = sound(request.public_key())
    # A name or a key of the authority's own would make a second authority of an inspector.
    if subject == authority.subject or public == authority.public_key():
        raise BadInput(Code.REQUEST_OWN)
    end = min(now + timedelta(days=365 * years + years // 4 + 1), authority.not_valid_after_utc)
    start = max(now - EARLIER, authority.not_valid_before_utc)
    return profile(public, subject, issuer=authority, start=start, end=end)


def is_authority(certificate: x509.Certificate) -> bool:
    """Tell whether a certificate is self-made and may issue others (CA:TRUE, keyCertSign)."""
    try:
        limits = certificate.extensions.get_extension_for_class(x509.BasicConstraints).value
        usage = certificate.extensions.get_extension_for_class(x509.KeyUsage).value
    except (x509.ExtensionNotFound, x509.DuplicateExtension, ValueError):
        return False
    return limits.ca and usage.key_cert_sign and _made_by(certificate, certificate)


@lru_cache(maxsize=4096)
def issued_by(certificate_pem: str, authority_pem: str) -> bool:
    """Tell whether an office authority issued a person's certificate, within its own validity."""
    try:
        certificate, authority = parsed(certificate_pem), parsed(authority_pem)
        limits = certificate.extensions.get_extension_for_class(x509.BasicConstraints).value
    except (BadInput, ValueError, x509.ExtensionNotFound, x509.DuplicateExtension):
        return False
    if limits.ca or not is_authority(authority):
        return False
    within = (
        certificate.not_valid_before_utc >= authority.not_valid_before_utc
        and certificate.not_valid_after_utc <= authority.not_valid_after_utc
    )
    return within and _made_by(certificate, authority)


def check_chain(certificate: x509.Certificate, chain: Sequence[x509.Certificate]) -> None:
    """Raise BadInput CERTIFICATE_CHAIN unless each certificate was issued by the next one."""
    links = [certificate, *chain]
    if len(chain) > _MOST_CHAIN:
        raise BadInput(Code.CERTIFICATE_CHAIN)
    for one, issuer in zip(links, chain, strict=False):
        if not _made_by(one, issuer):
            raise BadInput(Code.CERTIFICATE_CHAIN)


def may_sign(certificate: x509.Certificate) -> bool:
    """Tell whether a certificate allows its key to sign documents (RFC 5280, 4.2.1.3)."""
    try:
        usage = certificate.extensions.get_extension_for_class(x509.KeyUsage).value
    except x509.ExtensionNotFound:
        return True
    except (x509.DuplicateExtension, ValueError):
        return False
    return usage.digital_signature or usage.content_commitment


def name_part(certificate: x509.Certificate, oid: x509.ObjectIdentifier) -> str:
    """Return one part of the name that a certificate states; empty without it."""
    found = certificate.subject.get_attributes_for_oid(oid)
    return str(found[0].value) if found else ""


def key_print(certificate: x509.Certificate) -> str:
    """Return the SHA-256 of a certificate's key (DER SubjectPublicKeyInfo), hex."""
    key = certificate.public_key()
    der = key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    return hashlib.sha256(der).hexdigest()


def parsed(certificate_pem: str) -> x509.Certificate:
    """Read a certificate (PEM); raise BadInput CERTIFICATE_UNREADABLE when it is none."""
    try:
        return x509.load_pem_x509_certificate(certificate_pem.encode())
    except NO_CERTIFICATE as error:
        raise BadInput(Code.CERTIFICATE_UNREADABLE) from error


def certificates_in(text: str) -> tuple[str, ...]:
    """Return each certificate (PEM) of a text; raise BadInput when there is none or a bad one."""
    try:
        return tuple(map(spelled, x509.load_pem_x509_certificates(text.encode())))
    except NO_CERTIFICATE as error:
        raise BadInput(Code.CERTIFICATE_UNREADABLE) from error


def spelled(certificate: x509.Certificate) -> str:
    """Return a certificate as PEM."""
    return certificate.public_bytes(Encoding.PEM).decode("ascii")


def _made_by(certificate: x509.Certificate, issuer: x509.Certificate) -> bool:
    try:
        certificate.verify_directly_issued_by(issuer)
    except (ValueError, TypeError, InvalidSignature):
        return False
    return True
