r"""Sets of characters as ranges, and those that Java knows by name (`\p{L}`, `\p{Alpha}`).

Knows Unicode only as Python's own tables tell it; knows nothing of patterns.
"""

import unicodedata
from collections.abc import Callable, Iterable
from functools import lru_cache

Ranges = tuple[tuple[int, int], ...]
"""Code points from … to …, both included, in order and apart from each other."""

HIGHEST = 0x10FFFF
_LAST_ASSIGNED = 0x323B0  # beyond lie tags, variation selectors and private use
_HAN: Ranges = (
    (0x2E80, 0x2E99), (0x2E9B, 0x2EF3), (0x2F00, 0x2FD5), (0x3005, 0x3005), (0x3007, 0x3007),
    (0x3021, 0x3029), (0x3038, 0x303B), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFA6D),
    (0xFA70, 0xFAD9), (0x20000, 0x2A6DF), (0x2A700, 0x2EBE0), (0x2F800, 0x2FA1D),
    (0x30000, 0x323AF),
)  # fmt: skip
_ASCII: dict[str, str] = {
    "Lower": "az",
    "Upper": "AZ",
    "ASCII": "\0\x7f",
    "Alpha": "AZaz",
    "Digit": "09",
    "Alnum": "09AZaz",
    "Punct": "!/:@[`{~",
    "Graph": "!~",
    "Print": " ~",
    "Blank": "\t\t  ",
    "Cntrl": "\0\x1f\x7f\x7f",
    "XDigit": "09AFaf",
    "Space": "\t\r  ",
}
_BLOCKS: dict[str, tuple[int, int]] = {
    "basiclatin": (0, 0x7F),
    "latin1supplement": (0x80, 0xFF),
    "greek": (0x370, 0x3FF),
    "greekandcoptic": (0x370, 0x3FF),
    "cyrillic": (0x400, 0x4FF),
    "hebrew": (0x590, 0x5FF),
    "arabic": (0x600, 0x6FF),
    "thai": (0xE00, 0xE7F),
    "generalpunctuation": (0x2000, 0x206F),
    "cjksymbolsandpunctuation": (0x3000, 0x303F),
    "hiragana": (0x3040, 0x309F),
    "katakana": (0x30A0, 0x30FF),
    "cjkunifiedideographsextensiona": (0x3400, 0x4DBF),
    "cjkunifiedideographs": (0x4E00, 0x9FFF),
    "hangulsyllables": (0xAC00, 0xD7AF),
    "halfwidthandfullwidthforms": (0xFF00, 0xFFEF),
}
_TESTS: dict[str, Callable[[str], bool]] = {
    "alphabetic": str.isalpha,
    "letter": str.isalpha,
    "lowercase": str.islower,
    "uppercase": str.isupper,
    "digit": lambda letter: unicodedata.category(letter) == "Nd",
    "alnum": lambda letter: letter.isalpha() or unicodedata.category(letter) == "Nd",
    "punctuation": lambda letter: unicodedata.category(letter)[0] == "P",
    "whitespace": str.isspace,
    "control": lambda letter: unicodedata.category(letter) == "Cc",
}
_JAVA = {
    "javaLowerCase": "lowercase",
    "javaUpperCase": "uppercase",
    "javaLetter": "letter",
    "javaAlphabetic": "alphabetic",
    "javaDigit": "digit",
    "javaWhitespace": "whitespace",
}
_SCRIPTS = frozenset(
    (
        "latin",
        "greek",
        "cyrillic",
        "armenian",
        "hebrew",
        "arabic",
        "devanagari",
        "bengali",
        "tamil",
        "thai",
        "lao",
        "tibetan",
        "myanmar",
        "georgian",
        "hangul",
        "ethiopic",
        "khmer",
        "mongolian",
        "hiragana",
        "katakana",
        "bopomofo",
    )
)
_CATEGORIES = frozenset(
    (
        "L",
        "Lu",
        "Ll",
        "Lt",
        "Lm",
        "Lo",
        "M",
        "Mn",
        "Mc",
        "Me",
        "N",
        "Nd",
        "Nl",
        "No",
        "P",
        "Pc",
        "Pd",
        "Ps",
        "Pe",
        "Pi",
        "Pf",
        "Po",
        "S",
        "Sm",
        "Sc",
        "Sk",
        "So",
        "Z",
        "Zs",
        "Zl",
        "Zp",
        "C",
        "Cc",
        "Cf",
        "Cs",
        "Co",
        "Cn",
    )
)


def joined(parts: Iterable[tuple[int, int]]) -> Ranges:
    """Return all code points of some ranges."""
    out: list[tuple[int, int]] = []
    for low, high in sorted(parts):
        if out and low <= out[-1][1] + 1:
            out[-1] = (out[-1][0], max(high, out[-1][1]))
        else:
            out.append((low, high))
    return tuple(out)


def others(ranges: Ranges) -> Ranges:
    """Return all code points that are in none of the ranges."""
    out, begin = [], 0
    for low, high in ranges:
        if low > begin:
            out.append((begin, low - 1))
        begin = high + 1
    return (*out, (begin, HIGHEST)) if begin <= HIGHEST else tuple(out)


def shared(one: Ranges, two: Ranges) -> Ranges:
    """Return the code points that are in both."""
    return others(joined((*others(one), *others(two))))


@lru_cache(maxsize=100)
def named(name: str) -> Ranges:
    """Return the characters of a property of Java's patterns.

    Raises:
        KeyError: the property is unknown.
    """
    if name in _ASCII:
        ends = [ord(letter) for letter in _ASCII[name]]
        return tuple(zip(ends[::2], ends[1::2], strict=True))
    kind, _, value = name.rpartition("=")
    plain = value.replace("_", "").replace(" ", "").replace("-", "")
    if name in _JAVA:
        return _where(_TESTS[_JAVA[name]])
    if kind in ("", "gc", "general_category") and plain.removeprefix("Is") in _CATEGORIES:
        category = plain.removeprefix("Is")
        return _where(lambda letter: unicodedata.category(letter).startswith(category))
    if kind in ("blk", "block") or (not kind and plain.startswith("In")):
        return (_BLOCKS[plain.removeprefix("In").lower()],)
    if not kind and not plain.startswith("Is"):
        raise KeyError(name)
    return _binary_or_script(plain.removeprefix("Is").lower())


def _binary_or_script(plain: str) -> Ranges:
    """Return the characters of a yes-or-no property, or of a script."""
    if plain in _TESTS:
        return _where(_TESTS[plain])
    if plain in ("han", "hani", "ideographic"):
        return _HAN
    if plain not in _SCRIPTS:
        raise KeyError(plain)
    start = f"{plain.upper()} "
    return _where(lambda letter: unicodedata.name(letter, "").startswith(start))


def _where(holds: Callable[[str], bool]) -> Ranges:
    """Return the characters that a test holds for."""
    return joined((place, place) for place in range(_LAST_ASSIGNED) if holds(chr(place)))
