"""What can go wrong, as values: one root, two kinds, codes with their words, and problems.

An error is for what cannot be judged or done; a problem is a finding about something that could.
Anything that is neither `BadInput` nor `Surroundings` is a bug and stays a plain exception.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from fieldaudit.codes import Code, Trouble

__all__ = ["BadInput", "Cancelled", "Code", "FieldauditError", "Problem", "Surroundings", "Trouble"]


class FieldauditError(Exception):
    """The root of all errors that can be explained to a person.

    Attributes:
        code: which trouble.
        params: the values for the sentence's placeholders.
    """

    def __init__(self, code: Trouble, **params: object) -> None:
        """Keep the code and the values of its placeholders."""
        super().__init__(code.value.format_map(_Blanks(_told(params))))
        self.code = code
        self.params = params


class BadInput(FieldauditError):
    """A form, an answer, a file or a password is wrong, and its owner can mend it."""


class Surroundings(FieldauditError):
    """The disk, a lock, the rights or a newer file version are in the way."""


class Cancelled(Exception):
    """A person stopped a long deed; the transaction under way rolls back."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding about something that could be judged."""

    code: Trouble
    """Which trouble."""

    where: str = ""
    """The place: a question path, a sheet and row, a file, a record id."""

    params: Mapping[str, object] = field(default_factory=dict)
    """The values for the sentence's placeholders."""

    def __str__(self) -> str:
        """Say it in Chinese."""
        return self.code.value.format_map(_Blanks({"where": self.where, **_told(self.params)}))


def _told(params: Mapping[str, object]) -> dict[str, object]:
    """Return what placeholders show in Chinese: a list with its commas."""
    return {
        name: "、".join(map(str, value)) if isinstance(value, tuple) else value
        for name, value in params.items()
    }


class _Blanks(dict[str, object]):
    """A missing placeholder shows as an ellipsis rather than breaking an error message."""

    def __missing__(self, key: str) -> str:
        return "…"
