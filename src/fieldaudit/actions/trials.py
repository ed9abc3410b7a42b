"""Trying a checklist out: a live form over no answers, which nobody keeps."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from fieldaudit.actions.forms import attachments_of, check_form, form_of
from fieldaudit.actions.sheets import live_draft
from fieldaudit.actions.surveys import PARAMETERS
from fieldaudit.actions.thresholds import parameters_of
from fieldaudit.errors import BadInput
from fieldaudit.form.definition import Form
from fieldaudit.form.parameters import read_parameters
from fieldaudit.form.reading import Reading
from fieldaudit.paths import bundled_form
from fieldaudit.store.survey import Survey
from fieldaudit.visit.draft import Draft


@dataclass(frozen=True, slots=True)
class Trial:
    """A checklist as read, and what it looks like while it is filled in."""

    reading: Reading
    """The form, or none, and everything that is wrong with it."""

    draft: Draft | None
    """The live form; None when it cannot run."""


def try_file(file: Path) -> Trial:
    """Check a checklist file and open it over no answers, with the bundled thresholds.

    Raises:
        BadInput: there is no such file, or it is too large, of no known kind, or made to do harm.
        Surroundings: it cannot be read.
    """
    from fieldaudit.form.attachments import beside, gathered

    reading = check_form(file)
    if reading.form is None:
        return Trial(reading, None)
    files, _ = gathered(reading.form, beside(file))
    bundled = bundled_form(PARAMETERS)
    thresholds = read_parameters(bundled.read_bytes(), bundled.name).values()
    return Trial(reading, _draft(reading.form, thresholds, files))


def try_kept(survey: Survey, *, form: str) -> Trial:
    """Open the version of a checklist with this hash, with the survey's thresholds."""
    found = form_of(survey, form)
    thresholds = parameters_of(survey).values()
    return Trial(Reading(found), _draft(found, thresholds, attachments_of(survey, form)))


def _draft(form: Form, thresholds: Mapping[str, str], files: Mapping[str, bytes]) -> Draft | None:
    try:
        return live_draft(form, {}, parameters=thresholds, photos=(), files=files)
    except BadInput:
        # The reading names the cause; only the look at it is missing.
        return None
