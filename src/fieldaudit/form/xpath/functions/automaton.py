"""Regular expressions without backtracking: all ways through a pattern are followed at once.

The time grows with pattern times text (Thompson 1968), whatever a form's author wrote. Only what
can be said by an automaton is known here: no look-around, no references back.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

MOST_STATES = 5_000
"""Size of the largest automaton; counted repeats are written out."""

_ITEM = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\(\?:|.", re.DOTALL)
_COUNTS = re.compile(r"\{(\d+)(,?)(\d*)\}")
_WORDS = "bBAZzG123456789"
_BEGIN, _END, _SPLIT, _ACCEPT = "begin", "end", "split", "accept"
Matches = Callable[[str], object]


class NotRegular(ValueError):
    """A pattern says what no automaton can, or is too large."""


@dataclass(slots=True, eq=False)
class State:
    """A place in the automaton."""

    matches: Matches | None = None
    """Tells whether a character leads on; None for places that are passed without one."""

    kind: str = _SPLIT
    """What to do without a character: split, begin, end or accept."""

    after: list["State"] = field(default_factory=list)
    """Where it leads."""


Build = Callable[[State], State]
"""Given the state after a part of a pattern, makes the states of the part; returns the first."""


class Automaton:
    """A compiled pattern."""

    def __init__(self, pattern: str) -> None:
        """Compile a pattern that `re` has accepted; raise NotRegular when it cannot be done."""
        self._items = _ITEM.findall(pattern)
        self._place = 0
        self._made = 0
        build = self._choice()
        if self._place < len(self._items):
            raise NotRegular(pattern)
        self._first = build(self._state(kind=_ACCEPT))

    def fits(self, text: str) -> bool:
        """Tell whether the whole text fits the pattern."""
        current = _reached([self._first], at_begin=True, at_end=not text)
        for place, letter in enumerate(text, 1):
            moved = [
                state.after[0]
                for state in current
                if state.matches is not None and state.matches(letter)
            ]
            current = _reached(moved, at_begin=False, at_end=place == len(text))
            if not current:
                return False
        return any(state.kind == _ACCEPT and state.matches is None for state in current)

    def _state(self, matches: Matches | None = None, kind: str = _SPLIT, *after: State) -> State:
        """Make a state; raise NotRegular when there are too many."""
        self._made += 1
        if self._made > MOST_STATES:
            raise NotRegular(str(self._made))
        return State(matches, kind, list(after))

    def _at(self) -> str:
        """Return the item at hand, the empty text at the end."""
        return self._items[self._place] if self._place < len(self._items) else ""

    def _choice(self) -> Build:
        """Read alternatives up to a closing parenthesis or the end."""
        ways = [self._row()]
        while self._at() == "|":
            self._place += 1
            ways.append(self._row())
        if len(ways) == 1:
            return ways[0]
        return lambda after: self._state(None, _SPLIT, *[way(after) for way in ways])

    def _row(self) -> Build:
        """Read parts that follow each other."""
        parts: list[Build] = []
        while self._at() not in ("", "|", ")"):
            parts.append(self._repeated(self._part()))

        def build(after: State) -> State:
            for part in reversed(parts):
                after = part(after)
            return after

        return build

    def _part(self) -> Build:
        """Read one character, class, anchor or group."""
        item = self._at()
        self._place += 1
        if item in ("(", "(?:"):
            if self._at() == "?":
                raise NotRegular(item)
            inner = self._choice()
            self._place += 1
            return inner
        if item in "^$":
            kind = _BEGIN if item == "^" else _END
            return lambda after: self._state(None, kind, after)
        if item[0] == "\\" and item[1:] in _WORDS:
            raise NotRegular(item)
        single = (
            re.compile(item, re.ASCII).fullmatch if len(item) > 1 or item == "." else item.__eq__
        )
        return lambda after: self._state(single, _SPLIT, after)

    def _repeated(self, part: Build) -> Build:
        """Read the quantifiers after a part."""
        bounds = self._bounds()
        if bounds is None:
            return part
        least, most = bounds
        if self._at() == "?":
            self._place += 1  # lazy or not, the whole text must fit
        elif self._at() == "+":
            raise NotRegular("possessive")

        def build(after: State) -> State:
            first = self._endless(part, after) if most is None else after
            for _ in range((most or least) - least):
                first = self._state(None, _SPLIT, part(first), after)
            for _ in range(least):
                first = part(first)
            return first

        return build

    def _endless(self, part: Build, after: State) -> State:
        """Make a part that may occur any number of times."""
        loop = self._state(None, _SPLIT)
        loop.after = [part(loop), after]
        return loop

    def _bounds(self) -> tuple[int, int | None] | None:
        """Read `*`, `+`, `?` or `{m,n}`; None when none of them is at hand."""
        known: dict[str, tuple[int, int | None]] = {"*": (0, None), "+": (1, None), "?": (0, 1)}
        item = self._at()
        if item in known:
            self._place += 1
            return known[item]
        found = _COUNTS.match("".join(self._items[self._place : self._place + 16]))
        if item != "{" or found is None:
            return None
        self._place += found.end()
        least, comma, most = found.groups()
        if not comma:
            return int(least), int(least)
        return int(least), int(most) if most else None


def _reached(states: list[State], *, at_begin: bool, at_end: bool) -> list[State]:
    """Return all states that can be reached without a character."""
    found: dict[int, State] = {}
    stack = list(states)
    while stack:
        state = stack.pop()
        if id(state) in found:
            continue
        found[id(state)] = state
        passes = {_SPLIT: True, _BEGIN: at_begin, _END: at_end, _ACCEPT: False}[state.kind]
        if state.matches is None and passes:
            stack.extend(state.after)
    return list(found.values())
