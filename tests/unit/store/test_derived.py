import pytest

from fieldaudit.store.derived import differing
from fieldaudit.store.revision import DELETED
from tests.kit.history import record_id
from tests.kit.surveys import a_photo, a_survey, revise, tamper

ONE, TWO = record_id(1), record_id(2)


@pytest.fixture
def survey(tmp_path):
    with a_survey(tmp_path / "a.gpkg") as survey:
        revise(survey, ONE, {"name": "甲"})
        revise(survey, ONE, {"name": "乙"})
        revise(survey, TWO, {DELETED: "true"})
        a_photo(survey, b"jpeg")
        yield survey


def test_an_untouched_file_agrees_with_itself(survey):
    assert list(differing(survey)) == []


@pytest.mark.parametrize(
    "damage",
    [
        "update record set body = replace(body, '乙', '丙') where id = '{one}'",
        "update record set deleted = 1 where id = '{one}'",
        "update record set heads = '' where id = '{one}'",
        "delete from record where id = '{one}'",
    ],
)
def test_a_row_that_says_something_else_is_found(survey, damage):
    tamper(survey.path, damage.format(one=ONE))
    assert list(differing(survey)) == [ONE]


def test_a_record_without_any_revision_is_found(survey):
    tamper(survey.path, f"delete from revision where record = x'{ONE.replace('-', '')}'")
    assert list(differing(survey)) == [ONE]
