"""Whose key opens an encrypted file: key agreement on P-256 (RFC 5753) around an AES key wrap.

The sender makes a fresh key for each file; secret, X9.63 derivation (SHA-256) and the recipient's
key give the key that wraps the content's key.
"""

from asn1crypto import cms, core, keys
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.kdf.x963kdf import X963KDF
from cryptography.hazmat.primitives.keywrap import InvalidUnwrap, aes_key_unwrap, aes_key_wrap
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from fieldaudit.errors import BadInput, Code
from fieldaudit.visit.envelope_frame import NotAFrame, algorithm
from fieldaudit.visit.identity import Identity
from fieldaudit.visit.identity_certificates import parsed

_AGREEMENT = "1.3.132.1.11.1"
"""dhSinglePass-stdDH-sha256kdf-scheme (RFC 5753, section 7.1.4)."""

_WRAP = "2.16.840.1.101.3.4.1.45"
"""id-aes256-wrap (RFC 3565)."""

_DERIVATIONS: dict[str, type[hashes.HashAlgorithm]] = {
    "1.3.133.16.840.63.0.2": hashes.SHA1,
    "1.3.132.1.11.0": hashes.SHA224,
    _AGREEMENT: hashes.SHA256,
    "1.3.132.1.11.2": hashes.SHA384,
    "1.3.132.1.11.3": hashes.SHA512,
}
"""What other programs choose by default is read too; OpenSSL's is SHA-1, sound in this place."""

_WRAPS = {"2.16.840.1.101.3.4.1.5": 16, "2.16.840.1.101.3.4.1.25": 24, _WRAP: 32}
_MOST_RECIPIENTS = 1000
_UNREADABLE = (ValueError, TypeError, KeyError)


class _SharedInfo(core.Sequence):  # type: ignore[misc]
    """ECC-CMS-SharedInfo (RFC 5753, section 7.2): what the derived key is bound to."""

    _fields = [  # noqa: RUF012 - as asn1crypto wants it
        ("key_info", core.Any),
        ("entity_u_info", core.OctetString, {"explicit": 0, "optional": True}),
        ("supp_pub_info", core.OctetString, {"explicit": 2}),
    ]


def recipients_for(content_key: bytes, certificate: str) -> bytes:
    """Return RecipientInfos (DER) by which the holder of one certificate finds the content's key.

    Raises:
        BadInput: the certificate (PEM) cannot be read, or its key is not on P-256.
    """
    theirs, named = _certified(certificate)
    fresh = ec.generate_private_key(ec.SECP256R1())
    wrap = cms.KeyEncryptionAlgorithm({"algorithm": _WRAP})
    wrapping = _derived(fresh.exchange(ec.ECDH(), theirs), _AGREEMENT, wrap.dump(), None)
    spelled = fresh.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    info = cms.KeyAgreeRecipientInfo(
        {
            "version": "v3",
            "originator": cms.OriginatorIdentifierOrKey(
                name="originator_key", value=keys.PublicKeyInfo.load(spelled)
            ),
            "key_encryption_algorithm": {"algorithm": _AGREEMENT, "parameters": wrap},
            "recipient_encrypted_keys": [
                {"rid": named, "encrypted_key": aes_key_wrap(wrapping, content_key)}
            ],
        }
    )
    return bytes(cms.RecipientInfos([cms.RecipientInfo(name="kari", value=info)]).dump())


def content_key(recipients: bytes, identity: Identity) -> bytes:
    """Return the content's key, found with a person's own.

    Raises:
        NotAFrame: the recipients cannot be read, or one is this person and yields no key.
        Unmeant: nobody among the recipients is this person.
    """
    try:
        found = list(cms.RecipientInfos.load(recipients, strict=True))[:_MOST_RECIPIENTS]
        offers = [
            (info.chosen, each)
            for info in found
            if info.name == "kari"
            for each in info.chosen["recipient_encrypted_keys"]
        ]
        meant = [_is_meant(each["rid"], identity) for _, each in offers]
        tried = [_unwrapped(info, each, identity) for info, each in offers]
    except _UNREADABLE as error:
        raise NotAFrame("recipients") from error
    opened = [key for key in tried if key]
    if opened:
        return opened[0]
    if any(meant):
        raise NotAFrame("key")
    raise Unmeant(", ".join(_called(each["rid"]) for _, each in offers[:3]) or "?")


