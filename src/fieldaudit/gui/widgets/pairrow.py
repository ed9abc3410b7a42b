"""One pair of sites as a row: their names, how far apart, how alike."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from fieldaudit.gui.models.table import RECORD, Index
from fieldaudit.gui.widgets.rows import two_lines

if TYPE_CHECKING:
    from fieldaudit.actions.doubles import Pair


class PairRow(QStyledItemDelegate):
    """Code and names above, distance and likeness below."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Be two lines high."""
        return QSize(200, 50)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the pair of a row."""
        upper, lower = pair_line(index.data(RECORD)).split(" · ", 1)
        two_lines(painter, option, upper=upper, lower=lower, role="conflict")


def pair_line(pair: "Pair", unknown: str = "–") -> str:
    """Return a pair in one line: names, distance, likeness."""
    one, other = pair.older, pair.younger
    second = other.name if one.code == other.code else f"{other.code} {other.name}"
    names = f"{one.code} {one.name} ⇄ {second}"
    apart = unknown
    if pair.metres is not None:
        said = QCoreApplication.translate("PairRow", "相距 {metres} 米")
        apart = said.format(metres=f"{pair.metres:,.1f}")
    alike = QCoreApplication.translate("PairRow", "名称相似 {percent} %")
    return f"{names} · {apart} · {alike.format(percent=round(pair.likeness * 100))}"
