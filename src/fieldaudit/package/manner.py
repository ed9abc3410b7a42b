"""How a signature is made, beyond who makes it: its picture, and what it asks the network for."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Manner:
    """What a person asked for; by default nothing is fetched from anywhere."""

    timestamp: str = ""
    """URL of a timestamping authority (RFC 3161); empty: the signer's own clock."""

    revocation: bool = False
    """Whether to embed what says that no certificate was revoked (CRL, OCSP), under a second
    timestamp."""

    lenient: bool = False
    """Whether to sign without these when they cannot be had."""

    picture: bytes = b""
    """Vetted JPEG of a handwritten signature or a seal, shown in the field."""


PLAIN = Manner()
"""Offline, without a picture."""
