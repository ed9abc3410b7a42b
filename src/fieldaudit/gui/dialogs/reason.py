"""Asks for a reason, where the program may not act without one."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from fieldaudit.gui.dialogs.ask import Ask
from fieldaudit.gui.widgets.fields import TextBox


class ReasonDialog(Ask):
    """Asks why, and hands the answer on."""

    def __init__(
        self,
        title: str,
        hint: str,
        confirm: str,
        *,
        given: Callable[[str], None],
        parent: QWidget | None = None,
    ) -> None:
        """Call `given`, a method, with the reason."""
        super().__init__(title, hint, confirm, parent)
        self._given = given
        self.reason = TextBox()
        self.reason.setAccessibleName(self.tr("理由"))
        self.reason.textChanged.connect(self.check)
        self.rows.addRow(self.tr("理由"), self.reason)
        self.check()

    def ready(self) -> bool:
        """Need some words."""
        return bool(self.reason.toPlainText().strip())

    def confirm(self) -> None:
        """Hand the reason on."""
        self._given(self.reason.toPlainText().strip())
        self.done_well()
