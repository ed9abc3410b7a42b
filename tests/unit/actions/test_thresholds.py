from pathlib import Path

from fieldaudit.actions.thresholds import parameters_of
from fieldaudit.store.survey import Survey
from tests.kit.surveys import a_survey


def test_a_survey_keeps_the_thresholds_it_was_made_with(survey: Survey) -> None:
    thresholds = parameters_of(survey)
    assert thresholds.values()["P6.low"] == "-27"
    assert thresholds.id == "LJ2022"
    assert parameters_of(survey) is thresholds


def test_a_survey_without_thresholds_has_none(tmp_path: Path) -> None:
    with a_survey(tmp_path / "bare.gpkg") as bare:
        assert parameters_of(bare).values() == {}
