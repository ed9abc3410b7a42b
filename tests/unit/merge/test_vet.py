import hashlib
from contextlib import suppress

import pytest

from fieldaudit.errors import BadInput, Code, Problem
from fieldaudit.merge import vet
from fieldaudit.merge.vet import Vetted, identify, survey_of
from fieldaudit.store import blobs, journal, seals, union
from fieldaudit.store.revision import Revision
from fieldaudit.store.source import open_source
from fieldaudit.visit.stamp import derived_id
from tests.kit.history import record_id
from tests.kit.identity import an_identity
from tests.kit.surveys import (
    FOUNDER,
    SURVEY,
    a_photo,
    a_survey,
    another,
    forge,
    introduce,
    moment,
    revise,
    seal,
    tamper,
    unwatched,
)

ONE, TWO = record_id(1), record_id(2)
PERSON = an_identity()
DAMAGED = Code.REVISION_DAMAGED


@pytest.fixture
def survey(tmp_path):
    with a_survey(tmp_path / "ours.gpkg") as survey:
        yield survey


@pytest.fixture
def other(survey, tmp_path):
    with another(survey, tmp_path / "theirs.gpkg") as other:
        yield other


def judged(other, survey) -> tuple[Vetted, list[Revision]]:
    """Return what was found in a file, and its good new revisions, which are taken over."""
    source, vetted, taken = open_source(other.path), Vetted("theirs.gpkg"), []
    with source.survey, union.uniting(survey) as united:
        identify(source, survey)
        for fresh in vet.revisions(source, survey, vetted, unwatched):
            united.add_revisions(fresh)
            taken += fresh
    assert len(taken) == vetted.new
    return vetted, taken


def sealed(other, survey) -> tuple[Vetted, list[seals.Seal]]:
    """Take over the revisions of a file; return what was found in it, and its good seals."""
    vetted, _ = judged(other, survey)
    source = open_source(other.path)
    with source.survey:
        return vetted, vet.good_seals(source, survey, vetted)


def missed(other, survey) -> list[Problem]:
    """Return what is said of the originals of a file, of which nothing is kept."""
    source, vetted = open_source(other.path), Vetted("")
    with source.survey, suppress(KeyboardInterrupt), union.uniting(survey) as united:
        for fresh in vet.revisions(source, survey, vetted, unwatched):
            united.add_revisions(fresh)
        for _ in vet.originals(source, survey, vetted, hurt=set(), gone=set()):
            pass
        raise KeyboardInterrupt
    return vetted.damaged


def wanted(other, survey, hurt=(), gone=()) -> list[bytes | None]:
    source = open_source(other.path)
    with source.survey:
        found = vet.originals(source, survey, Vetted(""), hurt=set(hurt), gone=set(gone))
        return [source.blob(name) for name in found]


def codes(problems) -> list[Code]:
    return [problem.code for problem in problems]


def test_what_is_good_is_counted_as_known_or_new(survey, other):
    revise(other, ONE, {"name": "甲"})
    revise(other, ONE, {"name": "乙"})
    a_photo(other, b"jpeg")
    vetted, fresh = judged(other, survey)
    assert (vetted.taken, vetted.known, vetted.new, vetted.photos) == (4, 1, 3, 1)
    assert [each.clock for each in fresh] == [1, 1, 2]
    assert vetted.authors == {FOUNDER}
    assert not vetted.refused + vetted.damaged


def test_progress_is_told_and_can_stop_it(survey, other):
    def stop(done: int, total: int) -> None:
        assert (done, total) == (0, 0)
        raise KeyboardInterrupt

    source = open_source(other.path)
    with source.survey, pytest.raises(KeyboardInterrupt):
        next(vet.revisions(source, survey, Vetted(""), stop))


def test_the_same_file_is_refused(survey, tmp_path):
    (tmp_path / "link.gpkg").hardlink_to(survey.path)
    for name in ("ours.gpkg", "link.gpkg"):
        source = open_source(tmp_path / name)
        with source.survey, pytest.raises(BadInput) as caught:
            identify(source, survey)
        assert caught.value.code is Code.MERGE_SELF


def test_another_survey_is_refused_whatever_its_tables_say(survey, tmp_path):
    foreign = tmp_path / "foreign.gpkg"
    with a_survey(foreign) as other:
        assert survey_of(other) == (SURVEY, "两江新区核查")
        other.db.execute("delete from revision")
    source = open_source(foreign)
    with source.survey, pytest.raises(BadInput) as caught:
        identify(source, survey)
    assert caught.value.code is Code.MERGE_OTHER_SURVEY
    assert caught.value.params["name"] == "两江新区核查"


