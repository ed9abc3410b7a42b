"""The photos of the visit that is shown: taken in, looked at, captioned, removed."""

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject

from fieldaudit.gui.labels import explain
from fieldaudit.gui.page import Page
from fieldaudit.gui.thumbnails import Thumbnails
from fieldaudit.gui.widgets.sheet import Sheet
from fieldaudit.visit.records import Photo

_REASONS = 2
"""So many reasons why photos were refused are said at once."""

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
        self._visit = ""
        self._there: tuple[Photo, ...] = ()
        self._removed: dict[str, Photo] = {}
        """Photos removed while the visit is shown: they can be put back with one press."""
        sheet.photos_dropped.connect(self._on_dropped)
        sheet.photo_opened.connect(self._on_opened)
        sheet.papers.photo_removing.connect(self._on_removing)
        sheet.papers.photo_restoring.connect(self._on_restoring)
        sheet.papers.photo_describing.connect(self._on_describing)

    def ask(self) -> None:
        """List the visit's photos again."""
        if self._page.visit:
            self._page.session.ask(partial(_photos, self._page.visit), self.show)

    def show(self, photos: tuple[Photo, ...]) -> None:
        """Show the photos of the visit; the answer for another visit comes too late."""
        if self._visit != self._page.visit:
            self._visit, self._removed = self._page.visit, {}
        if all(photo.visit == self._page.visit for photo in photos):
            self._there = photos
            for photo in photos:
                self._removed.pop(photo.id, None)
            self._sheet.show_photos(photos, [*self._removed.values()])
            self._thumbnails.show([photo.blob for photo in photos if photo.present])

    def _on_dropped(self, question: str, files: list[Path]) -> None:
        author = self._page.author()
        if author is not None and self._page.visit:
            # A repeat instance added a moment ago has to be there before its question has photos.
            self._page.keep()
            about = {"visit": self._page.visit, "question": question, "author": author}
            deed = partial(_add, files=files, about=about)
            title = self.tr("正在导入照片")
            self._page.session.act(
                deed, self._on_added, title=title, long=True, sorry=self._on_not_added
            )

    def _on_added(self, done: Any) -> None:
        """Say how many there are now, and of each that was refused why, the first ones."""
        refused = [explain(problem) for problem in done.refused]
        words = [self.tr("已加入照片 {count} 张。").format(count=len(done.added))]
        if refused:
            words.append(self.tr("没有加入 {count} 张：").format(count=len(refused)))
        doubts = [explain(problem) for one in done.added for problem in one.problems]
        said = [*words, *refused[:_REASONS], *doubts[: 0 if refused else _DOUBTS]]
        more = len(refused) - _REASONS
        if more > 0:
            said.append(self.tr("另有 {count} 张。").format(count=more))
        self._page.told.emit(" ".join(said))

    def _on_not_added(self, error: Any) -> None:
        from fieldaudit.errors import FieldauditError

        if isinstance(error, FieldauditError):
            self._page.session.failed.emit(error)
        else:
            self._page.told.emit(self.tr("已停止，没有加入照片。"))

    def _on_opened(self, photo: Photo) -> None:
        from fieldaudit.gui.dialogs.photo import PhotoDialog

        dialog = PhotoDialog(self._page.session, photo, self._page, locked=self._sheet.locked)
        dialog.removing.connect(self._on_removing)
        dialog.describing.connect(self._on_describing)
        dialog.open()

    def _on_removing(self, photo: Photo) -> None:
        author = self._page.author()
        if author is not None:
            self._page.keep()
            deed = partial(_remove, photo=photo.id, author=author)
            self._page.session.act(deed, self._on_removed)

    def _on_removed(self, photo: Photo) -> None:
        if photo.visit == self._page.visit:
            self._removed[photo.id] = photo
            # At once: the lane may be busy with thumbnails for seconds.
            self.show(tuple(each for each in self._there if each.id != photo.id))
        words = self.tr("已移除照片 {name}，原图仍保存，可以撤销。")
        self._page.told.emit(words.format(name=photo.name))

    def _on_restoring(self, photo: Photo) -> None:
        author = self._page.author()
        if author is not None:
            self._page.session.act(partial(_restore, photo=photo.id, author=author))

    def _on_describing(self, photo: Photo) -> None:
        from fieldaudit.gui.dialogs.caption import CaptionDialog

        given = partial(self._on_described, photo.id)
        CaptionDialog(photo.name, photo.caption, given=given, parent=self._page).open()

    def _on_described(self, photo: str, caption: str) -> None:
        author = self._page.author()
        if author is not None:
            deed = partial(_describe, photo=photo, caption=caption, author=author)
            self._page.session.act(deed)


def _photos(visit: str, survey: Any) -> tuple[Photo, ...]:
    from fieldaudit.actions import photos

    return photos.list_photos(survey, visit=visit)


def _add(survey: Any, *, files: list[Path], about: dict[str, Any], progress: Any) -> Any:
    from fieldaudit.actions import photos

    return photos.add_usable_photos(survey, files=files, progress=progress, **about)


def _remove(survey: Any, *, photo: str, author: Any) -> Any:
    from fieldaudit.actions import photos

    return photos.remove_photo(survey, photo=photo, author=author)


def _restore(survey: Any, *, photo: str, author: Any) -> Any:
    from fieldaudit.actions import photos

    return photos.restore_photo(survey, photo=photo, author=author)


def _describe(survey: Any, *, photo: str, caption: str, author: Any) -> Any:
    from fieldaudit.actions import photos

    return photos.describe_photo(survey, photo=photo, caption=caption, author=author)
