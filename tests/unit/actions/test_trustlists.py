import json
from pathlib import Path

import pytest

from fieldaudit.actions import identities, trustlists
from fieldaudit.errors import BadInput, Code
from fieldaudit.store.survey import Survey
from tests.kit.office import an_inspector, an_office

OFFICE, GOOD, GONE = an_office(), an_inspector(), an_inspector("李四")


@pytest.fixture
def told(survey: Survey, tmp_path: Path) -> Path:
    identities.trust(survey, certificate=GOOD.certificate, identity=OFFICE)
    identities.revoke(survey, certificate=GONE.certificate, identity=OFFICE)
    trustlists.write_trustlist(survey, tmp_path / "list.json", identity=OFFICE)
    (tmp_path / "office.pem").write_text(OFFICE.certificate, "ascii")
    (tmp_path / "other.pem").write_text(GOOD.certificate, "ascii")
    return tmp_path / "list.json"


def test_a_list_tells_whom_the_founder_trusts_and_whom_no_longer(told: Path) -> None:
    people = json.loads(told.read_text("utf-8"))["people"]
    states = {each["name"]: each["state"] for each in people}
    assert states == {"专班": "trusted", "张三": "trusted", "李四": "revoked"}
    known = trustlists.known_by(told, told.parent / "office.pem")
    assert known.trusted == {OFFICE.fingerprint, GOOD.fingerprint}
    assert known.revoked.keys() == {GONE.fingerprint}
    assert known.problems == ()


def test_without_its_authority_a_list_makes_nobody_known(told: Path) -> None:
    known = trustlists.known_by(told, None)
    assert not known.trusted
    assert known.revoked.keys() == {GONE.fingerprint}
    (problem,) = known.problems
    assert problem.code is Code.TRUSTLIST_UNKNOWN
    assert problem.params["fingerprint"] == OFFICE.fingerprint


def test_another_authority_is_refused(told: Path) -> None:
    with pytest.raises(BadInput) as caught:
        trustlists.known_by(told, told.parent / "other.pem")
    assert caught.value.code is Code.TRUSTLIST_BROKEN


def test_only_the_founder_writes_a_list(survey: Survey, tmp_path: Path) -> None:
    with pytest.raises(BadInput) as caught:
        trustlists.write_trustlist(survey, tmp_path / "a.json", identity=GOOD)
    assert caught.value.code is Code.NOT_FOUNDER
    assert not (tmp_path / "a.json").exists()


def test_a_survey_tells_the_same(told: Path) -> None:
    here = trustlists.known_in(told.parent / "survey.gpkg")
    there = trustlists.known_by(told, told.parent / "office.pem")
    assert (here.trusted, here.revoked) == (there.trusted, there.revoked)
    assert trustlists.known_in(None) == trustlists.Known()