def test_history_that_was_rewritten_is_refused(survey, tmp_path):
    revise(survey, ONE, {"name": "甲"})
    with another(survey, tmp_path / "b.gpkg") as other:
        statement = "body = replace(body, '甲', '乙'), hash = sha(replace(body, '甲', '乙'))"
        other.close()
        tamper(tmp_path / "b.gpkg", f"update revision set {statement} where kind = 'site'")
        vetted, _ = judged(other, survey)
    assert codes(vetted.refused) == [Code.REVISION_ALTERED]
    assert (vetted.taken, vetted.known, vetted.new) == (2, 1, 0)


@pytest.mark.parametrize(
    "damage",
    ["body = replace(body, '甲', '乙')", "author = 'somebody'", "clock = 9", "kind = 'visit'"],
)
@pytest.mark.parametrize("known", [True, False])
def test_a_damaged_row_is_refused_whether_it_is_known_or_not(survey, tmp_path, damage, known):
    with another(survey, tmp_path / "b.gpkg") as other:
        revise(other, ONE, {"name": "甲"})
        if known:
            judged(other, survey)
    tamper(tmp_path / "b.gpkg", f"update revision set {damage} where kind = 'site'")
    vetted, fresh = judged(other, survey)
    assert codes(vetted.refused) == [Code.REVISION_DAMAGED]
    assert fresh == []


def test_a_hole_in_the_history_holds_back_what_follows_and_nothing_else(survey, other):
    revise(other, ONE, {"name": "甲"})
    for name in "乙丙":
        revise(other, ONE, {"name": name})
    revise(other, TWO, {"name": "丁"})
    other.db.execute("delete from revision where clock = 2 and kind = 'site'")
    vetted, fresh = judged(other, survey)
    assert codes(vetted.refused) == [Code.PARENT_MISSING]
    assert [each.changes["name"] for each in fresh] == ["甲", "丁"]


def test_what_lies_before_its_parents_waits_for_them(survey, other):
    for name in "甲乙丙":
        revise(other, ONE, {"name": name})
    for number in range(200):
        revise(other, record_id(number + 10), {"name": "丁"})
    other.db.execute("update revision set seq = 1000 - seq")
    vetted, fresh = judged(other, survey)
    assert not vetted.refused
    assert [each.clock for each in fresh if each.record == ONE] == [1, 2, 3]


def test_parents_that_only_we_have_will_do(survey, other):
    revise(other, ONE, {"name": "甲"})
    judged(other, survey)
    revise(other, ONE, {"name": "乙"})
    other.db.execute("delete from revision where clock = 1 and kind = 'site'")
    _, fresh = judged(other, survey)
    assert [each.clock for each in fresh] == [2]


@pytest.mark.parametrize(
    ("forgery", "code", "reason"),
    [
        ({"clock": 2}, DAMAGED, "clock"),
        ({"record": derived_id("person:x"), "kind": "site"}, DAMAGED, "kind"),
        ({"record": derived_id("person:x"), "kind": "person"}, DAMAGED, "kind"),
        (
            {"record": derived_id("form:x"), "kind": "form", "changes": {"hash": "y"}},
            DAMAGED,
            "kind",
        ),
        ({"record": SURVEY, "kind": "survey", "id": "0" * 8 + SURVEY[8:]}, DAMAGED, "founder"),
        ({"record": TWO, "kind": "survey"}, DAMAGED, "founder"),
        ({"record": SURVEY}, DAMAGED, "kind"),
        ({"parents": ("0" * 64,), "clock": 2}, Code.PARENT_MISSING, None),
    ],
)
def test_a_revision_that_cannot_follow_what_is_known_is_refused(
    survey, other, forgery, code, reason
):
    revise(other, ONE, {"name": "甲"})
    forged = forge(other, **({"record": ONE} | forgery))
    vetted, _ = judged(other, survey)
    (problem,) = vetted.refused
    assert (problem.code, problem.where) == (code, forged.id)
    assert problem.params.get("reason") == reason
    assert vetted.new == 1


