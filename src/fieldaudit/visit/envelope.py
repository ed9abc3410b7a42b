"""A file encrypted to one person's key, in pieces, so that one of any size streams.

ECDH-ES on P-256 with a fresh key, HKDF-SHA256 (RFC 5869), AES-256-GCM in pieces whose nonces
count and whose last one says so (the STREAM construction). It is not CMS. Knows bytes, not surveys.

Layout: magic (7), version (1), SHA-256 of the recipient's SubjectPublicKeyInfo (32), the fresh
public point, uncompressed (65), nonce prefix (7); then pieces of 1 MiB, each with its tag (16).
Every tag also covers those first 112 bytes.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from cryptography import x509
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from fieldaudit.errors import BadInput, Code
from fieldaudit.visit.identity import Identity, fingerprint_of
from fieldaudit.visit.newfile import new_file

MAGIC = b"FAENVEL"
VERSION = 1
PIECE = 1 << 20
"""Bytes of plaintext in each piece but the last."""

_TAG, _POINT, _PREFIX, _FINGERPRINT = 16, 65, 7, 32
_HEADER = len(MAGIC) + 1 + _FINGERPRINT + _POINT + _PREFIX
_INFO = b"fieldaudit envelope 1"
_MOST_PIECES = 1 << 32


@dataclass(frozen=True, slots=True)
class _Lock:
    """What every piece is encrypted with."""

    cipher: AESGCM
    header: bytes

    def nonce(self, number: int, last: bool) -> bytes:
        return self.header[-_PREFIX:] + number.to_bytes(4, "big") + bytes([last])


def is_envelope(path: Path) -> bool:
    """Tell whether a file begins like an envelope; False for one that is not there."""
    try:
        with path.open("rb") as stream:
            return stream.read(len(MAGIC)) == MAGIC
    except OSError:
        return False


def wrap(source: Path, out: Path, *, certificate: str) -> None:
    """Encrypt `source` to the key of a certificate (PEM), as the new file `out`.

    Raises:
        BadInput: the certificate cannot be read or its key is not on P-256, or `out` exists.
        Surroundings: the disk is full, or the folder cannot be written.
    """
    theirs = _key_of(certificate)
    fresh = ec.generate_private_key(ec.SECP256R1())
    header = MAGIC + bytes([VERSION]) + bytes.fromhex(fingerprint_of(certificate))
    header += _point(fresh.public_key()) + os.urandom(_PREFIX)
    lock = _lock(fresh.exchange(ec.ECDH(), theirs), _point(theirs), header)
    with new_file(out) as part, source.open("rb") as plain, part.open("xb") as sealed:
        sealed.write(header)
        for number, piece, last in _pieces(plain, PIECE):
            sealed.write(lock.cipher.encrypt(lock.nonce(number, last), piece, header))


def unwrap(source: Path, out: Path, *, identity: Identity) -> None:
    """Decrypt `source` with a person's key, as the new file `out`; all of it, or nothing.

    Raises:
        BadInput: FILE_NOT_FOUND, ENVELOPE_NONE, ENVELOPE_NEWER, ENVELOPE_OTHER_KEY,
            ENVELOPE_DAMAGED, or FILE_EXISTS.
        Surroundings: the disk is full, or the folder cannot be written.
    """
    if not source.is_file():
        raise BadInput(Code.FILE_NOT_FOUND, file=str(source))
    with new_file(out) as part, source.open("rb") as sealed:
        header = sealed.read(_HEADER)
        lock = _open_lock(header, source, identity)
        try:
            with part.open("xb") as plain:
                for number, piece, last in _pieces(sealed, PIECE + _TAG):
                    plain.write(lock.cipher.decrypt(lock.nonce(number, last), piece, header))
        except InvalidTag as error:
            raise BadInput(Code.ENVELOPE_DAMAGED, file=source.name) from error


def _open_lock(header: bytes, source: Path, identity: Identity) -> _Lock:
    if header[: len(MAGIC)] != MAGIC:
        raise BadInput(Code.ENVELOPE_NONE, file=source.name)
    if len(header) < _HEADER:
        raise BadInput(Code.ENVELOPE_DAMAGED, file=source.name)
    if header[len(MAGIC)] != VERSION:
        raise BadInput(Code.ENVELOPE_NEWER, file=source.name, version=header[len(MAGIC)])
    at = len(MAGIC) + 1
    recipient = header[at : at + _FINGERPRINT].hex()
    if recipient != identity.fingerprint:
        raise BadInput(Code.ENVELOPE_OTHER_KEY, file=source.name, recipient=recipient[:16])
    at += _FINGERPRINT
    try:
        fresh = ec.EllipticCurvePublicKey.from_encoded_point(
            ec.SECP256R1(), header[at : at + _POINT]
        )
    except ValueError as error:
        raise BadInput(Code.ENVELOPE_DAMAGED, file=source.name) from error
    return _lock(identity.agree(fresh), _point(_key_of(identity.certificate)), header)


def _lock(secret: bytes, recipient: bytes, header: bytes) -> _Lock:
    """Derive the key from the shared secret, bound to both public keys."""
    fresh = header[-_PREFIX - _POINT : -_PREFIX]
    key = HKDF(hashes.SHA256(), length=32, salt=fresh + recipient, info=_INFO).derive(secret)
    return _Lock(AESGCM(key), header)


def _pieces(stream: BinaryIO, size: int) -> Iterator[tuple[int, bytes, bool]]:
    """Yield (number, bytes, whether it is the last); an empty file has one empty piece."""
    piece = stream.read(size)
    for number in range(_MOST_PIECES):
        following = stream.read(size)
        yield number, piece, not following
        if not following:
            return
        piece = following


def _key_of(certificate: str) -> ec.EllipticCurvePublicKey:
    try:
        key = x509.load_pem_x509_certificate(certificate.encode()).public_key()
    except ValueError as error:
        raise BadInput(Code.CERTIFICATE_UNREADABLE) from error
    if not isinstance(key, ec.EllipticCurvePublicKey) or not isinstance(key.curve, ec.SECP256R1):
        raise BadInput(Code.CERTIFICATE_UNSUITABLE)
    return key


def _point(key: ec.EllipticCurvePublicKey) -> bytes:
    return key.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
