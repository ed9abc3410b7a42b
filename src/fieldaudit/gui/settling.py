"""Deciding conflicts from the window: one, many by a rule, pairs of places, and taking back."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from fieldaudit.gui.page import Page
from fieldaudit.visit.records import Conflict

if TYPE_CHECKING:
    from fieldaudit.actions.decided import Settled
    from fieldaudit.actions.merges import SettledByRule
    from fieldaudit.gui.dialogs.rule import RuleChoice
    from fieldaudit.gui.widgets.conflict import Decision
    from fieldaudit.gui.widgets.doubles import PairDecision


class Settling(QObject):
    """Turns what the views of the merge page were told into deeds."""

    told = Signal(str)
    """A sentence for the message bar."""

    def __init__(self, page: Page) -> None:
        """Ask over `page`, for its author."""
        super().__init__(page)
        self._page = page
        self._regretted: Settled | None = None

    def settle(self, decision: "Decision") -> None:
        """Decide one conflict."""
        author = self._page.author()
        if author is not None:
            self._page.session.act(partial(_settle, decision, author), self._on_settled)

    def settle_pair(self, decision: "PairDecision") -> None:
        """Join two sites, or keep them apart."""
        author = self._page.author()
        if author is not None:
            answer = self._on_linked if decision.same else self._on_kept_apart
            self._page.session.act(partial(_settle_pair, decision, author), answer)

    def ask_rule(self, conflicts: Sequence[Conflict]) -> None:
        """Ask for a rule for some of these conflicts."""
        from fieldaudit.gui.dialogs.rule import RuleDialog

        if self._page.author() is not None:
            RuleDialog(conflicts, given=self._on_rule, parent=self._page).open()

    def ask_undo(self, settled: "Settled") -> None:
        """Ask why a decision is taken back."""
        from fieldaudit.gui.dialogs.reason import ReasonDialog

        if self._page.author() is None:
            return
        self._regretted = settled
        ReasonDialog(
            self.tr("撤回决定"),
            self.tr("冲突重新打开，原来的决定留在历史里。"),
            self.tr("撤回"),
            given=self._on_reason,
            parent=self._page,
        ).open()

    def _on_rule(self, choice: "RuleChoice") -> None:
        deed = partial(_by_rule, choice, self._page.author())
        title = self.tr("正在按规则决定")
        self._page.session.act(deed, self._on_ruled, title=title, long=True, sorry=self._on_stopped)

    def _on_reason(self, reason: str) -> None:
        if self._regretted is not None:
            deed = partial(_undo, self._regretted, reason, self._page.author())
            self._page.session.act(deed, self._on_undone)

    def _on_settled(self, _conflict: object) -> None:
        self.told.emit(self.tr("已决定，并写入记录。"))

    def _on_linked(self, _conflict: object) -> None:
        self.told.emit(self.tr("已关联为同一地点，两条记录都保留。"))

    def _on_kept_apart(self, _conflict: object) -> None:
        self.told.emit(self.tr("已记下是两个地点，不再提示。"))

    def _on_ruled(self, done: "SettledByRule") -> None:
        said = self.tr("按规则决定了 {count} 个，仍未决 {left} 个。")
        self.told.emit(said.format(count=len(done.settled), left=done.left))

    def _on_stopped(self, error: BaseException) -> None:
        from fieldaudit.errors import FieldauditError

        if isinstance(error, FieldauditError):
            self._page.session.failed.emit(error)
        else:
            self.told.emit(self.tr("已停止，什么也没有决定。"))

    def _on_undone(self, _conflict: object) -> None:
        self.told.emit(self.tr("已撤回，冲突重新打开。"))


def _settle(decision: "Decision", author: Any, survey: Any) -> Any:
    from fieldaudit.actions import merges

    return merges.settle(
        survey,
        record=decision.conflict.record,
        path=decision.conflict.path,
        value=decision.value,
        reason=decision.reason,
        author=author,
    )


def _settle_pair(decision: "PairDecision", author: Any, survey: Any) -> Any:
    from fieldaudit.actions import doubles

    return doubles.decide(
        survey, pair=decision.pair, same=decision.same, reason=decision.reason, author=author
    )


def _by_rule(choice: "RuleChoice", author: Any, survey: Any, *, progress: Any) -> Any:
    from fieldaudit.actions import merges

    return merges.settle_by_rule(
        survey,
        choice.rule,
        kind=choice.kind,
        path=choice.path,
        prefer=choice.prefer,
        reason=choice.reason,
        only=choice.only,
        author=author,
        progress=progress,
    )


def _undo(settled: "Settled", reason: str, author: Any, survey: Any) -> Any:
    from fieldaudit.actions import merges

    return merges.undo(
        survey, record=settled.record, path=settled.path, reason=reason, author=author
    )
