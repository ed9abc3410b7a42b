"""Editors for days and times: typed, picked from a calendar, or taken from the clock."""

from datetime import datetime

from PySide6.QtCore import QDate, Qt, QTime
from PySide6.QtWidgets import QCalendarWidget, QHBoxLayout, QMenu, QWidget, QWidgetAction

from fieldaudit.gui.editors.editor import Editor
from fieldaudit.gui.theme import S
from fieldaudit.gui.widgets.buttons import IconButton, Link
from fieldaudit.gui.widgets.fields import Field


class MomentEditor(Editor):
    """A day, a time, or both; what cannot be read stays as it was typed."""

    def __init__(self, *, day: bool, time: bool, parent: QWidget | None = None) -> None:
        """Ask for the day, the time of day, or both."""
        super().__init__(parent)
        self._day, self._time = day, time
        self.field = Field()
        self.field.setFixedWidth(184 if day and time else 128)
        self.field.setPlaceholderText(self._pattern())
        self.field.editingFinished.connect(self._on_finished)
        self.setFocusProxy(self.field)
        self._now = Link(self.tr("现在") if time else self.tr("今天"))
        self._now.clicked.connect(self._on_now)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(S)
        box.addWidget(self.field)
        if day:
            self._pick = IconButton("calendar", self.tr("选择日期"))
            self._pick.clicked.connect(self._on_pick)
            box.addWidget(self._pick)
        box.addWidget(self._now)
        box.addStretch()
        self._value = ""

    def show_value(self, value: str) -> None:
        """Show an ODK date, time or dateTime the way people write it."""
        self._value = value
        self.field.setText(_written(value))

    def lock(self, locked: bool) -> None:
        """Let the moment be read and copied, not changed."""
        self.field.setReadOnly(locked)
        self._now.setVisible(not locked)
        if self._day:
            self._pick.setVisible(not locked)

    def alarm(self, colour: str) -> None:
        """Outline the field."""
        self.field.alarm(colour)

    def _pattern(self) -> str:
        parts = (self.tr("年-月-日") if self._day else "", self.tr("时:分") if self._time else "")
        return " ".join(part for part in parts if part)

    def _on_finished(self) -> None:
        text = self.field.text().strip()
        if text == _written(self._value):
            return
        self._value = self._stored(text)
        self.field.setText(_written(self._value))
        self.edited.emit(self._value)

    def _stored(self, text: str) -> str:
        """Return ODK's spelling of what was typed, or the text itself."""
        plain = text.replace("/", "-").replace(".", "-").replace("：", ":")
        plain = plain.replace("年", "-").replace("月", "-").replace("日", "")
        if not self._day:
            time = QTime.fromString(plain, "H:m")
            return time.toString("HH:mm:00.000") + _offset() if time.isValid() else text
        day, _, rest = plain.partition(" ")
        date = QDate.fromString(day, "yyyy-M-d")
        if not date.isValid():
            return text
        if not self._time:
            return date.toString(Qt.DateFormat.ISODate)
        time = QTime.fromString(rest.strip() or "0:0", "H:m")
        stamp = f"{date.toString(Qt.DateFormat.ISODate)}T{time.toString('HH:mm:00.000')}"
        return stamp + _offset() if time.isValid() else text

    def _on_now(self) -> None:
        now = datetime.now().astimezone()
        parts = (f"{now:%Y-%m-%d}" if self._day else "", f"{now:%H:%M}" if self._time else "")
        self.field.setText(" ".join(part for part in parts if part))
        self._on_finished()

    def _on_pick(self) -> None:
        menu = QMenu(self)
        calendar = QCalendarWidget(menu)
        calendar.activated.connect(self._on_picked)
        calendar.clicked.connect(self._on_picked)
        calendar.clicked.connect(menu.close)
        action = QWidgetAction(menu)
        action.setDefaultWidget(calendar)
        menu.addAction(action)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._pick.mapToGlobal(self._pick.rect().bottomLeft()))

    def _on_picked(self, date: QDate) -> None:
        kept = self.field.text().partition(" ")[2]
        time = f" {kept or '00:00'}" if self._time else ""
        self.field.setText(date.toString(Qt.DateFormat.ISODate) + time)
        self._on_finished()


def _offset() -> str:
    return datetime.now().astimezone().isoformat()[-6:]


def _written(value: str) -> str:
    """Return `2022-07-08 09:41` for an ODK dateTime, `09:41` for a time, else the value."""
    day, separator, time = value.partition("T")
    if separator:
        return f"{day} {time[:5]}"
    return value[:5] if value[2:3] == ":" else value
