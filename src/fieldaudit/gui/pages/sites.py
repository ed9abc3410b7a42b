"""The register of sites: look, import, start a visit."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QFileDialog, QVBoxLayout

from fieldaudit.actions.changes import Changes
from fieldaudit.gui.labels import word
from fieldaudit.gui.models.table import RECORD, Column, RecordTable
from fieldaudit.gui.page import Goal, Page
from fieldaudit.gui.session import Session
from fieldaudit.gui.theme import L, S
from fieldaudit.gui.widgets.buttons import Button
from fieldaudit.gui.widgets.head import Head
from fieldaudit.gui.widgets.states import Empty, States
from fieldaudit.gui.widgets.tables import Table
from fieldaudit.visit.records import Site

if TYPE_CHECKING:
    from fieldaudit.actions.sites import SiteImport


class SitesPage(Page):
    """A table of sites with what can be done to them."""

    def __init__(self, session: Session) -> None:
        """Build the page."""
        super().__init__(session)
        self._text = ""
        self.load = Button(self.tr("导入站点…"), symbol="import")
        self.start = Button(self.tr("开始检查"), symbol="visits", leading=True)
        self.start.setEnabled(False)
        self.load.clicked.connect(self._on_import)
        self.start.clicked.connect(self._on_start)
        self._model = RecordTable(
            [
                Column(self.tr("编码"), _code),
                Column(self.tr("名称"), _name, hint=_name),
                Column(self.tr("类型"), _kind),
                Column(self.tr("街道"), _street),
                Column(self.tr("地址"), _address, hint=_address),
                Column(self.tr("坐标 (WGS-84)"), _position),
            ]
        )
        self.table = Table(self._model, self.tr("站点"), 1)
        for column, width in ((0, 110), (2, 96), (3, 120), (4, 260), (5, 170)):
            self.table.setColumnWidth(column, width)
        self.table.selectionModel().currentRowChanged.connect(self._on_chosen)
        self.table.doubleClicked.connect(self._on_start)
        empty = Empty(
            "sites",
            self.tr("还没有站点"),
            self.tr("从表格导入站点台账：编码、名称、类型、街道、经纬度。"),
            self.tr("导入站点…"),
        )
        empty.pressed.connect(self._on_import)
        self._states = States(self.table, empty)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        hint = self.tr("要检查的地方。双击一行开始检查。")
        box.addWidget(Head(self.tr("站点"), hint, self.load, self.start))
        inner = QVBoxLayout()
        inner.setContentsMargins(L, S, L, 0)
        inner.addWidget(self._states)
        box.addLayout(inner, 1)

    def refresh(self, changes: Changes) -> None:
        """Ask for the register again when it changed."""
        if changes.sites:
            self._ask()
        self.load.setEnabled(not self.session.readonly)

    def look_for(self, text: str) -> None:
        """Show the sites that match."""
        self._text = text
        self._ask()

    def _ask(self) -> None:
        self._states.loading()
        self.session.ask(partial(_list, self._text), self._on_sites)

    def _on_sites(self, sites: tuple[Site, ...]) -> None:
        self._model.show_records(sites)
        self._states.show_content(bool(sites) or bool(self._text))

    def _on_chosen(self, index: QModelIndex) -> None:
        self.start.setEnabled(index.isValid() and not self.session.readonly)

    def _on_start(self) -> None:
        index = self.table.currentIndex()
        author = self.author()
        if index.isValid() and author is not None and not self.session.readonly:
            site: Site = index.data(RECORD)
            self.session.act(partial(_start, site.id, author), self._on_started)

    def _on_started(self, visit: str) -> None:
        self.wanted.emit(Goal("visits", visit))

    def _on_import(self) -> None:
        name, _kind = QFileDialog.getOpenFileName(
            self, self.tr("导入站点"), "", self.tr("表格 (*.csv *.xlsx)")
        )
        author = self.author() if name else None
        if author is not None:
            self.session.act(partial(_import, Path(name), author), self._on_imported)

    def _on_imported(self, done: "SiteImport") -> None:
        balance = done.balance
        words = self.tr("导入站点：共 {taken}，新增 {new}，已有 {known}，拒绝 {refused}。")
        self.told.emit(
            words.format(
                taken=balance.taken, new=balance.new, known=balance.known, refused=balance.refused
            )
        )


def _list(text: str, survey: Any) -> tuple[Site, ...]:
    from fieldaudit.actions import sites

    return sites.list_sites(survey, text=text)


def _start(site: str, author: Any, survey: Any) -> Any:
    from fieldaudit.actions import visits

    return visits.start_visit(survey, site=site, author=author)


def _import(file: Path, author: Any, survey: Any) -> Any:
    from fieldaudit.actions import sites

    return sites.import_sites(survey, file=file, author=author)


def _code(site: Site) -> str:
    return site.code


def _name(site: Site) -> str:
    return site.name


def _kind(site: Site) -> str:
    return word(site.kind)


def _street(site: Site) -> str:
    return site.street


def _address(site: Site) -> str:
    return site.address


def _position(site: Site) -> str:
    latitude, _, rest = site.position.partition(" ")
    longitude = rest.partition(" ")[0]
    return f"{float(latitude):.5f}, {float(longitude):.5f}" if longitude else ""
