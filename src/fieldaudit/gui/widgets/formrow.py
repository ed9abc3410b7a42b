"""Draws one line of the list of checklists: a heading, or title, version and size."""

from PySide6.QtCore import QCoreApplication, QPoint, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from fieldaudit.gui.models.checklists import Listed
from fieldaudit.gui.models.table import RECORD, Index
from fieldaudit.gui.theme import SMALL, M, S, colours, sized
from fieldaudit.gui.widgets.paint import words

_HEADING, _LINE = 32, 54


def line(listed: Listed) -> str:
    """Return a checklist in one line, for readers and for finding by keys."""
    return f"{listed.title} {facts(listed)}".strip()


def facts(listed: Listed) -> str:
    """Return name, version and counts of a checklist."""
    asked = QCoreApplication.translate("FormRow", "{count} 项").format(count=listed.questions)
    made = QCoreApplication.translate("FormRow", "{count} 次检查").format(count=listed.visits)
    parts = (
        listed.name,
        listed.version,
        asked if listed.questions else "",
        made if listed.visits else "",
    )
    return " · ".join(part for part in parts if part)


class FormRow(QStyledItemDelegate):
    """Two lines for a checklist, one for a heading."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Be one line high or two."""
        return QSize(200, _HEADING if index.data(RECORD).heading else _LINE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the line of a row."""
        look = colours(option.widget)
        listed: Listed = index.data(RECORD)
        box, small = option.rect, sized(option.font, SMALL)
        painter.save()
        if listed.heading:
            words(
                painter, box.adjusted(M, S, -M, 0), listed.title, colour=look.secondary, font=small
            )
            painter.restore()
            return
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, look.tint)
            painter.fillRect(box.left(), box.top(), 3, box.height(), look.accent)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, look.hover)
        painter.setPen(look.line)
        painter.drawLine(box.bottomLeft() + QPoint(M, 0), box.bottomRight())
        room = box.adjusted(M, S - 2, -M, -S + 2)
        upper = room.adjusted(0, 0, 0, -room.height() // 2)
        mark = _mark(listed)
        right = Qt.AlignmentFlag.AlignRight
        used = words(painter, upper, mark, colour=look.secondary, font=small, align=right)
        bold = sized(option.font, option.font.pointSizeF(), bold=True)
        title = upper.adjusted(0, 0, -used - S, 0)
        words(painter, title, listed.title, colour=look.ink, font=bold)
        lower = room.adjusted(0, room.height() // 2, 0, 0)
        words(painter, lower, facts(listed), colour=look.secondary, font=small)
        painter.restore()


def _mark(listed: Listed) -> str:
    if not listed.newest:
        return QCoreApplication.translate("FormRow", "旧版本")
    return QCoreApplication.translate("FormRow", "已加入") if listed.here else ""
