"""Regular expressions written in forms, kept from running for ever.

Python's matcher is fast but backtracks; a pattern that could make it slow for a text goes to an
automaton instead, whose time is bounded.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from fieldaudit.errors import BadInput
from fieldaudit.form.xpath.functions.automaton import Automaton, NotRegular
from fieldaudit.form.xpath.functions.dialect import UnknownSyntax, to_python
from fieldaudit.form_codes import FormCode

LONGEST_PATTERN = 1_000
"""Characters of the longest pattern."""

LONGEST_TEXT = 100_000
"""Characters of the longest text that a pattern is tried on."""

_MOST_STEPS = 10_000_000
_REPEAT = re.compile(r"[*+]|\{\d*,\d*\}")
_ANY_REPEAT = re.compile(r"[*+]|\{\d*,?\d*\}")
_UNICODE_CASE = re.compile(r"\(\?[imsx]*[uU][imsxuU]*\)")
_CLASS = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern with what is known of its cost."""

    compiled: re.Pattern[str]
    """For Python's matcher; ASCII classes, as in Java."""

    automaton: Automaton | None
    """The same without backtracking; None where no automaton can say it."""

    nested: bool
    """A repeated group holds a repeat, an option or a choice: the time can double per letter."""

    repeats: int
    """How many repeats may compete for the same letters."""

    options: int
    """How many parts may be there or not."""

    def is_quick(self, length: int) -> bool:
        """Tell whether backtracking over a text of this length must end soon."""
        if self.nested:
            return 1 << min(length, 64) <= _MOST_STEPS
        steps: int = pow(length + 1, self.repeats) << self.options
        return steps <= _MOST_STEPS


def matches_whole(text: str, pattern: str) -> bool:
    """Tell whether the whole text fits the pattern, as JavaRosa asks.

    Raises:
        BadInput: XPATH_PATTERN for a pattern that cannot be read or would take too long.
    """
    known = _compiled(pattern)
    if known.is_quick(len(text)):
        return known.compiled.fullmatch(text) is not None
    if known.automaton is None or len(text) > LONGEST_TEXT:
        raise BadInput(FormCode.XPATH_PATTERN, pattern=pattern[:80])
    return known.automaton.fits(text)


@lru_cache(maxsize=1_000)
def _compiled(pattern: str) -> Pattern:
    """Compile a pattern both ways."""
    if len(pattern) > LONGEST_PATTERN:
        raise BadInput(FormCode.XPATH_PATTERN, pattern=pattern[:80])
    try:
        translated = to_python(pattern)
        # letters beyond ASCII have another case only where the pattern says so, as in Java
        flagged = _UNICODE_CASE.match(translated)
        flags = re.NOFLAG if flagged else re.ASCII
        translated = (
            re.sub("[uU]", "", flagged[0]) + translated[flagged.end() :] if flagged else translated
        )
        compiled = re.compile(translated.removeprefix("(?)"), flags)
    except (UnknownSyntax, re.error, ValueError, OverflowError, RecursionError) as error:
        raise BadInput(FormCode.XPATH_PATTERN, pattern=pattern[:80]) from error
    try:
        automaton = Automaton(translated)
    except (NotRegular, re.error, RecursionError):
        automaton = None
    bare = _CLASS.sub("x", translated)
    return Pattern(
        compiled,
        automaton,
        nested=_is_nested(bare),
        repeats=len(_REPEAT.findall(bare)),
        options=bare.count("?") + bare.count("|"),
    )


def _is_nested(bare: str) -> bool:
    """Tell whether a repeated group holds a repeat, an option or a choice."""
    open_groups: list[bool] = []
    for place, letter in enumerate(bare):
        if letter == "(":
            open_groups.append(False)
        elif letter == ")" and open_groups:
            inner = open_groups.pop()
            if inner and _ANY_REPEAT.match(bare, place + 1):
                return True
            if open_groups:
                open_groups[-1] = open_groups[-1] or inner
        elif open_groups and letter in "|?*+{" and bare[place - 1] != "(":
            open_groups[-1] = True
    return False
