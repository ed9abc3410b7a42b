from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from asn1crypto import cms, tsp

from fieldaudit.package.quiet import quiet
from fieldaudit.package.token_form import judged_token
from tests.kit.authority import Authority, an_authority_at_work, needs_openssl

pytestmark = needs_openssl
DATA = b"what was signed"


@pytest.fixture
def authority(tmp_path: Path) -> Iterator[Authority]:
    with an_authority_at_work(tmp_path) as made:
        yield made


@pytest.fixture
def token(authority: Authority) -> bytes:
    imprint = {"hash_algorithm": {"algorithm": "sha256"}, "hashed_message": sha256(DATA).digest()}
    asked = tsp.TimeStampReq({"version": 1, "message_imprint": imprint, "cert_req": True})
    _, answer = authority.answer("/tsa", asked.dump())
    made: bytes = tsp.TimeStampResp.load(answer)["time_stamp_token"].dump()
    return made


def judge(token: bytes, data: bytes = DATA) -> tuple[str, str, tuple[str, ...]]:
    loaded = cms.ContentInfo.load(token, strict=True)
    with quiet():
        stamp = judged_token(loaded, lambda _: sha256(data).digest())
    return stamp.by, stamp.at, stamp.chain.prints()


def test_a_genuine_token_names_its_authority(token: bytes) -> None:
    assert judge(token)[0] == "测试时间戳"


def test_a_token_of_other_bytes_is_none(token: bytes) -> None:
    with pytest.raises(ValueError, match="signature"):
        judge(token, b"other")


def test_no_changed_byte_changes_what_a_token_says(token: bytes) -> None:
    """A byte is found, or lies in what nothing is read from: the last issuer's own issuer."""
    found, said = 0, judge(token)
    for place in range(0, len(token), 5):
        data = bytearray(token)
        data[place] ^= 1
        try:
            assert judge(bytes(data)) == said
        except (ValueError, TypeError, KeyError, AttributeError):
            found += 1
    assert found > 0.9 * len(token) // 5


def test_anything_beside_the_signature_is_refused(token: bytes) -> None:
    loaded = cms.ContentInfo.load(token)
    info = loaded["content"]["signer_infos"][0]
    info["unsigned_attrs"] = [
        {"type": "content_type", "values": [cms.ContentType("data")]},
    ]
    with pytest.raises(ValueError, match="unsigned attributes"):
        judge(loaded.dump(force=True))
