"""One photo, large, with what is known of it."""

from functools import partial
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

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

    def __init__(self, session: Session, photo: Photo, parent: QWidget | None = None) -> None:
        """Ask for the picture and show it when it comes."""
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
        close = Button(self.tr("关闭"))
        close.clicked.connect(self.accept)
        box = QVBoxLayout(self)
        box.setContentsMargins(L, L, L, L)
        box.setSpacing(S)
        box.addWidget(self.picture)
        box.addWidget(Secondary(" · ".join(fact for fact in facts if fact)))
        box.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        session.ask(partial(_large, photo.blob), self._on_picture)

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
