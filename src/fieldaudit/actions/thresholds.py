"""The survey's versioned thresholds."""

from functools import lru_cache

from fieldaudit.form.parameters import Parameters, read_parameters
from fieldaudit.store import blobs, records
from fieldaudit.store.survey import Survey

_NONE = Parameters("", "", {}, (), "")


def parameters_of(survey: Survey) -> Parameters:
    """Return the thresholds that the survey was made with; none for a survey without them."""
    head = records.records(survey, "survey")
    blob = head[0].get("parameters") if head else ""
    return _read(blobs.read(survey, blob)) if blob else _NONE


@lru_cache(maxsize=8)
def _read(data: bytes) -> Parameters:
    return read_parameters(data, "parameters")
