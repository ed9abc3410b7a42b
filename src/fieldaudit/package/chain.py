"""Who issued a certificate: its chain among those that came with it, every link checked."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from asn1crypto import x509 as asn1
from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm

from fieldaudit.visit.identity_certificates import NO_CERTIFICATE, key_print

_MOST = 6


@dataclass(frozen=True, slots=True)
class Chain:
    """A certificate and its issuers."""

    links: tuple[x509.Certificate, ...]
    """Nearest first; every link issued by the next one."""

    complete: bool
    """Whether the last one issued itself."""

    strays: bool
    """Whether certificates came along that belong to nobody here, or are damaged."""

    @property
    def issuer(self) -> str:
        """Name of the one who stands at its end; empty for a self-made certificate."""
        if len(self.links) == 1:
            return ""
        named = self.links[-1].subject.get_attributes_for_oid(x509.NameOID.COMMON_NAME)
        return str(named[0].value) if named else self.links[-1].subject.rfc4514_string()

    def prints(self) -> tuple[str, ...]:
        """Return the fingerprints of the issuers' keys."""
        return tuple(key_print(each) for each in self.links[1:])

    def under(self, authorities: Collection[str]) -> bool:
        """Tell whether one of the issuers is among `authorities` (fingerprints of keys)."""
        return any(each in authorities for each in self.prints())


def chain_of(certificate: asn1.Certificate, others: Iterable[asn1.Certificate]) -> Chain:
    """Return the chain of a certificate among those that came with it.

    Raises:
        ValueError: a certificate cannot be read.
    """
    lowest, *left = map(_read, (certificate, *others))
    links = [lowest]
    while len(links) < _MOST and not _issued(links[-1], links[-1]):
        above = next((each for each in left if _issues(each) and _issued(links[-1], each)), None)
        if above is None:
            break
        left.remove(above)
        links.append(above)
    complete = _issued(links[-1], links[-1])
    # One that names itself as its issuer and is not was changed.
    damaged = not complete and links[-1].issuer == links[-1].subject
    return Chain(tuple(links), complete, bool(left) or damaged)


def _read(certificate: asn1.Certificate) -> x509.Certificate:
    try:
        return x509.load_der_x509_certificate(certificate.dump())
    except NO_CERTIFICATE as error:
        raise ValueError(str(error)) from error


def _issues(certificate: x509.Certificate) -> bool:
    """Tell whether a certificate may issue others (RFC 5280, 4.2.1.9)."""
    try:
        limits = certificate.extensions.get_extension_for_class(x509.BasicConstraints).value
    except (x509.ExtensionNotFound, x509.DuplicateExtension, ValueError):
        return False
    return limits.ca


def _issued(certificate: x509.Certificate, issuer: x509.Certificate) -> bool:
    try:
        certificate.verify_directly_issued_by(issuer)
    except (ValueError, TypeError, InvalidSignature, UnsupportedAlgorithm):
        return False
    return True
