from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from fieldaudit.gui.models.table import RECORD
from fieldaudit.gui.models.visits import VisitModel
from fieldaudit.visit.records import Site, Status, VisitSummary

IDS = [f"{number}" for number in range(5000)]


def row(visit: str, **told: Any) -> VisitSummary:
    site = Site("s", f"RES-{visit}", "小区", "residential", "")
    made = VisitSummary(visit, site, "residential", Status.DRAFT, "", "", 0, 0, 0, 0, 0, 0)
    whole: dict[str, Any] = {"judged": False, **told}
    return replace(made, **whole)


def line(visit: VisitSummary) -> str:
    return visit.site.code


def test_rows_that_are_missed_are_asked_for(qtbot: QtBot) -> None:
    model = VisitModel(line)
    model.show_ids(IDS, [row("0")])
    assert model.rowCount() == len(IDS)
    assert model.index(0).data() == "RES-0"
    with qtbot.waitSignal(model.missed, timeout=1000):
        assert model.index(7).data(RECORD) is None
    assert model.absent(-5, 2) == ["1", "2"]
    model.take([row("7")])
    assert model.index(7).data(RECORD) == row("7")
    assert model.index(7).data(Qt.ItemDataRole.AccessibleTextRole) == "RES-7"


def test_the_unjudged_among_the_rows_are_known() -> None:
    model = VisitModel(line)
    model.show_ids(IDS, [row("0"), row("1", judged=True)])
    assert model.unjudged(0, 10) == ["0"]


def test_the_same_visits_are_shown_anew_without_a_jump(qtbot: QtBot) -> None:
    model = VisitModel(line)
    model.show_ids(IDS, [row("0"), row("1")])
    with qtbot.assertNotEmitted(model.modelReset):
        model.show_ids(IDS, [row("0", failures=3)])
    assert model.index(0).data(RECORD).failures == 3
    # What may be out of date is shown until it comes again.
    assert model.index(1).data() == "RES-1"
    assert model.absent(0, 1) == ["1"]
    with qtbot.waitSignal(model.modelReset, timeout=1000):
        model.show_ids(IDS[:3])


def test_ids_and_rows_lead_to_each_other() -> None:
    model = VisitModel(line)
    model.show_ids(IDS)
    assert (model.key(3), model.row_of("3"), model.key(-1), model.row_of("no")) == ("3", 3, "", -1)
    assert model.row("3") is None


def test_only_so_many_rows_are_kept() -> None:
    model = VisitModel(line)
    model.show_ids(IDS, map(row, IDS))
    model.take([row("9")])
    assert len(model.absent(0, len(IDS))) == len(IDS) - 1
