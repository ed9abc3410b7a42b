from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from fieldaudit.actions import identities, surveys
from fieldaudit.actions.writing import author_of, write
from fieldaudit.codes import Trouble
from fieldaudit.errors import BadInput, Code
from fieldaudit.paths import tries_folder
from fieldaudit.store import people
from fieldaudit.store.revisions import Edit
from fieldaudit.store.survey import Survey
from fieldaudit.visit.identity import Identity
from fieldaudit.visit.stamp import Author, new_id
from tests.kit.office import an_inspector, an_office, history, write_form

WHO: dict[str, Any] = {
    "name": "李四",
    "role": "inspector",
    "unit": "礼嘉街道",
    "password": "a secret",
}


def test_a_key_and_its_certificate_are_written_side_by_side(tmp_path: Path) -> None:
    file = tmp_path / "li.p12"
    made = identities.create(file, **WHO)
    assert identities.unlock(file, "a secret") == made
    public = file.with_suffix(".pem").read_text("ascii")
    assert public == made.certificate
    assert "PRIVATE" not in public


def test_an_author_needs_no_password(tmp_path: Path) -> None:
    made = identities.create(tmp_path / "li.p12", **WHO)
    author = identities.author_at(tmp_path / "li.p12")
    assert author == Author("李四", made.fingerprint, "inspector", made.certificate)


def test_a_wrong_password_opens_nothing(tmp_path: Path) -> None:
    identities.create(tmp_path / "li.p12", **WHO)
    with pytest.raises(BadInput) as caught:
        identities.unlock(tmp_path / "li.p12", "another")
    assert caught.value.code is Code.IDENTITY_PASSWORD


@pytest.mark.parametrize("taken", ["li.p12", "li.pem"])
def test_nothing_is_written_over(taken: str, tmp_path: Path) -> None:
    (tmp_path / taken).write_text("mine", "utf-8")
    with pytest.raises(BadInput) as caught:
        identities.create(tmp_path / "li.p12", **WHO)
    assert caught.value.code is Code.FILE_EXISTS
    assert [each.name for each in tmp_path.iterdir()] == [taken]
    assert (tmp_path / taken).read_text("utf-8") == "mine"


def test_without_a_certificate_there_is_no_author(tmp_path: Path) -> None:
    with pytest.raises(BadInput) as caught:
        identities.author_at(tmp_path / "nobody.p12")
    assert caught.value.code is Code.FILE_NOT_FOUND
    (tmp_path / "nobody.pem").write_text("no certificate", "ascii")
    with pytest.raises(BadInput) as caught:
        identities.author_at(tmp_path / "nobody.p12")
    assert caught.value.code is Code.CERTIFICATE_UNREADABLE


def test_the_founder_vouches_and_takes_it_back(survey: Survey) -> None:
    key = an_inspector()
    done = identities.trust(survey, certificate=key.certificate, identity=an_office())
    assert done.changes.survey
    assert (done.value.name, done.value.fingerprint, done.value.trusted) == (
        key.name,
        key.fingerprint,
        True,
    )
    assert {each.name: each.trusted for each in identities.list_people(survey)} == {
        an_office().name: True,
        key.name: True,
    }
    gone = identities.revoke(survey, certificate=key.certificate, identity=an_office()).value
    assert not gone.trusted
    assert len(history(survey, gone.id)) == 2


def test_nobody_else_can_vouch(survey: Survey) -> None:
    for deed in (identities.trust, identities.revoke):
        with pytest.raises(BadInput) as caught:
            deed(survey, certificate=an_inspector("李四").certificate, identity=an_inspector())
        assert caught.value.code is Code.NOT_FOUNDER
    assert [each.name for each in identities.list_people(survey)] == [an_office().name]


def test_what_is_no_certificate_is_not_trusted(survey: Survey) -> None:
    with pytest.raises(BadInput) as caught:
        identities.trust(survey, certificate="no certificate", identity=an_office())
    assert caught.value.code is Code.CERTIFICATE_UNREADABLE


def code_of(deed: Callable[[], object]) -> Trouble:
    with pytest.raises(BadInput) as caught:
        deed()
    return caught.value.code


def test_wrong_passwords_are_counted_and_slowed(tmp_path: Path) -> None:
    file = tmp_path / "li.p12"
    identities.create(file, **WHO)
    codes = [code_of(partial(identities.unlock, file, "another")) for _ in range(4)]
    assert codes == [Code.IDENTITY_PASSWORD] * 2 + [Code.IDENTITY_WAIT] * 2
    # Even the right one has to wait, for every deed.
    assert code_of(partial(identities.unlock, file, "a secret")) is Code.IDENTITY_WAIT
    change = partial(identities.change_password, file, old="a secret", new="x")
    assert code_of(change) is Code.IDENTITY_WAIT
    (kept,) = tries_folder().iterdir()
    assert "another" not in kept.read_text("utf-8")
    assert kept.read_text("utf-8").startswith('{"count": 3')


def test_the_right_password_ends_the_count(tmp_path: Path) -> None:
    file = tmp_path / "li.p12"
    identities.create(file, **WHO)
    for _ in range(3):
        for _ in range(2):
            assert code_of(partial(identities.unlock, file, "x")) is Code.IDENTITY_PASSWORD
        identities.unlock(file, "a secret")
    assert not list(tries_folder().iterdir())


