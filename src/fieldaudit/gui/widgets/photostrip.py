"""Photos side by side, upright and uncropped; more can be dropped in or chosen."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QIcon, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QFileDialog, QLabel, QToolButton, QWidget

from fieldaudit.gui.editors.flow import Flow
from fieldaudit.gui.labels import minute
from fieldaudit.gui.theme import XS, S, colours
from fieldaudit.gui.widgets.buttons import Button
from fieldaudit.gui.widgets.paint import frame
from fieldaudit.visit.records import Photo

PICTURES = "*.jpg *.jpeg *.png *.heic *.webp *.tif *.tiff"
EDGE = 72


class PhotoStrip(QWidget):
    """Thumbnails, and a place to drop photos on."""

    dropped = Signal(object)
    """Paths of new photos, as a list."""

    opened = Signal(object)
    """A Photo that was pressed."""

    def __init__(self, parent: QWidget | None = None, *, edge: int = EDGE) -> None:
        """Show thumbnails `edge` pixels wide."""
        super().__init__(parent)
        self._edge = edge
        self._shown: dict[str, QToolButton] = {}
        self._photos: dict[str, Photo] = {}
        self._hot = False
        self.setAcceptDrops(True)
        self._flow = Flow(self)
        self._flow.setSpacing(S)
        self.add = Button(self.tr("添加照片…"), symbol="photo")
        self.add.setToolTip(self.tr("选择照片，或拖到这里"))
        self.add.clicked.connect(self._on_add)
        self._flow.addWidget(self.add)

    def show_photos(self, photos: Sequence[Photo]) -> None:
        """Show these photos; their pictures come later."""
        if [*self._photos] == [photo.id for photo in photos]:
            return
        for button in self._shown.values():
            self._flow.removeWidget(button)
            button.deleteLater()
        self._photos = {photo.id: photo for photo in photos}
        self._shown = {photo.id: self._thumb(photo) for photo in photos}
        self._flow.removeWidget(self.add)
        self._flow.addWidget(self.add)
        self.updateGeometry()

    def show_picture(self, blob: str, picture: QPixmap) -> None:
        """Show the thumbnail of a photo."""
        for key, photo in self._photos.items():
            if photo.blob == blob:
                self._shown[key].setIcon(QIcon(picture))
                self._shown[key].setText("")

    def lock(self, locked: bool) -> None:
        """Forbid or allow more photos."""
        self.add.setVisible(not locked)
        self.setAcceptDrops(not locked)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if event.mimeData().hasUrls():
            self._hot = True
            self.update()
            event.acceptProposedAction()

    def dragLeaveEvent(self, _event: object) -> None:
        """Calm down."""
        self._hot = False
        self.update()

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand on the files that were dropped."""
        self._hot = False
        self.update()
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            self.dropped.emit(paths)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Outline the place while photos hover over it."""
        if self._hot:
            look = colours(self)
            frame(QPainter(self), self.rect(), line=look.accent, fill=look.tint)

    def _thumb(self, photo: Photo) -> QToolButton:
        button = QToolButton(self)
        button.setAutoRaise(True)
        button.setFixedSize(self._edge + XS, self._edge + XS)
        button.setIconSize(QSize(self._edge, self._edge))
        button.setText("…" if photo.present else self.tr("缺失"))
        parts = (photo.caption, photo.name, minute(photo.taken_at))
        said = " · ".join(part for part in parts if part)
        button.setToolTip(said)
        button.setAccessibleName(self.tr("照片 {name}").format(name=said))
        button.setProperty("photo", photo.id)
        button.clicked.connect(self._on_pressed)
        self._flow.addWidget(button)
        button.show()
        return button

    def _on_pressed(self) -> None:
        self.opened.emit(self._photos[self.sender().property("photo")])

    def _on_add(self) -> None:
        names, _kind = QFileDialog.getOpenFileNames(
            self, self.tr("添加照片"), "", self.tr("照片") + f" ({PICTURES})"
        )
        if names:
            self.dropped.emit([Path(name) for name in names])


class Heading(QLabel):
    """A small heading inside a panel."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        """Show `text` in bold."""
        super().__init__(text, parent)
        font = self.font()
        font.setBold(True)
        self.setFont(font)
        self.setTextFormat(Qt.TextFormat.PlainText)
