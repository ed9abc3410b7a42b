"""Whole visits from another program: each is taken in wholly, or not at all."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from fieldaudit.actions import visit_file
from fieldaudit.actions.attached import files_of
from fieldaudit.actions.changes import Changes, Done, Progress, Silent
from fieldaudit.actions.coverage import import_logs
from fieldaudit.actions.evidence import refuse_closed
from fieldaudit.actions.forms import form_of, newest_form
from fieldaudit.actions.papers import add_papers
from fieldaudit.actions.photos import add_photos
from fieldaudit.actions.prefill import prefilled
from fieldaudit.actions.sheets import draft_of, live_draft, live_path, open_sheet, status_of
from fieldaudit.actions.snapshots import (
    answers_of,
    logs_of,
    papers_of,
    photos_of,
    site_with_code,
)
from fieldaudit.actions.thresholds import parameters_of
from fieldaudit.actions.visit_file import Enclosed
from fieldaudit.actions.writing import write
from fieldaudit.errors import BadInput, Cancelled, Code, FieldauditError, Problem
from fieldaudit.form.definition import Form, Kind
from fieldaudit.package.exports.paths import definition_path
from fieldaudit.store import records
from fieldaudit.store.records import Record
from fieldaudit.store.revisions import Edit
from fieldaudit.store.survey import Survey
from fieldaudit.visit.filenames import shown_name
from fieldaudit.visit.lacks import PAPERS
from fieldaudit.visit.records import Paper, Photo, Status
from fieldaudit.visit.stamp import Author, Moment, new_id, now, parse_moment


@dataclass(frozen=True, slots=True)
class ImportedVisit:
    """What came of one visit of the file."""

    id: str
    """Record id; empty when it was refused."""

    site: str
    """Site code."""

    created: bool
    """True for a new visit, False for one that was edited or refused."""

    changed: bool
    """Whether anything was written."""

    problems: tuple[Problem, ...]
    """What is missing or wrong in it; for a refused visit why."""

    refused: bool = False
    """True when nothing of it was written."""


def import_visits(
    survey: Survey, *, file: Path, author: Author | None = None, progress: Progress | None = None
) -> Done[tuple[ImportedVisit, ...]]:
    """Take the visits of a file in; one whose id is here already is edited, never doubled.

    Args:
        survey: where to.
        file: the JSON file.
        author: who brings them; None: the inspector that each visit names.
        progress: is told and asked between visits.

    Raises:
        BadInput: the file is no such JSON.
    """
    told, outcomes = progress or Silent(), []
    visits = visit_file.read_visits(file)
    for number, fields in enumerate(visits):
        told.step(number, len(visits))
        if told.cancelled():
            raise Cancelled
        outcomes.append(_import(survey, fields, file, author))
    told.step(len(visits), len(visits))
    touched = any(outcome.changed for outcome in outcomes)
    return Done(tuple(outcomes), Changes(visits=touched, answers=touched, photos=touched))


def _import(
    survey: Survey, fields: dict[str, Any], file: Path, author: Author | None
) -> ImportedVisit:
    site = str(fields.get("site", ""))
    try:
        with survey.atomic():
            return _take(survey, fields, file, author)
    except FieldauditError as error:
        why = (Problem(error.code, site, error.params),)
        return ImportedVisit("", site, created=False, changed=False, problems=why, refused=True)


def _take(
    survey: Survey, fields: dict[str, Any], file: Path, bringer: Author | None
) -> ImportedVisit:
    visit = visit_file.visit_id(fields) or new_id()
    before = _known(survey, visit)
    author = bringer or _inspector(fields, before)
    form, first = _beginning(survey, fields, before)
    enclosed: list[Enclosed] = []
    told = _given(survey, fields, form, before=before, enclosed=enclosed, first=first)
    changes = first | told
    files = _Files.of(survey, visit, form, fields=fields, answers=enclosed)
    reason = ""
    _refuse_closed(survey, before, files, corrected=_corrects(told, fields))
    fresh = changes or files.photos or files.papers
    if fresh and before is not None and status_of(before) is not Status.DRAFT:
        changes["$status"] = Status.DRAFT.value
        reason = str(fields.get("reason") or file.name)
    if changes:
        edit = Edit(visit, "visit", changes, form=form.hash, reason=reason)
        write(survey, [edit], author=author)
    attached = _attach(survey, visit, files, folder=file.parent, author=author)
    sheet = open_sheet(survey, visit)
    return ImportedVisit(
        visit,
        sheet.summary.site.code,
        created=before is None,
        changed=bool(changes) or attached,
        problems=draft_of(sheet).problems(),
    )


def _refuse_closed(
    survey: Survey, before: Record | None, files: "_Files", *, corrected: bool
) -> None:
    """Refuse files that would slip under a signature; a correction has answers or a reason."""
    if before is not None and (files.photos or files.papers) and not corrected:
        refuse_closed(survey, before)


def _corrects(told: Mapping[str, str | None], fields: Mapping[str, Any]) -> bool:
    return bool(fields.get("reason")) or any(not path.startswith("$") for path in told)


def _known(survey: Survey, visit: str) -> Record | None:
    """Return the visit with this id; None for a new one."""
    try:
        record = records.record(survey, visit)
    except BadInput:
        return None
    if record.kind != "visit" or record.deleted:
        raise BadInput(Code.VISIT_FILE, file="visits.json", reason=visit)
    return record


def _inspector(fields: dict[str, Any], before: Record | None) -> Author:
    name = str(fields.get("inspector") or (before.get("$inspector") if before else ""))
    if not name:
        raise BadInput(Code.VISIT_FILE, file="visits.json", reason="inspector")
    return Author(name, f"name:{name}")


def _beginning(
    survey: Survey, fields: dict[str, Any], before: Record | None
) -> tuple[Form, dict[str, str | None]]:
    """Return the visit's form, and what a new visit starts with."""
    if before is not None:
        return form_of(survey, before.get("$form")), {}
    form = newest_form(survey, str(fields.get("form", "")))
    site = site_with_code(survey, str(fields.get("site", "")))
    moment, inspector = _start(fields), str(fields.get("inspector", ""))
    return form, {
        "$form": form.hash,
        "$site": site.id,
        "$started": moment.iso(),
        "$status": Status.DRAFT.value,
        **prefilled(survey, form, site, moment, inspector=inspector),
        **_end(fields, form),
    }


