"""Tokens in software (SoftHSM2), real ones as far as a program can tell."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from asn1crypto.x509 import Certificate
from cryptography.hazmat.primitives.serialization import Encoding

from fieldaudit.visit import identity_token
from fieldaudit.visit.identity_certificates import parsed

PIN = "648219"
WRONG = "000000"
_PLACES = (
    "/usr/lib/softhsm/libsofthsm2.so",
    "/usr/lib64/softhsm/libsofthsm2.so",
    "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so",
    "/usr/local/lib/softhsm/libsofthsm2.so",
)
LIBRARY = next((Path(place) for place in _PLACES if Path(place).is_file()), Path("missing.so"))


def _supported() -> bool:
    try:
        import pkcs11  # noqa: F401
    except ImportError:
        return False
    return LIBRARY.is_file() and shutil.which("softhsm2-util") is not None


needs_token = pytest.mark.skipif(not _supported(), reason="SoftHSM2 or python-pkcs11 is missing")


class SoftToken:
    """A token; keys are made on it and never leave it."""

    def __init__(self, folder: Path, label: str = "field") -> None:
        self.folder, self.label = folder, label
        command = ("softhsm2-util", "--init-token", "--free", "--label", label)
        pins = ("--pin", PIN, "--so-pin", "12345678")
        subprocess.run([*command, *pins], check=True, capture_output=True)

    def make(self, key: int, kind: str = "P-256") -> None:
        """Make a key pair with the id `key` on the token."""
        import pkcs11
        from pkcs11.util.ec import encode_named_curve_parameters

        with self._session() as session:
            name = bytes([key])
            if kind.startswith("RSA"):
                session.generate_keypair(
                    pkcs11.KeyType.RSA, int(kind[4:]), store=True, id=name, label="k"
                )
                return
            curve = {"P-256": "secp256r1", "P-384": "secp384r1", "K-256": "secp256k1"}[kind]
            told = {pkcs11.Attribute.EC_PARAMS: encode_named_curve_parameters(curve)}
            parameters = session.create_domain_parameters(pkcs11.KeyType.EC, told, local=True)
            parameters.generate_keypair(store=True, id=name, label="k")

    def put_certificate(self, key: int, pem: str) -> None:
        """Put the certificate of a key onto the token."""
        import pkcs11
        from pkcs11.util.x509 import decode_x509_certificate

        der = parsed(pem).public_bytes(Encoding.DER)
        told = decode_x509_certificate(Certificate.load(der).dump())
        more = {pkcs11.Attribute.TOKEN: True, pkcs11.Attribute.ID: bytes([key])}
        with self._session() as session:
            session.create_object({**told, **more})

    def pull_out(self) -> None:
        """Take the token away, while it is in use or not."""
        shutil.rmtree(self.folder / "tokens")
        (self.folder / "tokens").mkdir()

    def _session(self) -> Any:
        import pkcs11

        forget()
        token = pkcs11.lib(str(LIBRARY)).get_token(token_label=self.label)
        return token.open(rw=True, user_pin=PIN)


def forget() -> None:
    """Let the library look again at what is plugged in."""
    import pkcs11

    identity_token._OPEN.clear()
    if str(LIBRARY) in pkcs11._loaded:
        pkcs11._loaded[str(LIBRARY)].finalize()


def soft_tokens(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SoftToken]:
    """Give one token whose files lie in `folder`; for fixtures."""
    (folder / "tokens").mkdir()
    told = folder / "softhsm2.conf"
    told.write_text(f"directories.tokendir = {folder / 'tokens'}\nlog.level = ERROR\n")
    monkeypatch.setenv("SOFTHSM2_CONF", str(told))
    yield SoftToken(folder)
    forget()
