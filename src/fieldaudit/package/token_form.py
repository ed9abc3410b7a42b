"""Timestamp tokens (RFC 3161): whether one is genuine, and what it says.

Strict in form like a signature's container: what nothing covers must not be there. Whose clock it
is, is for the caller to know.
"""

import asyncio
import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from asn1crypto import cms, tsp, x509
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko.sign.validation.generic_cms import validate_tst_signed_data
from pyhanko_certvalidator import ValidationContext

from fieldaudit.package.chain import Chain, chain_of
from fieldaudit.package.cms_form import is_der

_DIGESTS = {"sha256", "sha384", "sha512"}
_USAGE = "time_stamping"
_BY_SERIAL = "issuer_and_serial_number"


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a genuine token says."""

    at: str
    """The time, ISO 8601."""

    by: str
    """Name in the certificate of the authority."""

    chain: Chain
    """Its certificates."""


def judged_token(token: cms.ContentInfo, imprint: Callable[[str], bytes]) -> Stamp:
    """Do what `judge_token` does, where no loop runs."""
    return asyncio.run(judge_token(token, imprint))


async def judge_token(token: cms.ContentInfo, imprint: Callable[[str], bytes]) -> Stamp:
    """Return what a token says of the bytes whose digest `imprint` gives by algorithm.

    Raises:
        ValueError: it is malformed, of other bytes, or not signed by its authority; in one word.
    """
    if token["content_type"].native != "signed_data" or not is_der(token.dump()):
        raise ValueError("DER")
    signed = token["content"]
    _check_form(signed)
    told = signed["encap_content_info"]["content"].parsed
    if not isinstance(told, tsp.TSTInfo):
        raise ValueError("TSTInfo")  # noqa: TRY004 - of what came, not of an argument
    if told["message_imprint"]["hash_algorithm"]["algorithm"].native not in _DIGESTS:
        raise ValueError("digest")
    signer = _signer_of(signed)
    context = ValidationContext(trust_roots=[signer], allow_fetching=False)
    try:
        found = await validate_tst_signed_data(signed, context, imprint)
    except SignatureValidationError as error:
        raise ValueError("signature") from error
    if not (found["intact"] and found["valid"]):
        raise ValueError("signature")
    others = [each.chosen for each in signed["certificates"] if each.chosen.dump() != signer.dump()]
    chain = chain_of(signer, others)
    if chain.strays:
        raise ValueError("certificates")
    name = signer.subject.native.get("common_name") or signer.subject.human_friendly
    return Stamp(told["gen_time"].native.isoformat(), str(name), chain)


def _check_form(signed: cms.SignedData) -> None:
    if len(signed["signer_infos"]) != 1 or signed["crls"].native is not None:
        raise ValueError("signers")
    info = signed["signer_infos"][0]
    if signed["version"].native != "v3" or info["version"].native != "v1":
        raise ValueError("version")
    algorithms = [each.dump() for each in signed["digest_algorithms"]]
    if algorithms != [info["digest_algorithm"].dump()] or info["sid"].name != _BY_SERIAL:
        raise ValueError("digest algorithm")
    if info["unsigned_attrs"].native is not None:
        raise ValueError("unsigned attributes")
    names = {each["type"].native for each in info["signed_attrs"]}
    if not names & {"signing_certificate", "signing_certificate_v2"}:
        raise ValueError("signing certificate")
    if info["digest_algorithm"]["algorithm"].native not in _DIGESTS:
        raise ValueError("digest")


def _signer_of(signed: cms.SignedData) -> x509.Certificate:
    """Return the certificate that the token's signature names by its hash."""
    hashes = set()
    for each in signed["signer_infos"][0]["signed_attrs"]:
        if each["type"].native == "signing_certificate_v2":
            named = each["values"][0]["certs"][0]
            hashes.add((named["hash_algorithm"]["algorithm"].native, named["cert_hash"].native))
        elif each["type"].native == "signing_certificate":
            hashes.add(("sha1", each["values"][0]["certs"][0]["cert_hash"].native))
    for each in signed["certificates"]:
        der = each.chosen.dump()
        if any(hashlib.new(name, der).digest() == value for name, value in hashes):
            usage = each.chosen.extended_key_usage_value
            if usage is None or usage.native != [_USAGE]:
                raise ValueError("key usage")
            named_so = signed["signer_infos"][0]["sid"].chosen
            if named_so["serial_number"].native != each.chosen.serial_number:
                raise ValueError("serial number")
            if named_so["issuer"].dump() != each.chosen.issuer.dump():
                raise ValueError("issuer")
            return each.chosen
    raise ValueError("signing certificate")
