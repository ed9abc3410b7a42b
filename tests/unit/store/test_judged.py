import shutil

import pytest

from fieldaudit.store import drafts, judged, projections, revisions
from fieldaudit.store.judged import Row
from fieldaudit.store.survey import open_survey
from tests.kit.surveys import a_survey, before_lists, fresh_id, moment, revise

VISIT, OTHER = fresh_id(), fresh_id()
ROW = Row(VISIT, "5" * 64, "b" * 64, "", "{}")


@pytest.fixture
def survey(tmp_path):
    with a_survey(tmp_path / "a.gpkg") as opened:
        yield opened


def test_what_was_kept_is_there_again(survey):
    judged.keep(survey, [ROW])
    assert judged.kept(survey, [VISIT, OTHER]) == {VISIT: ROW}
    fresh = Row(VISIT, "5" * 64, "c" * 64, "2026-01-01", "{}")
    judged.keep(survey, [fresh])
    with open_survey(survey.path, readonly=True) as again:
        assert judged.kept(again, [VISIT]) == {VISIT: fresh}


def test_the_state_knows_nothing_of_it_and_a_rebuild_drops_it(survey):
    before = revisions.state(survey)
    judged.keep(survey, [ROW])
    assert revisions.state(survey) == before
    projections.rebuild(survey)
    assert judged.kept(survey, [VISIT]) == {}


def test_a_file_that_cannot_be_written_keeps_it_in_memory(survey, tmp_path):
    judged.keep(survey, [ROW])
    survey.db.execute("pragma wal_checkpoint(truncate)")
    still = tmp_path / "still.gpkg"
    shutil.copyfile(survey.path, still)
    before = still.read_bytes()
    with open_survey(still, readonly=True) as reader:
        assert judged.kept(reader, [VISIT]) == {VISIT: ROW}
        more = Row(OTHER, "5" * 64, "c" * 64, "", "{}")
        judged.keep(reader, [more])
        assert judged.kept(reader, [VISIT, OTHER]) == {VISIT: ROW, OTHER: more}
    assert still.read_bytes() == before


def test_an_older_file_is_read_as_it_is(survey, tmp_path):
    revise(survey, VISIT, {"$status": "draft"}, kind="visit")
    with survey.atomic() as db:
        before_lists(db)
    with open_survey(survey.path, readonly=True) as reader:
        judged.keep(reader, [ROW])
        assert judged.kept(reader, [VISIT]) == {VISIT: ROW}
        assert judged.grounds(reader, [VISIT]).keys() == {VISIT}


def test_what_a_judgement_rests_on_changes_with_visit_photos_and_typing(survey):
    head = revise(survey, VISIT, {"$status": "draft"}, kind="visit")
    seen = [ground(survey)]
    assert (seen[0].heads, seen[0].photos, seen[0].attached) == (head, 0, ())
    photo, paper = fresh_id(), fresh_id()
    revise(survey, photo, {"visit": VISIT, "name": "a.jpg"}, kind="photo")
    revise(survey, photo, {"question": "q"}, kind="photo")
    revise(survey, paper, {"visit": VISIT}, kind="paper")
    revise(survey, fresh_id(), {"visit": VISIT}, kind="log")
    revise(survey, fresh_id(), {"visit": OTHER}, kind="photo")
    seen.append(ground(survey))
    assert (seen[1].photos, len(seen[1].attached)) == (1, 2)
    drafts.keep(survey, VISIT, {"q": "1"}, moment=moment())
    seen.append(ground(survey))
    drafts.keep(survey, VISIT, {"q": None}, moment=moment())
    seen.append(ground(survey))
    assert len(set(seen)) == 4
    revise(survey, VISIT, {"$deleted": "true"}, kind="visit")
    assert judged.grounds(survey, [VISIT]) == {}


def ground(survey):
    return judged.grounds(survey, [VISIT])[VISIT]
