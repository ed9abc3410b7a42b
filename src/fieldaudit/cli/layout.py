"""Tables and facts for a terminal, in columns that line up with Chinese letters too."""

import unicodedata
from collections.abc import Sequence

WIDE = {"W", "F"}


def width(text: str) -> int:
    """Return how many columns of a terminal `text` takes."""
    return sum(1 + (unicodedata.east_asian_width(letter) in WIDE) for letter in text)


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """Return the lines of a table, its columns as wide as they need."""
    grid = [list(heads), *([_one_line(cell) for cell in row] for row in rows)]
    widths = [max(width(row[column]) for row in grid) for column in range(len(heads))]
    return ["  ".join(map(_padded, row, widths)).rstrip() for row in grid]


def facts(pairs: Sequence[tuple[str, str]]) -> list[str]:
    """Return one line for each label and its value."""
    widest = max((width(label) for label, _ in pairs), default=0)
    return [f"{_padded(label, widest)}  {_one_line(value)}".rstrip() for label, value in pairs]


def _padded(text: str, columns: int) -> str:
    return text + " " * (columns - width(text))


def _one_line(text: str) -> str:
    # A name from a merged file must not move the cursor or colour the terminal.
    return "".join(letter if letter.isprintable() else " " for letter in text)
