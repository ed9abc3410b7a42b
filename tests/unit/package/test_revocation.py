from collections.abc import Iterator
from pathlib import Path

import pytest
from asn1crypto import x509
from asn1crypto.pem import unarmor

from fieldaudit.errors import Code, Surroundings
from fieldaudit.package.chain import Chain, chain_of
from fieldaudit.package.revocation import gather
from tests.kit.authority import Authority, an_authority_at_work, needs_openssl
from tests.kit.identity import an_authority, an_identity, issued


def der(pem: str) -> x509.Certificate:
    return x509.Certificate.load(unarmor(pem.encode())[2])


@pytest.fixture
def authority(tmp_path: Path) -> Iterator[Authority]:
    with an_authority_at_work(tmp_path) as made:
        yield made


@pytest.fixture
def chain(authority: Authority) -> Chain:
    return chain_of(der(authority.person().certificate), [der(authority.pem)])


def test_an_answer_about_the_one_certificate_goes_before_a_list(
    authority: Authority, chain: Chain
) -> None:
    found = gather([chain])
    assert (len(found.answers), len(found.crls), authority.asked) == (1, 0, ["/ocsp"])


def test_a_list_does_where_no_answer_comes(
    authority: Authority, chain: Chain, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(authority, "_ocsp", lambda _asked: b"\x30\x03\x0a\x01\x06")
    found = gather([chain])
    assert (len(found.answers), len(found.crls)) == (0, 1)


@pytest.mark.parametrize(
    ("mood", "code"), [("garbage", Code.REVOCATION_WRONG), ("refuse", Code.NETWORK_ANSWER)]
)
def test_what_is_no_answer_is_told(
    authority: Authority, chain: Chain, mood: str, code: Code
) -> None:
    authority.mood = mood
    with pytest.raises(Surroundings) as caught:
        gather([chain])
    assert caught.value.code is code


def test_a_revoked_certificate_is_told(authority: Authority, chain: Chain) -> None:
    authority.revoked = True
    with pytest.raises(Surroundings) as caught:
        gather([chain])
    assert caught.value.code is Code.REVOCATION_REVOKED


def test_a_certificate_that_names_no_source_is_told() -> None:
    pem = issued(an_identity(), an_authority())
    with pytest.raises(Surroundings) as caught:
        gather([chain_of(der(pem), [der(an_authority().certificate)])])
    assert caught.value.code is Code.REVOCATION_NONE


def test_a_self_made_certificate_needs_none() -> None:
    assert gather([chain_of(der(an_identity().certificate), [])]).crls == ()


pytestmark = needs_openssl
