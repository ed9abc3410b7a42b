import json

import pytest

from fieldaudit.codes import Trouble
from fieldaudit.errors import BadInput, Code
from fieldaudit.store import seals
from fieldaudit.store.people import SUCCESSOR, VOUCHED, person_id
from fieldaudit.store.revision import canonical, digest
from fieldaudit.store.seals import Seal
from fieldaudit.visit.records import SealState
from fieldaudit.visit.stamp import Moment
from tests.kit.history import record_id
from tests.kit.identity import an_identity
from tests.kit.surveys import a_survey, introduce, moment, revise, seal, tamper

PERSON, FOUNDER = an_identity(), an_identity(name="王五")


@pytest.fixture
def survey(tmp_path):
    """A survey whose founder vouches for a person who wrote two revisions."""
    with a_survey(tmp_path / "a.gpkg", FOUNDER.fingerprint) as survey:
        introduce(survey, FOUNDER)
        introduce(survey, PERSON, author=FOUNDER.fingerprint, changes={VOUCHED: "true"})
        seal(survey, FOUNDER)
        for name in ("甲", "乙"):
            write(survey, name)
        yield survey


def write(survey, name: str) -> str:
    return revise(survey, record_id(1), {"name": name}, author=PERSON.fingerprint)


def verdict(survey, author: str = PERSON.fingerprint) -> seals.SealTally:
    return {tally.author: tally for tally in seals.tallies(survey)}[author]


def test_a_seal_covers_all_that_its_author_wrote(survey):
    assert seals.unsealed(survey, PERSON.fingerprint) == 2
    assert verdict(survey).state is SealState.UNSEALED
    assert seal(survey, PERSON) == 2
    assert seals.unsealed(survey, PERSON.fingerprint) == 0
    tally = verdict(survey)
    assert tally.state is SealState.SEALED
    assert (tally.name, tally.revisions, tally.sealed, tally.seals) == (PERSON.name, 2, 2, 1)


def test_nothing_new_makes_no_seal(survey):
    seal(survey, PERSON)
    assert seal(survey, PERSON) == 0
    assert verdict(survey).seals == 1


def test_a_later_seal_follows_the_first_and_covers_only_what_is_new(survey):
    seal(survey, PERSON)
    new = write(survey, "丙")
    assert verdict(survey).state is SealState.UNSEALED
    assert seal(survey, PERSON) == 1
    first, second = (
        (name.hex(), json.loads(body))
        for name, body in survey.db.execute(
            "select hash, body from seal where seq > 1 order by seq"
        )
    )
    assert second[1]["previous"] == first[0]
    assert second[1]["revisions"] == [new]
    assert verdict(survey).state is SealState.SEALED


def test_others_are_not_covered(survey):
    seal(survey, PERSON)
    revise(survey, record_id(2), {"name": "丁"}, author=FOUNDER.fingerprint)
    assert verdict(survey, FOUNDER.fingerprint).state is SealState.UNSEALED


@pytest.mark.parametrize(
    ("damage", "reason"),
    [
        ("delete from revision where author = '{me}'", "revision removed"),
        ("delete from seal where seq = 2", "seal removed"),
        ("update seal set body = replace(body, '480', '481') where seq > 1", "altered"),
        ("update seal set body = '[' where seq > 1", "altered"),
        ("update seal set body = '{{}}' where seq > 1", "altered"),
        ("update seal set signature = x'00' where seq > 1", "signature"),
        ("update seal set hash = x'00' where seq = 2", "altered"),
    ],
)
def test_what_is_removed_or_altered_breaks_the_seal(survey, damage, reason):
    seal(survey, PERSON)
    write(survey, "丙")
    seal(survey, PERSON)
    tamper(survey.path, damage.format(me=PERSON.fingerprint))
    tally = verdict(survey)
    assert (tally.state, tally.reason, tally.sealed) == (SealState.BROKEN, reason, 0)


def test_a_key_that_nobody_vouches_for_is_unknown(tmp_path):
    with a_survey(tmp_path / "b.gpkg") as survey:
        introduce(survey, PERSON)
        seal(survey, PERSON)
        assert verdict(survey).state is SealState.UNKNOWN_KEY


@pytest.mark.parametrize(
    "change",
    [
        {"revisions": "abc"},
        {"revisions": [1]},
        {"previous": {}},
        {"previous": None},
        {"author": "somebody else"},
        {"surplus": 1},
    ],
)
def test_a_body_of_another_shape_is_no_seal(change):
    good = {"author": "me", "made_at": 1, "offset": 0, "previous": "", "revisions": ["a"]}
    assert _as_seal(good).fields() == good
    assert _as_seal(good | change).fields() is None


@pytest.mark.parametrize("body", ["", "[" * 100_000, "null", '{"author": "me"}'])
def test_what_is_no_body_is_no_seal(body):
    assert Seal(bytes.fromhex(digest(body)), "me", body, b"").fields() is None


def _as_seal(fields: dict) -> Seal:
    body = canonical(fields)
    return Seal(bytes.fromhex(digest(body)), "me", body, b"")


def refused(survey, moment: Moment) -> Trouble:
    with pytest.raises(BadInput) as caught:
        seals.seal(survey, PERSON, moment=moment)
    return caught.value.code


def test_an_expired_key_seals_nothing(survey):
    late = Moment(int(PERSON.expires.timestamp() * 1000) + 1)
    assert refused(survey, late) is Code.IDENTITY_EXPIRED
    assert seals.unsealed(survey, PERSON.fingerprint) == 2


def test_a_revoked_key_seals_nothing(survey):
    record = person_id(PERSON.fingerprint)
    revise(survey, record, {VOUCHED: None}, kind="person", author=FOUNDER.fingerprint)
    seal(survey, FOUNDER)
    assert refused(survey, moment()) is Code.IDENTITY_REVOKED
    assert seals.unsealed(survey, PERSON.fingerprint) == 2


def test_a_key_seals_nothing_after_it_named_its_next_one(survey):
    heir, record = an_identity(unit="礼嘉街道"), person_id(PERSON.fingerprint)
    changes = {SUCCESSOR: heir.fingerprint}
    revise(survey, record, changes, kind="person", author=PERSON.fingerprint)
    assert seal(survey, PERSON) == 3
    assert refused(survey, moment()) is Code.IDENTITY_SUCCESSOR
