from itertools import product

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from fieldaudit.gui import theme
from fieldaudit.gui.theme import DARK, LIGHT, Appearance, Colours, colours

WORDS = ("ink", "secondary", "accent", "passed", "critical", "major", "minor", "conflict")
GROUNDS = ("ground", "chrome", "hover", "tint")


def luminance(colour: str) -> float:
    """Return the relative luminance of WCAG 2.2."""
    given = QColor(colour)
    parts = (given.redF(), given.greenF(), given.blueF())
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("word", "ground"), [*product(WORDS, GROUNDS[:2]), ("ink", "tint")])
def test_text_reads_on_its_ground(look: Colours, word: str, ground: str) -> None:
    assert contrast(getattr(look, word), getattr(look, ground)) >= 4.5


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
def test_buttons_read_and_their_edges_are_seen(look: Colours) -> None:
    assert contrast(look.on_accent, look.accent) >= 4.5
    assert contrast(look.edge, look.ground) >= 3


def test_widgets_follow_the_look(qtbot: QtBot, qapp: QApplication) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    with qtbot.waitExposed(widget):
        widget.show()
    theme.apply(qapp, Appearance.DARK)
    qtbot.waitUntil(lambda: colours(widget) is DARK)
    theme.apply(qapp, Appearance.LIGHT)
    qtbot.waitUntil(lambda: colours(widget) is LIGHT)
    assert widget.palette().color(QPalette.ColorRole.Accent) == QColor(LIGHT.accent)


def test_letters_have_the_body_size(qapp: QApplication) -> None:
    theme.letters(qapp)
    assert qapp.font().pointSizeF() == theme.BODY
    assert theme.sized(qapp.font(), theme.TITLE, bold=True).bold()
