"""The form opens in reasonable time: it is opened once, empty, on a short leash."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from itertools import count

from fieldaudit.errors import BadInput, Problem
from fieldaudit.form.definition import Form
from fieldaudit.form.running import Running
from fieldaudit.form_codes import FormCode

_BUDGET, _PATIENCE = 300_000, 1.0
_ENDLESS = frozenset({FormCode.XPATH_BUDGET, FormCode.XPATH_PATIENCE, FormCode.XPATH_TEXT_LENGTH})
_NOW = datetime(2022, 7, 8, 12, tzinfo=UTC)


def problems(form: Form, attachments: Mapping[str, bytes]) -> Iterator[Problem]:
    """Yield the questions whose rules would take too long."""
    numbers = count(1)
    try:
        running = Running(
            form,
            now=lambda: _NOW,
            zone=UTC,
            parameters={},
            attachments=attachments,
            new_id=lambda: f"trial-{next(numbers)}",
        )
        running.around.budget = _BUDGET
        running.evaluation.patience = _PATIENCE
        running.open({}, first_load=True)
    except BadInput as error:
        yield Problem(error.code, form.id, error.params)
        return
    told: set[str] = set()
    for (path, _), fault in running.evaluation.faults.items():
        place = running.tree.find(path)
        where = place.slot.path if place else path
        if fault.code in _ENDLESS and where not in told:
            told.add(where)
            yield Problem(FormCode.FORM_ENDLESS, where, {"reason": str(fault)})
