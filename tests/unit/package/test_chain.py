from datetime import UTC, datetime

from asn1crypto import x509
from asn1crypto.pem import unarmor

from fieldaudit.package.chain import chain_of
from fieldaudit.visit.identity import fingerprint_of
from tests.kit.identity import an_authority, an_identity, issued

NOW = datetime(2022, 8, 1, tzinfo=UTC)


def der(pem: str) -> x509.Certificate:
    return x509.Certificate.load(unarmor(pem.encode())[2])


def test_a_self_made_certificate_is_a_chain_by_itself() -> None:
    chain = chain_of(der(an_identity().certificate), [])
    assert (len(chain.links), chain.complete, chain.strays, chain.issuer) == (1, True, False, "")
    assert not chain.under({an_identity().fingerprint})


def test_the_issuer_is_found_and_counts_when_known() -> None:
    office = an_authority()
    chain = chain_of(der(issued(an_identity(), office)), [der(office.certificate)])
    assert chain.complete
    assert chain.issuer == office.name
    assert chain.under({fingerprint_of(office.certificate)})
    assert not chain.under({an_identity().fingerprint})


def test_a_person_issues_for_nobody() -> None:
    pem = issued(an_identity(), an_authority())
    other = an_identity("李四")
    chain = chain_of(der(pem), [der(other.certificate)])
    assert not chain.complete
    assert chain.strays
    assert not chain.under({other.fingerprint})


def test_a_missing_issuer_leaves_the_chain_open() -> None:
    chain = chain_of(der(issued(an_identity(), an_authority())), [])
    assert (chain.complete, chain.strays) == (False, False)
