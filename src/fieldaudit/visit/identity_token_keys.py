"""Private keys that lie on a token, in the shape that `cryptography` knows.

So whatever signs with a key in a file signs with one on a token as well: a person's seal, a
request, a certificate, a package. What asks for the key itself is refused.
"""

from typing import Any, NoReturn

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa, utils
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from fieldaudit.errors import BadInput, Code
from fieldaudit.visit.identity_keys import sound
from fieldaudit.visit.identity_token import Door

# DigestInfo of a SHA-256 (RFC 8017, 9.2, note 1): tokens sign what they are given (CKM_RSA_PKCS).
_SHA256_INFO = bytes.fromhex("3031300d060960864801650304020105000420")


class TokenEllipticKey(ec.EllipticCurvePrivateKey):
    """A P-256 or P-384 key on a token."""

    def __init__(self, door: Door, public: ec.EllipticCurvePublicKey) -> None:
        """Sign through `door` for the public key of the certificate."""
        self.door, self._public = door, public

    @property
    def curve(self) -> ec.EllipticCurve:
        """The curve of the public key."""
        return self._public.curve

    @property
    def key_size(self) -> int:
        """Bits."""
        return self._public.key_size

    def public_key(self) -> ec.EllipticCurvePublicKey:
        """Return the public key."""
        return self._public

    def sign(self, data: bytes | bytearray | memoryview, signature_algorithm: Any) -> bytes:
        """Return an ECDSA signature, DER; the token gets the hash."""
        import pkcs11

        digest = _hashed(bytes(data), signature_algorithm.algorithm)
        with self.door.private() as key:
            raw = bytes(key.sign(digest, mechanism=pkcs11.Mechanism.ECDSA))
        half = len(raw) // 2
        numbers = int.from_bytes(raw[:half], "big"), int.from_bytes(raw[half:], "big")
        return self.door.proven(self._public, bytes(data), utils.encode_dss_signature(*numbers))

    def exchange(self, algorithm: ec.ECDH, peer_public_key: ec.EllipticCurvePublicKey) -> bytes:
        """Return the secret shared with the holder of another key; the token works it out."""
        import pkcs11

        bare = {pkcs11.Attribute.SENSITIVE: False, pkcs11.Attribute.EXTRACTABLE: True}
        with self.door.private() as key:
            shared = key.derive_key(
                pkcs11.KeyType.GENERIC_SECRET,
                self.key_size,
                mechanism=pkcs11.Mechanism.ECDH1_DERIVE,
                mechanism_param=(pkcs11.KDF.NULL, None, _point(peer_public_key)),
                template=bare,
            )
            return bytes(shared[pkcs11.Attribute.VALUE])

    private_numbers = private_bytes = __copy__ = __deepcopy__ = None  # type: ignore[assignment]


class TokenRsaKey(rsa.RSAPrivateKey):
    """An RSA key on a token."""

    def __init__(self, door: Door, public: rsa.RSAPublicKey) -> None:
        """Sign through `door` for the public key of the certificate."""
        self.door, self._public = door, public

    @property
    def key_size(self) -> int:
        """Bits."""
        return self._public.key_size

    def public_key(self) -> rsa.RSAPublicKey:
        """Return the public key."""
        return self._public

    def sign(self, data: bytes | bytearray | memoryview, padding: Any, algorithm: Any) -> bytes:
        """Return a PKCS#1 v1.5 signature; the token gets the hash in its frame."""
        import pkcs11

        _only_pkcs1(padding)
        framed = _SHA256_INFO + _hashed(bytes(data), algorithm)
        with self.door.private() as key:
            made = bytes(key.sign(framed, mechanism=pkcs11.Mechanism.RSA_PKCS))
        return self.door.proven(self._public, bytes(data), made)

    def decrypt(self, ciphertext: bytes, padding: Any) -> NoReturn:
        """Refuse: what was encrypted to a key on a token is not opened here."""
        raise BadInput(Code.TOKEN_ENVELOPE, token=self.door.key.token)

    private_numbers = private_bytes = __copy__ = __deepcopy__ = None  # type: ignore[assignment]


TokenPrivateKey = TokenEllipticKey | TokenRsaKey


def token_key(door: Door, public: object) -> TokenPrivateKey:
    """Return the private key behind a door; raise BadInput for a kind that does not sign."""
    known = sound(public)
    if isinstance(known, rsa.RSAPublicKey):
        return TokenRsaKey(door, known)
    return TokenEllipticKey(door, known)


def _hashed(data: bytes, algorithm: Any) -> bytes:
    if not isinstance(algorithm, hashes.SHA256):
        raise BadInput(Code.KEY_KIND, kind=algorithm.name)
    digest = hashes.Hash(algorithm)
    digest.update(data)
    return digest.finalize()


def _point(key: ec.EllipticCurvePublicKey) -> bytes:
    return key.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)


def _only_pkcs1(wanted: object) -> None:
    if not isinstance(wanted, padding.PKCS1v15):
        raise BadInput(Code.KEY_KIND, kind=type(wanted).__name__)
