"""Kinds of keys: which may sign, how each signs, and what each is called.

P-256 is what this program makes. P-384 and RSA from 2048 bits come from other issuers, on paper
that every reader of PDF can check; all sign a SHA-256. Ed25519 stays out for persons: readers of
PDF in use do not check it. Knows keys of `cryptography`, wherever they lie.
"""

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa

from fieldaudit.errors import BadInput, Code

SigningKey = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey
"""A private key; it may lie on a token, and then its methods ask the token."""

VerifyingKey = ec.EllipticCurvePublicKey | rsa.RSAPublicKey

_CURVES = {"secp256r1": "P-256", "secp384r1": "P-384"}
_LEAST_BITS = 2048
_MOST_BITS = 8192
"""A longer RSA key only costs time; a hostile file could ask for minutes."""


def sound(key: object) -> VerifyingKey:
    """Return a public key that may sign.

    Raises:
        BadInput: KEY_WEAK for RSA under 2048 bits, KEY_KIND for kinds that do not sign here.
    """
    if isinstance(key, rsa.RSAPublicKey):
        if key.key_size < _LEAST_BITS:
            raise BadInput(Code.KEY_WEAK, kind=kind_of(key))
        if key.key_size <= _MOST_BITS:
            return key
    if isinstance(key, ec.EllipticCurvePublicKey) and key.curve.name in _CURVES:
        return key
    raise BadInput(Code.KEY_KIND, kind=kind_of(key))


def sound_private(key: object) -> SigningKey:
    """Return a private key that may sign; raise BadInput as `sound` does."""
    if not isinstance(key, ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey):
        raise BadInput(Code.KEY_KIND, kind=kind_of(key))
    sound(key.public_key())
    return key


def kind_of(key: object) -> str:
    """Return what people call a kind of key: `P-256`, `RSA-2048`."""
    if isinstance(key, rsa.RSAPublicKey | rsa.RSAPrivateKey):
        return f"RSA-{key.key_size}"
    if isinstance(key, ec.EllipticCurvePublicKey | ec.EllipticCurvePrivateKey):
        return _CURVES.get(key.curve.name, key.curve.name)
    return type(key).__name__.strip("_").removesuffix("PublicKey").removesuffix("PrivateKey")


def sign_with(key: SigningKey, data: bytes) -> bytes:
    """Return the signature over the SHA-256 of `data`: ECDSA (DER) or PKCS#1 v1.5."""
    if isinstance(key, rsa.RSAPrivateKey):
        return key.sign(data, padding.PKCS1v15(), hashes.SHA256())
    return key.sign(data, ec.ECDSA(hashes.SHA256()))


def signed_with(key: object, data: bytes, signature: bytes) -> bool:
    """Return whether a public key's holder made `signature` over the SHA-256 of `data`."""
    try:
        public = sound(key)
        if isinstance(public, rsa.RSAPublicKey):
            public.verify(signature, data, padding.PKCS1v15(), hashes.SHA256())
        else:
            public.verify(signature, data, ec.ECDSA(hashes.SHA256()))
    except (BadInput, InvalidSignature, UnsupportedAlgorithm, ValueError):
        return False
    return True
