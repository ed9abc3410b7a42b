"""Editor for a point: latitude, longitude, accuracy; typed or pasted as one."""

import re

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from fieldaudit.gui.editors.editor import Editor
from fieldaudit.gui.theme import S
from fieldaudit.gui.widgets.fields import Field

_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


class PointEditor(Editor):
    """A point in WGS-84; both numbers pasted into the first field are spread over the two."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.latitude, self.longitude, self.accuracy = Field(), Field(), Field()
        self._altitude = "0"
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(S)
        named = (
            (self.latitude, self.tr("纬度"), 112),
            (self.longitude, self.tr("经度"), 112),
            (self.accuracy, self.tr("精度 (米)"), 72),
        )
        for field, words, wide in named:
            field.setFixedWidth(wide)
            field.setAccessibleName(words)
            field.textEdited.connect(self._on_edited)
            box.addWidget(QLabel(words))
            box.addWidget(field)
        box.addStretch()
        self.setFocusProxy(self.latitude)

    def show_value(self, value: str) -> None:
        """Spread an ODK geopoint over the fields."""
        if value == self._value():
            return
        parts = [*value.split(), "", "", "", ""][:4]
        self._altitude = parts[2] or "0"
        for field, text in zip(
            (self.latitude, self.longitude, self.accuracy),
            (parts[0], parts[1], parts[3]),
            strict=True,
        ):
            field.setText(text)

    def lock(self, locked: bool) -> None:
        """Let the numbers be read and copied, not changed."""
        for field in (self.latitude, self.longitude, self.accuracy):
            field.setReadOnly(locked)

    def alarm(self, colour: str) -> None:
        """Outline the two numbers."""
        self.latitude.alarm(colour)
        self.longitude.alarm(colour)

    def name(self, words: str) -> None:
        """Name the group; each field has a name of its own."""
        self.setAccessibleName(words)

    def _value(self) -> str:
        latitude, longitude = self.latitude.text().strip(), self.longitude.text().strip()
        if not latitude and not longitude:
            return ""
        accuracy = self.accuracy.text().strip() or "0"
        return f"{latitude} {longitude} {self._altitude} {accuracy}"

    def _on_edited(self, text: str) -> None:
        numbers = _NUMBER.findall(text)
        if self.sender() is self.latitude and len(numbers) > 1:
            self.latitude.setText(numbers[0])
            self.longitude.setText(numbers[1])
        self.edited.emit(self._value())
