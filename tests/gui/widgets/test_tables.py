"""Tables: no heading is cut off."""

from pytestqt.qtbot import QtBot

from fieldaudit.gui.models.table import Column, RecordTable
from fieldaudit.gui.widgets.balance import BalanceView
from fieldaudit.gui.widgets.tables import Headings, Table


def whole(table: Table) -> list[bool]:
    heads = table.horizontalHeader()
    assert isinstance(heads, Headings)
    return [heads.sectionSize(n) >= heads.room(n) for n in range(heads.count())]


def test_a_narrow_column_is_as_wide_as_its_heading(qtbot: QtBot) -> None:
    model = RecordTable([Column("Photos and attached papers", str), Column("Rest", str)])
    table = Table(model, "x", 1)
    qtbot.addWidget(table)
    table.setColumnWidth(0, 20)
    assert whole(table) == [False, True]
    table.resize(600, 200)
    table.show()
    assert whole(table) == [True, True]


def test_the_headings_of_a_balance_are_whole(qtbot: QtBot) -> None:
    view = BalanceView()
    qtbot.addWidget(view)
    view.resize(1180, 500)
    view.show()
    assert all(whole(view.table))
