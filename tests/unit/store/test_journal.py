import pytest

from fieldaudit.store import journal
from fieldaudit.visit.stamp import Moment
from tests.kit.surveys import a_survey


def test_entries_come_back_in_the_order_written(tmp_path):
    with a_survey(tmp_path / "a.gpkg") as survey:
        journal.note(survey, "merge", {"taken": 2, "sources": ["甲.gpkg"]}, moment=Moment(5))
        journal.note(survey, "handover", {}, moment=Moment(3))
        assert journal.entries(survey) == [
            (5, "merge", {"taken": 2, "sources": ["甲.gpkg"]}),
            (3, "handover", {}),
        ]


def test_an_entry_goes_with_its_deed(tmp_path):
    with a_survey(tmp_path / "a.gpkg") as survey:
        with pytest.raises(ValueError, match="not JSON"), survey.atomic():
            _note_and_fail(survey)
        assert journal.entries(survey) == []


def _note_and_fail(survey) -> None:
    journal.note(survey, "merge", {}, moment=Moment(5))
    raise ValueError("not JSON")
