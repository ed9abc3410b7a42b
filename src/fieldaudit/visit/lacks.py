"""What is missing or wrong at one question of a visit; nothing here blocks saving."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from fieldaudit.errors import Problem
from fieldaudit.form.definition import Kind, PhotoRule, Question
from fieldaudit.form.state import Violation
from fieldaudit.form_codes import FormCode
from fieldaudit.visit.judgement import AnswerState, Judgement

if TYPE_CHECKING:
    from fieldaudit.visit.draft import Shown

PAPERS = (Kind.FILE, Kind.AUDIO, Kind.VIDEO)
"""Kinds of questions whose answer is an attached paper."""

FILES = (Kind.IMAGE, *PAPERS)
"""Kinds of questions whose answer is a file."""


def wants_photo(question: Question, judgement: Judgement) -> bool:
    """Tell whether an item asks for a photo as it stands."""
    rule = question.audit.photo
    if rule is PhotoRule.ON_FAILURE:
        return judgement is Judgement.FAILED
    if judgement is Judgement.UNANSWERED:
        # Nothing was seen yet that a photo could prove, unless the photo is the answer.
        return rule is PhotoRule.ALWAYS and question.kind is Kind.IMAGE
    absent = (
        Judgement.HIDDEN,
        Judgement.NOT_APPLICABLE,
        Judgement.NOT_CHECKED,
        Judgement.NO_ACCESS,
    )
    return rule is PhotoRule.ALWAYS and judgement not in absent


def problems_of(shown: "Shown") -> Iterator[Problem]:
    """Yield what is missing or wrong at one question."""
    name = shown.question.name
    if shown.violation is Violation.REQUIRED:
        yield Problem(FormCode.DRAFT_REQUIRED, shown.path, {"question": name})
    elif shown.violation is Violation.TYPE:
        yield Problem(FormCode.DRAFT_TYPE, shown.path, {"question": name, "value": shown.value})
    elif shown.violation is Violation.CONSTRAINT:
        said = next((text for text in shown.message.values() if text), "")
        params = {"question": name, "value": shown.value, "message": said}
        yield Problem(FormCode.DRAFT_CONSTRAINT, shown.path, params)
    if shown.answered is not AnswerState.ANSWERED and not shown.reason:
        yield Problem(FormCode.DRAFT_REASON_MISSING, shown.path, {"question": name})
    if shown.photo_missing and shown.question.kind is not Kind.NOTE:
        yield Problem(FormCode.DRAFT_PHOTO_MISSING, shown.path, {"question": name})
