"""Rows of two lines as several lists draw them."""

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from fieldaudit.gui.theme import SMALL, M, colours, sized
from fieldaudit.gui.widgets.paint import words


def two_lines(
    painter: QPainter, option: QStyleOptionViewItem, *, upper: str, lower: str, role: str
) -> None:
    """Draw a row: what it is in ink, the rest below in the colour of a role."""
    look = colours(option.widget)
    box = option.rect
    painter.save()
    if option.state & QStyle.StateFlag.State_Selected:
        painter.fillRect(box, look.tint)
        painter.fillRect(box.left(), box.top(), 3, box.height(), getattr(look, role))
    painter.setPen(look.line)
    painter.drawLine(box.bottomLeft(), box.bottomRight())
    room = box.adjusted(M, 4, -M, -4)
    above = room.adjusted(0, 0, 0, -room.height() // 2)
    below = room.adjusted(0, room.height() // 2, 0, 0)
    words(painter, above, upper, colour=look.ink, font=option.font)
    words(painter, below, lower, colour=getattr(look, role), font=sized(option.font, SMALL))
    painter.restore()
