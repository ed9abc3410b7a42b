"""Identity files: a key with its certificates in PKCS#12, or what stands for a key on a token."""

import os
import secrets
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12
from cryptography.x509.oid import NameOID

from fieldaudit.errors import BadInput, Code
from fieldaudit.visit.identity_certificates import NO_CERTIFICATE, name_part
from fieldaudit.visit.identity_keys import SigningKey, sound_private
from fieldaudit.visit.identity_token import open_door, reference_of, referred
from fieldaudit.visit.identity_token_keys import TokenEllipticKey, TokenRsaKey, token_key

_LARGEST = 1 << 20
_MOST_CHAIN = 5


def load(
    path: Path, password: str, *, library: Path | None = None
) -> tuple[SigningKey, list[x509.Certificate]]:
    """Return the key of an identity file and its certificates, its own one first.

    Args:
        path: PKCS#12, or a file that stands for a key on a token.
        password: of the file; for a token its PIN.
        library: of the token's maker.

    Raises:
        BadInput: FILE_NOT_FOUND, IDENTITY_PASSWORD, IDENTITY_UNREADABLE with the reason,
            KEY_WEAK, KEY_KIND, TOKEN_UNSET without a library, and what tokens raise.
    """
    data = _read(path)
    found = referred(data)
    if found is None:
        return _unlocked(path, data, password)
    wanted, links = found
    if library is None:
        raise BadInput(Code.TOKEN_UNSET, token=wanted.token)
    door = open_door(library, wanted, password)
    return token_key(door, links[0].public_key()), links


def on_token(path: Path) -> bool:
    """Tell whether a file stands for a key on a token, so that its PIN is what is asked for."""
    try:
        return referred(_read(path)) is not None
    except BadInput:
        return False


def spelled_file(key: SigningKey, links: Sequence[x509.Certificate], password: str) -> bytes:
    """Return the content of an identity file."""
    if isinstance(key, TokenEllipticKey | TokenRsaKey):
        return reference_of(key.door.key, links)
    name = name_part(links[0], NameOID.COMMON_NAME).encode()
    lock = BestAvailableEncryption(password.encode())
    return pkcs12.serialize_key_and_certificates(name, key, links[0], list(links[1:]), lock)


def exchange_file(path: Path, content: bytes) -> None:
    """Put other content into an identity file; a power cut leaves the one or the other.

    Raises:
        BadInput: FILE_UNWRITABLE.
    """
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        with draft.open("xb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        draft.replace(path)
    except OSError as error:
        reason = error.strerror or str(error)
        raise BadInput(Code.FILE_UNWRITABLE, file=path.name, reason=reason) from error
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            data = stream.read(_LARGEST + 1)
    except FileNotFoundError as error:
        raise BadInput(Code.FILE_NOT_FOUND, file=str(path)) from error
    except OSError as error:
        raise BadInput(Code.FILE_UNREADABLE, file=str(path), reason=error.strerror) from error
    if len(data) > _LARGEST:
        raise BadInput(Code.IDENTITY_UNREADABLE, file=path.name, reason="> 1 MiB")
    return data


def _unlocked(path: Path, data: bytes, password: str) -> tuple[SigningKey, list[x509.Certificate]]:
    try:
        key, certificate, others = pkcs12.load_key_and_certificates(data, password.encode())
    except NO_CERTIFICATE as error:
        if "password" in str(error).lower():
            raise BadInput(Code.IDENTITY_PASSWORD, file=path.name) from error
        raise BadInput(Code.IDENTITY_UNREADABLE, file=path.name, reason="PKCS#12") from error
    if key is None or certificate is None:
        raise BadInput(Code.IDENTITY_UNREADABLE, file=path.name, reason="PKCS#12")
    return sound_private(key), [certificate, *_above(certificate, others)]


def _above(
    certificate: x509.Certificate, others: Sequence[x509.Certificate]
) -> list[x509.Certificate]:
    """Return the issuers among `others`, nearest first: PKCS#12 keeps no order."""
    found: list[x509.Certificate] = []
    below = certificate
    while len(found) < _MOST_CHAIN and below.issuer != below.subject:
        above = [each for each in others if each.subject == below.issuer and each not in found]
        if not above:
            break
        found.append(above[0])
        below = above[0]
    return found