def _start(fields: dict[str, Any]) -> Moment:
    """Return when a visit began, as it says; now when it does not."""
    told = visit_file.header(fields).get("$started")
    return parse_moment(told) if told else now()


def _end(fields: dict[str, Any], form: Form) -> dict[str, str]:
    """Return the common question about the end, answered with what the visit says of itself."""
    told = visit_file.header(fields).get("$ended")
    paths = (each.path for each in form.root.questions() if each.name == "COM-04-end")
    return {path: told for path in paths if told}


def _given(
    survey: Survey,
    fields: dict[str, Any],
    form: Form,
    *,
    before: Record | None,
    enclosed: list[Enclosed],
    first: Mapping[str, str | None],
) -> dict[str, str | None]:
    """Return what the file changes: the visit's header, its answers, and what follows from them.

    What follows from the saved answers alone is not for the file to write.
    """
    known = {path: text for path, text in first.items() if text and not path.startswith("$")}
    saved = answers_of(before) if before else known
    given = dict(visit_file.answers(fields, form, saved, enclosed))
    photos = photos_of(survey, before.id) if before else ()
    papers = papers_of(survey, before.id) if before else ()
    whole = {path: text for path, text in (saved | given).items() if text}
    thresholds = parameters_of(survey).values()
    files = files_of(survey, form)
    live = partial(
        live_draft, form, parameters=thresholds, photos=photos, papers=papers, files=files
    )
    followed = live(saved).answers() if before else {}
    told = visit_file.header(fields)
    # What only mirrors the name of an attached file is no news from the file of visits.
    files_here: tuple[Photo | Paper, ...] = (*photos, *papers)
    mirrored = {each.question for each in files_here} - given.keys()
    changes: dict[str, str | None] = {
        path: text
        for path, text in live(whole).answers().items()
        if text not in (saved.get(path, ""), followed.get(path, "")) and path not in mirrored
    }
    changes |= {path: None for path, text in given.items() if not text and saved.get(path)}
    return changes | {p: v for p, v in told.items() if not before or before.get(p) != v}


