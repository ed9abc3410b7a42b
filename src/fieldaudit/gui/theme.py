"""How the window looks: every colour, distance and letter size, light and dark.

Widgets take their colours from here by their palette, so that no current theme is kept anywhere.
"""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from fieldaudit.paths import resource

XS, S, M, L, XL = 4, 8, 12, 16, 24
"""Distances in pixels; nothing else is used."""

RADIUS = 4
"""The one radius."""

BODY, SMALL, TITLE = 10.5, 9.0, 13.0
"""Letter sizes in points."""

BUNDLED = "Noto Sans SC"
"""Family of the bundled Chinese font."""

_STYLE = "fusion"
"""The one style that Qt draws by itself, alike on every system."""

_ONE_WEIGHT = frozenset({"Droid Sans Fallback", "WenQuanYi Bitmap Song"})
"""Last-resort families without a bold: not good enough to read a checklist in."""


class Appearance(StrEnum):
    """Which of the two looks a person wants."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours of one look; each text colour reads at 4.5:1 on both grounds."""

    ink: str
    """Text."""

    secondary: str
    """Hints, captions, units."""

    line: str
    """Hairlines."""

    edge: str
    """Outline of what can be typed into or pressed, 3:1 on the ground."""

    ground: str
    """Work area."""

    chrome: str
    """Bars, rail and lists."""

    hover: str
    """Under the pointer."""

    tint: str
    """Selected."""

    accent: str
    """What to press next; focus."""

    on_accent: str
    """Text on the accent."""

    passed: str
    """Conforming, saved."""

    critical: str
    """Critical failures and refusals."""

    major: str
    """Major failures."""

    minor: str
    """Minor failures."""

    unchecked: str
    """Not checked, not filled in."""

    conflict: str
    """Conflicts."""


LIGHT = Colours(
    ink="#1F2328",
    secondary="#59636E",
    line="#D1D9E0",
    edge="#8C959F",
    ground="#FFFFFF",
    chrome="#F6F8FA",
    hover="#EAEEF2",
    tint="#DBE8FB",
    accent="#0B57D0",
    on_accent="#FFFFFF",
    passed="#1A7F37",
    critical="#B42318",
    major="#B54708",
    minor="#7A6A00",
    unchecked="#59636E",
    conflict="#6639BA",
)

DARK = Colours(
    ink="#E6EDF3",
    secondary="#9DA7B3",
    line="#30363D",
    edge="#6E7681",
    ground="#0D1117",
    chrome="#161B22",
    hover="#21262D",
    tint="#1B3358",
    accent="#7CB0FF",
    on_accent="#0D1117",
    passed="#56D364",
    critical="#FF8A80",
    major="#F0A45D",
    minor="#D9C55A",
    unchecked="#9DA7B3",
    conflict="#C2A5FF",
)


_MIDDLE = 128
"""Lightness between the grounds of the two looks."""


def colours(widget: QWidget) -> Colours:
    """Return the colours that go with the palette of `widget`."""
    return DARK if widget.palette().window().color().lightness() < _MIDDLE else LIGHT


def palette(look: Colours) -> QPalette:
    """Return the palette of a look; style sheets would cost twice the time for a long form."""
    made = QPalette()
    roles = {
        QPalette.ColorRole.Window: look.ground,
        QPalette.ColorRole.WindowText: look.ink,
        QPalette.ColorRole.Base: look.ground,
        QPalette.ColorRole.AlternateBase: look.chrome,
        QPalette.ColorRole.Text: look.ink,
        QPalette.ColorRole.Button: look.chrome,
        QPalette.ColorRole.ButtonText: look.ink,
        QPalette.ColorRole.BrightText: look.critical,
        QPalette.ColorRole.ToolTipBase: look.chrome,
        QPalette.ColorRole.ToolTipText: look.ink,
        QPalette.ColorRole.PlaceholderText: look.secondary,
        QPalette.ColorRole.Link: look.accent,
        QPalette.ColorRole.Highlight: look.accent,
        QPalette.ColorRole.HighlightedText: look.on_accent,
        QPalette.ColorRole.Accent: look.accent,
        QPalette.ColorRole.Light: look.ground,
        QPalette.ColorRole.Midlight: look.line,
        QPalette.ColorRole.Mid: look.line,
        QPalette.ColorRole.Dark: look.edge,
        QPalette.ColorRole.Shadow: look.edge,
    }
    for role, colour in roles.items():
        made.setColor(role, QColor(colour))
    for role in (
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.Text,
        QPalette.ColorRole.ButtonText,
    ):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(look.edge))
    return made


def apply(application: QApplication, appearance: Appearance) -> None:
    """Give the application its style, palette and font."""
    dark = appearance is Appearance.DARK or (
        appearance is Appearance.SYSTEM
        and application.styleHints().colorScheme() == Qt.ColorScheme.Dark
    )
    if application.style().name() != _STYLE:
        application.setStyle(_STYLE)
    application.setPalette(palette(DARK if dark else LIGHT))


def letters(application: QApplication) -> None:
    """Set the system's UI font, or the bundled one when the system cannot write Chinese."""
    chinese = QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    if not set(chinese) - _ONE_WEIGHT:
        for name in ("NotoSansSC_400Regular.ttf", "NotoSansSC_700Bold.ttf"):
            QFontDatabase.addApplicationFont(str(resource(f"fonts/{name}")))
        font.setFamilies([BUNDLED])
    font.setPointSizeF(BODY)
    application.setFont(font)


def sized(font: QFont, points: float, *, bold: bool = False) -> QFont:
    """Return `font` at another size, with figures of equal width."""
    made = QFont(font)
    made.setPointSizeF(points)
    made.setBold(bold)
    made.setFeature(QFont.Tag("tnum"), 1)
    return made
