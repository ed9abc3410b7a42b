"""Visits as assessments read them: what they said, and what each item came to."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from fieldaudit.actions.sheets import (
    draft_of,
    entered,
    open_sheet,
    shown_questions,
    status_of,
)
from fieldaudit.assess.findings import JudgedItem, JudgedVisit
from fieldaudit.assess.owners import owner_of
from fieldaudit.assess.seen import Seen
from fieldaudit.store import records
from fieldaudit.store.records import Record
from fieldaudit.store.survey import Survey
from fieldaudit.visit.draft import STATE, Shown
from fieldaudit.visit.records import Photo, Status

_RECHECK = "COM-13"


def seen_visits(survey: Survey, *, statuses: Collection[Status]) -> tuple[Seen, ...]:
    """Return what the visits in these states said, in the order of their record ids."""
    found = records.records(survey, "visit")
    return tuple(_seen(survey, record) for record in found if status_of(record) in statuses)


def judged_visit(survey: Survey, visit: str) -> JudgedVisit:
    """Return what the items of one visit came to."""
    sheet = open_sheet(survey, visit)
    shown = shown_questions(draft_of(sheet))
    photos = _photos_by_question(sheet.photos)
    answers = {each.path: each.value for each in shown}
    items = tuple(_item(each, answers, photos) for each in shown)
    return JudgedVisit(
        id=visit,
        site=sheet.summary.site.id,
        started=sheet.summary.started,
        items=items,
        recheck_photos=tuple(p for item in items if item.name == _RECHECK for p in item.photos),
    )


def _seen(survey: Survey, record: Record) -> Seen:
    sheet = open_sheet(survey, record.id)
    draft = draft_of(sheet)
    excused = {path.removesuffix(f"/{STATE}") for path in sheet.answers if path.endswith(STATE)}
    counted = draft.instance.relevant_values()
    return Seen(
        visit=record.id,
        site=sheet.summary.site,
        form=sheet.form.id,
        status=sheet.summary.status,
        started=sheet.summary.started,
        entered=entered(draft),
        conclusion=sheet.verdict.conclusion,
        answers={path: text for path, text in counted.items() if path not in excused},
    )


def _item(
    shown: Shown, answers: Mapping[str, str], photos: Mapping[str, tuple[str, ...]]
) -> JudgedItem:
    audit = shown.question.audit
    made = JudgedItem(
        path=shown.path,
        name=shown.question.name,
        judgement=shown.judgement,
        severity=audit.severity,
        value=shown.value,
        unit=audit.unit,
        limit=audit.limit,
        clause=audit.clause,
        photos=photos.get(shown.path, ()),
    )
    return replace(made, owner=owner_of(shown.path, answers)) if made.fails else made


def _photos_by_question(photos: Sequence[Photo]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for photo in photos:
        found[photo.question] = (*found.get(photo.question, ()), photo.id)
    return found
