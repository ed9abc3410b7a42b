"""Asks for a rule that decides many conflicts alike, and why it is right here."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QLabel, QWidget

from fieldaudit.gui.conflictwords import path_words, rule_word
from fieldaudit.gui.dialogs.ask import Ask
from fieldaudit.gui.labels import word
from fieldaudit.gui.widgets.fields import Choice, Field
from fieldaudit.merge.rules import Rule
from fieldaudit.visit.records import Conflict
from fieldaudit.visit.sorts import ConflictSort


@dataclass(frozen=True, slots=True)
class RuleChoice:
    """What a person chose."""

    rule: Rule
    """Which rule."""

    kind: str
    """Kind of record; empty: all."""

    path: str
    """Path; empty: all."""

    prefer: tuple[str, ...]
    """Whose values hold, for Rule.PREFER."""

    reason: str
    """Why."""

    only: tuple[tuple[str, str], ...]
    """The conflicts that were counted, as record and path."""


class RuleDialog(Ask):
    """A rule, what it is for, and the reason; says how many conflicts it looks at."""

    def __init__(
        self,
        conflicts: Sequence[Conflict],
        *,
        given: Callable[[RuleChoice], None],
        parent: QWidget | None = None,
    ) -> None:
        """Call `given`, a method, with what was chosen for some of these conflicts."""
        super().__init__(
            self.tr("按规则决定"),
            self.tr(
                "每个决定都写成一条记录，写明规则和理由，可以逐条撤回。规则没有结论的仍留给人。"
            ),
            self.tr("按规则决定"),
            parent,
        )
        self._conflicts, self._given = tuple(conflicts), given
        self.rule, self.kind, self.path, self.prefer = Choice(), Choice(), Choice(), Choice()
        self.reason = Field()
        self.count = QLabel(wordWrap=True)
        self._fill()
        rows = (
            (self.tr("规则"), self.rule),
            (self.tr("记录"), self.kind),
            (self.tr("题目"), self.path),
            (self.tr("采信谁"), self.prefer),
            (self.tr("理由"), self.reason),
        )
        for words, field in rows:
            field.setAccessibleName(words)
            self.rows.addRow(words, field)
        self.rows.addRow("", self.count)
        for choice in (self.rule, self.kind, self.path):
            choice.currentIndexChanged.connect(self.check)
        self.reason.textChanged.connect(self.check)
        self.check()

    def chosen(self) -> list[Conflict]:
        """Return the conflicts that the rule would look at."""
        rule, kind, path = (each.currentData() for each in (self.rule, self.kind, self.path))
        deletion = rule in (Rule.KEEP_DELETED, Rule.KEEP_EDITED)
        return [
            each
            for each in self._conflicts
            if kind in ("", each.kind)
            and path in ("", each.path)
            and (rule != Rule.MORE_PHOTOS or each.sort is ConflictSort.PHOTOS)
            and (not deletion or each.sort is ConflictSort.DELETION)
        ]

    def check(self) -> None:
        """Say how many conflicts it is about, and whom it asks for."""
        super().check()
        self.rows.setRowVisible(self.prefer, self.rule.currentData() == Rule.PREFER)
        said = self.tr("涉及 {count} 个冲突。")
        self.count.setText(said.format(count=len(self.chosen())))

    def ready(self) -> bool:
        """Need a reason, and something to decide."""
        return bool(self.reason.text().strip()) and bool(self.chosen())

    def confirm(self) -> None:
        """Hand the choice on."""
        by_name = self.rule.currentData() == Rule.PREFER
        self._given(
            RuleChoice(
                rule=Rule(self.rule.currentData()),
                kind=str(self.kind.currentData()),
                path=str(self.path.currentData()),
                prefer=(self.prefer.currentText(),) if by_name else (),
                reason=self.reason.text().strip(),
                only=tuple((each.record, each.path) for each in self.chosen()),
            )
        )
        self.done_well()

    def _fill(self) -> None:
        for rule in Rule:
            self.rule.addItem(rule_word(rule), rule.value)
        self.kind.addItem(self.tr("全部记录"), "")
        for kind in sorted({each.kind for each in self._conflicts}):
            self.kind.addItem(word(kind), kind)
        self.path.addItem(self.tr("全部题目"), "")
        for path in sorted({each.path for each in self._conflicts}):
            self.path.addItem(path_words(path), path)
        for name in sorted({each.author for one in self._conflicts for each in one.rivals}):
            self.prefer.addItem(name)
