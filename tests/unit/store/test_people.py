import pytest

from fieldaudit.store import people
from fieldaudit.store.people import SUCCESSOR, VOUCHED, person_id
from tests.kit.identity import an_authority, an_identity, issued
from tests.kit.surveys import FOUNDER, a_survey, fresh_id, introduce, revise, seal

PERSON, STRANGER = an_identity(), an_identity(name="李四")


@pytest.fixture
def survey(tmp_path):
    with a_survey(tmp_path / "a.gpkg") as survey:
        introduce(survey, PERSON)
        yield survey


def known(survey, identity=PERSON) -> people.Signatory:
    return people.signatories(survey)[identity.fingerprint]


def test_the_founder_is_who_made_the_survey(survey):
    assert people.founder(survey) == FOUNDER


def test_who_introduces_himself_is_known_but_not_trusted(survey):
    assert known(survey).name == PERSON.name
    assert known(survey).certificate == PERSON.certificate
    assert not known(survey).trusted


def test_the_founder_is_trusted_and_can_vouch_and_take_it_back(tmp_path):
    founder = an_identity(name="王五")
    with a_survey(tmp_path / "b.gpkg", founder.fingerprint) as survey:
        introduce(survey, founder)
        introduce(survey, PERSON, author=founder.fingerprint, changes={VOUCHED: "true"})
        assert known(survey, founder).trusted
        assert not known(survey).trusted
        seal(survey, founder)
        assert known(survey).trusted
        revise(
            survey,
            person_id(PERSON.fingerprint),
            {VOUCHED: None},
            kind="person",
            author=founder.fingerprint,
        )
        assert known(survey).trusted
        seal(survey, founder)
        assert not known(survey).trusted


def test_nobody_else_can_vouch(survey):
    record = person_id(PERSON.fingerprint)
    for author in (PERSON.fingerprint, STRANGER.fingerprint):
        revise(survey, record, {VOUCHED: "true"}, kind="person", author=author)
    assert not known(survey).trusted


def test_trust_does_not_pass_to_a_key_put_in_the_place_of_another(tmp_path):
    founder, record = an_identity(name="王五"), person_id(PERSON.fingerprint)
    with a_survey(tmp_path / "c.gpkg", founder.fingerprint) as survey:
        introduce(survey, founder)
        introduce(survey, PERSON, author=founder.fingerprint, changes={VOUCHED: "true"})
        seal(survey, founder)
        stolen = {"certificate": STRANGER.certificate, "fingerprint": STRANGER.fingerprint}
        revise(survey, record, stolen, kind="person", author=STRANGER.fingerprint)
        assert known(survey).trusted
        assert known(survey).certificate == PERSON.certificate
        assert STRANGER.fingerprint not in people.signatories(survey)


def test_words_in_the_founders_name_without_the_founders_seal_count_for_nothing(survey):
    revise(survey, person_id(PERSON.fingerprint), {VOUCHED: "true"}, kind="person")
    assert not known(survey).trusted


def test_a_certified_name_cannot_be_changed_by_others(survey):
    record = person_id(PERSON.fingerprint)
    revise(survey, record, {"name": "冒名"}, kind="person", author=STRANGER.fingerprint)
    assert known(survey).name == PERSON.name


def test_a_copied_certificate_under_another_record_says_nothing(survey):
    copied = {"certificate": PERSON.certificate, "name": "冒名"}
    revise(survey, fresh_id(), copied, kind="person")
    assert known(survey).record.id == person_id(PERSON.fingerprint)


def test_somebody_without_a_key_is_known_by_name(survey):
    label = "name:赵六"
    revise(survey, person_id(label), {"fingerprint": label, "name": "赵六"}, kind="person")
    found = people.signatories(survey)[label]
    assert (found.name, found.certificate, found.trusted) == ("赵六", "", False)


def test_a_broken_certificate_stands_for_nobody(survey):
    revise(survey, fresh_id(), {"certificate": "-----BEGIN"}, kind="person")
    assert list(people.signatories(survey)) == [PERSON.fingerprint]


@pytest.fixture
def office(tmp_path):
    """Yield a survey whose founder may issue certificates."""
    head = an_authority()
    with a_survey(tmp_path / "office.gpkg", head.fingerprint) as survey:
        introduce(survey, head)
        yield survey


