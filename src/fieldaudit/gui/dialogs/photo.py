"""One photo, large, with what is known of it."""

from functools import partial
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from fieldaudit.gui.labels import minute
from fieldaudit.gui.session import Session
from fieldaudit.gui.theme import L, S
from fieldaudit.gui.widgets.buttons import Button
from fieldaudit.gui.widgets.head import Secondary
from fieldaudit.visit.records import Photo

_EDGE = 1200
_SHOWN = QSize(760, 520)


class PhotoDialog(QDialog):
    """Shows a photo upright, never cropped; Escape closes it."""

    describing = Signal(object)
    """The Photo is to get another caption."""

    removing = Signal(object)
    """The Photo is to go."""

    def __init__(
        self,
        session: Session,
        photo: Photo,
        parent: QWidget | None = None,
        *,
        locked: bool = False,
    ) -> None:
        """Ask for the picture and show it when it comes; a locked one can only be looked at."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(photo.caption or photo.name)
        self.picture = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self.picture.setFixedSize(_SHOWN)
        self.picture.setAccessibleName(photo.caption or photo.name)
        sources = {"exif": self.tr("照片自带时间"), "file": self.tr("文件时间")}
        facts = (
            photo.name,
            f"{photo.width}×{photo.height}",
            minute(photo.taken_at),
            sources.get(photo.taken_from, ""),
            photo.position,
            f"SHA-256 {photo.blob[:16]}",
        )
        self._photo = photo
        self.describe = Button(self.tr("说明…"))
        self.describe.clicked.connect(self._on_describe)
        self.remove = Button(self.tr("移除"))
        self.remove.clicked.connect(self._on_remove)
        for button in (self.describe, self.remove):
            button.setEnabled(not locked)
            closed = self.tr("已签名的检查和只读的文件不能改照片")
            button.setToolTip(closed if locked else "")
        close = Button(self.tr("关闭"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        for each in (self.describe, self.remove):
            row.addWidget(each)
        row.addStretch()
        row.addWidget(close)
        box = QVBoxLayout(self)
        box.setContentsMargins(L, L, L, L)
        box.setSpacing(S)
        box.addWidget(self.picture)
        if photo.caption:
            box.addWidget(QLabel(photo.caption, textFormat=Qt.TextFormat.PlainText, wordWrap=True))
        box.addWidget(Secondary(" · ".join(fact for fact in facts if fact)))
        box.addLayout(row)
        session.ask(partial(_large, photo.blob), self._on_picture)

    def _on_describe(self) -> None:
        self.accept()
        self.describing.emit(self._photo)

    def _on_remove(self) -> None:
        self.accept()
        self.removing.emit(self._photo)

    def _on_picture(self, data: bytes) -> None:
        picture = QPixmap()
        picture.loadFromData(data)
        ratio = self.devicePixelRatioF()
        fitted = picture.scaled(
            _SHOWN * ratio,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        fitted.setDevicePixelRatio(ratio)
        self.picture.setPixmap(fitted)


def _large(blob: str, survey: Any) -> bytes:
    from fieldaudit.actions import photos

    return photos.thumbnail(survey, blob=blob, edge=_EDGE)
