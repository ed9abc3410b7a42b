"""What an answer means for the audit."""

import pytest

from fieldaudit.form.state import State, Violation
from fieldaudit.visit.judgement import (
    ANSWER_STATES,
    JUDGEMENTS,
    AnswerState,
    Judgement,
    judge,
)


def state(
    value: str = "1",
    *,
    relevant: bool = True,
    passes: bool | None = True,
    violation: Violation = Violation.NONE,
) -> State:
    return State(
        "a", value, relevant=relevant, required=False, readonly=False,
        violation=violation, passes=passes,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("given", "judgement"),
    [
        (state(), Judgement.CONFORMING),
        (state(passes=False), Judgement.FAILED),
        (state(passes=None), Judgement.NOT_JUDGED),
        (state(""), Judgement.UNANSWERED),
        (state(passes=False, violation=Violation.CONSTRAINT), Judgement.UNANSWERED),
        (state(relevant=False, passes=False), Judgement.HIDDEN),
    ],
)
def test_answered(given: State, judgement: Judgement) -> None:
    assert judge(given) is judgement


@pytest.mark.parametrize("excuse", [each for each in AnswerState if each != "answered"])
def test_excused(excuse: AnswerState) -> None:
    assert judge(state(passes=False), excuse) == excuse.value
    assert judge(state(relevant=False), excuse) is Judgement.HIDDEN


def test_everything_has_a_name() -> None:
    assert set(JUDGEMENTS) == set(Judgement)
    assert set(ANSWER_STATES) == set(AnswerState)
