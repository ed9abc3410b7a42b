"""The photos of the visit that is shown: taken in by drag and drop, listed, looked at."""

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject

from fieldaudit.gui.labels import explain
from fieldaudit.gui.page import Page
from fieldaudit.gui.thumbnails import Thumbnails
from fieldaudit.gui.widgets.sheet import Sheet
from fieldaudit.visit.records import Photo

_DOUBTS = 2
"""So many doubts about new photos are said at once."""


class Photographing(QObject):
    """Serves the photo strips of a page's sheet."""

    def __init__(self, page: Page, sheet: Sheet) -> None:
        """Take what is dropped on `sheet` into the visit that `page` shows."""
        super().__init__(page)
        self._page: Any = page
        self._sheet = sheet
        self._thumbnails = Thumbnails(page.session, sheet.show_picture)
        sheet.photos_dropped.connect(self._on_dropped)
        sheet.photo_opened.connect(self._on_opened)

    def ask(self) -> None:
        """List the visit's photos again."""
        if self._page.visit:
            self._page.session.ask(partial(_photos, self._page.visit), self.show)

    def show(self, photos: tuple[Photo, ...]) -> None:
        """Show the photos of the visit; the answer for another visit comes too late."""
        if all(photo.visit == self._page.visit for photo in photos):
            self._sheet.show_photos(photos)
            self._thumbnails.show([photo.blob for photo in photos if photo.present])

    def _on_dropped(self, question: str, files: list[Path]) -> None:
        author = self._page.author()
        if author is not None and self._page.visit:
            # A repeat instance added a moment ago has to be there before its question has photos.
            self._page.keep()
            about = {"visit": self._page.visit, "question": question, "author": author}
            deed = partial(_add, files=files, about=about)
            title = self.tr("正在导入照片")
            self._page.session.act(deed, self._on_added, title=title, long=True)

    def _on_added(self, added: tuple[Any, ...]) -> None:
        doubts = [explain(problem) for one in added for problem in one.problems]
        words = self.tr("已加入照片 {count} 张。").format(count=len(added))
        self._page.told.emit(" ".join([words, *doubts[:_DOUBTS]]))

    def _on_opened(self, photo: Photo) -> None:
        from fieldaudit.gui.dialogs.photo import PhotoDialog

        PhotoDialog(self._page.session, photo, self._page).open()


def _photos(visit: str, survey: Any) -> tuple[Photo, ...]:
    from fieldaudit.actions import photos

    return photos.list_photos(survey, visit=visit)


def _add(survey: Any, *, files: list[Path], about: dict[str, Any], progress: Any) -> Any:
    from fieldaudit.actions import photos

    return photos.add_photos(survey, files=files, progress=progress, **about)
