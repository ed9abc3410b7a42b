"""A person's signing identity: a P-256 key with a self-made certificate in a PKCS#12 file.

Such a certificate proves that two signatures come from the same key and that nothing was
changed since. Who holds the key is for the survey's founder to vouch for.
"""

import os
import secrets
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    pkcs12,
)
from cryptography.x509.oid import NameOID

from fieldaudit.errors import BadInput, Code
from fieldaudit.visit.identity_certificates import (
    EARLIER,
    check_chain,
    is_authority,
    key_print,
    name_part,
    parsed,
    profile,
    spelled,
    subject_of,
)
from fieldaudit.visit.newfile import new_file

_LIFE = timedelta(days=5 * 365 + 1)
_LARGEST = 1 << 20


@dataclass(frozen=True, slots=True)
class Identity:
    """An opened identity; it can sign, and gives its key to nobody."""

    name: str
    """Name of the person (CN)."""

    role: str
    """Their role (OU)."""

    unit: str
    """Their unit (O)."""

    certificate: str
    """PEM."""

    fingerprint: str
    """SHA-256 of the DER SubjectPublicKeyInfo, hex."""

    expires: datetime
    """End of the certificate's validity, UTC."""

    chain: tuple[str, ...]
    """Certificates of those who issued it, PEM, nearest first; empty for a self-made one."""

    authority: bool
    """Whether it may issue certificates for others."""

    _key: ec.EllipticCurvePrivateKey = field(repr=False, compare=False)

    def sign(self, data: bytes) -> bytes:
        """Return the ECDSA signature over the SHA-256 of `data`, DER."""
        return self._key.sign(data, ec.ECDSA(hashes.SHA256()))

    def request(self) -> str:
        """Return a request (PKCS#10, PEM) for a certificate of the same key and name."""
        builder = x509.CertificateSigningRequestBuilder(parsed(self.certificate).subject)
        signed = builder.sign(self._key, hashes.SHA256())
        return signed.public_bytes(Encoding.PEM).decode("ascii")

    def certify(self, builder: x509.CertificateBuilder) -> str:
        """Sign a certificate for somebody else; return it as PEM."""
        return spelled(builder.sign(self._key, hashes.SHA256()))

    def agree(self, other: ec.EllipticCurvePublicKey) -> bytes:
        """Return the secret shared with the holder of another key (ECDH), not yet a key itself."""
        return self._key.exchange(ec.ECDH(), other)


def create_identity(
    path: Path,
    *,
    name: str,
    role: str,
    unit: str,
    password: str,
    now: datetime,
    authority: bool = False,
) -> Identity:
    """Make a key and its certificate, and write both to the new file `path`.

    The key of an `authority` may issue certificates for persons, not for other authorities.

    Raises:
        BadInput: a part of the name is empty or too long, the password is empty, or the
            file exists.
        Surroundings: the disk is full or the folder cannot be written to.
    """
    subject = subject_of(name, role, unit)
    _check_password(password)
    key = ec.generate_private_key(ec.SECP256R1())
    builder = profile(
        key.public_key(), subject, start=now - EARLIER, end=now + _LIFE, authority=authority
    )
    certificate = builder.sign(key, hashes.SHA256())
    with new_file(path) as draft:
        draft.write_bytes(_locked(key, [certificate], password))
    return _identity(key, [certificate])


def open_identity(path: Path, password: str) -> Identity:
    """Read the identity in the file `path`.

    Raises:
        BadInput: FILE_NOT_FOUND, IDENTITY_PASSWORD, or IDENTITY_UNREADABLE with the reason.
    """
    return _identity(*_load(path, password))


def adopt_certificate(
    path: Path, out: Path, *, certificate: str, chain: Sequence[str], password: str, now: datetime
) -> Identity:
    """Write the key of `path` with a certificate issued for it to the new file `out`.

    Raises:
        BadInput: CERTIFICATE_OTHER_KEY, CERTIFICATE_CHAIN, CERTIFICATE_UNREADABLE,
            IDENTITY_NAME, IDENTITY_EXPIRED, and what `open_identity` raises.
    """
    key, _ = _load(path, password)
    links = [parsed(each) for each in (certificate, *chain)]
    if links[0].public_key() != key.public_key():
        raise BadInput(Code.CERTIFICATE_OTHER_KEY, file=path.name)
    made = _identity(key, links)
    subject_of(made.name, made.role, made.unit)
    check_chain(links[0], links[1:])
    if now > made.expires:
        raise BadInput(Code.IDENTITY_EXPIRED, name=made.name)
    with new_file(out) as draft:
        draft.write_bytes(_locked(key, links, password))
    return made


