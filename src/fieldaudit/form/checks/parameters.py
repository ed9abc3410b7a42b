"""Every threshold that a rule asks for stands in the table of parameters."""

from collections.abc import Collection, Iterator

from fieldaudit.errors import Problem
from fieldaudit.form.checks.likeness import likest, proposing
from fieldaudit.form.definition import Form
from fieldaudit.form.planning import plan_for
from fieldaudit.form_codes import FormCode


def problems(form: Form, known: Collection[str]) -> Iterator[Problem]:
    """Yield a remark for each parameter of the form's rules that is not in `known`."""
    told: set[tuple[str, str]] = set()
    for rule in plan_for(form).rules:
        for name in sorted(rule.expression.references.parameters):
            if name in known or (rule.path, name) in told:
                continue
            told.add((rule.path, name))
            codes = (FormCode.FORM_PARAMETER_LIKE, FormCode.FORM_PARAMETER_STRANGE)
            yield proposing(codes, rule.path, likest(name, known), parameter=name)
