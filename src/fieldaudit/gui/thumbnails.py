"""Thumbnails of photos, made one after another so that typing never waits for a picture."""

from collections import OrderedDict
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QPixmap

from fieldaudit.gui.session import Session

_KEPT = 200
"""Thumbnails kept in memory: 200 of 256 pixels are 50 MB at most."""

EDGE = 256


class Thumbnails(QObject):
    """Asks for one picture at a time and remembers the last ones."""

    def __init__(self, session: Session, show: Callable[[str, QPixmap], None]) -> None:
        """Hand each picture to `show`, a method that takes hash and picture."""
        super().__init__()
        self._session = session
        self._show = show
        self._known: OrderedDict[str, QPixmap] = OrderedDict()
        self._queue: list[str] = []
        self._asked = ""

    def show(self, blobs: Iterable[str]) -> None:
        """Show the pictures of these originals, the known ones at once."""
        self._queue = []
        for blob in dict.fromkeys(blobs):
            if blob in self._known:
                self._show(blob, self._known[blob])
            else:
                self._queue.append(blob)
        self._next()

    def _next(self) -> None:
        if self._queue and not self._asked:
            self._asked = self._queue.pop(0)
            self._session.ask(partial(_thumbnail, self._asked), self._on_made)

    def _on_made(self, made: tuple[str, bytes]) -> None:
        blob, data = made
        self._asked = ""
        picture = QPixmap()
        if picture.loadFromData(data):
            self._known[blob] = picture
            if len(self._known) > _KEPT:
                self._known.popitem(last=False)
            self._show(blob, picture)
        self._next()


def _thumbnail(blob: str, survey: Any) -> tuple[str, bytes]:
    from fieldaudit.actions import photos
    from fieldaudit.errors import FieldauditError

    try:
        return blob, photos.thumbnail(survey, blob=blob, edge=EDGE)
    except FieldauditError:
        # A damaged original is reported by the file's check; here its place stays empty.
        return blob, b""
