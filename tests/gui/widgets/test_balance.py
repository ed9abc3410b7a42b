"""The balance: what went wrong stands in its row, first, and nothing is counted for it."""

from pytestqt.qtbot import QtBot

from fieldaudit.errors import Code, Problem
from fieldaudit.gui.widgets.balance import BalanceView
from fieldaudit.visit.records import Balance, SealState, SourceTally

GOOD = SourceTally("a.gpkg", revisions=3, new=3, seals={"张三": SealState.SEALED})
EMPTY = SourceTally("b.gpkg", problem=Problem(Code.SURVEY_EMPTY, "b.gpkg", {"file": "b.gpkg"}))
HURT = SourceTally(
    "c.gpkg", revisions=2, new=1, refused=1, reasons=(Problem(Code.BLOB_DAMAGED, "", {}),) * 20
)


def test_a_clerk_reads_what_to_do_without_choosing_a_row(qtbot: QtBot) -> None:
    view = BalanceView()
    qtbot.addWidget(view)
    view.show_balance(
        Balance("merge", taken=5, new=4, refused=1, unread=1, sources=(GOOD, EMPTY, HURT))
    )
    model = view.table.model()
    rows = [[str(model.index(r, c).data()) for c in range(8)] for r in range(3)]
    assert "2 个来源" in view.verdict.text()
    assert [row[1] for row in rows] == ["b.gpkg", "c.gpkg", "a.gpkg"]
    assert rows[0][2:7] == [""] * 5
    assert rows[0][7].startswith("是空文件（0 字节）")
    assert rows[2][7] == "✓ 张三 已封签"
    view.table.selectRow(1)
    assert view.details.text().splitlines()[-1] == "另有 8 条，都写在回执里。"
