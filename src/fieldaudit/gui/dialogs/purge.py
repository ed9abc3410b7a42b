"""Asks which photos are past their keeping, and by which rule."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDateEdit, QWidget

from fieldaudit.gui.dialogs.ask import Ask
from fieldaudit.gui.widgets.buttons import HEIGHT
from fieldaudit.gui.widgets.fields import Field

_YEARS = 5


@dataclass(frozen=True, slots=True)
class PurgeChoice:
    """What a person chose."""

    before: str
    """The first day that is kept, ISO 8601."""

    reason: str
    """The rule that asks for it."""


class PurgeDialog(Ask):
    """A day and a reason."""

    def __init__(self, given: Callable[[PurgeChoice], None], parent: QWidget | None = None) -> None:
        """Call `given`, a method, with what was chosen."""
        super().__init__(
            self.tr("清除超期照片"),
            self.tr(
                "清除该日期之前拍摄的照片原文，无法找回；校验值和记录保留，"
                "成果仍可核验为「已按规定清除」。备份和交出的文件里的不受影响。"
            ),
            self.tr("清除"),
            parent,
        )
        self._given = given
        self.before = QDateEdit(QDate.currentDate().addYears(-_YEARS))
        self.before.setCalendarPopup(True)
        self.before.setDisplayFormat("yyyy-MM-dd")
        self.before.setMinimumHeight(HEIGHT)
        self.reason = Field()
        for words, field in (
            (self.tr("早于"), self.before),
            (self.tr("依据"), self.reason),
        ):
            field.setAccessibleName(words)
            self.rows.addRow(words, field)
        self.reason.textChanged.connect(self.check)
        self.check()

    def ready(self) -> bool:
        """Need a reason."""
        return bool(self.reason.text().strip())

    def confirm(self) -> None:
        """Hand the choice on."""
        day = self.before.date().toString("yyyy-MM-dd")
        self._given(PurgeChoice(day, self.reason.text().strip()))
        self.done_well()
