"""What reading a checklist yields: the form, or none, and everything worth saying about it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from fieldaudit.errors import Problem
from fieldaudit.form.definition import Form
from fieldaudit.form_codes import FormCode

REMARKS = frozenset(
    {
        FormCode.FORM_EVENT,
        FormCode.FORM_LABEL_MISSING,
        FormCode.FORM_LABEL_UNTRANSLATED,
        FormCode.FORM_CHOICE_LABEL,
        FormCode.FORM_PARAMETER_LIKE,
        FormCode.FORM_PARAMETER_STRANGE,
        FormCode.FORM_REMARK,
        FormCode.FORM_UNSUPPORTED,
    }
)
"""What an author may leave as it is: the form does what it says."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The outcome of reading one checklist."""

    form: Form | None
    """The form; None when a problem forbids to use it."""

    problems: tuple[Problem, ...] = ()
    """Faults and remarks; with a form they do not forbid its use."""

    mappings: Mapping[str, bytes] = field(default_factory=dict)
    """Rules of its `mappings` sheet as JSON, by the old version that they start from."""

    @property
    def faults(self) -> tuple[Problem, ...]:
        """The problems that ought to be mended, remarks left out."""
        return tuple(problem for problem in self.problems if problem.code not in REMARKS)
