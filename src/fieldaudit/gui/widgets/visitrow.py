"""Draws one visit of the list: where, when, how far, and what is wrong with it."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from fieldaudit.gui.labels import day, status_role, word
from fieldaudit.gui.models.table import RECORD, Index
from fieldaudit.gui.theme import SMALL, Colours, M, S, colours, sized
from fieldaudit.gui.widgets.paint import words
from fieldaudit.visit.records import VisitSummary

HEIGHT = 54


def line(visit: VisitSummary) -> str:
    """Return a visit in one line, for readers and for finding by keys."""
    where = f"{visit.site.code} {visit.site.name}"
    counts = _progress(visit)
    return f"{where} {word(visit.status)} {counts} {visit.returned_because}".strip()


class VisitRow(QStyledItemDelegate):
    """Two lines; the chosen one has a bar at its left."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Be two lines high."""
        return QSize(200, HEIGHT)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> None:
        """Draw the visit of a row."""
        look = colours(option.widget)
        box = option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, look.tint)
            painter.fillRect(box.left(), box.top(), 3, box.height(), look.accent)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, look.hover)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(look.accent)
            painter.drawRect(box.adjusted(0, 0, -1, -1))
        painter.setPen(look.line)
        painter.drawLine(box.bottomLeft() + QPoint(M, 0), box.bottomRight())
        visit: VisitSummary | None = index.data(RECORD)
        if visit is None:
            self._sketch(painter, box, look)
        else:
            self._write(painter, option, visit, look)
        painter.restore()

    def _sketch(self, painter: QPainter, box: QRect, look: Colours) -> None:
        """Show that a row is on its way."""
        for down, width in ((14, 150), (34, 100)):
            painter.fillRect(box.left() + M, box.top() + down, width, 8, look.line)

    def _write(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        visit: VisitSummary,
        look: Colours,
    ) -> None:
        room = option.rect.adjusted(M, S - 2, -M, -S + 2)
        upper = room.adjusted(0, 0, 0, -room.height() // 2)
        lower = room.adjusted(0, room.height() // 2, 0, 0)
        bold = sized(option.font, option.font.pointSizeF(), bold=True)
        small = sized(option.font, SMALL)
        state = words(
            painter,
            upper,
            word(visit.status),
            colour=getattr(look, status_role(visit.status)),
            font=small,
            align=Qt.AlignmentFlag.AlignRight,
        )
        title = upper.adjusted(0, 0, -state - S, 0)
        code = words(painter, title, visit.site.code, colour=look.ink, font=bold)
        name = title.adjusted(code + S, 0, 0, 0)
        words(painter, name, visit.site.name, colour=look.ink, font=option.font)
        count = _progress(visit)
        said = f"↩ {visit.returned_because}" if visit.returned_because else visit.inspector
        parts = (day(visit.started), count, said)
        alarms = self._alarms(painter, lower, visit, look)
        words(
            painter,
            lower.adjusted(0, 0, -alarms - S, 0),
            " · ".join(part for part in parts if part),
            colour=look.secondary,
            font=small,
        )

    def _alarms(self, painter: QPainter, room: QRect, visit: VisitSummary, look: Colours) -> int:
        """Write counts with their marks at the right; return the width used."""
        used = 0
        for mark, count, colour in (
            ("✗", visit.failures, look.critical if visit.critical else look.major),
            ("○", visit.problems, look.secondary),
            ("⇄", visit.conflicts, look.conflict),
            ("✎", int(visit.drafted), look.secondary),
        ):
            if count:
                text = mark if mark == "✎" else f"{mark} {count}"
                box = room.adjusted(0, 0, -used, 0)
                align = Qt.AlignmentFlag.AlignRight
                used += S + words(
                    painter, box, text, colour=colour, font=painter.font(), align=align
                )
        return used


def _progress(visit: VisitSummary) -> str:
    return f"{visit.answered}/{visit.asked}" if visit.judged else "…"
