"""Opening a survey for long: where it lies, and whether somebody else works in it."""

from pathlib import Path

from fieldaudit.errors import Code, Problem, Surroundings
from fieldaudit.store import claim
from fieldaudit.store.claim import Holder
from fieldaudit.store.survey import Survey, open_survey
from fieldaudit.store.whereabouts import Place, place_of
from fieldaudit.visit.scratch import sweep
from fieldaudit.visit.stamp import now

_CODES = {
    Place.NETWORK: Code.PLACE_NETWORK,
    Place.CLOUD: Code.PLACE_CLOUD,
    Place.REMOVABLE: Code.PLACE_REMOVABLE,
}


def whereabouts(path: Path) -> tuple[Problem, ...]:
    """Say what is doubtful about where a survey file lies, or is to be made; nothing is written."""
    found = place_of(path)
    if found is None:
        return ()
    place, name = found
    return (Problem(_CODES[place], path.name, {"place": name}),)


def open_for_work(path: Path) -> Survey:
    """Open a survey for long; read-only, with its `holder`, while another program works in it.

    Clear copies that a killed program left beside it are removed.

    Raises:
        BadInput: it does not exist, is no survey, or is damaged.
        Surroundings: it is from a newer program, cannot be written, or is locked.
    """
    held = claim.claim(path, moment=now()) if path.is_file() else None
    if isinstance(held, Holder):
        survey = open_survey(path, readonly=True)
        survey.holder = held
        return survey
    try:
        survey = open_survey(path)
    except BaseException:
        if held:
            held.release()
        raise
    survey.claim = held
    sweep(path.parent)
    return survey


def open_alone(path: Path) -> Survey:
    """Open a survey for a deed that changes much of it.

    Raises:
        BadInput: it does not exist, is no survey, or is damaged.
        Surroundings: another program works in it, or it cannot be written.
    """
    survey = open_for_work(path)
    trouble = held_by(survey)
    if trouble:
        survey.close()
        raise trouble
    return survey


def held_by(survey: Survey) -> Surroundings | None:
    """Say who else works in a survey; None when nobody does."""
    if survey.holder is None:
        return None
    who = survey.holder
    told = {"user": who.user or "?", "host": who.host or "?", "since": who.since or "?"}
    return Surroundings(Code.SURVEY_HELD, file=survey.path.name, **told)
