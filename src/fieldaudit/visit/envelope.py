"""A file encrypted to one person's key as CMS AuthEnvelopedData (RFC 5083), of any size.

AES-256-GCM (RFC 5084) with a fresh key for each file, which is wrapped for the recipient.
`openssl cms -decrypt` opens it. Knows bytes, not surveys.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from asn1crypto import core
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers import AEADDecryptionContext, Cipher, algorithms, modes

from fieldaudit.errors import BadInput, Code
from fieldaudit.visit.envelope_frame import (
    Frame,
    NotAFrame,
    algorithm,
    ciphertext,
    ending,
    heading,
    is_authenticated,
    opening,
    read_frame,
)
from fieldaudit.visit.envelope_keys import Unmeant, content_key, recipients_for
from fieldaudit.visit.identity import Identity
from fieldaudit.visit.newfile import new_file

PIECE = 1 << 20
"""Bytes worked on at once, whatever the size of the file."""

_KEY, _NONCE, _TAG = 32, 12, 16
_GCM = {
    "2.16.840.1.101.3.4.1.6": 16,
    "2.16.840.1.101.3.4.1.26": 24,
    "2.16.840.1.101.3.4.1.46": 32,
}
_AES_256_GCM = "2.16.840.1.101.3.4.1.46"


class _Parameters(core.Sequence):  # type: ignore[misc]
    """GCMParameters (RFC 5084, section 3.2)."""

    _fields = [  # noqa: RUF012 - as asn1crypto wants it
        ("nonce", core.OctetString),
        ("icv_length", core.Integer, {"default": 12}),
    ]


class _Algorithm(core.Sequence):  # type: ignore[misc]
    _fields = [  # noqa: RUF012 - as asn1crypto wants it
        ("algorithm", core.ObjectIdentifier),
        ("parameters", _Parameters),
    ]


def is_envelope(path: Path) -> bool:
    """Tell whether a file begins like an encrypted one; False for one that is not there."""
    try:
        if not path.is_file():
            return False
        with path.open("rb") as stream:
            return bool(opening(stream))
    except OSError:
        return False


def wrap(source: Path, out: Path, *, certificate: str) -> None:
    """Encrypt `source` to the key of a certificate (PEM), as the new file `out`.

    Raises:
        BadInput: the certificate cannot be read or its key is not on P-256, or `out` exists.
        Surroundings: the disk is full, or the folder cannot be written.
    """
    key, nonce = os.urandom(_KEY), os.urandom(_NONCE)
    recipients = recipients_for(key, certificate)
    told = {"nonce": nonce, "icv_length": _TAG}
    named = _Algorithm({"algorithm": _AES_256_GCM, "parameters": told})
    cipher = Cipher(algorithms.AES(key), modes.GCM(nonce)).encryptor()
    with new_file(out) as part, source.open("rb") as plain, part.open("xb") as sealed:
        size = os.fstat(plain.fileno()).st_size
        sealed.write(heading(recipients, named.dump(), size))
        for piece in _read(plain, size):
            sealed.write(cipher.update(piece))
        cipher.finalize()
        sealed.write(ending(cipher.tag))


def unwrap(source: Path, out: Path, *, identity: Identity) -> None:
    """Decrypt `source` with a person's key, as the new file `out`; all of it, or nothing.

    The file is read twice: nothing is decrypted onto the disk before the tag has been checked.

    Raises:
        BadInput: FILE_NOT_FOUND, ENVELOPE_NONE, ENVELOPE_METHOD, ENVELOPE_OTHER_KEY,
            ENVELOPE_DAMAGED, or FILE_EXISTS.
        Surroundings: the disk is full, or the folder cannot be written.
    """
    if not source.is_file():
        raise BadInput(Code.FILE_NOT_FOUND, file=str(source))
    with new_file(out) as part, source.open("rb") as sealed:
        try:
            frame = _frame(sealed, source)
            cipher = _cipher(frame, content_key(frame.recipients, identity), source)
            for _ in _opened(sealed, frame, cipher):
                pass
            with part.open("xb") as plain:
                for piece in _opened(sealed, frame, cipher):
                    plain.write(piece)
        except (NotAFrame, InvalidTag) as error:
            raise BadInput(Code.ENVELOPE_DAMAGED, file=source.name) from error
        except Unmeant as error:
            told = {"file": source.name, "recipient": str(error)}
            raise BadInput(Code.ENVELOPE_OTHER_KEY, **told) from error


def _frame(sealed: BinaryIO, source: Path) -> Frame:
    name = opening(sealed)
    if not name:
        raise BadInput(Code.ENVELOPE_NONE, file=source.name)
    if not is_authenticated(name):
        # Without a tag a change would go unnoticed.
        raise BadInput(Code.ENVELOPE_METHOD, file=source.name, method="EnvelopedData")
    sealed.seek(0)
    return read_frame(sealed)


def _cipher(frame: Frame, key: bytes, source: Path) -> Cipher[modes.GCM]:
    name, _ = algorithm(frame.cipher)
    if name not in _GCM:
        raise BadInput(Code.ENVELOPE_METHOD, file=source.name, method=name)
    try:
        told = _Algorithm.load(frame.cipher, strict=True)["parameters"]
        nonce, length = bytes(told["nonce"].native), told["icv_length"].native
        whole = (len(key), length, len(frame.tag)) == (_GCM[name], _TAG, _TAG)
        if not whole:
            raise NotAFrame("parameters")
        return Cipher(algorithms.AES(key), modes.GCM(nonce, frame.tag))
    except (ValueError, TypeError, KeyError) as error:
        raise NotAFrame("parameters") from error


def _opened(sealed: BinaryIO, frame: Frame, cipher: Cipher[modes.GCM]) -> Iterator[bytes]:
    """Yield what the ciphertext says; raise InvalidTag after its end where it was changed."""
    context: AEADDecryptionContext = cipher.decryptor()
    context.authenticate_additional_data(frame.attributes)
    for piece in ciphertext(sealed, frame, PIECE):
        yield context.update(piece)
    context.finalize()


def _read(plain: BinaryIO, size: int) -> Iterator[bytes]:
    """Yield exactly `size` bytes: so many were announced."""
    while size:
        piece = plain.read(min(PIECE, size))
        if not piece:
            raise OSError("the file shrank")
        size -= len(piece)
        yield piece
