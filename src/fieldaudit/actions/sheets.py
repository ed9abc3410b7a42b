"""One visit, opened: everything that is needed to go on filling it in."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from fieldaudit.actions.attached import files_of
from fieldaudit.actions.forms import form_of
from fieldaudit.actions.merges import list_conflicts
from fieldaudit.actions.snapshots import (
    answers_of,
    logs_of,
    papers_of,
    photos_of,
    signed_at,
    site_of,
)
from fieldaudit.actions.thresholds import parameters_of
from fieldaudit.assess.verdict import VerdictRules, VisitVerdict, conclude
from fieldaudit.errors import BadInput, Code
from fieldaudit.form.definition import Form, Severity
from fieldaudit.form.state import RowKind, Violation
from fieldaudit.store import drafts, records
from fieldaudit.store.records import Record
from fieldaudit.store.survey import Survey
from fieldaudit.visit.draft import Draft, Shown
from fieldaudit.visit.judgement import AnswerState, Judgement
from fieldaudit.visit.records import Conflict, Log, Paper, Photo, Status, VisitSummary
from fieldaudit.visit.stamp import new_id, parse_moment

CLOSED = (Status.SIGNED, Status.ACCEPTED, Status.REJECTED)
"""Where a visit's answers change only with a reason."""

_NO_SECTION = "-"
"""How a parameter file says that no section is left out."""

ENTERED = "entered"
"""Name of the calculated question that is `no` when the inspectors were not let in."""


@dataclass(frozen=True, slots=True)
class VisitSheet:
    """A visit with its form, its answers and what is attached to it."""

    summary: VisitSummary
    """Its row in the list."""

    verdict: VisitVerdict
    """What its judged items add up to."""

    form: Form
    """The checklist version that it is made with."""

    answers: Mapping[str, str]
    """What is saved, path → text."""

    draft: Mapping[str, str | None]
    """What was typed since and is not yet a revision; None: removed."""

    parameters: Mapping[str, str]
    """The survey's thresholds."""

    photos: tuple[Photo, ...]
    """Its photos."""

    papers: tuple[Paper, ...]
    """The papers attached to it."""

    logs: tuple[Log, ...]
    """Its drive-test logs."""

    conflicts: tuple[Conflict, ...]
    """Its undecided conflicts."""

    clock: Callable[[], datetime]
    """What its expressions take for now: a signed visit keeps the time of its signature."""

    files: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    """Lists that its form chooses from, by file name."""


def open_sheet(survey: Survey, visit: str) -> VisitSheet:
    """Read everything about one visit."""
    record = records.record(survey, visit)
    form = form_of(survey, record.get("$form"))
    typed = drafts.typed(survey, visit)
    parameters = parameters_of(survey).values()
    photos, papers = photos_of(survey, visit), papers_of(survey, visit)
    clock = _clock(record)
    whole = {**answers_of(record), **typed}
    answers = {path: text for path, text in whole.items() if text is not None}
    who, when = record.get("$inspector"), record.get("$started")
    files = files_of(survey, form, inspector=who, started=when)
    draft = live_draft(
        form,
        answers,
        parameters=parameters,
        photos=photos,
        papers=papers,
        clock=clock,
        files=files,
    )
    shown = shown_questions(draft)
    verdict = conclude(map(item_of, shown), rules_of(parameters), entered=entered(draft))
    return VisitSheet(
        summary=_summary(
            survey,
            record,
            [each for each in shown if each.label],
            form=form.id,
            photos=photos,
            drafted=bool(typed),
            conclusion=verdict.conclusion.value,
        ),
        verdict=verdict,
        form=form,
        answers=answers_of(record),
        draft=typed,
        parameters=parameters,
        photos=photos,
        papers=papers,
        logs=logs_of(survey, visit),
        conflicts=list_conflicts(survey, record=visit),
        clock=clock,
        files=files,
    )


def draft_of(sheet: VisitSheet) -> Draft:
    """Return the live form of a sheet, with what was typed since the last revision."""
    whole = {**sheet.answers, **sheet.draft}
    return live_draft(
        sheet.form,
        {path: text for path, text in whole.items() if text is not None},
        parameters=sheet.parameters,
        photos=sheet.photos,
        papers=sheet.papers,
        clock=sheet.clock,
        files=sheet.files,
    )


def local_now() -> datetime:
    """Return the device's time with its zone."""
    return datetime.now().astimezone()


def live_draft(
    form: Form,
    answers: Mapping[str, str],
    *,
    parameters: Mapping[str, str],
    photos: tuple[Photo, ...] = (),
    papers: tuple[Paper, ...] = (),
    clock: Callable[[], datetime] = local_now,
    files: Mapping[str, bytes] | None = None,
) -> Draft:
    """Return the live form over answers, photos, papers and the lists in files."""
    return Draft(
        form,
        answers,
        now=clock,
        timezone=local_now().tzinfo or UTC,
        parameters=parameters,
        photos=names_by_question(photos),
        papers=names_by_question(papers),
        attachments=files,
        new_id=new_id,
    )


