import hashlib

import pytest

from fieldaudit.errors import BadInput, Cancelled, Code
from fieldaudit.store import blobs, drafts, journal, people, projections, revisions, seals
from fieldaudit.store.copy import backup, write_copy
from fieldaudit.store.excerpt import write_excerpt
from fieldaudit.store.survey import open_survey
from fieldaudit.visit.records import SealState
from tests.kit.history import record_id
from tests.kit.identity import an_identity
from tests.kit.surveys import (
    SURVEY,
    a_photo,
    a_survey,
    fresh_id,
    introduce,
    moment,
    revise,
    rows,
    seal,
    tamper,
    unwatched,
)


@pytest.fixture
def survey(tmp_path):
    with a_survey(tmp_path / "a.gpkg") as survey:
        revise(survey, record_id(1), {"name": "甲", "position": "29.6 106.5"})
        a_photo(survey, b"jpeg")
        introduce(survey, an_identity())
        seal(survey, an_identity())
        drafts.keep(survey, record_id(1), {"name": "半"}, moment=moment())
        journal.note(survey, "merge", {}, moment=moment())
        yield survey


def test_a_copy_to_hand_over_has_the_truth_and_nothing_else(survey, tmp_path):
    out = tmp_path / "out.gpkg"
    write_copy(survey, out, unwatched)
    assert sorted(path.name for path in tmp_path.glob("*out*")) == ["out.gpkg"]
    with open_survey(out, readonly=True) as copy:
        assert revisions.state(copy) == revisions.state(survey)
        assert rows(copy) == rows(survey)
        assert blobs.read(copy, hashlib.sha256(b"jpeg").hexdigest()) == b"jpeg"
        assert copy.db.table("seal").count == 1
        assert (copy.db.table("draft").count, copy.db.table("journal").count) == (0, 0)
        assert copy.db.execute("pragma journal_mode").fetchone() == ("delete",)


def test_two_copies_of_the_same_survey_have_equal_rows(survey, tmp_path):
    for name in ("one.gpkg", "two.gpkg"):
        write_copy(survey, tmp_path / name, unwatched)
    with open_survey(tmp_path / "one.gpkg") as one, open_survey(tmp_path / "two.gpkg") as two:
        for table in ("revision", "blob", "seal"):
            everything = f"select * from {table}"
            assert one.db.execute(everything).fetchall() == two.db.execute(everything).fetchall()


def test_an_excerpt_that_is_handed_on_stays_one(survey, tmp_path):
    revise(survey, record_id(2), {"name": "乙"}, author=an_identity().fingerprint)
    seal(survey, an_identity())
    some = {SURVEY, record_id(2), people.person_id(an_identity().fingerprint)}
    write_excerpt(survey, tmp_path / "part.gpkg", records=some, photos=False, moment=moment())
    with open_survey(tmp_path / "part.gpkg") as part:
        write_copy(part, tmp_path / "out.gpkg", unwatched)
    with open_survey(tmp_path / "out.gpkg", readonly=True) as copy:
        assert seals.is_excerpt(copy)
        assert [deed for _, deed, _ in journal.entries(copy)] == ["excerpt"]
        assert SealState.BROKEN not in {tally.state for tally in seals.tallies(copy)}
    write_copy(survey, tmp_path / "whole.gpkg", unwatched)
    with open_survey(tmp_path / "whole.gpkg", readonly=True) as copy:
        assert not seals.is_excerpt(copy)


def test_a_backup_has_everything(survey, tmp_path):
    backup(survey, tmp_path / "out.gpkg")
    with open_survey(tmp_path / "out.gpkg") as copy:
        assert revisions.state(copy) == revisions.state(survey)
        assert drafts.typed(copy, record_id(1)) == {"name": "半"}
        assert len(journal.entries(copy)) == 1


@pytest.mark.parametrize("write", [lambda s, out: write_copy(s, out, unwatched), backup])
def test_no_file_is_written_over(survey, tmp_path, write):
    out = tmp_path / "out.gpkg"
    out.write_bytes(b"mine")
    with pytest.raises(BadInput) as caught:
        write(survey, out)
    assert caught.value.code is Code.FILE_EXISTS
    assert out.read_bytes() == b"mine"


@pytest.mark.parametrize("when", [1, 4])
def test_a_copy_that_is_stopped_leaves_nothing(survey, tmp_path, when):
    def stop(done: int, total: int) -> None:
        assert total == 6
        if done == when:
            raise Cancelled

    before = sorted(tmp_path.iterdir())
    with pytest.raises(Cancelled):
        write_copy(survey, tmp_path / "out.gpkg", stop)
    assert sorted(tmp_path.iterdir()) == before


def test_a_history_that_was_altered_is_not_handed_on(survey, tmp_path):
    tamper(survey.path, "update revision set body = replace(body, '甲', '乙')")
    with pytest.raises(BadInput) as caught:
        write_copy(survey, tmp_path / "out.gpkg", unwatched)
    assert caught.value.code is Code.SURVEY_DAMAGED
    assert not (tmp_path / "out.gpkg").exists()


def test_a_damaged_photo_does_not_hold_up_the_rest(survey, tmp_path):
    tamper(survey.path, "update blob set content = x'00'")
    write_copy(survey, tmp_path / "out.gpkg", unwatched)
    with open_survey(tmp_path / "out.gpkg") as copy:
        ((_, code),) = blobs.check(copy, blobs.expected(copy))
    assert code is Code.BLOB_DAMAGED


def test_a_copy_of_a_copy_is_as_good(survey, tmp_path):
    write_copy(survey, tmp_path / "one.gpkg", unwatched)
    with open_survey(tmp_path / "one.gpkg", readonly=True) as one:
        write_copy(one, tmp_path / "two.gpkg", unwatched)
        backup(one, tmp_path / "three.gpkg")
    for name in ("two.gpkg", "three.gpkg"):
        with open_survey(tmp_path / name) as copy:
            revise(copy, fresh_id(), {"name": "乙"})
            before = rows(copy)
            projections.rebuild(copy)
            assert rows(copy) == before
