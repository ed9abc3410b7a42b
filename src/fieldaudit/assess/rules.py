"""The choices behind the indicators: which way of counting, which target, until when.

The notices leave room (sum or union, physical or logical, one operator or all); each choice is
a versioned parameter and is told beside the numbers.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from fieldaudit.assess.seen import number_of
from fieldaudit.errors import BadInput, Code
from fieldaudit.form.parameters import Parameters

CHOICES = {
    "GC1.numerator": ("union", "sum"),
    "GC2.combo": ("yes", "no"),
    "GC3.reached": ("any_operator", "all_operators", "outdoor", "share_of_points"),
    "GC4.unit": ("physical", "logical"),
    "GC4.shared": ("once", "each"),
}
"""Parameter → what it may be, the default first."""

_TOLD = ("GC4.population_source", "GC4.population_year", "scope")


@dataclass(frozen=True, slots=True)
class Rules:
    """One way of counting."""

    version: str
    """Set and version of the parameters: LJ2022/2022070801."""

    hash: str
    """SHA-256 of the parameter file, hex."""

    cutoff: str
    """Last day that counts, ISO date."""

    choices: Mapping[str, str]
    """Parameter → choice, those that only describe included."""

    numbers: Mapping[str, Fraction]
    """Every parameter that is a number."""

    def target(self, indicator: str) -> Fraction | None:
        """Return the target of an indicator, None without a parameter for it."""
        return self.numbers.get(f"{indicator}.target")


def rules_of(parameters: Parameters, cutoff: str = "") -> Rules:
    """Take the rules from the survey's parameters.

    Args:
        parameters: the survey's.
        cutoff: ISO date; that of the parameters when empty.

    Raises:
        BadInput: DATE_UNREADABLE, PARAMETER_CHOICE.
    """
    values = parameters.values()
    chosen = {name: _choice(values, name) for name in CHOICES}
    told = {name: values[name] for name in _TOLD if name in values}
    numbers = {name: number_of(text) for name, text in values.items()}
    return Rules(
        version=f"{parameters.id}/{parameters.version}",
        hash=parameters.hash,
        cutoff=read_day(cutoff or values.get("cutoff", "9999-12-31")),
        choices={**chosen, **told},
        numbers={name: number for name, number in numbers.items() if number is not None},
    )


def read_day(text: str) -> str:
    """Return an ISO date as it is; raise BadInput for anything else."""
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise BadInput(Code.DATE_UNREADABLE, text=text) from error


def _choice(values: Mapping[str, str], name: str) -> str:
    known = CHOICES[name]
    value = values.get(name, known[0])
    if value not in known:
        raise BadInput(Code.PARAMETER_CHOICE, name=name, value=value, known=", ".join(known))
    return value
