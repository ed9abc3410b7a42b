"""What reading a checklist yields: the form, or none, and everything worth saying about it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from fieldaudit.errors import Code, Problem
from fieldaudit.form.definition import Form

REMARKS = frozenset(
    {
        Code.FORM_EVENT,
        Code.FORM_LABEL_MISSING,
        Code.FORM_LABEL_UNTRANSLATED,
        Code.FORM_CHOICE_LABEL,
        Code.FORM_PARAMETER_LIKE,
        Code.FORM_PARAMETER_STRANGE,
        Code.FORM_REMARK,
        Code.FORM_UNSUPPORTED,
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