def change_password(path: Path, old: str, new: str) -> None:
    """Lock the identity file `path` with another password; a power cut leaves it as it was.

    Raises:
        BadInput: IDENTITY_PASSWORD_EMPTY, FILE_UNWRITABLE, and what `open_identity` raises.
    """
    _check_password(new)
    locked = _locked(*_load(path, old), new)
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        with draft.open("xb") as stream:
            stream.write(locked)
            stream.flush()
            os.fsync(stream.fileno())
        draft.replace(path)
    except OSError as error:
        reason = error.strerror or str(error)
        raise BadInput(Code.FILE_UNWRITABLE, file=path.name, reason=reason) from error
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)


def fingerprint_of(certificate_pem: str) -> str:
    """Return the SHA-256 of a certificate's key (DER SubjectPublicKeyInfo), hex.

    Raises:
        BadInput: CERTIFICATE_UNREADABLE when the text is no certificate.
    """
    return key_print(parsed(certificate_pem))


def describe_certificate(certificate_pem: str) -> tuple[str, str]:
    """Return the name (CN) and the role (OU) that a certificate states.

    Raises:
        BadInput: CERTIFICATE_UNREADABLE when the text is no certificate.
    """
    certificate = parsed(certificate_pem)
    name = name_part(certificate, NameOID.COMMON_NAME)
    return name, name_part(certificate, NameOID.ORGANIZATIONAL_UNIT_NAME)


def verify_signature(certificate_pem: str, data: bytes, signature: bytes) -> bool:
    """Return whether the certificate's key made `signature` over the SHA-256 of `data`.

    Raises:
        BadInput: CERTIFICATE_UNREADABLE when the text is no certificate.
    """
    key = parsed(certificate_pem).public_key()
    if not isinstance(key, ec.EllipticCurvePublicKey):
        return False
    try:
        key.verify(signature, data, ec.ECDSA(hashes.SHA256()))
    except InvalidSignature:
        return False
    return True


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            locked = stream.read(_LARGEST + 1)
    except FileNotFoundError as error:
        raise BadInput(Code.FILE_NOT_FOUND, file=str(path)) from error
    except OSError as error:
        raise BadInput(Code.FILE_UNREADABLE, file=str(path), reason=error.strerror) from error
    if len(locked) > _LARGEST:
        raise BadInput(Code.IDENTITY_UNREADABLE, file=path.name, reason="> 1 MiB")
    return locked


def _load(path: Path, password: str) -> tuple[ec.EllipticCurvePrivateKey, list[x509.Certificate]]:
    """Return the key and its certificates, its own one first."""
    locked = _read(path)
    try:
        key, certificate, others = pkcs12.load_key_and_certificates(locked, password.encode())
    except ValueError as error:
        if "password" in str(error).lower():
            raise BadInput(Code.IDENTITY_PASSWORD, file=path.name) from error
        raise BadInput(Code.IDENTITY_UNREADABLE, file=path.name, reason="PKCS#12") from error
    if not isinstance(key, ec.EllipticCurvePrivateKey) or certificate is None:
        raise BadInput(Code.IDENTITY_UNREADABLE, file=path.name, reason="P-256")
    if not isinstance(key.curve, ec.SECP256R1):
        raise BadInput(Code.IDENTITY_UNREADABLE, file=path.name, reason=key.curve.name)
    return key, [certificate, *others]


def _locked(
    key: ec.EllipticCurvePrivateKey, links: Sequence[x509.Certificate], password: str
) -> bytes:
    name = name_part(links[0], NameOID.COMMON_NAME).encode()
    lock = BestAvailableEncryption(password.encode())
    return pkcs12.serialize_key_and_certificates(name, key, links[0], list(links[1:]), lock)


def _check_password(password: str) -> None:
    if not password:
        raise BadInput(Code.IDENTITY_PASSWORD_EMPTY)


def _identity(key: ec.EllipticCurvePrivateKey, links: Sequence[x509.Certificate]) -> Identity:
    certificate = links[0]
    return Identity(
        name=name_part(certificate, NameOID.COMMON_NAME),
        role=name_part(certificate, NameOID.ORGANIZATIONAL_UNIT_NAME),
        unit=name_part(certificate, NameOID.ORGANIZATION_NAME),
        certificate=spelled(certificate),
        fingerprint=key_print(certificate),
        expires=certificate.not_valid_after_utc,
        chain=tuple(map(spelled, links[1:])),
        authority=is_authority(certificate),
        _key=key,
    )
