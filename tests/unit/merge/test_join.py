import os
import shutil
from typing import Any

import pytest

from fieldaudit.errors import BadInput, Cancelled, Code, FieldauditError, Surroundings
from fieldaudit.merge.join import join
from fieldaudit.merge.settle import settle
from fieldaudit.store import blobs, journal, people, projections, records, revisions
from fieldaudit.store.decisions import reopen
from fieldaudit.store.people import VOUCHED
from fieldaudit.store.revision import KIND
from fieldaudit.store.survey import open_survey
from fieldaudit.visit.records import SealState
from fieldaudit.visit.stamp import Author
from tests.kit.history import record_id
from tests.kit.identity import an_identity
from tests.kit.surveys import (
    SURVEY,
    a_photo,
    a_survey,
    another,
    forge,
    fresh_id,
    introduce,
    merged,
    moment,
    revise,
    rows,
    seal,
    tamper,
)

ONE, TWO = record_id(1), record_id(2)
FOUNDER, PERSON = an_identity(name="王五"), an_identity()


@pytest.fixture
def survey(tmp_path):
    with a_survey(tmp_path / "ours.gpkg") as survey:
        yield survey


@pytest.fixture
def other(survey, tmp_path):
    with another(survey, tmp_path / "theirs.gpkg") as other:
        yield other


def test_everything_is_taken_counted_and_booked(survey, other):
    photo = a_photo(other, b"jpeg")
    revise(other, ONE, {"name": "甲"})
    balance = merged(survey, other.path)
    assert (balance.taken, balance.new, balance.known, balance.refused) == (3, 2, 1, 0)
    assert (balance.photos_expected, balance.photos_present, balance.photos_damaged) == (1, 1, 0)
    assert balance.closes
    assert revisions.state(survey) == revisions.state(other)
    assert rows(survey) == rows(other)
    assert blobs.read(survey, records.record(survey, photo).get("blob")) == b"jpeg"
    ((_, deed, body),) = journal.entries(survey)
    assert (deed, body["new"], body["sources"]) == ("merge", 2, ["theirs.gpkg"])


def test_merging_again_changes_nothing(survey, other):
    a_photo(other, b"jpeg")
    merged(survey, other.path)
    before = rows(survey)
    balance = merged(survey, other.path, other.path)
    assert (balance.taken, balance.new, balance.known) == (4, 0, 4)
    assert rows(survey) == before


def test_a_source_is_never_written(survey, other):
    revise(other, ONE, {"name": "甲"})
    other.close()
    before = other.path.read_bytes()
    merged(survey, other.path)
    assert other.path.read_bytes() == before
    assert {each.name for each in other.path.parent.glob("theirs*")} == {"theirs.gpkg"}


def test_what_lies_in_the_log_of_an_open_source_is_taken(survey, other):
    revise(other, ONE, {"name": "甲"})
    assert other.path.with_name("theirs.gpkg-wal").stat().st_size
    assert merged(survey, other.path).new == 1


def spoil(kind, path):
    """Make a file that cannot be judged and return what is said of it."""
    made = {
        "foreign": Code.MERGE_OTHER_SURVEY,
        "nowhere": Code.FILE_NOT_FOUND,
        "folder": Code.FILE_NOT_A_FILE,
        "pipe": Code.FILE_NOT_A_FILE,
        "garbage": Code.SURVEY_NOT_SQLITE,
        "empty": Code.SURVEY_EMPTY,
        "pages": Code.SURVEY_DAMAGED,
    }[kind]
    if kind == "foreign":
        with a_survey(path) as third:
            third.db.execute("delete from revision")
    elif kind == "folder":
        path.mkdir()
    elif kind == "pipe":
        os.mkfifo(path)
    elif kind in ("garbage", "empty"):
        path.write_bytes(b"x" * 5000 if kind == "garbage" else b"")
    elif kind == "pages":
        with a_survey(path) as third:
            for _ in range(400):
                revise(third, fresh_id(), {"name": "甲" * 200})
        content = bytearray(path.read_bytes())
        content[-8 * 16384 :] = bytes([7]) * 8 * 16384
        path.write_bytes(content)
    return made


