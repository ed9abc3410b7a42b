from PySide6.QtCore import QSize
from PySide6.QtGui import QPixmap
from pytestqt.qtbot import QtBot

from fieldaudit.gui.models.records import RecordList
from fieldaudit.gui.widgets.sheethead import SheetHead
from fieldaudit.gui.widgets.tables import RowList
from fieldaudit.gui.widgets.visitrow import VisitRow, line
from fieldaudit.visit.records import Site, Status, VisitSummary

SITE = Site("s", "RES-0001", "示例小区", "residential", "大竹林街道")
WHY = "3 号楼照片不清"


def a_summary(status: Status, because: str = "") -> VisitSummary:
    return VisitSummary(
        id="v",
        site=SITE,
        form="residential",
        status=status,
        inspector="张三",
        started="2022-07-08T09:41:00+08:00",
        answered=3,
        asked=5,
        problems=0,
        failures=0,
        photos=0,
        conflicts=0,
        returned_because=because,
    )


def test_a_returned_visit_says_why_in_its_head(qtbot: QtBot) -> None:
    head = SheetHead()
    qtbot.addWidget(head)
    head.show_visit(a_summary(Status.RETURNED, WHY), "小检查表", locked=False, review=True)
    assert WHY in head.because.text()
    assert not head.because.isHidden()
    head.show_visit(a_summary(Status.SIGNED), "小检查表", locked=True, review=True)
    assert head.because.isHidden()


def test_the_list_says_it_too(qtbot: QtBot) -> None:
    model = RecordList(line)
    rows = RowList(model, VisitRow(), "检查")
    qtbot.addWidget(rows)
    pictures = []
    for because in ("", WHY):
        model.show_records([a_summary(Status.RETURNED, because)])
        picture = QPixmap(QSize(360, 60))
        rows.resize(360, 60)
        rows.render(picture)
        pictures.append(picture.toImage())
    assert pictures[0] != pictures[1]
    assert WHY in line(a_summary(Status.DRAFT, WHY))
