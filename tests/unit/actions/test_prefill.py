from datetime import datetime
from pathlib import Path

from fieldaudit.actions import sites
from fieldaudit.actions.forms import newest_form
from fieldaudit.actions.prefill import prefilled
from fieldaudit.store.survey import Survey
from fieldaudit.visit.stamp import Moment
from tests.kit.forms import a_form
from tests.kit.surveys import a_survey

AT = Moment(1_657_267_200_000, 480)


def test_what_the_register_knows_is_filled_in(survey: Survey) -> None:
    site = sites.list_sites(survey)[1]
    told = prefilled(survey, newest_form(survey, "residential"), site, AT)
    assert told["site/COM-01"] == site.code == "RES-0001"
    assert told["site/COM-02"] == site.name
    assert told["site/COM-03"] == "500112014"
    assert datetime.fromisoformat(told["site/COM-04-start"]) == AT.datetime()


def test_what_the_form_fills_in_by_itself_is_kept(survey: Survey) -> None:
    told = prefilled(survey, newest_form(survey, "residential"), sites.list_sites(survey)[1], AT)
    assert (told["site/COM-11"], told["site/COM-14"]) == ("normal", "no")
    # What is computed follows from the rest, and an instance of a repeat is somebody's own.
    assert not [path for path in told if path.endswith("entered") or "/homes/" in path]


def test_a_form_without_such_questions_is_left_empty(survey: Survey, tmp_path: Path) -> None:
    form = a_form("| | type | name | label |\n| | text | other | Other |")
    site = sites.list_sites(survey)[1]
    assert set(prefilled(survey, form, site, AT)) <= {"meta/instanceID"}
    with a_survey(tmp_path / "bare.gpkg") as bare:
        assert "site/COM-03" not in prefilled(bare, newest_form(survey, "residential"), site, AT)
