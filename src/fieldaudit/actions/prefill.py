"""What a new visit knows already, so that nobody types the register again."""

from collections.abc import Mapping

from fieldaudit.actions.attached import files_of
from fieldaudit.actions.sheets import live_draft
from fieldaudit.actions.thresholds import parameters_of
from fieldaudit.form.definition import Form
from fieldaudit.store import records
from fieldaudit.store.survey import Survey
from fieldaudit.visit.records import Site
from fieldaudit.visit.stamp import Moment


def prefilled(
    survey: Survey, form: Form, site: Site, moment: Moment, *, inspector: str = ""
) -> dict[str, str]:
    """Return path → text for what `form` fills in by itself and what the register answers.

    The register's questions are those of the common block of the checklists.
    """
    known = {
        "COM-01": site.code,
        "COM-02": site.name,
        "COM-03": _street_code(survey, site.street),
        "COM-04-start": moment.iso(),
    }
    paths = {question.name: question.path for question in form.root.questions()}
    told = {paths[name]: text for name, text in known.items() if name in paths and text}
    files = files_of(survey, form, inspector=inspector, started=moment.iso())
    return _defaults(survey, form, files) | told


def _defaults(survey: Survey, form: Form, files: Mapping[str, bytes]) -> dict[str, str]:
    thresholds = parameters_of(survey).values()
    draft = live_draft(form, {}, parameters=thresholds, photos=(), files=files)
    answers = draft.answers()
    asked = (question.path for question in form.root.questions() if not question.calculate)
    return {path: answers[path] for path in asked if answers.get(path)}


def _street_code(survey: Survey, name: str) -> str:
    head = records.records(survey, "survey")
    values = head[0].values.items() if head else ()
    return next((path.split("/")[1] for path, street in values if street == name), "")
