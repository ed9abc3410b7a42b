"""Measures, type sizes and colours of the printed page; the one place for their values.

Lengths are points; y runs downward from the top edge. Colours carry a meaning and never
stand alone: shape and word go with them.
"""

from typing import NamedTuple

MM = 72 / 25.4

PAGE_WIDTH = 210 * MM
PAGE_HEIGHT = 297 * MM
TOP = 20 * MM
RIGHT = PAGE_WIDTH - 18 * MM
BOTTOM = PAGE_HEIGHT - 18 * MM
LEFT = 16 * MM
WIDTH = RIGHT - LEFT

HAIRLINE = 0.4
GAP = 8.0

INK = "#1F2328"
SECONDARY = "#59636E"
LINE = "#D1D9E0"
FRAME = "#8C959F"
TINT = "#F6F8FA"
PAPER = "#FFFFFF"
ACCENT = "#0B57D0"
GREEN = "#1A7F37"
RED = "#B42318"
ORANGE = "#B54708"
OLIVE = "#7A6A00"
VIOLET = "#6639BA"
WATERMARK = "#EEF0F2"


class Style(NamedTuple):
    """How a run of text looks."""

    size: float
    """Points."""

    leading: float
    """Points from baseline to baseline."""

    bold: bool = False
    """Bold face."""

    colour: str = INK
    """#RRGGBB."""


BODY = Style(9.5, 14)
BODY_BOLD = Style(9.5, 14, bold=True)
TABLE = Style(8.5, 12)
TABLE_BOLD = Style(8.5, 12, bold=True)
TABLE_QUIET = Style(8.5, 12, colour=SECONDARY)
TABLE_HEAD = Style(7.5, 11, bold=True, colour=SECONDARY)
SMALL = Style(7.5, 10.5, colour=SECONDARY)
CAPTION = Style(7.5, 10, colour=SECONDARY)
CAPTION_INK = Style(7.5, 10)
CAPTION_BOLD = Style(7.5, 10, bold=True)
TITLE = Style(20, 28, bold=True)
HEADING = Style(13, 18, bold=True)
SUBHEADING = Style(10.5, 15, bold=True)
FIGURE = Style(20, 26, bold=True)
