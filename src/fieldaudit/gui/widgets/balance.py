"""The balance of a merge: what came in, what became of it, and that nothing is missing."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QModelIndex, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from fieldaudit.errors import Problem
from fieldaudit.gui.labels import explain, word
from fieldaudit.gui.models.table import RECORD, Column, RecordTable
from fieldaudit.gui.theme import L, M, S, sized
from fieldaudit.gui.widgets.buttons import Button
from fieldaudit.gui.widgets.head import Aside, Coloured, Secondary
from fieldaudit.gui.widgets.tables import ROW, Table
from fieldaudit.visit.records import Balance, SealState, SourceTally

_LEAST = 4
"""Rows that are seen also on a low screen; the page scrolls where there is no room."""

_MOST = 12
"""Reasons of one source that are told on the page."""


class BalanceView(QWidget):
    """One sentence that adds up, the receipts, a row for each source, and one source in full."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without a balance."""
        super().__init__(parent)
        self._folder: Path | None = None
        self.verdict = Coloured()
        self.verdict.setFont(sized(self.font(), self.font().pointSizeF(), bold=True))
        self.sums = Secondary()
        self.receipts = Aside()
        self.folder = Button(self.tr("打开回执文件夹"), symbol="open")
        self.folder.clicked.connect(self._on_folder)
        self._model = RecordTable(
            [
                Column(self.tr("结果"), outcome),
                Column(self.tr("文件"), _name, hint=_name),
                Column(self.tr("修订"), _revisions, number=True),
                Column(self.tr("新增"), _new, number=True),
                Column(self.tr("已有"), _known, number=True),
                Column(self.tr("拒绝"), _refused, number=True),
                Column(self.tr("照片和附件"), _photos, number=True),
                Column(self.tr("原因和封签"), _note, hint=_hint),
            ]
        )
        self.table = Table(self._model, self.tr("各来源"), 7)
        for column, width in enumerate((128, 260, 64, 64, 64, 64, 64)):
            self.table.setColumnWidth(column, width)
        self.table.selectionModel().currentRowChanged.connect(self._on_source)
        self.details = QLabel(wordWrap=True)
        self.details.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        row = QHBoxLayout()
        row.setSpacing(M)
        row.addWidget(self.receipts, 1)
        row.addWidget(self.folder)
        box = QVBoxLayout(self)
        box.setContentsMargins(L, S, L, S)
        box.setSpacing(S)
        for part in (self.verdict, self.sums):
            box.addWidget(part)
        box.addLayout(row)
        box.addWidget(self.table, 1)
        box.addWidget(self.details)
        box.addStretch()
        self.show_receipts(None, ())

    def show_balance(self, balance: Balance) -> None:
        """Say whether it closes, and show it by source, those with trouble first."""
        closed = balance.closes and not balance.photos_damaged
        if not closed:
            self.verdict.say(self.tr("✗ 没有对上，请看各来源的原因"), "critical")
        elif hurt := sum(not _calm(each) for each in balance.sources):
            said = self.tr(
                "▲ 数目对上，没有遗失；{count} 个来源没有读取或没有全部收下，原因在下表最前"
            )
            self.verdict.say(said.format(count=hurt), "major")
        else:
            self.verdict.say(self.tr("✓ 全部对上，没有遗失"), "passed")
        sums = self.tr(
            "收到 {taken} = 新增 {new} + 已有 {known} + 拒绝 {refused}；"
            "照片和附件 {present} 应 {expected}，损坏 {damaged}；冲突 {conflicts}；遗失 {lost}"
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
        self._model.show_records(sorted(balance.sources, key=_calm))
        # What became of the chosen source stands right below the rows.
        count = len(balance.sources)
        self.table.setMinimumHeight((min(count, _LEAST) + 1) * ROW + S)
        self.table.setMaximumHeight((count + 1) * ROW + S)
        self.table.selectRow(0)

    def show_receipts(self, folder: Path | None, problems: Sequence[Problem]) -> None:
        """Say where the receipts lie, or why one could not be written."""
        self._folder = folder
        said = self.tr("每个来源的回执已写好，请交还给交来文件的人，由他核对是否全部送达。")
        if problems:
            said = "✗ " + " ".join(explain(each) for each in problems)
        self.receipts.setText(said)
        for part in (self.receipts, self.folder):
            part.setVisible(folder is not None)

    def _on_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))

    def _on_source(self, index: QModelIndex, _before: QModelIndex) -> None:
        source = index.data(RECORD) if index.isValid() else None
        lines = [] if source is None else [*_said(source), _seals(source)]
        self.details.setText("\n".join(line for line in lines if line))
        self.details.setVisible(bool(self.details.text()))


def outcome(source: SourceTally) -> str:
    """Return what became of a source, with its mark."""
    if source.problem:
        return QCoreApplication.translate("BalanceView", "✗ 没有读取")
    if source.refused or source.reasons:
        if source.new or source.known:
            return QCoreApplication.translate("BalanceView", "▲ 部分收下")
        return QCoreApplication.translate("BalanceView", "✗ 没有收下")
    if not source.new:
        return QCoreApplication.translate("BalanceView", "＝ 以前收过")
    return QCoreApplication.translate("BalanceView", "✓ 全部收下")


def _calm(source: SourceTally) -> bool:
    return not (source.problem or source.refused or source.reasons)


def _said(source: SourceTally) -> list[str]:
    if source.problem:
        return [explain(source.problem)]
    if source.recognised:
        return [word("recognised")]
    lines = [explain(each) for each in source.reasons[:_MOST]]
    more = len(source.reasons) - len(lines)
    if more:
        said = QCoreApplication.translate("BalanceView", "另有 {count} 条，都写在回执里。")
        lines.append(said.format(count=more))
    return lines


def _name(source: SourceTally) -> str:
    return source.name


def _note(source: SourceTally) -> str:
    """Return what went wrong without the file's name, which stands beside it; else the seals."""
    if _calm(source):
        return _seals(source)
    return _said(source)[0].removeprefix(source.name).lstrip()


def _hint(source: SourceTally) -> str:
    return "\n".join(line for line in [*_said(source), _seals(source)] if line)


def _number(source: SourceTally, number: int) -> str:
    """Return a number; nothing was counted where nothing was read."""
    return "" if source.problem else str(number)


def _revisions(source: SourceTally) -> str:
    return _number(source, source.revisions)


def _new(source: SourceTally) -> str:
    return _number(source, source.new)


def _known(source: SourceTally) -> str:
    return _number(source, source.known)


def _refused(source: SourceTally) -> str:
    return _number(source, source.refused)


def _photos(source: SourceTally) -> str:
    return _number(source, source.photos)


def _seals(source: SourceTally) -> str:
    marks = {SealState.SEALED: "✓", SealState.BROKEN: "✗"}
    return "  ".join(
        f"{marks.get(state, '–')} {author} {word(state)}" for author, state in source.seals.items()
    )
