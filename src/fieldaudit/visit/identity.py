"""A person's signing identity: a key and its certificate, in a PKCS#12 file or on a token.

A self-made certificate proves that two signatures come from the same key and that nothing was
changed since. Who holds the key is for the survey's founder to vouch for.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID

from fieldaudit.errors import BadInput, Code
from fieldaudit.visit.identity_certificates import (
    EARLIER,
    check_chain,
    is_authority,
    key_print,
    may_sign,
    name_part,
    parsed,
    profile,
    spelled,
    subject_of,
)
from fieldaudit.visit.identity_file import exchange_file, load, on_token, spelled_file
from fieldaudit.visit.identity_keys import SigningKey, kind_of, sign_with, signed_with, sound
from fieldaudit.visit.identity_token import TokenKey, open_door, public_on
from fieldaudit.visit.identity_token_keys import TokenEllipticKey, TokenRsaKey, token_key
from fieldaudit.visit.newfile import new_file

_LIFE = timedelta(days=5 * 365 + 1)


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

    starts: datetime
    """Begin of the certificate's validity, UTC."""

    expires: datetime
    """End of the certificate's validity, UTC."""

    chain: tuple[str, ...]
    """Certificates of those who issued it, PEM, nearest first; empty for a self-made one."""

    authority: bool
    """Whether it may issue certificates for others."""

    _key: SigningKey = field(repr=False, compare=False)

    def check_time(self, at: datetime) -> None:
        """Raise BadInput IDENTITY_EXPIRED or IDENTITY_EARLY unless the certificate is valid."""
        if at > self.expires:
            raise BadInput(Code.IDENTITY_EXPIRED, name=self.name)
        if at < self.starts:
            date = self.starts.date().isoformat()
            raise BadInput(Code.IDENTITY_EARLY, name=self.name, date=date)

    def lock(self) -> None:
        """Log out of the token that holds the key; a key from a file is simply forgotten."""
        if isinstance(self._key, TokenEllipticKey | TokenRsaKey):
            self._key.door.shut()

    @property
    def key_bits(self) -> int:
        """Size of the key."""
        return self._key.key_size

    @property
    def algorithm(self) -> str:
        """Kind of key, as people call it: P-256, RSA-2048."""
        return kind_of(self._key)

    def sign(self, data: bytes) -> bytes:
        """Return the signature over the SHA-256 of `data`: ECDSA (DER), or PKCS#1 v1.5 for RSA."""
        return sign_with(self._key, data)

    def request(self) -> str:
        """Return a request (PKCS#10, PEM) for a certificate of the same key and name."""
        builder = x509.CertificateSigningRequestBuilder(parsed(self.certificate).subject)
        signed = builder.sign(self._key, hashes.SHA256())
        return signed.public_bytes(Encoding.PEM).decode("ascii")

    def certify(self, builder: x509.CertificateBuilder) -> str:
        """Sign a certificate for somebody else; return it as PEM."""
        return spelled(builder.sign(self._key, hashes.SHA256()))

    def agree(self, other: ec.EllipticCurvePublicKey) -> bytes:
        """Return the secret shared with the holder of another key (ECDH), not yet a key itself.

        Raises:
            BadInput: CERTIFICATE_UNSUITABLE for a key that is not on a curve.
        """
        if not isinstance(self._key, ec.EllipticCurvePrivateKey):
            raise BadInput(Code.CERTIFICATE_UNSUITABLE)
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
        draft.write_bytes(spelled_file(key, [certificate], password))
    return _identity(key, [certificate])


def open_identity(path: Path, password: str, *, library: Path | None = None) -> Identity:
    """Read the identity in the file `path`; one on a token needs the `library` of its maker.

    Raises:
        BadInput: FILE_NOT_FOUND, IDENTITY_PASSWORD, IDENTITY_UNREADABLE with the reason,
            KEY_WEAK, KEY_KIND, and what tokens raise.
        Surroundings: the token or its library is not there.
    """
    return _identity(*load(path, password, library=library))


