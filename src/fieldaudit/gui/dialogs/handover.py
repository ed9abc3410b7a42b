"""Asks who hands over, and whether the file shall be closed to all but its recipient."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from fieldaudit.gui.dialogs.ask import FileField
from fieldaudit.gui.dialogs.identity import Key, SignDialog
from fieldaudit.gui.session import Session

_WIDE = 560


class HandoverDialog(SignDialog):
    """Identity and password, and a certificate where the file travels by stick or chat."""

    def __init__(
        self,
        *,
        deed: Callable[[SignDialog, Key], None],
        session: Session,
        parent: QWidget | None = None,
    ) -> None:
        """Call `deed` with this dialog and the key."""
        super().__init__(
            self.tr("移交调查文件"),
            self.tr("封签全部修订，写成一个干净的文件，交给工作专班合并。"),
            self.tr("封签并移交"),
            deed=deed,
            session=session,
            parent=parent,
        )
        self.setMinimumWidth(_WIDE)
        self.recipient = FileField(self.tr("加密给（可选）"), self.tr("证书 (*.pem *.crt *.cer)"))
        self.recipient.field.setPlaceholderText(self.tr("工作专班的证书；不填则不加密"))
        self.rows.addRow(self.tr("加密给（可选）"), self.recipient)

    def certificate(self) -> Path | None:
        """Return the recipient's certificate; None: not encrypted."""
        text = self.recipient.field.text().strip()
        return Path(text) if text else None
