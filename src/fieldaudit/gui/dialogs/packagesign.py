"""Asks how a package is signed: key, picture, timestamp, and for a new one the emblem."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from fieldaudit.errors import Code
from fieldaudit.gui.dialogs.ask import FileField
from fieldaudit.gui.dialogs.identity import Key, SignDialog
from fieldaudit.gui.session import Session
from fieldaudit.gui.widgets.buttons import Tick
from fieldaudit.gui.widgets.fields import Choice, Field

if TYPE_CHECKING:
    from fieldaudit.package.manner import Manner

_UNREACHED = (
    Code.NETWORK_ADDRESS,
    Code.NETWORK_SILENT,
    Code.NETWORK_ANSWER,
    Code.TIMESTAMP_WRONG,
)


class PackageSignDialog(SignDialog):
    """A key, and what is to be seen and proved beyond it; all but the password is remembered."""

    def __init__(
        self,
        words: tuple[str, str, str],
        *,
        deed: Callable[[SignDialog, Key], None],
        session: Session,
        parent: QWidget | None = None,
        further: bool = False,
    ) -> None:
        """Ask with title, hint and button; `further`: for a signature on a package of others."""
        super().__init__(*words, deed=deed, session=session, parent=parent)
        known = session.preferences.settings
        pattern = self.tr("图像 (*.png *.jpg *.jpeg)")
        self.part = Choice()
        self.part.setAccessibleName(self.tr("签名栏"))
        for field, name in self._parts():
            self.part.addItem(name, field)
        self.picture = FileField(self.tr("签名或印章图像"), pattern)
        self.picture.field.setText(known.picture)
        self.emblem = FileField(self.tr("封面标志"), pattern)
        self.emblem.field.setText(known.emblem)
        self.stamp = Tick(self.tr("请求时间戳（需要联网）"))
        self.server = Field()
        self.server.setAccessibleName(self.tr("时间戳服务"))
        self.server.setPlaceholderText("https://…")
        self.server.setText(known.timestamp)
        self.without = Tick(self.tr("这次不要时间戳，照样签名"))
        if further:
            self.rows.addRow(self.tr("签名栏"), self.part)
        self.rows.addRow(self.tr("签名或印章图像"), self.picture)
        if not further:
            self.rows.addRow(self.tr("封面标志"), self.emblem)
        self.rows.addRow("", self.stamp)
        self.rows.addRow(self.tr("时间戳服务"), self.server)
        self.rows.addRow("", self.without)
        self.rows.setRowVisible(self.without, False)
        self.stamp.toggled.connect(self._on_stamp)
        self.server.textChanged.connect(self.check)
        self.stamp.setChecked(bool(known.stamp))
        self._on_stamp()

    def ready(self) -> bool:
        """Need a server too where a timestamp is asked for."""
        asked = hasattr(self, "server") and self.stamp.isChecked()
        return super().ready() and (not asked or bool(self.server.text().strip()))

    def confirm(self) -> None:
        """Remember what was chosen, then sign."""
        self._session.preferences.change(
            picture=self.picture.field.text().strip(),
            emblem=self.emblem.field.text().strip(),
            timestamp=self.server.text().strip(),
            stamp="yes" if self.stamp.isChecked() else "",
        )
        super().confirm()

    def refuse(self, error: BaseException) -> None:
        """Say why not; where no timestamp could be had, offer to do without."""
        super().refuse(error)
        if getattr(error, "code", None) in _UNREACHED:
            self.rows.setRowVisible(self.without, True)
            self.adjustSize()
            self.without.setFocus()

    def chosen_emblem(self) -> Path | None:
        """Return the picture for the cover."""
        name = self.emblem.field.text().strip()
        return Path(name) if name else None

    def manner(self) -> "Callable[[], Manner]":
        """Return what makes the manner of signing; it reads a file, so off the UI thread."""
        asked = self.stamp.isChecked() and not self.without.isChecked()
        server = self.server.text().strip() if asked else ""
        name = self.picture.field.text().strip()
        return lambda: _manner(server, Path(name) if name else None)

    def _parts(self) -> tuple[tuple[str, str], ...]:
        return (
            ("", self.tr("下一个空的签名栏")),
            ("inspector", self.tr("检查人")),
            ("street", self.tr("街道审核")),
            ("office", self.tr("专班审定")),
        )

    def _on_stamp(self) -> None:
        self.rows.setRowVisible(self.server, self.stamp.isChecked())
        self.adjustSize()
        self.check()


def _manner(server: str, picture: Path | None) -> "Manner":
    from fieldaudit.actions import pictures
    from fieldaudit.package.manner import Manner

    return Manner(timestamp=server, picture=pictures.read_picture(picture))
