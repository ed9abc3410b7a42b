"""What can be done with a visit as a whole: save, sign, accept, give back."""

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from fieldaudit.gui.page import Page
from fieldaudit.gui.widgets.sheethead import SheetHead

if TYPE_CHECKING:
    from fieldaudit.gui.dialogs.identity import Key, SignDialog


class Reviewing(QObject):
    """Runs the deeds of a visit's head; each keeps what was typed first."""

    def __init__(self, page: Page, head: SheetHead) -> None:
        """Serve the buttons of `head` on a page that shows one visit."""
        super().__init__(page)
        self._page: Any = page
        self._dialog: SignDialog | None = None
        self._deeds = {
            "save": self.save,
            "sign": self.sign,
            "accept": self.accept,
            "give_back": self.give_back,
        }
        head.pressed.connect(self._on_pressed)

    def save(self) -> None:
        """Turn what was typed into one revision."""
        author = self._page.author()
        if author is not None:
            self._page.session.act(partial(_save, self._page.visit, author), self._on_saved)

    def sign(self) -> None:
        """Ask for the password, then save, sign and seal."""
        from fieldaudit.gui.dialogs.identity import SignDialog

        SignDialog(
            self.tr("签名"),
            self.tr("签名后内容由封签固定；以后的更正要写明理由。"),
            self.tr("签名"),
            deed=self._sign,
            session=self._page.session,
            parent=self._page,
        ).open()

    def accept(self) -> None:
        """Accept the signed visit."""
        author = self._page.author()
        if author is not None:
            self._page.session.act(partial(_accept, self._page.visit, author), self._on_accepted)

    def give_back(self) -> None:
        """Ask why, then return the visit to its inspector."""
        from fieldaudit.gui.dialogs.reason import ReasonDialog

        ReasonDialog(
            self.tr("退回"),
            self.tr("写明哪里要改，巡查员会看到。"),
            self.tr("退回"),
            given=self._give_back,
            parent=self._page,
        ).open()

    def _on_pressed(self, deed: str) -> None:
        if self._page.visit:
            self._page.keep()
            self._deeds[deed]()

    def _sign(self, dialog: "SignDialog", key: "Key") -> None:
        self._dialog = dialog
        self._page.session.act(
            partial(_sign, self._page.visit, key),
            self._on_signed,
            title=self.tr("正在签名"),
            sorry=dialog.refuse,
        )

    def _give_back(self, reason: str) -> None:
        author = self._page.author()
        if author is not None:
            deed = partial(_give_back, self._page.visit, reason, author)
            self._page.session.act(deed, self._on_given_back)

    def _on_saved(self, fresh: bool) -> None:
        said = self.tr("已保存为一次修订。") if fresh else self.tr("没有新的内容要保存。")
        self._page.told.emit(said)

    def _on_signed(self, _sealed: int) -> None:
        if self._dialog is not None:
            self._dialog.done_well()
        self._page.told.emit(self.tr("已签名并封签。"))

    def _on_accepted(self, _count: int) -> None:
        self._page.told.emit(self.tr("已接收，可以进入成果。"))

    def _on_given_back(self, _count: int) -> None:
        self._page.told.emit(self.tr("已退回。"))


def _save(visit: str, author: Any, survey: Any) -> Any:
    from fieldaudit.actions import visits

    return visits.save_visit(survey, visit=visit, author=author)


def _sign(visit: str, key: "Key", survey: Any) -> Any:
    from fieldaudit.actions import visits

    return visits.sign_visits(survey, visits=[visit], identity=key.unlock())


def _accept(visit: str, author: Any, survey: Any) -> Any:
    from fieldaudit.actions import reviews

    return reviews.accept(survey, visits=[visit], author=author)


def _give_back(visit: str, reason: str, author: Any, survey: Any) -> Any:
    from fieldaudit.actions import reviews

    return reviews.give_back(survey, visits=[visit], reason=reason, author=author)
