"""The lists that a visit's form chooses from: files kept with the form, and the visit before."""

from datetime import UTC, datetime

from fieldaudit.actions.forms import attachments_of, form_of, mapping_of
from fieldaudit.actions.snapshots import answers_of
from fieldaudit.form.definition import Form
from fieldaudit.form.instance import Instance
from fieldaudit.form.mapping import carry
from fieldaudit.form.saved import asks_last_saved, saved_xml
from fieldaudit.form.supplied import STREETS, asks_streets, streets_file
from fieldaudit.store import records
from fieldaudit.store.records import Record
from fieldaudit.store.survey import Survey
from fieldaudit.visit.stamp import parse_moment


def files_of(
    survey: Survey, form: Form, *, inspector: str = "", started: str = ""
) -> dict[str, bytes]:
    """Return file name → content for a visit's form.

    Args:
        survey: where the files are kept.
        form: the version that the visit is made with.
        inspector: who makes the visit; empty for nobody in particular.
        started: when it began, ISO 8601 with offset.
    """
    found = attachments_of(survey, form.hash) if _has_files(form) else {}
    if asks_streets(form):
        streets = streets_of(survey)
        found |= {STREETS: streets_file(streets)} if streets else {}
    name = asks_last_saved(form)
    before = _before(survey, form, inspector, started) if name and inspector else None
    if before is not None:
        found[name] = saved_xml(form, _said(survey, before, form))
    return found


def streets_of(survey: Survey) -> dict[str, str]:
    """Return code → name of the survey's streets."""
    head = records.records(survey, "survey")
    values = head[0].values.items() if head else ()
    return {p.split("/")[1]: v for p, v in values if p.startswith("streets/")}


def _has_files(form: Form) -> bool:
    return bool(form.model.media) or any(one.file for one in form.model.secondary)


def _said(survey: Survey, before: Record, form: Form) -> dict[str, str]:
    """Return the answers of a visit that count, in the shape of the version `form`."""
    answers = answers_of(before)
    old = form_of(survey, before.get("$form"))
    live = Instance(
        old,
        answers,
        now=lambda: datetime.now(UTC),
        timezone=UTC,
        attachments=attachments_of(survey, old.hash),
        first_load=False,
    )
    hidden = {path for path in live.paths() if not live.state(path).relevant}
    counting = {path: text for path, text in answers.items() if path not in hidden}
    if old.hash == form.hash:
        return counting
    return dict(carry(counting, mapping_of(survey, source=old, target=form), old, form).answers)


def _before(survey: Survey, form: Form, inspector: str, started: str) -> Record | None:
    """Return the inspector's last visit before that time with the same form, of any version."""
    forms = records.records(survey, "form")
    versions = {record.get("hash") for record in forms if record.get("id") == form.id}
    limit = _time(started)
    earlier = [
        (_time(record.get("$started")), record.id, record)
        for record in records.records(survey, "visit")
        if record.get("$inspector") == inspector and record.get("$form") in versions
    ]
    found = max((each for each in earlier if 0 < each[0] < limit), default=None)
    return found[2] if found else None


def _time(text: str) -> int:
    """Return a moment in ms; 0 for what is none."""
    try:
        return parse_moment(text).ms
    except ValueError:
        return 0
