from pathlib import Path

import pytest

from fieldaudit.merge.familiar import familiar, fingerprint
from fieldaudit.merge.join import join
from fieldaudit.store import blobs, revisions
from fieldaudit.store.survey import Survey
from fieldaudit.visit.records import Balance
from tests.kit.history import record_id
from tests.kit.surveys import a_photo, a_survey, another, merged, moment, revise, tamper, unwatched

ONE = record_id(1)


@pytest.fixture
def survey(tmp_path: Path):
    with a_survey(tmp_path / "a.gpkg") as survey:
        yield survey


@pytest.fixture
def source(survey: Survey, tmp_path: Path) -> Path:
    with another(survey, tmp_path / "b.gpkg") as other:
        revise(other, ONE, {"name": "甲"}, author="b" * 64)
        a_photo(other, b"jpeg")
    return tmp_path / "b.gpkg"


def fully(survey: Survey, *sources: Path) -> Balance:
    return join(survey, sources, moment=moment(), step=unwatched, full=True)


def test_a_file_merged_whole_is_recognised_and_counts_as_known(survey, source):
    first = merged(survey, source)
    assert set(familiar(survey)) == {fingerprint(source)}
    again, read = merged(survey, source), fully(survey, source)
    assert (again.new, again.known, again.taken) == (0, first.taken, first.taken)
    assert again == read
    assert again.sources[0].seals == first.sources[0].seals


def test_it_is_not_read_again(survey, source, monkeypatch):
    merged(survey, source)
    monkeypatch.setattr("fieldaudit.merge.join.vet", None)
    assert merged(survey, source).closes


def test_a_file_tampered_with_is_another_file(survey, source):
    merged(survey, source)
    tamper(source, "update revision set body = replace(body, '甲', '乙')")
    assert fingerprint(source) not in familiar(survey)
    for balance in (merged(survey, source), merged(survey, source), fully(survey, source)):
        assert balance.refused == 1


def test_a_file_that_left_something_behind_is_read_each_time(survey, source):
    tamper(source, "update revision set body = replace(body, '甲', '乙')")
    assert merged(survey, source).refused == 1
    assert familiar(survey) == {}


def test_what_is_damaged_here_is_mended_by_a_familiar_file(survey, source):
    merged(survey, source)
    survey.db.execute("update blob set content = x'00'")
    assert merged(survey, source).photos_damaged == 0
    assert not list(blobs.check(survey, blobs.expected(survey)))


def test_a_survey_that_lost_something_recognises_nothing(survey, source):
    merged(survey, source)
    state = revisions.state(survey)
    with survey.atomic() as db:
        db.execute("delete from revision where author = ?", ("b" * 64,))
    assert familiar(survey) == {}
    merged(survey, source)
    assert revisions.state(survey) == state


def test_a_file_in_use_has_no_fingerprint(source):
    source.with_name(f"{source.name}-wal").touch()
    assert fingerprint(source) == ""