@pytest.mark.parametrize(
    "kind", ["foreign", "nowhere", "folder", "pipe", "garbage", "empty", "pages"]
)
def test_a_file_that_cannot_be_judged_is_told_and_the_rest_is_taken(survey, other, tmp_path, kind):
    revise(other, ONE, {"name": "甲"})
    code = spoil(kind, tmp_path / "bad.gpkg")
    for sources in ([other.path, tmp_path / "bad.gpkg"], [tmp_path / "bad.gpkg", other.path]):
        balance = merged(survey, *sources)
        assert balance.closes
        assert (balance.unread, len(balance.sources), balance.refused) == (1, 2, 0)
        (told,) = (each.problem for each in balance.sources if each.problem)
        assert (told.code, told.where) == (code, "bad.gpkg")
        assert revisions.state(survey) == revisions.state(other)
    assert journal.entries(survey)[-1][2]["unread"] == {"bad.gpkg": code.name}
    before = rows(survey)
    with pytest.raises(FieldauditError) as caught:
        merged(survey, tmp_path / "bad.gpkg")
    assert caught.value.code is code
    assert rows(survey) == before
    assert survey.db.execute("pragma journal_mode").fetchone() == ("wal",)


def test_a_file_that_breaks_off_midway_leaves_nothing_behind(survey, other, tmp_path):
    """What was taken from it before is taken back, and what came from the others stays."""
    a_photo(other, b"jpeg")
    with another(survey, tmp_path / "torn.gpkg") as torn:
        for number in range(8):
            a_photo(torn, bytes([number]) * 60_000)
    content = bytearray((tmp_path / "torn.gpkg").read_bytes())
    page = content.index(bytes([7]) * 16_000) // 16384 * 16384
    content[page : page + 16384] = bytes(16384)
    (tmp_path / "torn.gpkg").write_bytes(content)
    balance = merged(survey, tmp_path / "torn.gpkg", other.path)
    assert (balance.unread, balance.sources[0].problem.code) == (1, Code.SURVEY_DAMAGED)
    assert revisions.state(survey) == revisions.state(other)
    held = "select count(*) from blob"
    assert survey.db.execute(held).fetchone() == other.db.execute(held).fetchone() == (1,)


def test_trouble_with_the_survey_itself_stops_everything(survey, other):
    revise(other, ONE, {"name": "甲"})
    (pages,) = survey.db.execute("pragma page_count").fetchone()
    survey.db.execute(f"pragma max_page_count = {pages}")
    for _ in range(500):
        revise(other, fresh_id(), {"name": "甲" * 200})
    with pytest.raises(Surroundings) as caught:
        merged(survey, other.path, other.path.with_name("nowhere.gpkg"))
    assert caught.value.code is Code.DISK_FULL
    assert revisions.count(survey) == 1


@pytest.mark.parametrize("when", [(0, 0), (1, 2)])
def test_a_merge_that_is_stopped_changes_nothing(survey, other, tmp_path, when):
    for _ in range(1001):
        revise(other, fresh_id(), {"name": "甲"})
    other.close()
    shutil.copyfile(other.path, tmp_path / "again.gpkg")

    def stop(done: int, total: int) -> None:
        if (done, total) == when:
            raise Cancelled

    before = rows(survey)
    with pytest.raises(Cancelled):
        join(survey, [other.path, tmp_path / "again.gpkg"], moment=moment(), step=stop)
    assert rows(survey) == before
    assert survey.db.execute("pragma journal_mode").fetchone() == ("wal",)


def test_what_is_refused_is_told_one_by_one_and_the_rest_is_taken(survey, other):
    photo = a_photo(other, b"jpeg")
    revise(other, ONE, {"name": "甲"})
    other.close()
    tamper(
        other.path,
        "update revision set body = replace(body, '甲', '乙') where kind = 'site'",
        "update blob set content = x'00'",
    )
    balance = merged(survey, other.path)
    assert (balance.taken, balance.new, balance.known, balance.refused) == (3, 1, 1, 1)
    assert (balance.photos_expected, balance.photos_present, balance.photos_damaged) == (1, 0, 1)
    assert len(balance.sources[0].reasons) == 2
    assert not blobs.exists(survey, records.record(survey, photo).get("blob"))
    assert balance.closes


def test_a_whole_photo_heals_a_damaged_one(survey, tmp_path):
    photo = a_photo(survey, b"jpeg")
    with another(survey, tmp_path / "theirs.gpkg") as other:
        survey.db.execute("update blob set content = x'00'")
        assert merged(survey, other.path).photos_damaged == 0
    assert blobs.read(survey, records.record(survey, photo).get("blob")) == b"jpeg"


@pytest.mark.parametrize("name", ["no hash", "0" * 64, ""])
def test_a_photo_that_refers_to_nothing_is_counted_missing(survey, other, name):
    revise(other, fresh_id(), {"blob": name}, kind="photo")
    balance = merged(survey, other.path)
    assert (balance.new, balance.photos_expected, balance.photos_damaged) == (1, 1, 1)