def test_a_changed_password_opens_the_same_key(tmp_path: Path) -> None:
    made = identities.create(tmp_path / "li.p12", **WHO)
    identities.change_password(tmp_path / "li.p12", old="a secret", new="another")
    assert identities.unlock(tmp_path / "li.p12", "another") == made


@pytest.fixture
def authority(tmp_path: Path) -> Identity:
    who: dict[str, Any] = {"name": "专班", "role": "office", "unit": "工作专班", "password": "x"}
    return identities.create(tmp_path / "office.p12", **who, authority=True)


def test_an_office_certifies_whoever_asks(authority: Identity, tmp_path: Path) -> None:
    made = identities.create(tmp_path / "li.p12", **WHO)
    asked, pem, out = tmp_path / "li.csr", tmp_path / "issued.pem", tmp_path / "new.p12"
    assert identities.request(tmp_path / "li.p12", asked, password="a secret") == made
    issued = identities.issue(asked, pem, identity=authority, years=2)
    assert (issued.name, issued.fingerprint) == (made.name, made.fingerprint)
    assert pem.read_text("ascii") == issued.certificate
    adopted = identities.adopt(
        tmp_path / "li.p12",
        out,
        certificate=issued.certificate,
        chain=[authority.certificate],
        password="a secret",
    )
    assert identities.unlock(out, "a secret") == adopted
    assert identities.author_at(out).certificate == issued.certificate
    with a_founded_survey(tmp_path / "a.gpkg", authority) as survey:
        write(survey, [Edit(new_id(), "site", {"code": "A"})], author=author_of(adopted))
        trusted = {each.name: each.trusted for each in identities.list_people(survey)}
        assert trusted == {"专班": True, "李四": True}


def test_a_certificate_that_came_later_is_told_to_the_survey(
    authority: Identity, tmp_path: Path
) -> None:
    made = identities.create(tmp_path / "li.p12", **WHO)
    identities.request(tmp_path / "li.p12", tmp_path / "li.csr", password="a secret")
    issued = identities.issue(tmp_path / "li.csr", tmp_path / "b.pem", identity=authority, years=1)
    with a_founded_survey(tmp_path / "a.gpkg", authority) as survey:
        for who in (author_of(made), issued, issued):
            write(survey, [Edit(new_id(), "site", {"code": "A"})], author=who)
        assert len(history(survey, people.person_id(made.fingerprint))) == 2
        assert all(each.trusted for each in identities.list_people(survey))


def a_founded_survey(path: Path, founder: Identity) -> Survey:
    surveys.new_survey(
        path, name="核查", founder=author_of(founder), forms=[write_form(path.parent)]
    )
    return surveys.open_survey(path)


def test_a_person_certifies_nobody(tmp_path: Path) -> None:
    made = identities.create(tmp_path / "li.p12", **WHO)
    identities.request(tmp_path / "li.p12", tmp_path / "li.csr", password="a secret")
    deed = partial(identities.issue, tmp_path / "li.csr", tmp_path / "a.pem", years=1)
    assert code_of(partial(deed, identity=made)) is Code.NOT_AUTHORITY
    assert not (tmp_path / "a.pem").exists()


def test_an_expired_authority_certifies_nobody(authority: Identity, tmp_path: Path) -> None:
    late = replace(authority, expires=datetime(2020, 1, 1, tzinfo=UTC))
    deed = partial(identities.issue, tmp_path / "a.csr", tmp_path / "a.pem", years=1)
    assert code_of(partial(deed, identity=late)) is Code.IDENTITY_EXPIRED


def test_a_next_key_is_the_same_person(survey: Survey, tmp_path: Path) -> None:
    old = identities.create(tmp_path / "li.p12", **WHO)
    identities.trust(survey, certificate=old.certificate, identity=an_office())
    turn = partial(identities.rotate, survey, tmp_path / "li.p12", password="a secret")
    person = turn(tmp_path / "next.p12").value
    new = identities.unlock(tmp_path / "next.p12", "a secret")
    assert (person.name, person.fingerprint, person.trusted) == ("李四", new.fingerprint, True)
    assert new.fingerprint != old.fingerprint
    assert people.signatories(survey)[old.fingerprint].successor == new.fingerprint
    assert code_of(partial(turn, tmp_path / "again.p12")) is Code.IDENTITY_SUCCESSOR
    assert not (tmp_path / "again.p12").exists()


def test_the_founder_is_neither_rotated_nor_revoked(authority: Identity, tmp_path: Path) -> None:
    with a_founded_survey(tmp_path / "a.gpkg", authority) as survey:
        turn = partial(identities.rotate, survey, tmp_path / "office.p12", tmp_path / "b.p12")
        assert code_of(partial(turn, password="x")) is Code.IDENTITY_FOUNDER
        own = partial(identities.revoke, survey, certificate=authority.certificate)
        assert code_of(partial(own, identity=authority)) is Code.IDENTITY_FOUNDER


def test_a_revoked_key_gets_no_next_one(survey: Survey, tmp_path: Path) -> None:
    old = identities.create(tmp_path / "li.p12", **WHO)
    identities.revoke(survey, certificate=old.certificate, identity=an_office())
    turn = partial(identities.rotate, survey, tmp_path / "li.p12", tmp_path / "b.p12")
    assert code_of(partial(turn, password="a secret")) is Code.IDENTITY_REVOKED
    assert not (tmp_path / "b.p12").exists()
