"""The page under way, spelled as PDF operators, and the tree that all pages hang on.

Knows which pen and letters are in hand, so that they are named only when they change.
"""

from functools import cached_property, lru_cache

from fieldaudit.package.pdf_file import PdfFile, references
from fieldaudit.package.surface import Letters, Pen

_BRANCH = 64
"""Pages of one node of the page tree."""


class Page:
    """What was drawn on one page so far."""

    def __init__(self, file: PdfFile) -> None:
        """Begin an empty page of `file`."""
        self.annotations: list[int] = []
        self._file = file
        self._letters: Letters | None = None
        self._pen: Pen | None = None
        self._operators: list[str] = []
        self.put = self._operators.append

    @cached_property
    def number(self) -> int:
        """The number of its object."""
        return self._file.reserve()

    def taken(self, letters: Letters) -> str:
        """Return the operators that take letters, unless they are in hand."""
        if self._letters == letters:
            return ""
        self._letters = letters
        if self._pen and self._pen.fill:
            self._pen = None
        return f"{colour_of(letters.colour)} rg /F{letters.bold:d} {letters.size:g} Tf "

    def shape(self, path: str, pen: Pen) -> None:
        """Stroke or fill a path, or do both."""
        if self._pen != pen:
            self._pen = pen
            self.put(_taken(pen))
            if pen.fill:
                self._letters = None
        self.put(f"{path} {_paint(pen)}")

    def drawing(self) -> bytes:
        """Return all operators."""
        return "\n".join(self._operators).encode("ascii")


class PageTree:
    """The pages of a file, in branches: a reader need not walk past all pages to one."""

    def __init__(self, file: PdfFile) -> None:
        """Begin without pages."""
        self._file = file
        self._root = file.reserve()
        self._branches: list[tuple[int, list[int]]] = []

    def add(self, number: int) -> int:
        """Hang up the page `number`; return the number of the node that holds it."""
        if not self._branches or len(self._branches[-1][1]) == _BRANCH:
            self._branches.append((self._file.reserve(), []))
        branch, pages = self._branches[-1]
        pages.append(number)
        return branch

    def write(self) -> int:
        """Write all nodes; return the number of the first."""
        for branch, pages in self._branches:
            kids = f"/Kids[{references(pages)}]/Count {len(pages)}"
            self._file.put(f"<</Type/Pages/Parent {self._root} 0 R{kids}>>", branch)
        kids = f"/Kids[{references(branch for branch, _ in self._branches)}]"
        count = sum(len(pages) for _, pages in self._branches)
        return self._file.put(f"<</Type/Pages{kids}/Count {count}>>", self._root)


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
