import pytest
from hypothesis import HealthCheck, given, settings

from fieldaudit.errors import BadInput, Code
from fieldaudit.store import projections, revisions
from fieldaudit.store.search import Index
from tests.kit.history import Copies, record_id, steps
from tests.kit.surveys import FOUNDER, a_photo, a_survey, fresh_id, revise, rows, tamper

ONE = record_id(1)


@pytest.fixture
def survey(tmp_path):
    with a_survey(tmp_path / "a.gpkg") as survey:
        yield survey


def test_a_rebuild_makes_the_same_rows_of_every_table(survey):
    revise(survey, ONE, {"name": "甲", "position": "29.6 106.5"})
    revise(survey, fresh_id(), {"$status": "draft", "remark": "光缆接头盒"}, kind="visit")
    a_photo(survey, b"jpeg")
    before = rows(survey)
    assert {table for table, found in before.items() if found} >= {
        "record",
        "search",
        "sites",
        "visits",
        "photos",
    }
    assert projections.rebuild(survey) == 4
    assert rows(survey) == before


def test_a_rebuild_mends_whatever_was_done_to_the_tables(survey):
    revise(survey, ONE, {"name": "甲", "position": "29.6 106.5"})
    before = rows(survey)
    tamper(
        survey.path,
        "delete from record",
        "update sites set name = 'x'",
        "delete from search",
        "insert into conflict values ('a', 'b', 'c')",
    )
    projections.rebuild(survey)
    assert rows(survey) == before


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps)
def test_bringing_up_to_date_and_rebuilding_agree(tmp_path_factory, deeds):
    """Revisions taken in the order of any history, in portions, give the rows of a rebuild."""
    everything = {h: r for held in Copies().play(deeds).held for h, r in held.items()}
    path = tmp_path_factory.mktemp("rows") / "a.gpkg"
    with a_survey(path) as survey:
        arrived = sorted(everything.values(), key=lambda each: (each.clock, each.id))
        for start in range(0, len(arrived), 3):
            with survey.atomic() as db:
                revisions.insert(db, arrived[start : start + 3])
                index = Index(db)
                projections.take(db, arrived[start : start + 3], index)
                index.write()
        before = rows(survey)
        projections.rebuild(survey)
        assert rows(survey) == before


def test_heads_and_clock_of_a_record(survey):
    with survey.reading() as db:
        assert projections.heads(db, ONE) == ((), 0)
    last = revise(survey, ONE, {"name": "甲"})
    with survey.reading() as db:
        assert projections.heads(db, ONE) == ((last,), 1)
        assert [each.author for each in projections.revisions_of(db, ONE)] == [FOUNDER]


def test_a_damaged_history_stops_a_rebuild_and_leaves_the_rows(survey):
    revise(survey, ONE, {"name": "甲"})
    before = rows(survey)
    tamper(survey.path, "update revision set body = '{}'")
    with pytest.raises(BadInput) as caught:
        projections.rebuild(survey)
    assert caught.value.code is Code.SURVEY_DAMAGED
    assert rows(survey) == before
