"""The marks that go with words and colours: ✓ ▲ ● ○ – and the program's own emblem.

Drawn as vectors, so that they read the same in grey and on every printer.
"""

from fieldaudit.form.definition import Severity
from fieldaudit.package import style
from fieldaudit.package.content import Conclusion
from fieldaudit.package.evidence import Verdict
from fieldaudit.package.surface import Pen, Point, Surface

_SEVERITY_COLOURS = {
    Severity.CRITICAL: style.RED,
    Severity.MAJOR: style.ORANGE,
    Severity.MINOR: style.OLIVE,
    Severity.INFORMATION: style.SECONDARY,
}
_CONCLUSION_COLOURS = {
    Conclusion.CONFORMING: style.GREEN,
    Conclusion.BASICALLY_CONFORMING: style.OLIVE,
    Conclusion.RECTIFY: style.ORANGE,
    Conclusion.FAILED: style.RED,
    Conclusion.NOT_CHECKED: style.SECONDARY,
}
_CONCLUSION_LIKE = {
    Conclusion.CONFORMING: (Verdict.CONFORMING, Severity.INFORMATION),
    Conclusion.BASICALLY_CONFORMING: (Verdict.FAILED, Severity.MINOR),
    Conclusion.RECTIFY: (Verdict.FAILED, Severity.MAJOR),
    Conclusion.FAILED: (Verdict.FAILED, Severity.CRITICAL),
    Conclusion.NOT_CHECKED: (Verdict.NOT_CHECKED, Severity.INFORMATION),
}


def colour_of(verdict: Verdict, severity: Severity) -> str:
    """Return the colour of an item's verdict."""
    if verdict is Verdict.CONFORMING:
        return style.GREEN
    return _SEVERITY_COLOURS[severity] if verdict is Verdict.FAILED else style.SECONDARY


def colour_of_conclusion(conclusion: Conclusion) -> str:
    """Return the colour of a visit's verdict."""
    return _CONCLUSION_COLOURS[conclusion]


def draw_conclusion(surface: Surface, at: Point, size: float, conclusion: Conclusion) -> None:
    """Draw the mark of a visit's verdict; `at` is its left end on the baseline."""
    draw_verdict(surface, at, size, _CONCLUSION_LIKE[conclusion])


def draw_verdict(
    surface: Surface, at: Point, size: float, judged: tuple[Verdict, Severity]
) -> None:
    """Draw the mark of an item's verdict; `at` is its left end on the baseline."""
    verdict, severity = judged
    colour = colour_of(verdict, severity)
    if verdict is Verdict.CONFORMING:
        _tick(surface, at, size, colour)
    elif verdict is Verdict.FAILED:
        draw_severity(surface, at, size, severity)
    elif verdict is Verdict.UNANSWERED:
        pen = Pen(colour, width=size * 0.1, dash=(size * 0.2, size * 0.16))
        surface.circle((at[0] + size * 0.42, at[1] - size * 0.36), size * 0.36, pen)
    elif verdict is Verdict.NO_ACCESS:
        _barred(surface, at, size, colour)
    else:
        _dash(surface, at, size, colour)


def draw_severity(surface: Surface, at: Point, size: float, severity: Severity) -> None:
    """Draw the mark of a severity: triangle, disc, ring or dash."""
    colour = _SEVERITY_COLOURS[severity]
    x, y = at
    if severity is Severity.CRITICAL:
        corners = [(x, y), (x + size * 0.86, y), (x + size * 0.43, y - size * 0.8)]
        surface.line(corners, Pen("", colour), closed=True)
    elif severity is Severity.MAJOR:
        surface.circle((x + size * 0.42, y - size * 0.36), size * 0.38, Pen("", colour))
    elif severity is Severity.MINOR:
        pen = Pen(colour, width=size * 0.13)
        surface.circle((x + size * 0.42, y - size * 0.36), size * 0.33, pen)
    else:
        _dash(surface, at, size, colour)


def draw_emblem(surface: Surface, at: Point, size: float) -> None:
    """Draw the program's emblem, a checked sheet that sends: its upper left corner at `at`."""
    x, y = at
    unit = size / 20
    thick = Pen(style.ACCENT, width=1.5 * unit)
    sheet = [(2, 1), (13, 1), (13, 9), (13, 1), (2, 1), (2, 19), (10, 19)]
    surface.line([(x + a * unit, y + b * unit) for a, b in sheet], thick)
    for row in (6, 10):
        surface.line([(x + 5 * unit, y + row * unit), (x + 10 * unit, y + row * unit)], thick)
    tick = [(10, 14.5), (13, 17.5), (19, 11)]
    surface.line(
        [(x + a * unit, y + b * unit) for a, b in tick], Pen(style.GREEN, width=2.2 * unit)
    )


def _tick(surface: Surface, at: Point, size: float, colour: str) -> None:
    x, y = at
    points = [
        (x + size * 0.06, y - size * 0.36),
        (x + size * 0.32, y - size * 0.08),
        (x + size * 0.84, y - size * 0.72),
    ]
    surface.line(points, Pen(colour, width=size * 0.15))


def _dash(surface: Surface, at: Point, size: float, colour: str) -> None:
    x, y = at[0] + size * 0.1, at[1] - size * 0.34
    surface.line([(x, y), (x + size * 0.64, y)], Pen(colour, width=size * 0.12))


def _barred(surface: Surface, at: Point, size: float, colour: str) -> None:
    x, y = at[0] + size * 0.42, at[1] - size * 0.36
    pen = Pen(colour, width=size * 0.11)
    surface.circle((x, y), size * 0.36, pen)
    surface.line([(x - size * 0.25, y + size * 0.25), (x + size * 0.25, y - size * 0.25)], pen)
