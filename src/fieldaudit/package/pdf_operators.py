"""What is drawn on a page, spelled as PDF operators; reportlab takes most of its time for that.

Knows which pen and letters are in hand, so that they are named only when they change.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from fieldaudit.package.surface import Letters, Pen


@dataclass(frozen=True, slots=True)
class Shown:
    """A text as operators: its letters may lie in several subsets of a face."""

    first: str
    """Name of the subset that must be in hand before."""

    operators: str
    """What shows the letters."""

    last: str
    """Name of the subset that is in hand after."""


def shown(runs: Sequence[tuple[str, bytes]], size: float) -> Shown:
    """Return what shows runs of letters, each with its subset, one after the other."""
    parts, before = [], runs[0][0] if runs else ""
    for subset, letters in runs:
        if subset != before:
            parts.append(f"{subset} {size:g} Tf")
        parts.append(f"<{letters.hex()}> Tj")
        before = subset
    return Shown(runs[0][0] if runs else "", " ".join(parts), before)


class Operators:
    """What of one page still holds while it is drawn."""

    def __init__(self, put: Callable[[str], None]) -> None:
        """Hand every operator to `put`."""
        self.put = put
        self._colour = ""
        self._font = ("", 0.0)
        self._pen: Pen | None = None

    def text(self, x: float, y: float, text: Shown, letters: Letters) -> None:
        """Show a text that begins at `x` and `y`."""
        taken = ""
        if self._colour != letters.colour:
            self._colour = letters.colour
            taken = f"{colour_of(letters.colour)} rg "
            if self._pen and self._pen.fill:
                self._pen = None
        if self._font != (text.first, letters.size) and text.first:
            taken += f"{text.first} {letters.size:g} Tf "
        self._font = text.last, letters.size
        self.put(f"BT {taken}{x:.2f} {y:.2f} Td {text.operators} ET")

    def shape(self, path: str, pen: Pen) -> None:
        """Stroke or fill a path, or do both."""
        if self._pen != pen:
            self._pen = pen
            self.put(_taken(pen))
            if pen.fill:
                self._colour = pen.fill
        self.put(f"{path} {_paint(pen)}")


@lru_cache(maxsize=64)
def colour_of(colour: str) -> str:
    """Return red, green and blue of #RRGGBB from 0 to 1."""
    return " ".join(f"{int(colour[place : place + 2], 16) / 255:.4g}" for place in (1, 3, 5))


@lru_cache(maxsize=256)
def _taken(pen: Pen) -> str:
    """Return the operators that take a pen: colours, width and dashes (ISO 32000-2, 8.4)."""
    parts = []
    if pen.stroke:
        dash = " ".join(f"{each:g}" for each in pen.dash)
        parts.append(f"{colour_of(pen.stroke)} RG {pen.width:g} w [{dash}] 0 d")
    if pen.fill:
        parts.append(f"{colour_of(pen.fill)} rg")
    return " ".join(parts)


def _paint(pen: Pen) -> str:
    """Return the operator that strokes or fills a path, or does both."""
    if pen.stroke:
        return "B" if pen.fill else "S"
    return "f" if pen.fill else "n"
