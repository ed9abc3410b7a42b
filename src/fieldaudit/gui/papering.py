"""The papers of the visit that is shown: attached, copied out, removed and put back."""

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from fieldaudit.gui.page import Page
from fieldaudit.gui.widgets.sheet import Sheet
from fieldaudit.visit.records import Paper


class Papering(QObject):
    """Serves the lists of papers of a page's sheet."""

    def __init__(self, page: Page, sheet: Sheet) -> None:
        """Take what is dropped on `sheet` into the visit that `page` shows."""
        super().__init__(page)
        self._page: Any = page
        self._sheet = sheet
        self._visit = ""
        self._removed: dict[str, Paper] = {}
        """Papers removed while the visit is shown: they can be put back with one press."""
        sheet.papers.dropped.connect(self._on_dropped)
        sheet.papers.saving.connect(self._on_saving)
        sheet.papers.removing.connect(self._on_removing)
        sheet.papers.restoring.connect(self._on_restoring)
        sheet.papers.describing.connect(self._on_describing)

    def ask(self) -> None:
        """List the visit's papers again."""
        if self._page.visit:
            self._page.session.ask(partial(_papers, self._page.visit), self.show)

    def show(self, papers: tuple[Paper, ...]) -> None:
        """Show the papers of the visit; the answer for another visit comes too late."""
        if self._visit != self._page.visit:
            self._visit, self._removed = self._page.visit, {}
        if all(paper.visit == self._visit for paper in papers):
            for paper in papers:
                self._removed.pop(paper.id, None)
            self._sheet.show_papers(papers, [*self._removed.values()])

    def _on_dropped(self, question: str, files: list[Path]) -> None:
        author = self._page.author()
        if author is None or not self._page.visit:
            return
        # A repeat instance added a moment ago has to be there before its question gets a file.
        self._page.keep()
        about = {"visit": self._page.visit, "question": question, "author": author}
        deed = partial(_add, files=files, about=about)
        self._page.session.act(deed, self._on_added, title=self.tr("正在添加附件"), long=True)

    def _on_added(self, added: tuple[Paper, ...]) -> None:
        names = "、".join(paper.name for paper in added)
        self._page.told.emit(self.tr("已添加附件：{names}").format(names=names))

    def _on_saving(self, paper: Paper) -> None:
        folder = QFileDialog.getExistingDirectory(
            self._sheet, self.tr("把 {name} 的副本存到").format(name=paper.name)
        )
        if folder:
            deed = partial(_save, paper=paper.id, folder=Path(folder))
            self._page.session.act(deed, self._on_saved, title=self.tr("正在存副本"), long=True)

    def _on_saved(self, written: tuple[Path, ...]) -> None:
        for file in written:
            self._page.told.emit(self.tr("已存到 {file}，没有打开。").format(file=file))

    def _on_removing(self, paper: Paper) -> None:
        author = self._page.author()
        if author is not None:
            self._page.keep()
            deed = partial(_remove, paper=paper.id, author=author)
            self._page.session.act(deed, self._on_removed)

    def _on_removed(self, paper: Paper) -> None:
        if paper.visit == self._page.visit:
            self._removed[paper.id] = paper
        self.ask()
        words = self.tr("已移除 {name}，原文仍保存，可以撤销。")
        self._page.told.emit(words.format(name=paper.name))

    def _on_restoring(self, paper: Paper) -> None:
        author = self._page.author()
        if author is not None:
            self._page.session.act(partial(_restore, paper=paper.id, author=author))

    def _on_describing(self, paper: Paper) -> None:
        from fieldaudit.gui.dialogs.caption import CaptionDialog

        given = partial(self._on_described, paper.id)
        CaptionDialog(paper.name, paper.caption, given=given, parent=self._page).open()

    def _on_described(self, paper: str, caption: str) -> None:
        author = self._page.author()
        if author is not None:
            deed = partial(_describe, paper=paper, caption=caption, author=author)
            self._page.session.act(deed)


def _papers(visit: str, survey: Any) -> tuple[Paper, ...]:
    from fieldaudit.actions import papers

    return papers.list_papers(survey, visit=visit)


def _add(survey: Any, *, files: list[Path], about: dict[str, Any], progress: Any) -> Any:
    from fieldaudit.actions import papers

    return papers.add_papers(survey, files=files, progress=progress, **about)


def _save(survey: Any, *, paper: str, folder: Path, progress: Any) -> Any:
    from fieldaudit.actions import papers
    from fieldaudit.actions.changes import Changes, Done

    written = papers.save_papers(survey, papers=[paper], folder=folder, progress=progress)
    return Done(written, Changes())


def _remove(survey: Any, *, paper: str, author: Any) -> Any:
    from fieldaudit.actions import papers

    return papers.remove_paper(survey, paper=paper, author=author)


def _describe(survey: Any, *, paper: str, caption: str, author: Any) -> Any:
    from fieldaudit.actions import papers

    return papers.describe_paper(survey, paper=paper, caption=caption, author=author)


def _restore(survey: Any, *, paper: str, author: Any) -> Any:
    from fieldaudit.actions import papers

    return papers.restore_paper(survey, paper=paper, author=author)
