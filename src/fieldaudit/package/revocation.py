"""What says that certificates were not revoked: CRLs and OCSP answers, fetched when asked to."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from asn1crypto import crl as asn1_crl
from asn1crypto import ocsp as asn1_ocsp
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509 import ocsp
from cryptography.x509.oid import AuthorityInformationAccessOID

from fieldaudit.errors import BadInput, Code, Surroundings
from fieldaudit.package.chain import Chain
from fieldaudit.package.fetch import fetch

_REVOKED = "revoked"
_Found: TypeAlias = asn1_crl.CertificateList | asn1_ocsp.OCSPResponse
_Ask: TypeAlias = Callable[[str, x509.Certificate, x509.Certificate], _Found]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What was fetched, as it came."""

    crls: tuple[asn1_crl.CertificateList, ...] = ()
    """Lists of revoked certificates."""

    answers: tuple[asn1_ocsp.OCSPResponse, ...] = ()
    """Answers about single certificates."""


def gather(chains: Iterable[Chain]) -> Evidence:
    """Fetch, for every link but the last of each chain, an OCSP answer or else a CRL.

    Raises:
        Surroundings: REVOCATION_NONE when a certificate names no source, and what `fetch` raises
            when the last source fails; REVOCATION_WRONG for an answer that is none.
    """
    crls: dict[bytes, asn1_crl.CertificateList] = {}
    answers: dict[bytes, asn1_ocsp.OCSPResponse] = {}
    for chain in chains:
        for certificate, issuer in zip(chain.links, chain.links[1:], strict=False):
            found = _for(certificate, issuer)
            if isinstance(found, asn1_crl.CertificateList):
                crls[found.dump()] = found
            else:
                answers[found.dump()] = found
    return Evidence(tuple(crls.values()), tuple(answers.values()))


def _for(certificate: x509.Certificate, issuer: x509.Certificate) -> _Found:
    trouble: Surroundings | BadInput | None = None
    try:
        sources: list[tuple[_Ask, str]] = [(_asked, url) for url in _responders(certificate)]
        sources += [(_listed, url) for url in _lists(certificate)]
    except (ValueError, x509.DuplicateExtension) as error:
        raise Surroundings(Code.REVOCATION_NONE, name=_name(certificate)) from error
    for ask, url in sources:
        try:
            return ask(url, certificate, issuer)
        except (Surroundings, BadInput) as error:
            if error.code is Code.REVOCATION_REVOKED:
                raise
            trouble = error
    raise trouble or Surroundings(Code.REVOCATION_NONE, name=_name(certificate))


def _asked(
    url: str, certificate: x509.Certificate, issuer: x509.Certificate
) -> asn1_ocsp.OCSPResponse:
    builder = ocsp.OCSPRequestBuilder().add_certificate(certificate, issuer, hashes.SHA1())  # noqa: S303 - RFC 6960
    asked = builder.build().public_bytes(Encoding.DER)
    data = fetch(url, body=asked, kind="application/ocsp-request")
    try:
        answer = asn1_ocsp.OCSPResponse.load(data, strict=True)
        if answer["response_status"].native != "successful":
            raise Surroundings(Code.REVOCATION_WRONG, url=url)
        status = answer.response_data["responses"][0]["cert_status"].name
    except (ValueError, TypeError, KeyError, IndexError) as error:
        raise Surroundings(Code.REVOCATION_WRONG, url=url) from error
    if status == _REVOKED:
        raise Surroundings(Code.REVOCATION_REVOKED, name=_name(certificate))
    return answer


def _listed(
    url: str, _certificate: x509.Certificate, _issuer: x509.Certificate
) -> asn1_crl.CertificateList:
    try:
        found = asn1_crl.CertificateList.load(fetch(url), strict=True)
        found["tbs_cert_list"]["this_update"].native  # noqa: B018 - read now or fail now
    except (ValueError, TypeError, KeyError) as error:
        raise Surroundings(Code.REVOCATION_WRONG, url=url) from error
    return found


def _responders(certificate: x509.Certificate) -> Iterator[str]:
    try:
        told = certificate.extensions.get_extension_for_class(x509.AuthorityInformationAccess)
    except x509.ExtensionNotFound:
        return
    for each in told.value:
        if each.access_method == AuthorityInformationAccessOID.OCSP:
            yield str(each.access_location.value)


def _lists(certificate: x509.Certificate) -> Iterator[str]:
    try:
        told = certificate.extensions.get_extension_for_class(x509.CRLDistributionPoints)
    except x509.ExtensionNotFound:
        return
    for point in told.value:
        for name in point.full_name or ():
            if str(name.value).startswith("http"):
                yield str(name.value)


def _name(certificate: x509.Certificate) -> str:
    found = certificate.subject.get_attributes_for_oid(x509.NameOID.COMMON_NAME)
    return str(found[0].value) if found else certificate.subject.rfc4514_string()
