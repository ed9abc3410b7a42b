"""The two faces of the page, their widths, and what to print for a character they lack."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import Any

from fieldaudit.paths import resource

REGULAR = "NotoSansSC"
BOLD = "NotoSansSC-Bold"

_LOOKALIKES = {"✗": "×", "✕": "×", "\t": " "}
# Marks that take no room: joiners, directions, variation selectors, the byte order mark.
_INVISIBLE = {0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, *range(0xFE00, 0xFE10), 0x00AD}


@dataclass(frozen=True, slots=True)
class Face:
    """The widths of one face."""

    widths: Mapping[int, float]
    """Code point → thousandths of the size."""

    def width(self, text: str, size: float) -> float:
        """Return the width of `text` in points."""
        widths = self.widths
        return sum([widths.get(ord(letter), 1000.0) for letter in text]) * size / 1000


def face(bold: bool) -> Face:
    """Load a face once and make it known to reportlab under its name."""
    # However it is called: a cache tells face(True) from face(bold=True).
    return _loaded(bold)


@cache
def _loaded(bold: bool) -> Face:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    name, file = (BOLD, "700Bold") if bold else (REGULAR, "400Regular")
    path = resource(f"fonts/NotoSansSC_{file}.ttf")
    font = TTFont(name, str(path))
    pdfmetrics.registerFont(font)
    _lean(font.face, path)
    return Face(font.face.charWidths)


@cache
def _letters() -> frozenset[str]:
    """Return every character that can be printed, and the line break."""
    return frozenset(map(chr, face(bold=False).widths)) | {"\n"}


def _lean(face: Any, path: Path) -> None:
    """Let a face cut its subset from the file, and let go of its copy of ten megabytes."""
    with path.open("rb") as stream:
        face._ttf_data = mmap(stream.fileno(), 0, access=ACCESS_READ)
    start, length = face.get_table_pos("glyf")
    outlines, table = memoryview(face._ttf_data)[start : start + length], face.get_table
    face.get_table = lambda tag: outlines if tag == "glyf" else table(tag)
    face.glyphToChar = {}  # only shaping asks for it


@lru_cache(maxsize=16_384)
def width(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width of `text` in points."""
    return face(bold).width(text, size)


def printable(text: str) -> tuple[str, tuple[str, ...]]:
    """Return `text` as the faces can print it, and the characters they lack.

    A missing character shows as 〓 with its code point, so that a reader sees that there is
    one and which; line breaks stay.
    """
    if _letters().issuperset(text):
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
