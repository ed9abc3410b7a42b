"""The balance of a deed: what came in, what became of it, and that nothing is missing."""

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from fieldaudit.gui.labels import explain, strung, word
from fieldaudit.gui.models.table import Column, RecordTable
from fieldaudit.gui.theme import L, S, sized
from fieldaudit.gui.widgets.head import Secondary
from fieldaudit.gui.widgets.tables import ROW, Table
from fieldaudit.visit.records import Balance, SealState, SourceTally

_MOST = 5
"""Rows shown without scrolling."""


class BalanceView(QWidget):
    """One sentence that adds up, and a row for each source."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start hidden."""
        super().__init__(parent)
        self.verdict = QLabel()
        self.verdict.setFont(sized(self.font(), self.font().pointSizeF(), bold=True))
        self.sums = Secondary()
        self._model = RecordTable(
            [
                Column(self.tr("文件"), _name, hint=_name),
                Column(self.tr("修订"), _revisions, number=True),
                Column(self.tr("新增"), _new, number=True),
                Column(self.tr("已有"), _known, number=True),
                Column(self.tr("拒绝"), _refused, number=True),
                Column(self.tr("照片"), _photos, number=True),
                Column(self.tr("封签"), _seals, hint=_seals),
                Column(self.tr("原因"), _reasons, hint=_reasons),
            ]
        )
        self.table = Table(self._model, self.tr("各来源"), 7)
        for column, width in enumerate((200, 64, 64, 64, 64, 64, 340)):
            self.table.setColumnWidth(column, width)
        box = QVBoxLayout(self)
        box.setContentsMargins(L, S, L, S)
        box.setSpacing(S)
        for part in (self.verdict, self.sums, self.table):
            box.addWidget(part)
        self.hide()

    def show_balance(self, balance: Balance) -> None:
        """Say whether it closes, and show it by source."""
        closed = balance.closes and not balance.photos_damaged and not balance.unread
        good, bad = self.tr("✓ 全部对上，没有遗失"), self.tr("✗ 没有对上，请看各来源的原因")
        self.verdict.setText(good if closed else bad)
        sums = self.tr(
            "收到 {taken} = 新增 {new} + 已有 {known} + 拒绝 {refused}；"
            "照片 {present} 应 {expected}，损坏 {damaged}；冲突 {conflicts}；遗失 {lost}"
        )
        self.sums.setText(
            sums.format(
                taken=balance.taken,
                new=balance.new,
                known=balance.known,
                refused=balance.refused,
                present=balance.photos_present,
                expected=balance.photos_expected,
                damaged=balance.photos_damaged,
                conflicts=balance.conflicts,
                lost=balance.lost,
            )
        )
        # What somebody has to send again stands first.
        ordered = sorted(balance.sources, key=lambda source: source.problem is None)
        self._model.show_records(ordered)
        rows = min(max(len(balance.sources), 1), _MOST) + 1
        self.table.setFixedHeight(rows * ROW + 4)
        self.table.setVisible(bool(balance.sources))
        self.show()


def _name(source: SourceTally) -> str:
    return source.name


def _revisions(source: SourceTally) -> str:
    return str(source.revisions)


def _new(source: SourceTally) -> str:
    return str(source.new)


def _known(source: SourceTally) -> str:
    return str(source.known)


def _refused(source: SourceTally) -> str:
    return str(source.refused)


def _photos(source: SourceTally) -> str:
    return str(source.photos)


def _seals(source: SourceTally) -> str:
    marks = {SealState.SEALED: "✓", SealState.BROKEN: "✗"}
    return "  ".join(
        f"{marks.get(state, '–')} {author} {word(state)}" for author, state in source.seals.items()
    )


def _reasons(source: SourceTally) -> str:
    if source.problem:
        return explain(source.problem)
    return word("recognised") if source.recognised else strung(source.reasons)
