"""Texts in a frame with a coloured edge: exceptions, refusals. A long one goes on overleaf."""

from collections.abc import Sequence

from fieldaudit.package.flow import Flow
from fieldaudit.package.style import LEFT, WIDTH, Style
from fieldaudit.package.surface import Box, Pen
from fieldaudit.package.wrap import wrap

_INSET = 14.0
_MOST_LINES = 40
"""Lines in one frame; more begin another."""


def draw_frame(flow: Flow, texts: Sequence[tuple[str, Style]], colour: str) -> None:
    """Draw the texts below one another in a frame."""
    room = WIDTH - 2 * _INSET
    lines = [(line, look) for text, look in texts for line in wrap(text, room, look)]
    for start in range(0, len(lines), _MOST_LINES):
        _piece(flow, lines[start : start + _MOST_LINES], colour)


def _piece(flow: Flow, lines: Sequence[tuple[str, Style]], colour: str) -> None:
    height = sum(look.leading for _, look in lines) + 10
    flow.need(height + 6)
    flow.surface.rectangle(Box(LEFT, flow.y, WIDTH, height), Pen(colour, width=0.8))
    flow.surface.rectangle(Box(LEFT, flow.y, 3, height), Pen("", colour))
    y = flow.y + 5
    for line, look in lines:
        flow.put(line, look, LEFT + _INSET, y=y)
        y += look.leading
    flow.y += height + 6