class Unmeant(Exception):
    """A file is encrypted for others; says for whom."""


def _unwrapped(
    info: cms.KeyAgreeRecipientInfo, each: cms.RecipientEncryptedKey, identity: Identity
) -> bytes:
    """Return the content's key; empty where it does not come out."""
    agreement = info["key_encryption_algorithm"]["algorithm"].dotted
    wrap = info["key_encryption_algorithm"]["parameters"].dump()
    if info["originator"].name != "originator_key" or agreement not in _DERIVATIONS:
        return b""
    point = bytes(info["originator"].chosen["public_key"])
    try:
        theirs = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), point)
        key = _derived(identity.agree(theirs), agreement, wrap, info["ukm"].native)
        return aes_key_unwrap(key, each["encrypted_key"].native)
    except (ValueError, InvalidUnwrap, NotAFrame):
        return b""


def _derived(secret: bytes, agreement: str, wrap: bytes, material: bytes | None) -> bytes:
    """Derive the wrapping key from the shared secret, bound to the algorithm that wraps."""
    name, _ = algorithm(wrap)
    if name not in _WRAPS:
        raise NotAFrame("key wrap")
    length = _WRAPS[name]
    bound = {
        "key_info": core.Any.load(wrap),
        "supp_pub_info": (length * 8).to_bytes(4, "big"),
    }
    if material is not None:
        bound["entity_u_info"] = material
    return X963KDF(_DERIVATIONS[agreement](), length, _SharedInfo(bound).dump()).derive(secret)


def _certified(pem: str) -> tuple[ec.EllipticCurvePublicKey, cms.KeyAgreementRecipientIdentifier]:
    """Return the key of a certificate and what the recipient is called by."""
    certificate = parsed(pem)
    try:
        key = certificate.public_key()
    except ValueError as error:
        raise BadInput(Code.CERTIFICATE_UNREADABLE) from error
    if not isinstance(key, ec.EllipticCurvePublicKey) or not isinstance(key.curve, ec.SECP256R1):
        raise BadInput(Code.CERTIFICATE_UNSUITABLE)
    print_ = _key_prints(certificate)[0]
    named = {"subject_key_identifier": print_}
    return key, cms.KeyAgreementRecipientIdentifier(name="r_key_id", value=named)


def _key_prints(certificate: x509.Certificate) -> list[bytes]:
    """Return what a certificate calls its key, then what RFC 5280 would have it called."""
    usual = x509.SubjectKeyIdentifier.from_public_key(certificate.public_key()).digest
    try:
        own = certificate.extensions.get_extension_for_class(x509.SubjectKeyIdentifier)
    except (x509.ExtensionNotFound, ValueError):
        return [usual]
    return [own.value.digest, usual]


def _is_meant(named: cms.KeyAgreementRecipientIdentifier, identity: Identity) -> bool:
    certificate = x509.load_pem_x509_certificate(identity.certificate.encode())
    if named.name == "r_key_id":
        return named.chosen["subject_key_identifier"].native in _key_prints(certificate)
    issuer = certificate.issuer.public_bytes()
    told = named.chosen
    return bool(
        told["serial_number"].native == certificate.serial_number
        and told["issuer"].dump() == issuer
    )


def _called(named: cms.KeyAgreementRecipientIdentifier) -> str:
    if named.name == "r_key_id":
        return str(named.chosen["subject_key_identifier"].native.hex())[:16]
    return f"{named.chosen['issuer'].human_friendly} {named.chosen['serial_number'].native:x}"