def take_over(path: Path, out: Path, *, password: str, now: datetime) -> Identity:
    """Write the identity of a PKCS#12 file that somebody else made to the new file `out`.

    Raises:
        BadInput: KEY_WEAK, KEY_KIND, CERTIFICATE_USAGE, IDENTITY_EXPIRED, IDENTITY_EARLY,
            CERTIFICATE_CHAIN, IDENTITY_NAMELESS, and what `open_identity` raises.
    """
    key, links = load(path, password)
    made = _identity(key, links)
    _check_certificate(links, made, now)
    with new_file(out) as draft:
        draft.write_bytes(spelled_file(key, links, password))
    return made


def token_identity(
    key: TokenKey,
    out: Path,
    *,
    library: Path,
    pin: str,
    name: str,
    role: str,
    unit: str,
    now: datetime,
) -> Identity:
    """Write what stands for a key on a token to the new file `out`; it holds no secret.

    A key without a certificate on the token gets a self-made one with these names.

    Raises:
        BadInput: IDENTITY_NAME, TOKEN_KEY, KEY_WEAK, KEY_KIND, and what tokens raise.
        Surroundings: the token or its library is not there.
    """
    links = [parsed(each) for each in key.certificates]
    public = sound(links[0].public_key() if links else public_on(library, key))
    private = token_key(open_door(library, key, pin), public)
    if not links:
        subject = subject_of(name, role, unit)
        builder = profile(public, subject, start=now - EARLIER, end=now + _LIFE)
        links = [builder.sign(private, hashes.SHA256())]
    made = _identity(private, links)
    _check_certificate(links, made, now)
    # A key that does not fit its certificate is found now, not at the first survey.
    made.sign(b"fieldaudit")
    with new_file(out) as draft:
        draft.write_bytes(spelled_file(private, links, ""))
    return made


def adopt_certificate(
    path: Path,
    out: Path,
    *,
    certificate: str,
    chain: Sequence[str],
    password: str,
    now: datetime,
    library: Path | None = None,
) -> Identity:
    """Write the key of `path` with a certificate issued for it to the new file `out`.

    Raises:
        BadInput: CERTIFICATE_OTHER_KEY, CERTIFICATE_CHAIN, CERTIFICATE_UNREADABLE,
            IDENTITY_NAME, IDENTITY_EXPIRED, and what `open_identity` raises.
    """
    key, _ = load(path, password, library=library)
    links = [parsed(each) for each in (certificate, *chain)]
    if links[0].public_key() != key.public_key():
        raise BadInput(Code.CERTIFICATE_OTHER_KEY, file=path.name)
    made = _identity(key, links)
    subject_of(made.name, made.role, made.unit)
    _check_certificate(links, made, now)
    with new_file(out) as draft:
        draft.write_bytes(spelled_file(key, links, password))
    return made


def change_password(path: Path, old: str, new: str) -> None:
    """Lock the identity file `path` with another password; a power cut leaves it as it was.

    Raises:
        BadInput: IDENTITY_PASSWORD_EMPTY, FILE_UNWRITABLE, and what `open_identity` raises.
    """
    _check_password(new)
    if on_token(path):
        raise BadInput(Code.TOKEN_PASSWORD)
    exchange_file(path, spelled_file(*load(path, old), new))


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
    return signed_with(parsed(certificate_pem).public_key(), data, signature)


def _check_password(password: str) -> None:
    if not password:
        raise BadInput(Code.IDENTITY_PASSWORD_EMPTY)


def _check_certificate(links: Sequence[x509.Certificate], made: Identity, now: datetime) -> None:
    """Raise BadInput unless a certificate is good for signing, now, under its issuers."""
    if not made.name:
        raise BadInput(Code.IDENTITY_NAMELESS)
    check_chain(links[0], links[1:])
    if not may_sign(links[0]):
        raise BadInput(Code.CERTIFICATE_USAGE, name=made.name)
    made.check_time(now)


def _identity(key: SigningKey, links: Sequence[x509.Certificate]) -> Identity:
    certificate = links[0]
    return Identity(
        name=name_part(certificate, NameOID.COMMON_NAME),
        role=name_part(certificate, NameOID.ORGANIZATIONAL_UNIT_NAME),
        unit=name_part(certificate, NameOID.ORGANIZATION_NAME),
        certificate=spelled(certificate),
        fingerprint=key_print(certificate),
        starts=certificate.not_valid_before_utc,
        expires=certificate.not_valid_after_utc,
        chain=tuple(map(spelled, links[1:])),
        authority=is_authority(certificate),
        _key=key,
    )
