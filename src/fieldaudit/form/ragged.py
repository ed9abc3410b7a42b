"""The first row of a Markdown table that has more cells than its header.

Knows lines and bars; what the cells mean is for others to know.
"""

import re

_BAR = re.compile(r"(?<!\\)\|")
_RULER = re.compile(r"[\s|:-]+")


def ragged_row(text: str) -> str:
    """Return the first filled cell too many as `survey!7`; empty when there is none."""
    sheet, width, number = "", 0, 0
    for line in text.splitlines():
        stripped = line.strip()
        if not stripped.startswith("|") or _RULER.fullmatch(stripped):
            continue
        cells = [cell.strip() for cell in _BAR.split(stripped)[1:-1]]
        if cells and cells[0]:
            sheet, width, number = cells[0], 0, 0
        if not any(cells[1:]):
            continue
        number += 1
        width = width or len(cells)
        if any(cells[width:]):
            return f"{sheet}!{number}"
    return ""
