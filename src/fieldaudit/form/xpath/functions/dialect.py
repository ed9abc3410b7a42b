"""Patterns in Java's dialect, as forms write them, in the words of Python's `re`.

Classes with unions, intersections and properties become plain classes of ranges.
"""

import re

from fieldaudit.form.xpath.functions.letters import Ranges, joined, named, others, shared

_BREAKS: Ranges = ((0x0A, 0x0D), (0x85, 0x85), (0x2028, 0x2029))
_BLANKS: Ranges = (
    (0x09, 0x09), (0x20, 0x20), (0xA0, 0xA0), (0x1680, 0x1680), (0x180E, 0x180E),
    (0x2000, 0x200A), (0x202F, 0x202F), (0x205F, 0x205F), (0x3000, 0x3000),
)  # fmt: skip
_SETS: dict[str, Ranges] = {
    "d": named("Digit"),
    "w": joined((*named("Alnum"), (0x5F, 0x5F))),
    "s": named("Space"),
    "h": _BLANKS,
    "v": _BREAKS,
}
_LETTERS = {"t": 9, "n": 10, "r": 13, "f": 12, "a": 7, "e": 27}
_CODE = re.compile(r"x\{([0-9A-Fa-f]{1,6})\}|x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|0([0-7]{1,3})")
_PROPERTY = re.compile(r"[pP](?:\{(\^?)([\w= -]+)\}|([A-Z]))", re.ASCII)
_NAMED_GROUP = re.compile(r"\(\?<([A-Za-z][A-Za-z0-9]*)>")
_NAMED_REFERENCE = re.compile(r"k<([A-Za-z][A-Za-z0-9]*)>")
_OPEN_COUNT = re.compile(r"\{,|\(\?#")
_QUOTE = re.compile(r"Q(.*?)(?:\\E|\Z)", re.DOTALL)
_LINE_BREAK = r"(?:\r\n|[\n-\r\x85\u2028\u2029])"


class UnknownSyntax(ValueError):
    """A pattern holds what Java does not know, or what is not known here."""


def to_python(pattern: str) -> str:
    """Return a pattern that means to Python what the given one means to Java.

    Raises:
        UnknownSyntax: it cannot be said.
    """
    reader = _Reader(pattern)
    parts: list[str] = []
    while reader.place < len(pattern):
        parts.append(reader.outside())
    return "".join(parts)


def _written(ranges: Ranges) -> str:
    """Write a class of ranges."""
    if not ranges:
        return "(?!)"
    return "[" + "".join(f"\\U{low:08x}-\\U{high:08x}" for low, high in ranges) + "]"


class _Reader:
    """Reads a pattern from left to right."""

    def __init__(self, pattern: str) -> None:
        """Begin at the first character."""
        self.pattern = pattern
        self.place = 0

    def _take(self, length: int = 1) -> str:
        """Return the next characters and go on behind them."""
        taken = self.pattern[self.place : self.place + length]
        self.place += length
        return taken

    def _found(self, form: re.Pattern[str]) -> re.Match[str] | None:
        """Return what fits here and go on behind it."""
        found = form.match(self.pattern, self.place)
        if found:
            self.place = found.end()
        return found

    def outside(self) -> str:
        """Translate one item outside of classes."""
        if self._found(_OPEN_COUNT):
            raise UnknownSyntax(self.pattern)
        if group := self._found(_NAMED_GROUP):
            return f"(?P<{group[1]}>"
        letter = self._take()
        if letter == "[":
            return self._class()
        return self._escaped() if letter == "\\" else letter

    def _escaped(self) -> str:
        """Translate an escape outside of classes."""
        if quoted := self._found(_QUOTE):
            return re.escape(quoted[1])
        if reference := self._found(_NAMED_REFERENCE):
            return f"(?P={reference[1]})"
        if self.pattern[self.place : self.place + 1] in ("p", "P", "x", "u", "0", "e", "h", "H"):
            return _written(self._set())
        letter = self._take()
        if letter in ("v", "V"):
            return _written(_BREAKS if letter == "v" else others(_BREAKS))
        return {"R": _LINE_BREAK, "z": r"\Z"}.get(letter, "\\" + letter)

    def _class(self) -> str:
        """Translate a class; a plain one stays as it is written."""
        begin = self.place - 1
        ranges = self._members()
        written = self.pattern[begin : self.place]
        plain = "[" not in written[1:] and not re.search(r"&&|--|\|\||~~|\\[^dDwWsS\W]", written)
        return written if plain else _written(ranges)

    def _members(self) -> Ranges:
        """Read a class behind its bracket: a union, perhaps with others that it is cut with."""
        negated = self.pattern.startswith("^", self.place)
        self.place += negated
        cut: Ranges | None = None
        union: list[tuple[int, int]] = []
        first = True
        while not self.pattern.startswith("]", self.place) or first:
            if self.place >= len(self.pattern):
                raise UnknownSyntax(self.pattern)
            if self.pattern.startswith("&&", self.place):
                self.place += 2
                cut = joined(union) if cut is None else shared(cut, joined(union))
                union = []
                continue
            union.extend(self._member())
            first = False
        self.place += 1
        whole = joined(union) if cut is None else shared(cut, joined(union))
        return others(whole) if negated else whole

    def _member(self) -> Ranges:
        """Read a nested class, a named set, a character or a range."""
        if self.pattern.startswith("[", self.place):
            self.place += 1
            return self._members()
        one = self._single()
        if isinstance(one, tuple):
            return one
        dashed = self.pattern.startswith("-", self.place)
        if not dashed or self.pattern[self.place + 1 : self.place + 2] in ("]", "[", ""):
            return ((one, one),)
        self.place += 1
        other = self._single()
        if isinstance(other, tuple) or other < one:
            raise UnknownSyntax(self.pattern)
        return ((one, other),)

    def _single(self) -> int | Ranges:
        """Read a character, or the set that an escape stands for."""
        letter = self._take()
        if letter != "\\":
            return ord(letter)
        if quoted := self._found(_QUOTE):
            return joined((ord(letter), ord(letter)) for letter in quoted[1])
        found = self._set()
        return found[0][0] if len(found) == 1 and found[0][0] == found[0][1] else found

    def _set(self) -> Ranges:
        """Read what follows a backslash as a set of characters."""
        if found := self._found(_CODE):
            hexadecimal = found[1] or found[2] or found[3]
            code = int(hexadecimal, 16) if hexadecimal else int(found[4], 8)
            return ((code, code),)
        if self.pattern.startswith(("p", "P"), self.place):
            return self._property()
        letter = self._take()
        if letter.lower() in _SETS:
            chosen = _SETS[letter.lower()]
            return chosen if letter.islower() else others(chosen)
        if letter in _LETTERS:
            return ((_LETTERS[letter], _LETTERS[letter]),)
        # Java keeps all other letters for escapes to come
        if not letter or (letter.isascii() and letter.isalnum()):
            raise UnknownSyntax(self.pattern)
        return ((ord(letter), ord(letter)),)

    def _property(self) -> Ranges:
        """Read `p{Name}`, `pL` or their opposites."""
        negated = self.pattern.startswith("P", self.place)
        found = self._found(_PROPERTY)
        if found is None:
            raise UnknownSyntax(self.pattern)
        try:
            ranges = named(found[2] or found[3])
        except KeyError as error:
            raise UnknownSyntax(self.pattern) from error
        return others(ranges) if negated != bool(found[1]) else ranges
