"""Why a question of a visit is as it is."""

import pytest

from fieldaudit.actions.explaining import explain_question
from fieldaudit.errors import BadInput, Code
from fieldaudit.store.survey import Survey
from fieldaudit.visit.explaining import Why
from tests.kit.office import GOOD, a_visit


def test_a_failed_item_by_its_name(survey: Survey) -> None:
    visit = a_visit(survey, answers={**GOOD, "fibre/RES-26": "-40"})
    found, languages = explain_question(survey, visit=visit, question="RES-26")
    reasons = {each.why: each for each in found.reasons}
    assert "parameter('P6.low')" in reasons[Why.FAILED].rule
    assert found.parameters == {"P6.low": "-27"}
    assert found.label[languages["zh"]] == "光功率"
    assert languages == {"zh": "中文 (zh)", "en": "English (en)"}


def test_a_question_that_is_not_there(survey: Survey) -> None:
    with pytest.raises(BadInput) as caught:
        explain_question(survey, visit=a_visit(survey), question="none")
    assert caught.value.code is Code.ANSWER_UNKNOWN
