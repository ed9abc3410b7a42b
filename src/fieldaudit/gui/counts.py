"""The figures of the status bar, asked again when something changed."""

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from fieldaudit.actions.changes import Changes
from fieldaudit.gui.session import Session

if TYPE_CHECKING:
    from fieldaudit.actions.glance import Glance


class Counts(QObject):
    """Keeps name, conflicts and the sentence of the status bar."""

    counted = Signal(str)
    """The sentence."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        """Ask nothing yet."""
        super().__init__(parent)
        self._session = session
        self._asked = False
        self.name = ""
        self.conflicts = 0

    def ask(self, _changes: Changes) -> None:
        """Count again, once for several changes in a row."""
        if not self._asked and self._session.path is not None:
            self._asked = True
            author = self._session.author
            question = partial(_glance, author.fingerprint if author else "")
            self._session.ask(question, self._on_glance)

    def _on_glance(self, seen: "Glance") -> None:
        self._asked = False
        self.name = seen.name or (self._session.path.stem if self._session.path else "")
        self.conflicts = seen.conflicts
        from fieldaudit.gui.backupwords import made_words

        parts = [
            self.tr("照片和附件 {present} 应 {expected}").format(
                present=seen.photos_present, expected=seen.photos_expected
            ),
            self.tr("草稿 {count}").format(count=seen.drafts),
        ]
        if seen.unsealed:
            parts.append(self.tr("未封签修订 {count}").format(count=seen.unsealed))
        if seen.conflicts:
            parts.append(self.tr("⇄ 冲突 {count}").format(count=seen.conflicts))
        if seen.backup:
            parts.append(self.tr("备份 {time} ✓").format(time=made_words(seen.backup)))
        else:
            parts.append(self.tr("▲ 还没有备份"))
        if self._session.readonly:
            parts.append(self.tr("只读"))
        self.counted.emit(" · ".join(parts))


def _glance(author: str, survey: Any) -> "Glance":
    from fieldaudit.actions.glance import glance

    return glance(survey, author=author)