def test_whom_the_founder_issued_a_certificate_is_trusted_without_a_word(office):
    introduce(office, PERSON, changes={"certificate": issued(PERSON, an_authority())})
    introduce(office, STRANGER)
    assert known(office).trusted
    assert not known(office, STRANGER).trusted


def test_an_issued_certificate_counts_after_a_self_made_one_too(office):
    introduce(office, PERSON)
    assert not known(office).trusted
    pem = issued(PERSON, an_authority())
    introduce(office, PERSON, changes={"certificate": pem})
    assert (known(office).trusted, known(office).certificate) == (True, pem)
    introduce(office, PERSON)
    assert known(office).certificate == pem


def test_another_office_of_the_same_name_issues_nothing_that_counts(survey, tmp_path):
    introduce(survey, PERSON, changes={"certificate": issued(PERSON, an_authority())})
    assert not known(survey).trusted


def test_a_founder_who_is_no_authority_vouches_by_word_alone(tmp_path):
    founder = an_identity(name="王五")
    with a_survey(tmp_path / "d.gpkg", founder.fingerprint) as survey:
        introduce(survey, founder)
        introduce(survey, PERSON, changes={"certificate": issued(PERSON, an_authority())})
        assert not known(survey).trusted


def test_a_revoked_key_says_since_when(office):
    introduce(office, PERSON, changes={"certificate": issued(PERSON, an_authority())})
    head = an_authority().fingerprint
    assert known(office).revoked == ""
    revise(office, person_id(PERSON.fingerprint), {VOUCHED: None}, kind="person", author=head)
    assert known(office).trusted
    seal(office, an_authority())
    assert not known(office).trusted
    assert known(office).revoked.startswith("2022-07-08T")


def rotated(survey, heir, *, old=PERSON):
    introduce(survey, heir, author=old.fingerprint)
    record = person_id(old.fingerprint)
    revise(survey, record, {SUCCESSOR: heir.fingerprint}, kind="person", author=old.fingerprint)


def test_trust_passes_to_the_next_key_of_the_same_person(office):
    heir = an_identity(unit="礼嘉街道")
    introduce(office, PERSON, changes={"certificate": issued(PERSON, an_authority())})
    rotated(office, heir)
    assert not known(office, heir).trusted
    seal(office, PERSON)
    assert known(office).successor == heir.fingerprint
    assert known(office, heir).trusted
    head = an_authority().fingerprint
    revise(office, person_id(PERSON.fingerprint), {VOUCHED: None}, kind="person", author=head)
    seal(office, an_authority())
    assert not known(office, heir).trusted


def test_trust_does_not_pass_to_another_name_or_from_an_unknown_key(office):
    introduce(office, PERSON, changes={"certificate": issued(PERSON, an_authority())})
    rotated(office, STRANGER)
    seal(office, PERSON)
    assert not known(office, STRANGER).trusted
    introduce(office, an_identity("赵六"))
    rotated(office, an_identity("赵六", unit="礼嘉街道"), old=an_identity("赵六"))
    seal(office, an_identity("赵六"))
    assert not known(office, an_identity("赵六", unit="礼嘉街道")).trusted


def test_a_key_that_names_two_next_ones_names_none(office):
    introduce(office, PERSON, changes={"certificate": issued(PERSON, an_authority())})
    first, second = an_identity(unit="礼嘉街道"), an_identity(unit="人和街道")
    rotated(office, first)
    rotated(office, second)
    seal(office, PERSON)
    assert known(office).successor == ""
    assert not known(office, first).trusted
    assert not known(office, second).trusted


def test_a_strange_certificate_for_the_founders_key_takes_no_trust_away(tmp_path):
    head, thief = an_authority(), an_authority("贼")
    with a_survey(tmp_path / "e.gpkg", head.fingerprint) as survey:
        introduce(survey, head, changes={"certificate": issued(head, thief)})
        introduce(survey, head)
        introduce(survey, PERSON, changes={"certificate": issued(PERSON, head)})
        introduce(survey, STRANGER, changes={"certificate": issued(STRANGER, thief)})
        assert known(survey).trusted
        assert not known(survey, STRANGER).trusted