def test_what_follows_is_what_it_follows(survey, other):
    parent = revise(other, ONE, {"name": "甲"})
    forge(other, ONE, kind="visit", parents=(parent,), clock=2)
    vetted, _ = judged(other, survey)
    assert [each.params["reason"] for each in vetted.refused] == ["kind"]


def test_a_second_beginning_of_another_kind_stands_beside_the_first(survey, other):
    revise(other, ONE, {"name": "甲"})
    forge(other, ONE, kind="visit")
    assert judged(other, survey)[0].refused == []
    forge(other, derived_id("person:x"), kind="person", changes={"fingerprint": "x"})
    assert judged(other, survey)[0].refused == []


def test_a_parent_from_another_record_is_none(survey, other):
    parent = revise(other, ONE, {"name": "甲"})
    forge(other, TWO, parents=(parent,), clock=2)
    vetted, _ = judged(other, survey)
    assert codes(vetted.refused) == [Code.PARENT_MISSING]


def test_a_history_without_end_is_cut_off(survey, other, monkeypatch):
    monkeypatch.setattr("fieldaudit.merge.vet._LONGEST_HISTORY", 3)
    for number in range(5):
        revise(other, ONE, {"name": str(number)})
    vetted, _ = judged(other, survey)
    assert vetted.new == 3
    assert codes(vetted.refused) == [Code.REVISION_DAMAGED, Code.PARENT_MISSING]


def test_blobs_that_are_missing_or_hurt_here_are_wanted(survey, other):
    a_photo(other, b"new")
    known = blobs.add(survey, b"old")
    blobs.add(other, b"old")
    assert wanted(other, survey) == [b"new"]
    assert wanted(other, survey, hurt={known, "no hash"}) == [b"new", b"old"]
    assert wanted(other, survey, gone={hashlib.sha256(b"new").hexdigest()}) == []


def test_a_good_seal_is_taken_with_the_certificate_beside_it(survey, other):
    introduce(other, PERSON)
    seal(other, PERSON)
    _, good = sealed(other, survey)
    assert [each.author for each in good] == [PERSON.fingerprint]


def test_a_good_seal_is_taken_with_the_certificate_that_we_have(survey, tmp_path):
    introduce(survey, PERSON)
    with another(survey, tmp_path / "b.gpkg") as other:
        seal(other, PERSON)
        other.db.execute("delete from revision where kind = 'person'")
        _, good = sealed(other, survey)
    assert len(good) == 1


@pytest.mark.parametrize(
    ("damage", "code"),
    [
        ("update seal set body = replace(body, 'made_at', 'mode_at')", Code.SEAL_BROKEN),
        ("update seal set signature = x'00'", Code.SEAL_BROKEN),
        ("update seal set author = 'x'", Code.SEAL_BROKEN),
        ("delete from revision where kind = 'person'", Code.SEAL_UNKNOWN_KEY),
    ],
)
def test_a_seal_that_is_not_what_it_says_is_left_out(survey, other, damage, code):
    introduce(other, PERSON)
    seal(other, PERSON)
    other.db.execute(damage)
    vetted, good = sealed(other, survey)
    assert (good, codes(vetted.damaged)) == ([], [code])


def test_a_person_with_a_broken_certificate_certifies_nothing(survey, other):
    revise(other, ONE, {"certificate": "-----BEGIN"}, kind="person")
    seal(other, PERSON)
    vetted, _ = judged(other, survey)
    assert vetted.new == 1


def test_an_original_that_is_named_and_not_there_is_told(survey, other):
    a_photo(other, b"jpeg")
    form = {"xform": blobs.add(other, b"xform"), "attachments/a.csv": blobs.add(other, b"a,b")}
    revise(other, record_id(5), form, kind="form")
    assert codes(missed(other, survey)) == []
    other.db.execute("delete from blob")
    assert codes(missed(other, survey)) == [Code.BLOB_MISSING] * 3
    # What we have already is not missed.
    blobs.add(survey, b"xform")
    assert codes(missed(other, survey)) == [Code.BLOB_MISSING] * 2


def test_an_original_that_was_purged_or_left_behind_on_purpose_is_not_missed(survey, other):
    photo = a_photo(other, b"jpeg")
    revise(other, photo, {"purged": "2022-07-08"}, kind="photo")
    other.db.execute("delete from blob")
    assert codes(missed(other, survey)) == []
    a_photo(other, b"another")
    other.db.execute("delete from blob")
    journal.note(other, "excerpt", {}, moment=moment())
    assert codes(missed(other, survey)) == []
