"""What goes into a package: which visits, by street or one by one, and for whom it is."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fieldaudit.gui.labels import word
from fieldaudit.gui.models.ticked import TickedList
from fieldaudit.gui.theme import L, S
from fieldaudit.gui.widgets.buttons import Tick
from fieldaudit.gui.widgets.fields import Choice
from fieldaudit.gui.widgets.head import Secondary
from fieldaudit.gui.widgets.states import Empty, States
from fieldaudit.gui.widgets.ticklist import TickView
from fieldaudit.package.variant import Variant
from fieldaudit.visit.records import VisitSummary

_HINT = 200
_LIST = 160
"""Pixels for the list; the column around it scrolls where there are fewer."""


class PackageChoice(QWidget):
    """Street, visits to tick, variant."""

    ticked = Signal(int)
    """How many visits are ticked now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without visits."""
        super().__init__(parent)
        self.street = Choice()
        self.street.setAccessibleName(self.tr("街道"))
        self.street.currentIndexChanged.connect(self._on_street)
        self.model = TickedList(_line)
        self.model.ticked.connect(self.ticked)
        self.visits = TickView(self.model, self.tr("已接收的检查"))
        self.variant = Choice()
        self.variant.setAccessibleName(self.tr("给谁看"))
        for variant, words in self._variants().items():
            self.variant.addItem(words[0], variant.value)
        self.variant.currentIndexChanged.connect(self._on_variant)
        self.originals = Tick(self.tr("附上照片原件"))
        self.meaning = Secondary()
        empty = Empty(
            "package",
            self.tr("还没有可以交付的检查"),
            self.tr("检查签名后由工作专班接收，接收后才能进入成果。"),
            wide=_HINT,
        )
        self._states = States(self.visits, empty)
        self._states.setMinimumHeight(_LIST)
        who = QHBoxLayout()
        who.setSpacing(S)
        who.addWidget(self.variant, 1)
        who.addWidget(self.originals)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(S)
        box.addWidget(Secondary(self.tr("已接收的检查")))
        box.addWidget(self.street)
        box.addWidget(self._states, 1)
        box.addSpacing(L - S)
        box.addLayout(who)
        box.addWidget(self.meaning)
        self._on_variant()

    def show_visits(self, visits: Sequence[VisitSummary]) -> None:
        """Offer these visits and their streets; all of them are ticked, or the chosen street's."""
        self.model.show_records(visits)
        self._states.show_content(bool(visits))
        chosen = self.street.currentData()
        self.street.blockSignals(True)
        self.street.clear()
        self.street.addItem(self.tr("全部街道"), "")
        for name in sorted({visit.site.street for visit in visits if visit.site.street}):
            self.street.addItem(name, name)
        self.street.setCurrentIndex(max(0, self.street.findData(chosen)))
        self.street.blockSignals(False)
        self._on_street()

    def chosen(self) -> list[str]:
        """Return the record ids of the ticked visits."""
        return self.model.chosen()

    def for_whom(self) -> Variant:
        """Return the variant that was chosen."""
        return Variant(self.variant.currentData())

    def with_originals(self) -> bool:
        """Tell whether the originals of the photos ride inside."""
        return self.originals.isEnabled() and self.originals.isChecked()

    def _variants(self) -> dict[Variant, tuple[str, str]]:
        """Return what each variant is called and means."""
        return {
            Variant.INTERNAL: (self.tr("内部"), self.tr("内容完整，数据随文件走，可以合并。")),
            Variant.PUBLIC: (self.tr("公开"), self.tr("照片模糊、位置取整，没有联系人和数据。")),
            Variant.MAIL: (self.tr("邮寄"), self.tr("同内部，照片缩小到整份不超过 20 MB。")),
        }

    def _on_street(self) -> None:
        street = self.street.currentData()
        self.model.tick([one.id for one in self.model.all() if street in ("", one.site.street)])

    def _on_variant(self) -> None:
        variant = self.for_whom()
        self.meaning.setText(self._variants()[variant][1])
        self.originals.setEnabled(variant is Variant.INTERNAL)


def _line(visit: VisitSummary) -> str:
    return f"{visit.site.code} {visit.site.name} · {visit.site.street} · {word(visit.site.kind)}"