def test_each_source_tells_how_far_its_authors_are_vouched_for(tmp_path):
    with a_survey(tmp_path / "a.gpkg", FOUNDER.fingerprint) as survey:
        introduce(survey, FOUNDER)
        introduce(survey, PERSON, author=FOUNDER.fingerprint, changes={VOUCHED: "true"})
        seal(survey, FOUNDER)
        with another(survey, tmp_path / "b.gpkg") as other:
            revise(other, TWO, {"name": "丁"}, author=FOUNDER.fingerprint)
            revise(other, ONE, {"name": "甲"}, author=PERSON.fingerprint)
            revise(other, fresh_id(), {"name": "乙"}, author="d" * 64)
            seal(other, PERSON)
            balance = merged(survey, other.path)
    assert balance.sources[0].seals == {
        PERSON.name: SealState.SEALED,
        FOUNDER.name: SealState.UNSEALED,
        "d" * 16: SealState.UNKNOWN_KEY,
    }


def test_a_sealed_revision_that_was_taken_out_breaks_the_seal(survey, other):
    introduce(other, PERSON)
    revise(other, ONE, {"name": "甲"}, author=PERSON.fingerprint)
    seal(other, PERSON)
    other.db.execute("delete from revision where kind = 'site'")
    balance = merged(survey, other.path)
    assert balance.sources[0].seals[PERSON.name] is SealState.BROKEN


def test_nobody_becomes_the_founder_by_merging(survey, other):
    """A second beginning of the survey record, earlier than the first, is refused."""
    forge(other, SURVEY, kind="survey", id="00000000-0000-7000-8000-000000000000")
    forge(other, "00000000-0000-7000-8000-000000000000", kind="survey")
    before = people.founder(survey)
    assert merged(survey, other.path).refused == 2
    assert people.founder(survey) == before


def test_merging_goes_on_while_another_program_reads(survey, other):
    revise(other, ONE, {"name": "甲"})
    with open_survey(survey.path) as reader, reader.reading():
        revisions.count(reader)
        assert merged(survey, other.path).new == 1
        assert revisions.count(reader) == 1


def test_merging_into_a_file_that_cannot_be_written_says_so(survey, other):
    survey.close()
    with open_survey(survey.path, readonly=True) as still, pytest.raises(Surroundings) as caught:
        merged(still, other.path)
    assert caught.value.code is Code.FILE_READ_ONLY


def test_whoever_squats_a_record_as_another_kind_shuts_nobody_out(survey, tmp_path):
    """Whichever is merged first: both stand, as one conflict that a person decides."""
    with another(survey, tmp_path / "honest.gpkg") as honest:
        revise(honest, ONE, {"name": "甲", "position": "29.6 106.5"})
        revise(honest, ONE, {"code": "RES-1"})
    with another(survey, tmp_path / "forged.gpkg") as forged:
        forge(forged, ONE, kind="visit", changes={"$site": "x", "name": "假"})
        projections.rebuild(forged)
    with another(survey, tmp_path / "b.gpkg") as second:
        for name in ("honest.gpkg", "forged.gpkg"):
            assert merged(survey, tmp_path / name).refused == 0
        for name in ("forged.gpkg", "honest.gpkg"):
            assert merged(second, tmp_path / name).refused == 0
        assert rows(survey) == rows(second)
    before = rows(survey)
    projections.rebuild(survey)
    assert rows(survey) == before
    clash = next(row for row in records.conflicts(survey) if row.path == KIND)
    assert {claim.value for claim in clash.claims} == {"site", "visit"}
    # Work on it goes on, as what anybody says that it is, and decides nothing.
    revise(survey, ONE, {"address": "示例路1号"})
    assert KIND in [row.path for row in records.conflicts(survey)]
    office = Author("专班", FOUNDER.fingerprint)
    about: dict[str, Any] = {"record": ONE, "path": KIND, "author": office, "moment": moment()}
    with pytest.raises(BadInput):
        settle(survey, value="person", reason="核实", **about)
    settle(survey, value="site", reason="核实", **about)
    assert KIND not in [row.path for row in records.conflicts(survey)]
    assert records.record(survey, ONE).kind == "site"
    assert [row[3] for row in rows(survey)["sites"]] == ["RES-1"]
    assert rows(survey)["visits"] == []
    reopen(survey, record=ONE, path=KIND, reason="再核实", author=office, moment=moment())
    assert KIND in [row.path for row in records.conflicts(survey)]


def test_nobody_squats_a_person_or_the_survey(survey, tmp_path):
    with another(survey, tmp_path / "forged.gpkg") as forged:
        person = people.person_id(PERSON.fingerprint)
        forge(forged, person, kind="site")
        forge(forged, person, kind="finding")
        forge(forged, SURVEY, kind="site")
    assert merged(survey, tmp_path / "forged.gpkg").refused == 2
    introduce(survey, PERSON)
    assert records.record(survey, person).kind == "person"
    assert PERSON.fingerprint in people.signatories(survey)