def names_by_question(attached: Sequence[Photo | Paper]) -> dict[str, list[str]]:
    """Return live path → file names of what is attached to a question, in order."""
    names: dict[str, list[str]] = {}
    for each in attached:
        names.setdefault(each.question, []).append(each.name)
    return names


def live_path(draft: Draft, name: str) -> str:
    """Return the live path of a question, by that, by its path in the form, or by its name.

    Inside a repeat it is that of the first instance; without an instance, the path in the form.

    Raises:
        BadInput: the form has no such question.
    """
    questions = (row for row in draft.rows() if row.kind is RowKind.QUESTION)
    places = [(row.path, row.item.path, row.item.name) for row in questions]
    places += [(each.path, each.path, each.name) for each in draft.form.root.questions()]
    found = next((place[0] for place in places if name in place), "")
    if name and not found:
        raise BadInput(Code.ANSWER_UNKNOWN, where=name)
    return found


def shown_questions(draft: Draft) -> list[Shown]:
    """Return every question that is asked, in order."""
    rows = draft.rows()
    return [draft.shown(row.path) for row in rows if row.kind is RowKind.QUESTION and row.relevant]


def verdict_of(draft: Draft, rules: VerdictRules) -> VisitVerdict:
    """Add up the judged items of a visit."""
    return conclude(map(item_of, shown_questions(draft)), rules, entered=entered(draft))


def item_of(shown: Shown) -> tuple[Severity, Judgement, str]:
    """Return what a verdict counts of a question: severity, judgement, outermost section."""
    section = shown.question.path.partition("/")[0]
    return shown.question.audit.severity, shown.judgement, section


def entered(draft: Draft) -> bool:
    """Tell whether the inspectors got in at all."""
    answers = draft.answers().items()
    return not any(path.rpartition("/")[2] == ENTERED and text == "no" for path, text in answers)


def rules_of(parameters: Mapping[str, str]) -> VerdictRules:
    """Take the numbers of the verdict from the survey's parameters."""
    usual = VerdictRules()
    excluded = parameters.get("verdict.excluded_sections", "")
    return VerdictRules(
        critical_fails=_count(parameters, "verdict.critical_fails", usual.critical_fails),
        major_fails=_count(parameters, "verdict.major_fails", usual.major_fails),
        excluded_sections=frozenset(excluded.replace(",", " ").split()) - {_NO_SECTION},
    )


def _count(parameters: Mapping[str, str], name: str, usual: int) -> int:
    """Return a threshold as a whole number from 1; the usual one for nonsense."""
    text = parameters.get(name, "")
    return int(text) if text.isascii() and text.isdigit() and int(text) > 0 else usual


def _summary(
    survey: Survey,
    record: Record,
    shown: Sequence[Shown],
    *,
    form: str,
    photos: tuple[Photo, ...],
    drafted: bool,
    conclusion: str,
) -> VisitSummary:
    failed = Counter(each.question.audit.severity for each in shown if each.finding)
    return VisitSummary(
        id=record.id,
        site=site_of(records.record(survey, record.get("$site"))),
        form=form,
        status=status_of(record),
        inspector=record.get("$inspector"),
        started=record.get("$started"),
        answered=sum(_answered(each) for each in shown),
        asked=len(shown),
        problems=sum(each.violation is not Violation.NONE for each in shown),
        failures=failed.total(),
        critical=failed[Severity.CRITICAL],
        major=failed[Severity.MAJOR],
        conclusion=conclusion,
        photos=len(photos),
        conflicts=record.conflicts,
        drafted=drafted,
        returned_because=_returned_because(survey, record),
    )


def _returned_because(survey: Survey, record: Record) -> str:
    """Return the office's reason, which stays while the inspector works on the visit again."""
    if status_of(record) not in (Status.DRAFT, Status.RETURNED):
        return ""
    moves = records.said(survey, record.id, "$status")
    last = next((move for move in moves if move[0] != Status.DRAFT), ("", ""))
    return last[1] if last[0] == Status.RETURNED else ""


def _clock(record: Record) -> Callable[[], datetime]:
    """Let a signed visit's expressions go on meaning the day on which it was signed."""
    try:
        signed = parse_moment(signed_at(record)).datetime()
    except ValueError:
        return local_now
    return (lambda: signed) if status_of(record) in CLOSED else local_now


def status_of(record: Record) -> Status:
    """Return where a visit stands; whatever a merged file says, it is one of the known states."""
    said = record.get("$status")
    return Status(said) if said in list(Status) else Status.DRAFT


def _answered(shown: Shown) -> bool:
    return bool(shown.value) or shown.answered is not AnswerState.ANSWERED
