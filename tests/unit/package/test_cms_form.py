import pytest
from asn1crypto import cms

from fieldaudit.package.cms_form import flaw, is_der
from tests.kit.packages import gap, signed_bytes


def container() -> bytes:
    start, end = gap(signed_bytes())
    return signed_bytes()[start:end]


def rebuilt(change: object) -> bytes:
    info = cms.ContentInfo.load(bytes.fromhex(container()[1:-1].decode()))
    change(info["content"])  # type: ignore[operator]
    return b"<" + info.dump(force=True).hex().encode().ljust(len(container()) - 2, b"0") + b">"


def test_what_the_program_writes_is_sound() -> None:
    assert flaw(container()) == ""
    assert flaw(rebuilt(lambda signed: None)) == ""


@pytest.mark.parametrize("place", [-2, -100, -3000])
def test_the_padding_is_zeros(place: int) -> None:
    data = bytearray(container())
    data[place] = ord("1")
    assert flaw(bytes(data)) == "padding"


def test_the_case_of_one_digit_is_noticed() -> None:
    data = container()
    place = next(n for n, each in enumerate(data[1:200], 1) if chr(each).isalpha())
    assert flaw(data[:place] + data[place : place + 1].swapcase() + data[place + 1 :]) == "padding"
    assert flaw(data.upper()) == ""


def test_the_brackets_belong_to_it() -> None:
    assert flaw(b"(" + container()[1:]) == "<>"


def test_a_version_that_the_signature_does_not_cover_is_checked() -> None:
    def change(signed: cms.SignedData) -> None:
        signed["version"] = "v3"

    assert flaw(rebuilt(change)) == "version"


def test_digest_algorithms_are_those_of_the_signer() -> None:
    def change(signed: cms.SignedData) -> None:
        signed["digest_algorithms"] = [{"algorithm": "sha1"}]

    assert flaw(rebuilt(change)) == "digest algorithm"


def test_content_inside_is_refused() -> None:
    def change(signed: cms.SignedData) -> None:
        signed["encap_content_info"] = {"content_type": "data", "content": b"hidden"}

    assert flaw(rebuilt(change)) == "content"


def test_unsigned_attributes_are_refused() -> None:
    def change(signed: cms.SignedData) -> None:
        attribute = cms.CMSAttribute({"type": "content_type", "values": ["data"]})
        signed["signer_infos"][0]["unsigned_attrs"] = [attribute]

    assert flaw(rebuilt(change)) == "unsigned attributes"


def test_the_certificate_must_be_named_by_the_signer() -> None:
    def change(signed: cms.SignedData) -> None:
        kept = [
            each
            for each in signed["signer_infos"][0]["signed_attrs"]
            if each["type"].native != "signing_certificate_v2"
        ]
        signed["signer_infos"][0]["signed_attrs"] = kept

    assert flaw(rebuilt(change)) == "signed attributes"


def test_two_signers_are_refused() -> None:
    def change(signed: cms.SignedData) -> None:
        signed["signer_infos"].append(signed["signer_infos"][0])

    assert flaw(rebuilt(change)) == "signers"


def test_what_cannot_be_parsed_raises() -> None:
    with pytest.raises(ValueError, match=r".*"):
        flaw(b"<zz>")


def test_no_digit_of_the_head_can_be_another() -> None:
    data = container()
    for place in range(1, 60):
        for digit in b"0123456789abcdefABCDEF":
            changed = data[:place] + bytes([digit]) + data[place + 1 :]
            if changed != data:
                assert _refused(changed), place


def _refused(changed: bytes) -> bool:
    try:
        return bool(flaw(changed))
    except (ValueError, TypeError, KeyError):
        return True


@pytest.mark.parametrize(
    ("encoded", "good"),
    [
        ("3003020101", True),
        ("308103020101", False),
        ("3080020101", False),
        ("30050201010000", False),
        ("30800201010000", False),
        ("3003020102ff", False),
        ("30820003020101", False),
        ("3005020101", False),
        ("04" + "8180" + "00" * 128, True),
        ("04" + "820080" + "00" * 128, False),
        ("30" * 40, False),
        ("1f8101", False),
        ("", True),
    ],
)
def test_only_the_shortest_spelling_is_der(encoded: str, good: bool) -> None:
    assert is_der(bytes.fromhex(encoded)) is good


def test_nesting_has_an_end() -> None:
    data = b""
    for _ in range(60):
        data = b"\x30" + bytes([len(data)]) + data
    assert not is_der(data)
