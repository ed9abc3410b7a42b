import pytest

from fieldaudit.store import drafts
from fieldaudit.store.survey import open_survey
from tests.kit.history import record_id
from tests.kit.surveys import a_survey, moment

VISIT, OTHER = record_id(1), record_id(2)


@pytest.fixture
def survey(tmp_path):
    with a_survey(tmp_path / "a.gpkg") as survey:
        yield survey


def test_what_was_typed_last_waits(survey):
    drafts.keep(survey, VISIT, {"RES-26": "-31", "RES-27": "0.3"}, moment=moment())
    drafts.keep(survey, VISIT, {"RES-26": "-31.0", "RES-28": None}, moment=moment())
    assert drafts.typed(survey, VISIT) == {"RES-26": "-31.0", "RES-27": "0.3", "RES-28": None}
    assert drafts.typed(survey, OTHER) == {}


def test_it_survives_closing(survey, tmp_path):
    drafts.keep(survey, VISIT, {"RES-26": "-31.0"}, moment=moment())
    with open_survey(survey.path) as again:
        assert drafts.typed(again, VISIT) == {"RES-26": "-31.0"}


def test_clearing_one_record_leaves_the_others(survey):
    for record in (VISIT, OTHER):
        drafts.keep(survey, record, {"a": "1"}, moment=moment())
    assert drafts.waiting(survey) == [VISIT, OTHER]
    drafts.clear(survey, VISIT)
    assert drafts.waiting(survey) == [OTHER]


def test_clearing_is_undone_with_the_revision_that_it_belongs_to(survey):
    drafts.keep(survey, VISIT, {"a": "1"}, moment=moment())
    with pytest.raises(ValueError, match="a number"), survey.atomic():
        _clear_and_fail(survey)
    assert drafts.waiting(survey) == [VISIT]


def _clear_and_fail(survey) -> None:
    drafts.clear(survey, VISIT)
    raise ValueError("a number")
