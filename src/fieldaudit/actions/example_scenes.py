"""Drawn scenes for the bundled example's photos: houses, a mast, a cabinet, a park, a rack.

Drawings, so that no real home, plate or face is in the example. The same seed gives the same
picture.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass

from PIL import Image, ImageDraw, ImageFilter, ImageOps

Colour = tuple[int, int, int]

_CONCRETE = (176, 172, 165)
_METAL = (120, 126, 132)
_DARK = (52, 56, 62)
_GLASS = (118, 148, 170)
_LEAF = (70, 112, 62)
_ASPHALT = (104, 105, 108)
_LIT = 0.1  # share of windows with a light
_EQUIPPED = 0.3  # share of windows with an air conditioner, of ports with a cord


@dataclass(slots=True)
class Canvas:
    """A picture being drawn, with its own stream of chance; lengths are shares of its size."""

    image: Image.Image
    """The picture."""

    chance: random.Random
    """Where its details come from."""

    def pen(self) -> ImageDraw.ImageDraw:
        """Return a pen."""
        return ImageDraw.Draw(self.image)

    def box(self, left: float, top: float, right: float, bottom: float) -> list[float]:
        """Return pixel corners of a box given in shares."""
        width, height = self.image.size
        return [left * width, top * height, right * width, bottom * height]

    def fill(self, corners: tuple[float, float, float, float], colour: Colour) -> None:
        """Paint a box given in shares."""
        self.pen().rectangle(self.box(*corners), fill=colour)

    def outline(self, corners: tuple[float, float, float, float], colour: Colour) -> None:
        """Draw a box's edge."""
        width = max(2, self.image.width // 400)
        self.pen().rectangle(self.box(*corners), outline=colour, width=width)

    def line(
        self, start: tuple[float, float], end: tuple[float, float], colour: Colour, share: float
    ) -> None:
        """Draw a line; its thickness is a share of the width."""
        width, height = self.image.size
        ends = (start[0] * width, start[1] * height, end[0] * width, end[1] * height)
        self.pen().line(ends, fill=colour, width=max(1, round(share * width)))


def draw_scene(name: str, seed: int, size: tuple[int, int]) -> Image.Image:
    """Return the upright RGB picture of a scene (one of SCENES) in pixels of `size`."""
    canvas = Canvas(Image.new("RGB", size, _CONCRETE), random.Random(f"{name}{seed}"))  # noqa: S311
    SCENES[name](canvas)
    return _grain(canvas)


def _houses(canvas: Canvas) -> None:
    _sky(canvas, 0.62)
    _hills(canvas, 0.55)
    left = -0.04
    while left < 1:
        width = canvas.chance.uniform(0.17, 0.26)
        top = canvas.chance.uniform(0.10, 0.32)
        wall = _tint(canvas, (214, 203, 186), 18)
        _tower_block(canvas, (left, top, left + width, 0.80), wall)
        left += width + canvas.chance.uniform(0.015, 0.06)
    _ground(canvas, 0.79)
    for _ in range(9):
        _tree(canvas, canvas.chance.uniform(0, 1), 0.82, canvas.chance.uniform(0.05, 0.10))


def _tower_block(canvas: Canvas, corners: tuple[float, float, float, float], wall: Colour) -> None:
    left, top, right, bottom = corners
    canvas.fill(corners, wall)
    canvas.fill((right - 0.02, top, right, bottom), _shade(wall, 0.8))
    canvas.fill((left + 0.03, top - 0.025, left + 0.09, top), _shade(wall, 0.7))
    columns, floors = 5, round((bottom - top) / 0.035)
    for floor in range(floors):
        for column in range(columns):
            x = left + 0.012 + column * (right - left - 0.03) / columns
            y = top + 0.012 + floor * 0.035
            lit = canvas.chance.random() < _LIT
            canvas.fill((x, y, x + 0.018, y + 0.019), (238, 214, 150) if lit else _GLASS)
            if canvas.chance.random() < _EQUIPPED:
                canvas.fill((x + 0.02, y + 0.012, x + 0.029, y + 0.021), (232, 232, 230))


def _mast(canvas: Canvas) -> None:
    _sky(canvas, 0.75)
    _hills(canvas, 0.66)
    _ground(canvas, 0.76, _LEAF)
    foot, head, half = 0.86, 0.08, 0.085
    for side in (-1, 1):
        canvas.line((0.5 + side * half, foot), (0.5 + side * 0.012, head), _METAL, 0.007)
    steps = 13
    for step in range(steps):
        low, high = step / steps, (step + 1) / steps
        y0, y1 = foot + (head - foot) * low, foot + (head - foot) * high
        w0, w1 = half + (0.012 - half) * low, half + (0.012 - half) * high
        canvas.line((0.5 - w0, y0), (0.5 + w1, y1), _METAL, 0.003)
        canvas.line((0.5 + w0, y0), (0.5 - w1, y1), _METAL, 0.003)
        canvas.line((0.5 - w1, y1), (0.5 + w1, y1), _METAL, 0.003)
    for y in (0.12, 0.23):
        canvas.fill((0.44, y + 0.075, 0.56, y + 0.083), _DARK)
        for x in (0.443, 0.475, 0.512, 0.545):
            canvas.fill((x, y, x + 0.014, y + 0.1), (236, 238, 240))
    canvas.line((0.5, head), (0.5, head - 0.05), _DARK, 0.002)
    canvas.fill((0.62, 0.68, 0.84, 0.87), (224, 224, 220))
    canvas.fill((0.61, 0.665, 0.85, 0.685), _shade(_METAL, 0.8))
    canvas.fill((0.66, 0.73, 0.72, 0.87), (96, 118, 140))
    canvas.fill((0.75, 0.74, 0.81, 0.78), (245, 208, 66))
    for post in range(26):
        x = post / 25
        canvas.line((x, 0.84), (x, 0.93), _shade(_METAL, 0.75), 0.002)
    for y in (0.85, 0.90):
        canvas.line((0, y), (1, y), _shade(_METAL, 0.75), 0.002)


def _cabinet(canvas: Canvas) -> None:
    wall = _tint(canvas, (196, 186, 170), 12)
    canvas.fill((0, 0, 1, 0.78), wall)
    for row in range(20):
        y = row * 0.04
        canvas.line((0, y), (1, y), _shade(wall, 0.9), 0.0015)
        for column in range(11):
            x = column * 0.1 + (0.05 if row % 2 else 0)
            canvas.line((x, y), (x, y + 0.04), _shade(wall, 0.9), 0.0015)
    _ground(canvas, 0.78, (150, 148, 144))
    canvas.fill((0.30, 0.74, 0.72, 0.82), (128, 126, 122))
    canvas.fill((0.32, 0.16, 0.70, 0.76), (196, 202, 204))
    canvas.fill((0.31, 0.14, 0.71, 0.17), (150, 156, 160))
    for left, right in ((0.335, 0.505), (0.515, 0.685)):
        canvas.outline((left, 0.20, right, 0.74), (140, 146, 150))
        for slot in range(6):
            y = 0.64 + slot * 0.014
            canvas.fill((left + 0.03, y, right - 0.03, y + 0.006), (120, 126, 130))
    for x in (0.49, 0.525):
        canvas.fill((x, 0.44, x + 0.008, 0.50), _DARK)
    canvas.fill((0.36, 0.25, 0.48, 0.33), (250, 250, 246))
    for y in (0.268, 0.288, 0.308):
        canvas.fill((0.37, y, 0.37 + canvas.chance.uniform(0.05, 0.10), y + 0.008), _DARK)
    canvas.fill((0.56, 0.25, 0.64, 0.31), (246, 208, 60))
    for x in (0.78, 0.81, 0.85):
        canvas.line((x, 0), (x, 0.80), canvas.chance.choice((_DARK, (170, 90, 40))), 0.006)


def _park(canvas: Canvas) -> None:
    _sky(canvas, 0.6)
    _hills(canvas, 0.5)
    canvas.fill((0.02, 0.24, 0.34, 0.72), (150, 178, 196))
    for column in range(9):
        canvas.line((0.02 + column * 0.04, 0.24), (0.02 + column * 0.04, 0.72), _METAL, 0.002)
    for row in range(12):
        canvas.line((0.02, 0.24 + row * 0.04), (0.34, 0.24 + row * 0.04), _METAL, 0.0015)
    hall = _tint(canvas, (206, 210, 208), 10)
    canvas.fill((0.36, 0.46, 1, 0.72), hall)
    width, height = canvas.image.size
    for tooth in range(5):
        x = 0.36 + tooth * 0.128
        points = ((x, 0.46), (x, 0.39), (x + 0.128, 0.46))
        canvas.pen().polygon([(a * width, b * height) for a, b in points], _shade(hall, 0.85))
        canvas.fill((x + 0.03, 0.60, x + 0.09, 0.72), (96, 116, 132))
        canvas.fill((x + 0.02, 0.51, x + 0.10, 0.55), _GLASS)
    _ground(canvas, 0.72)
    canvas.fill((0, 0.72, 1, 0.76), _LEAF)
    for car in range(5):
        x = 0.06 + car * 0.19
        body = canvas.chance.choice(((214, 216, 218), (60, 66, 76), (150, 40, 38), (52, 88, 130)))
        canvas.fill((x, 0.805, x + 0.13, 0.85), body)
        canvas.fill((x + 0.025, 0.77, x + 0.10, 0.81), _shade(body, 0.8))
        for wheel in (x + 0.015, x + 0.09):
            canvas.pen().ellipse(canvas.box(wheel, 0.835, wheel + 0.024, 0.867), fill=_DARK)
    for _ in range(6):
        _tree(canvas, canvas.chance.uniform(0, 1), 0.74, canvas.chance.uniform(0.03, 0.06))


def _rack(canvas: Canvas) -> None:
    canvas.fill((0, 0, 1, 1), (206, 208, 206))
    canvas.fill((0, 0.86, 1, 1), (150, 152, 150))
    for tile in range(9):
        canvas.line((tile / 8, 0.86), (0.5 + (tile / 8 - 0.5) * 1.6, 1), (128, 130, 128), 0.002)
    for left in (0.06, 0.37, 0.68):
        canvas.fill((left, 0.08, left + 0.27, 0.90), _DARK)
        canvas.fill((left + 0.012, 0.095, left + 0.258, 0.885), (34, 37, 42))
        for shelf in range(9):
            y = 0.11 + shelf * 0.085
            face = canvas.chance.choice(((88, 94, 100), (70, 76, 82), (104, 108, 112)))
            canvas.fill((left + 0.022, y, left + 0.248, y + 0.065), face)
            for port in range(16):
                x = left + 0.030 + port * 0.0133
                canvas.fill((x, y + 0.034, x + 0.009, y + 0.052), (24, 26, 30))
                lamp = canvas.chance.choice(((72, 214, 96), (72, 214, 96), (240, 176, 60)))
                canvas.fill((x + 0.002, y + 0.018, x + 0.006, y + 0.024), lamp)
                if canvas.chance.random() < _EQUIPPED:
                    cord = canvas.chance.choice(((240, 200, 40), (60, 130, 220)))
                    end = (x + canvas.chance.uniform(-0.02, 0.02), y + 0.085)
                    canvas.line((x + 0.0045, y + 0.045), end, cord, 0.0018)
    canvas.fill((0.06, 0.02, 0.95, 0.05), (240, 240, 238))


SCENES: dict[str, Callable[[Canvas], None]] = {
    "houses": _houses,
    "mast": _mast,
    "cabinet": _cabinet,
    "park": _park,
    "rack": _rack,
}
"""The scenes by name."""


def _sky(canvas: Canvas, horizon: float) -> None:
    width, height = canvas.image.size
    ramp = Image.linear_gradient("L").resize((width, round(height * horizon)))
    top = canvas.chance.choice(((126, 164, 204), (150, 172, 196), (172, 182, 192)))
    canvas.image.paste(ImageOps.colorize(ramp, top, (226, 230, 230)))


def _hills(canvas: Canvas, horizon: float) -> None:
    width, height = canvas.image.size
    for layer, colour in enumerate(((164, 182, 190), (134, 156, 150))):
        base = horizon + layer * 0.05
        ridge = [(x / 12, base + canvas.chance.uniform(-0.06, 0.02)) for x in range(13)]
        points = [(x * width, y * height) for x, y in ridge]
        canvas.pen().polygon([*points, (width, height), (0, height)], fill=colour)


def _ground(canvas: Canvas, top: float, colour: Colour = _ASPHALT) -> None:
    canvas.fill((0, top, 1, 1), _tint(canvas, colour, 6))
    canvas.fill((0, top, 1, top + 0.012), _shade(colour, 1.2))


def _tree(canvas: Canvas, x: float, foot: float, size: float) -> None:
    canvas.line((x, foot), (x, foot - size), (92, 74, 56), 0.006)
    for _ in range(7):
        dx = canvas.chance.uniform(-size, size) * 0.6
        dy = canvas.chance.uniform(0.6, 1.5) * size
        radius = size * canvas.chance.uniform(0.35, 0.6)
        ring = canvas.box(x + dx - radius, foot - dy - radius, x + dx + radius, foot - dy + radius)
        canvas.pen().ellipse(ring, fill=_tint(canvas, _LEAF, 14))


def _tint(canvas: Canvas, colour: Colour, spread: int) -> Colour:
    move = canvas.chance.randint(-spread, spread)
    red, green, blue = (max(0, min(255, part + move)) for part in colour)
    return red, green, blue


def _shade(colour: Colour, factor: float) -> Colour:
    red, green, blue = (min(255, round(part * factor)) for part in colour)
    return red, green, blue


def _grain(canvas: Canvas) -> Image.Image:
    """Soften the edges and add the unevenness of light that a lens gives."""
    size = canvas.image.size
    small = (size[0] // 3, size[1] // 3)
    noise = Image.frombytes("L", small, canvas.chance.randbytes(small[0] * small[1])).resize(size)
    soft = canvas.image.filter(ImageFilter.GaussianBlur(1.1))
    return Image.blend(soft, ImageOps.colorize(noise, (0, 0, 0), (255, 255, 255)), 0.05)