@dataclass(frozen=True, slots=True)
class _Files:
    """The files of a visit that are not attached yet, by what they are kept as."""

    photos: tuple[Enclosed, ...]
    papers: tuple[Enclosed, ...]
    logs: tuple[str, ...]

    @classmethod
    def of(
        cls,
        survey: Survey,
        visit: str,
        form: Form,
        *,
        fields: dict[str, Any],
        answers: Sequence[Enclosed],
    ) -> "_Files":
        """Sort what a visit names by the questions it belongs to."""
        kinds = {each.path: each.kind for each in form.root.questions()}
        kinds |= {each.name: each.kind for each in form.root.questions() if each.name not in kinds}
        asked = {each: _kind(kinds, each, form) for each in answers}
        strange = next((e for e, kind in asked.items() if kind not in (Kind.IMAGE, *PAPERS)), None)
        if strange is not None:
            raise BadInput(Code.VISIT_FILE, file="visits.json", reason=strange.question)
        named = [*visit_file.photos(fields)]
        papers = [each for each in named if _kind(kinds, each, form) in PAPERS]
        papers += [*visit_file.papers(fields), *(e for e in answers if asked[e] in PAPERS)]
        photos = [each for each in named if each not in papers]
        photos += [each for each in answers if asked[each] is Kind.IMAGE]
        logs = {log.name for log in logs_of(survey, visit)}
        return cls(
            _fresh(photos, photos_of(survey, visit), form),
            _fresh(papers, papers_of(survey, visit), form),
            tuple(name for name in visit_file.logs(fields) if Path(name).name not in logs),
        )


def _kind(kinds: dict[str, Kind], enclosed: Enclosed, form: Form) -> Kind | None:
    asked = enclosed.question
    return kinds.get(asked) or kinds.get(definition_path(asked, form.model.repeats))


def _fresh(
    named: Sequence[Enclosed], here: Sequence[Photo | Paper], form: Form
) -> tuple[Enclosed, ...]:
    """Return the files that their question has none of this name of."""
    repeats = form.model.repeats
    known = {(each.name, each.question) for each in here}
    known |= {(each.name, definition_path(each.question, repeats)) for each in here}
    known |= {(each.name, each.question.rpartition("/")[2]) for each in here}
    return tuple(e for e in named if not known & {(n, e.question) for n in _names(e)})


def _names(enclosed: Enclosed) -> tuple[str, str]:
    """Return what a file is called here: a photo as it came, a paper as it can be shown."""
    name = Path(enclosed.file).name
    return name, shown_name(name)


def _attach(survey: Survey, visit: str, files: _Files, *, folder: Path, author: Author) -> bool:
    """Attach the photos, papers and logs that are not attached yet; tell whether there were any."""
    here = {(photo.name, photo.question) for photo in photos_of(survey, visit)}
    draft = draft_of(open_sheet(survey, visit))
    named = ((file, live_path(draft, asked), said) for file, asked, said in files.photos)
    photos = [photo for photo in named if (Path(photo[0]).name, photo[1]) not in here]
    for add, those in ((add_photos, photos), (add_papers, files.papers)):
        for file, question, caption in those:
            add(
                survey,
                visit=visit,
                files=[folder / file],
                question=question,
                caption=caption,
                author=author,
            )
    if files.logs:
        import_logs(survey, visit=visit, files=[folder / n for n in files.logs], author=author)
    return bool(photos or files.papers or files.logs)
