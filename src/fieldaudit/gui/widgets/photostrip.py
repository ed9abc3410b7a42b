"""Photos side by side, upright and uncropped; more can be dropped in or chosen."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QIcon,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPixmap,
)
from PySide6.QtWidgets import QFileDialog, QLabel, QMenu, QToolButton, QWidget

from fieldaudit.gui.editors.flow import Flow
from fieldaudit.gui.labels import minute
from fieldaudit.gui.theme import XS, S, colours
from fieldaudit.gui.widgets.buttons import Button, Link
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

    describing = Signal(object)
    """A Photo that is to get another caption."""

    removing = Signal(object)
    """A Photo that is to go."""

    restoring = Signal(object)
    """A Photo that was removed a moment ago and is to come back."""

    def __init__(self, parent: QWidget | None = None, *, edge: int = EDGE) -> None:
        """Show thumbnails `edge` pixels wide."""
        super().__init__(parent)
        self._edge = edge
        self._shown: dict[str, QToolButton] = {}
        self._photos: dict[str, Photo] = {}
        self._gone: dict[str, Photo] = {}
        self.undo: list[Link] = []
        self._locked = False
        self._hot = False
        self.setAcceptDrops(True)
        self._flow = Flow(self)
        self._flow.setSpacing(S)
        self.add = Button(self.tr("添加照片…"), symbol="photo")
        self.add.setToolTip(self.tr("选择照片，或拖到这里"))
        self.add.clicked.connect(self._on_add)
        self._flow.addWidget(self.add)

    def show_photos(self, photos: Sequence[Photo], removed: Sequence[Photo] = ()) -> None:
        """Show these photos, and how to undo removals; their pictures come later."""
        if ([*self._photos.values()], [*self._gone.values()]) == ([*photos], [*removed]):
            return
        old: list[QWidget] = [*self._shown.values(), *self.undo]
        held = self.window().focusWidget() in old
        for each in old:
            self._flow.removeWidget(each)
            each.deleteLater()
        self._photos = {photo.id: photo for photo in photos}
        self._gone = {photo.id: photo for photo in removed}
        self._shown = {photo.id: self._thumb(photo) for photo in photos}
        self.undo = [self._undo(photo) for photo in removed]
        self._flow.removeWidget(self.add)
        self._flow.addWidget(self.add)
        self.lock(self._locked)
        if held:
            (self.undo[-1] if self.undo else self.add).setFocus(Qt.FocusReason.OtherFocusReason)
        self.updateGeometry()

    def show_picture(self, blob: str, picture: QPixmap) -> None:
        """Show the thumbnail of a photo."""
        for key, photo in self._photos.items():
            if photo.blob == blob:
                self._shown[key].setIcon(QIcon(picture))
                self._shown[key].setText("")

    def lock(self, locked: bool) -> None:
        """Forbid or allow coming and going; photos can always be looked at."""
        self._locked = locked
        self.add.setEnabled(not locked)
        chosen = self.tr("选择照片，或拖到这里")
        closed = self.tr("已签名的检查和只读的文件不能增减照片")
        self.add.setToolTip(closed if locked else chosen)
        self.setAcceptDrops(not locked)
        for link in self.undo:
            link.setVisible(not locked)

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
        button = _Thumb(self)
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
        button.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        button.customContextMenuRequested.connect(self._on_menu)
        button.deleted.connect(partial(self._on_remove, photo))
        self._flow.addWidget(button)
        button.show()
        return button

    def _undo(self, photo: Photo) -> Link:
        link = Link(self.tr("撤销移除 {name}").format(name=photo.name))
        link.clicked.connect(partial(self.restoring.emit, photo))
        self._flow.addWidget(link)
        link.show()
        return link

    def menu(self, photo: Photo, parent: QWidget) -> QMenu:
        """Return what can be done with a photo."""
        menu = QMenu(parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("查看大图")).triggered.connect(partial(self.opened.emit, photo))
        describe = menu.addAction(self.tr("说明…"))
        describe.triggered.connect(partial(self.describing.emit, photo))
        remove = menu.addAction(self.tr("移除"))
        remove.setShortcut(QKeySequence(QKeySequence.StandardKey.Delete))
        remove.triggered.connect(partial(self._on_remove, photo))
        for action in (describe, remove):
            action.setEnabled(not self._locked)
        return menu

    def _on_menu(self, place: QPoint) -> None:
        button = self.sender()
        if isinstance(button, QToolButton):
            photo = self._photos[button.property("photo")]
            self.menu(photo, button).popup(button.mapToGlobal(place))

    def _on_remove(self, photo: Photo) -> None:
        if not self._locked:
            self.removing.emit(photo)

    def _on_pressed(self) -> None:
        self.opened.emit(self._photos[self.sender().property("photo")])

    def _on_add(self) -> None:
        names, _kind = QFileDialog.getOpenFileNames(
            self, self.tr("添加照片"), "", self.tr("照片") + f" ({PICTURES})"
        )
        if names:
            self.dropped.emit([Path(name) for name in names])


class _Thumb(QToolButton):
    """A photo, small; the Delete key is for taking it off."""

    deleted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hear the Delete key."""
        if event.matches(QKeySequence.StandardKey.Delete):
            self.deleted.emit()
        else:
            super().keyPressEvent(event)


class Heading(QLabel):
    """A small heading inside a panel."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        """Show `text` in bold."""
        super().__init__(text, parent)
        font = self.font()
        font.setBold(True)
        self.setFont(font)
        self.setTextFormat(Qt.TextFormat.PlainText)
