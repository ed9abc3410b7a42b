"""The icons: one set of line drawings, coloured when they are shown."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from fieldaudit.paths import resource

SIZE = 20
"""Edge of an icon in pixels at 100 %."""


@cache
def icon(name: str, colour: str) -> QIcon:
    """Return the icon `name` drawn in `colour`, sharp up to 200 %."""
    made = QIcon()
    for edge in (SIZE, SIZE * 2):
        made.addPixmap(pixmap(name, colour, edge))
    return made


def pixmap(name: str, colour: str, edge: int) -> QPixmap:
    """Return the icon `name` in `colour`, `edge` pixels wide."""
    drawing = resource(f"icons/{name}.svg").read_text("utf-8").replace("currentColor", colour)
    made = QPixmap(edge, edge)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(0, 0, edge, edge))
    painter.end()
    return made
