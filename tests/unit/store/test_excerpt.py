import hashlib

import pytest

from fieldaudit.errors import BadInput, Code
from fieldaudit.store import blobs, journal, revisions, seals
from fieldaudit.store.excerpt import write_excerpt
from fieldaudit.store.people import VOUCHED
from fieldaudit.store.survey import open_survey
from fieldaudit.visit.records import SealState
from tests.kit.history import record_id
from tests.kit.identity import an_identity
from tests.kit.surveys import (
    SURVEY,
    a_photo,
    a_survey,
    another,
    introduce,
    merged,
    moment,
    revise,
    rows,
    seal,
    tamper,
)

ONE, TWO = record_id(1), record_id(2)
PERSON, FOUNDER = an_identity(), an_identity(name="王五")


@pytest.fixture
def survey(tmp_path):
    """A survey in which one person wrote two sites and a photo, and sealed them twice."""
    with a_survey(tmp_path / "a.gpkg", FOUNDER.fingerprint) as survey:
        introduce(survey, FOUNDER)
        introduce(survey, PERSON, author=FOUNDER.fingerprint, changes={VOUCHED: "true"})
        seal(survey, FOUNDER)
        revise(survey, ONE, {"name": "甲"}, author=PERSON.fingerprint)
        revise(survey, TWO, {"name": "乙"}, author=PERSON.fingerprint)
        seal(survey, PERSON)
        revise(survey, ONE, {"name": "丙"}, author=PERSON.fingerprint)
        a_photo(survey, b"jpeg", author=PERSON.fingerprint)
        seal(survey, PERSON)
        yield survey


def taken(survey, out, *names, photos=False):
    people = [name for (name,) in survey.db.execute("select id from record where kind = 'person'")]
    wanted = {SURVEY, *people, *names}
    return write_excerpt(survey, out, records=wanted, photos=photos, moment=moment())


def photo_of(survey) -> str:
    return survey.db.execute("select id from record where kind = 'photo'").fetchone()[0]


def verdict(survey) -> seals.SealTally:
    return {tally.author: tally for tally in seals.tallies(survey)}[PERSON.fingerprint]


def test_an_excerpt_has_the_whole_history_of_its_records_and_no_other(survey, tmp_path):
    told = taken(survey, tmp_path / "out.gpkg", ONE)
    with open_survey(tmp_path / "out.gpkg", readonly=True) as copy:
        ours = [each for each in revisions.all_revisions(survey) if each.record != TWO]
        ours = [each for each in ours if each.kind != "photo"]
        assert list(revisions.all_revisions(copy)) == ours
        assert told.revisions == len(ours)
        assert copy.db.execute("pragma journal_mode").fetchone() == ("delete",)
    assert sorted(each.name for each in tmp_path.glob("*out*")) == ["out.gpkg"]


def test_its_seals_count_what_is_absent_and_are_not_broken(survey, tmp_path):
    taken(survey, tmp_path / "out.gpkg", ONE)
    with open_survey(tmp_path / "out.gpkg", readonly=True) as copy:
        tally = verdict(copy)
        assert (tally.state, tally.reason) == (SealState.SEALED, "")
        assert (tally.revisions, tally.sealed, tally.absent, tally.seals) == (2, 2, 2, 2)
    assert verdict(survey).absent == 0


def test_an_alteration_inside_an_excerpt_is_found(survey, tmp_path):
    taken(survey, tmp_path / "out.gpkg", ONE)
    tamper(tmp_path / "out.gpkg", "delete from seal where seq = 2")
    with open_survey(tmp_path / "out.gpkg", readonly=True) as copy:
        assert verdict(copy).state is SealState.BROKEN


def test_a_file_that_does_not_say_so_is_no_excerpt(survey, tmp_path):
    taken(survey, tmp_path / "out.gpkg", ONE)
    tamper(tmp_path / "out.gpkg", "delete from journal")
    with open_survey(tmp_path / "out.gpkg", readonly=True) as copy:
        assert verdict(copy).reason == "revision removed"


@pytest.mark.parametrize("photos", [False, True])
def test_originals_of_photos_ride_along_only_when_asked(survey, tmp_path, photos):
    told = taken(survey, tmp_path / "out.gpkg", photo_of(survey), photos=photos)
    name = hashlib.sha256(b"jpeg").hexdigest()
    with open_survey(tmp_path / "out.gpkg", readonly=True) as copy:
        assert blobs.exists(copy, name) is photos
        assert blobs.expected(copy) == [name]
    assert told.blobs == int(photos)


def test_originals_of_logs_and_forms_always_ride_along(survey, tmp_path):
    name = blobs.add(survey, b"form")
    revise(survey, TWO, {"xform": name})
    assert taken(survey, tmp_path / "out.gpkg", TWO).blobs == 1
    with open_survey(tmp_path / "out.gpkg", readonly=True) as copy:
        assert blobs.read(copy, name) == b"form"


def test_an_excerpt_merges_like_any_copy(survey, tmp_path):
    taken(survey, tmp_path / "out.gpkg", ONE, photo_of(survey), photos=True)
    with another(survey, tmp_path / "whole.gpkg") as whole:
        before = rows(whole), revisions.state(whole)
        balance = merged(whole, tmp_path / "out.gpkg")
        assert (balance.new, balance.known, balance.refused) == (0, balance.taken, 0)
        assert (rows(whole), revisions.state(whole)) == before
        assert verdict(whole).state is SealState.SEALED


def test_seals_that_name_what_is_absent_come_only_with_the_rest(survey, tmp_path):
    taken(survey, tmp_path / "one.gpkg", ONE)
    taken(survey, tmp_path / "rest.gpkg", TWO, photo_of(survey), photos=True)
    with a_survey(tmp_path / "new.gpkg", FOUNDER.fingerprint) as new:
        first = merged(new, tmp_path / "one.gpkg")
        assert (first.refused, first.sources[0].reasons) == (0, ())
        assert (verdict(new).state, verdict(new).seals) == (SealState.UNSEALED, 0)
        merged(new, tmp_path / "rest.gpkg")
        assert verdict(new).state is SealState.SEALED
        assert revisions.state(new) == revisions.state(survey)


def test_a_damaged_history_is_not_handed_on(survey, tmp_path):
    tamper(survey.path, "update revision set body = replace(body, '甲', '丁')")
    with pytest.raises(BadInput) as caught:
        taken(survey, tmp_path / "out.gpkg", ONE)
    assert caught.value.code is Code.SURVEY_DAMAGED
    assert not list(tmp_path.glob("*out*"))


def test_a_file_is_never_written_over(survey, tmp_path):
    (tmp_path / "out.gpkg").write_bytes(b"mine")
    with pytest.raises(BadInput) as caught:
        taken(survey, tmp_path / "out.gpkg", ONE)
    assert caught.value.code is Code.FILE_EXISTS


def test_the_journal_says_that_it_is_an_excerpt(survey, tmp_path):
    taken(survey, tmp_path / "out.gpkg", ONE)
    with open_survey(tmp_path / "out.gpkg", readonly=True) as copy:
        ((_, deed, _),) = journal.entries(copy)
        assert deed == seals.EXCERPT
        assert seals.is_excerpt(copy)
    assert not seals.is_excerpt(survey)
