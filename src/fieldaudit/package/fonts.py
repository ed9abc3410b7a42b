"""The two faces of the page, their widths, and what to print for a character they lack."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from fieldaudit.package.truetype import TrueType
from fieldaudit.paths import resource

_LOOKALIKES = {"✗": "×", "✕": "×", "\t": " "}
# Marks that take no room: joiners, directions, variation selectors, the byte order mark.
_INVISIBLE = {0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, *range(0xFE00, 0xFE10), 0x00AD}


@dataclass(frozen=True, slots=True)
class Face:
    """One face and the widths of its letters."""

    font: TrueType
    """The file."""

    widths: Mapping[int, float]
    """Code point → thousandths of the size."""

    letters: frozenset[str]
    """Every character that it can print, and the line break."""

    def width(self, text: str, size: float) -> float:
        """Return the width of `text` in points."""
        widths = self.widths
        return sum([widths.get(ord(letter), 1000.0) for letter in text]) * size / 1000


def face(bold: bool) -> Face:
    """Load a face once."""
    # However it is called: a cache tells face(True) from face(bold=True).
    return _loaded(bold)


@cache
def _loaded(bold: bool) -> Face:
    font = TrueType(resource(f"fonts/NotoSansSC_{'700Bold' if bold else '400Regular'}.ttf"))
    advances = font.advances
    widths = {point: float(advances[glyph]) for point, glyph in font.glyphs.items()}
    return Face(font, widths, frozenset(map(chr, widths)) | {"\n"})


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width of `text` in points."""
    return face(bold).width(text, size)


def printable(text: str) -> tuple[str, tuple[str, ...]]:
    """Return `text` as the faces can print it, and the characters they lack.

    A missing character shows as 〓 with its code point, so that a reader sees that there is
    one and which; line breaks stay.
    """
    if face(bold=False).letters.issuperset(text):
        return text, ()
    known = face(bold=False).widths
    missing = tuple(dict.fromkeys(letter for letter in text if _shown(letter, known) is None))
    shown = (_shown(letter, known) for letter in text)
    pairs = zip(text, shown, strict=True)
    return "".join(f"〓U+{ord(a):04X}" if b is None else b for a, b in pairs), missing


def _shown(letter: str, known: Mapping[int, float]) -> str | None:
    """Return what to print for `letter`; None when there is nothing like it."""
    if ord(letter) in known or letter == "\n":
        return letter
    if ord(letter) in _INVISIBLE or letter == "\r":
        return ""
    return _LOOKALIKES.get(letter)
