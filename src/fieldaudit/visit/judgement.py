"""What an answer means for the audit: conforming, failed, or why it says neither.

Valid is not conforming: an answer may be perfectly valid and be a finding.
"""

from enum import StrEnum

from fieldaudit.form.state import State
from fieldaudit.texts import QT_TRANSLATE_NOOP


class AnswerState(StrEnum):
    """The four states of an answer; only `answered` counts in pass rates."""

    ANSWERED = "answered"
    NOT_APPLICABLE = "not_applicable"
    NOT_CHECKED = "not_checked"
    NO_ACCESS = "no_access"


class Judgement(StrEnum):
    """What one item comes to."""

    CONFORMING = "conforming"
    FAILED = "failed"
    NOT_JUDGED = "not_judged"
    UNANSWERED = "unanswered"
    NOT_APPLICABLE = "not_applicable"
    NOT_CHECKED = "not_checked"
    NO_ACCESS = "no_access"
    HIDDEN = "hidden"


ANSWER_STATES = {
    AnswerState.ANSWERED: QT_TRANSLATE_NOOP("Domain", "已填写"),
    AnswerState.NOT_APPLICABLE: QT_TRANSLATE_NOOP("Domain", "不适用"),
    AnswerState.NOT_CHECKED: QT_TRANSLATE_NOOP("Domain", "未检查"),
    AnswerState.NO_ACCESS: QT_TRANSLATE_NOOP("Domain", "无法进入"),
}
"""Names of the answer states."""

JUDGEMENTS = {
    Judgement.CONFORMING: QT_TRANSLATE_NOOP("Domain", "符合"),
    Judgement.FAILED: QT_TRANSLATE_NOOP("Domain", "不符合"),
    Judgement.NOT_JUDGED: QT_TRANSLATE_NOOP("Domain", "不评判"),
    Judgement.UNANSWERED: QT_TRANSLATE_NOOP("Domain", "未填写"),
    Judgement.NOT_APPLICABLE: QT_TRANSLATE_NOOP("Domain", "不适用"),
    Judgement.NOT_CHECKED: QT_TRANSLATE_NOOP("Domain", "未检查"),
    Judgement.NO_ACCESS: QT_TRANSLATE_NOOP("Domain", "无法进入"),
    Judgement.HIDDEN: QT_TRANSLATE_NOOP("Domain", "未显示"),
}
"""Names of the judgements."""


def judge(state: State, answered: AnswerState = AnswerState.ANSWERED) -> Judgement:
    """Return what an item comes to.

    Args:
        state: the question as it stands in its form.
        answered: whether the inspector gave an answer, or said why there is none.

    An invalid answer is not failed: until it is mended it is no answer.
    """
    if not state.relevant:
        return Judgement.HIDDEN
    if answered is not AnswerState.ANSWERED:
        return Judgement(answered.value)
    if not state.value or not state.valid:
        return Judgement.UNANSWERED
    if state.passes is None:
        return Judgement.NOT_JUDGED
    return Judgement.CONFORMING if state.passes else Judgement.FAILED
