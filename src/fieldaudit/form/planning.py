"""The plan of each form, made once: checks a form and keeps what its instances share."""

from collections import OrderedDict
from threading import Lock

from fieldaudit.form.definition import Form
from fieldaudit.form.dependencies import Plan, plan_of
from fieldaudit.form.plan import rules_of

_KEPT = 32
_plans: "OrderedDict[str, Plan]" = OrderedDict()
_lock = Lock()


def plan_for(form: Form) -> Plan:
    """Return the plan of a form; equal forms share one.

    The plan of a form that cannot run has problems instead of rules.
    """
    with _lock:
        plan = _plans.get(form.hash)
        if plan is None:
            plan = _plans[form.hash] = plan_of(rules_of(form))
        _plans.move_to_end(form.hash)
        while len(_plans) > _KEPT:
            _plans.popitem(last=False)
        return plan
