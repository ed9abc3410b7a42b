"""Asks what a photo or an attached file shows."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from fieldaudit.gui.dialogs.ask import Ask
from fieldaudit.gui.widgets.fields import Field

_LONGEST = 500
"""Characters; more is refused when it is written."""


class CaptionDialog(Ask):
    """Asks for one line, which may be empty, and hands it on."""

    def __init__(
        self, name: str, caption: str, *, given: Callable[[str], None], parent: QWidget | None
    ) -> None:
        """Call `given`, a method, with the caption of the file `name`."""
        title = self.tr("{name} 的说明").format(name=name)
        super().__init__(title, "", self.tr("保存"), parent)
        self._given = given
        self.caption = Field()
        self.caption.setText(caption)
        self.caption.setMaxLength(_LONGEST)
        self.caption.setAccessibleName(self.tr("说明"))
        self.rows.addRow(self.tr("说明"), self.caption)

    def confirm(self) -> None:
        """Hand the caption on."""
        self._given(self.caption.text().strip())
        self.done_well()
