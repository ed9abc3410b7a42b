"""The form of a signature's container: nothing in it may be changed without being noticed.

A signature covers the file but for its own container, and of the container only some parts.
Whatever lies outside those parts must have the one form that RFC 5652 and PAdES allow.
"""

from asn1crypto import cms

_ALLOWED_UNSIGNED = {"signature_time_stamp_token"}
_CONSTRUCTED, _LONG_TAG, _LONG_LENGTH = 0x20, 0x1F, 0x80
_DEEPEST = 30
_DEMANDED = {"content_type", "message_digest", "signing_certificate_v2"}


def flaw(container: bytes) -> str:
    """Return what is wrong with a `/Contents` string as it stands in the file; empty: nothing.

    Raises:
        ValueError, TypeError, KeyError: its ASN.1 cannot be parsed.
    """
    if container[:1] != b"<" or container[-1:] != b">":
        return "<>"
    digits = container[1:-1]
    raw = bytes.fromhex(digits.decode("ascii"))
    info = cms.ContentInfo.load(raw)
    encoded = info.dump()
    spelled = encoded.hex().encode().ljust(len(digits), b"0")
    if digits not in (spelled, spelled.upper()):
        return "padding"
    if info["content_type"].native != "signed_data":
        return "content type"
    if not is_der(encoded):
        return "DER"
    return _signed_data_flaw(info["content"])


def container_of(spelled: bytes) -> bytes:
    """Return the bytes that a `/Contents` string spells, without its padding.

    Raises:
        ValueError: it is spelled in another way than `flaw` allows.
    """
    digits = spelled[1:-1]
    raw = bytes.fromhex(digits.decode("ascii"))
    encoded: bytes = cms.ContentInfo.load(raw).dump()
    padded = encoded.hex().encode().ljust(len(digits), b"0")
    if spelled[:1] != b"<" or spelled[-1:] != b">" or digits not in (padded, padded.upper()):
        raise ValueError("padding")
    return encoded


def is_der(data: bytes, depth: int = 0) -> bool:
    """Return whether every length is spelled as DER demands: definite, in as few bytes as can be.

    Another spelling (BER) of the same values would be another byte that nothing covers.
    """
    at = 0
    while at < len(data):
        start = _content(data, at)
        if start is None:
            return False
        begin, end = start
        constructed = data[at] & _CONSTRUCTED
        if constructed and (depth > _DEEPEST or not is_der(data[begin:end], depth + 1)):
            return False
        at = end
    return True


def _content(data: bytes, at: int) -> tuple[int, int] | None:
    """Return where the content of the value at `at` begins and ends; None when misspelled."""
    # Tag 0 would be padding drawn into the container by a longer length.
    if at + 2 > len(data) or data[at] == 0 or data[at] & _LONG_TAG == _LONG_TAG:
        return None
    begin, length = at + 2, data[at + 1]
    if length >= _LONG_LENGTH:
        digits = data[begin : begin + length - _LONG_LENGTH]
        begin, length = begin + len(digits), int.from_bytes(digits)
        if not digits or digits[0] == 0 or length < _LONG_LENGTH:
            return None
    end = begin + length
    return (begin, end) if end <= len(data) else None


def _signed_data_flaw(signed: cms.SignedData) -> str:
    if len(signed["signer_infos"]) != 1:
        return "signers"
    signer = signed["signer_infos"][0]
    by_serial = signer["sid"].name == "issuer_and_serial_number"
    version = "v1" if by_serial else "v3"
    if (signed["version"].native, signer["version"].native) != (version, version):
        return "version"
    algorithms = [each.dump() for each in signed["digest_algorithms"]]
    if algorithms != [signer["digest_algorithm"].dump()]:
        return "digest algorithm"
    content = signed["encap_content_info"]
    if content["content_type"].native != "data" or content["content"].native is not None:
        return "content"
    if signed["crls"].native is not None:
        return "CRL"
    return _attribute_flaw(signer)


def _attribute_flaw(signer: cms.SignerInfo) -> str:
    names = [each["type"].native for each in signer["signed_attrs"]]
    if len(set(names)) != len(names) or not set(names) >= _DEMANDED:
        return "signed attributes"
    unsigned = signer["unsigned_attrs"]
    if unsigned.native is None:
        return ""
    extra = {each["type"].native for each in unsigned} - _ALLOWED_UNSIGNED
    return "unsigned attributes" if extra else ""
