"""A picture that a checklist shows beside a question, from the files kept with the form."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImageReader, QPixmap
from PySide6.QtWidgets import QLabel, QWidget

_WIDEST = QSize(480, 320)


class Picture(QLabel):
    """A picture, made smaller where it is large; hidden while there is none to show."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        """Start empty; `title` names the question."""
        super().__init__(parent)
        self.setAccessibleName(title)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self._shown: bytes | None = None
        self.hide()

    def show_file(self, data: bytes) -> None:
        """Show the picture in a file; nothing for what is none, or has too many pixels."""
        if data == self._shown:
            return
        self._shown = data
        pixmap = _pixmap(data) if data else QPixmap()
        self.setPixmap(pixmap)
        self.setVisible(not pixmap.isNull())


def _pixmap(data: bytes) -> QPixmap:
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and (size.width() > _WIDEST.width() or size.height() > _WIDEST.height()):
        reader.setScaledSize(size.scaled(_WIDEST, Qt.AspectRatioMode.KeepAspectRatio))
    return QPixmap.fromImage(reader.read())
