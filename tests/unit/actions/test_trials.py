from pathlib import Path

import pytest

from fieldaudit.actions import kept_forms, trials
from fieldaudit.errors import BadInput, Code
from fieldaudit.store.survey import Survey
from fieldaudit.visit.judgement import Judgement
from tests.kit.office import write_form

UNKNOWN = """
| survey |
| | type | name | label |
| | telepathy | a | A |
"""


def test_a_checklist_is_filled_in_without_a_visit(tmp_path: Path) -> None:
    trial = trials.try_file(write_form(tmp_path))
    assert trial.reading.problems == ()
    assert trial.draft is not None
    trial.draft.set("fibre/RES-26", "-40")
    assert trial.draft.shown("fibre/RES-26").judgement is Judgement.FAILED


def test_a_checklist_that_cannot_be_used_has_its_problems_alone(tmp_path: Path) -> None:
    file = tmp_path / "form.md"
    file.write_text(UNKNOWN, "utf-8")
    trial = trials.try_file(file)
    assert trial.draft is None
    assert trial.reading.problems


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadInput) as caught:
        trials.try_file(tmp_path / "none.md")
    assert caught.value.code is Code.FILE_NOT_FOUND


def test_a_checklist_of_the_survey_is_tried_with_its_thresholds(survey: Survey) -> None:
    (kept,) = kept_forms.kept_forms(survey)
    trial = trials.try_kept(survey, form=kept.hash)
    assert trial.reading.problems == ()
    assert trial.draft is not None
    assert trial.draft.shown("fibre/RES-26").relevant
