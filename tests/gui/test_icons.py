import re

import pytest
from pytestqt.qtbot import QtBot

from fieldaudit.gui.icons import icon, pixmap
from fieldaudit.paths import resource
from tests.rules.tree import modules

BLUE = (0x0B, 0x57, 0xD0)
NAMES = sorted(path.stem for path in resource("icons").glob("*.svg"))


@pytest.mark.parametrize("name", NAMES)
def test_each_icon_is_drawn_in_the_colour_asked_for(qtbot: QtBot, name: str) -> None:
    image = pixmap(name, "#0B57D0", 40).toImage()
    everywhere = (image.pixelColor(x, y) for x in range(40) for y in range(40))
    solid = [colour for colour in everywhere if colour.alpha() == 255]
    drawn = {(colour.red(), colour.green(), colour.blue()) for colour in solid}
    # Premultiplied colours are off by one here and there.
    assert drawn
    assert all(abs(a - b) <= 1 for one in drawn for a, b in zip(one, BLUE, strict=True))
    assert not icon(name, "#000000").isNull()


@pytest.mark.parametrize("name", NAMES)
def test_each_icon_is_one_line_on_a_square_of_twenty(name: str) -> None:
    text = resource(f"icons/{name}.svg").read_text("utf-8")
    assert 'viewBox="0 0 20 20"' in text
    assert 'stroke-width="1.5"' in text
    assert "currentColor" in text


def test_every_icon_that_is_named_exists() -> None:
    used = set()
    for path in modules("src/fieldaudit/gui"):
        text = path.read_text("utf-8")
        used |= set(re.findall(r'symbol="(\w+)"|IconButton\(\s*"(\w+)"|Empty\(\s*"(\w+)"', text))
    assert {name for names in used for name in names if name} <= set(NAMES)
