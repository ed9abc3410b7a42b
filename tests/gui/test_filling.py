"""The list of visits on a real survey: rows as they are looked at, then their counts."""

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from fieldaudit.gui.filling import Filling
from fieldaudit.gui.models.table import RECORD
from fieldaudit.gui.models.visits import VisitModel
from fieldaudit.gui.session import Session
from fieldaudit.gui.widgets.tables import RowList
from fieldaudit.gui.widgets.visitrow import VisitRow, line
from tests.gui.sample import Sample, forget
from tests.kit.surveys import revise

Settle = Callable[[Session], None]


@pytest.fixture
def files(files: Sample) -> Sample:
    forget(files.survey)
    return files


@pytest.fixture
def view(qtbot: QtBot, opened: Session) -> Iterator[RowList]:
    view = RowList(VisitModel(line), VisitRow(), "visits")
    qtbot.addWidget(view)
    with qtbot.waitExposed(view):
        view.show()
    yield view
    view.close()


def test_counts_fill_in_by_themselves(qtbot: QtBot, opened: Session, view: RowList) -> None:
    model = view.model()
    assert isinstance(model, VisitModel)
    filling = Filling(opened, model, view)
    with qtbot.waitSignal(filling.found, timeout=5000):
        filling.ask(text="", status=None)
    shown = [model.index(row).data(RECORD) for row in range(model.rowCount())]
    assert [(visit.judged, visit.asked) for visit in shown] == [(False, 0)] * 3
    assert all("…" in line(visit) for visit in shown)
    qtbot.waitUntil(lambda: not model.unjudged(0, 2), timeout=10_000)
    assert all(model.index(row).data(RECORD).asked for row in range(3))


def test_an_answer_that_nobody_waits_for_is_dropped(
    opened: Session, view: RowList, settled: Settle
) -> None:
    model = view.model()
    assert isinstance(model, VisitModel)
    filling = Filling(opened, model, view)
    filling.ask(text="")
    filling.ask(text="礼嘉")
    settled(opened)
    assert model.rowCount() == 1


def test_what_cannot_be_judged_is_tried_once(
    qtbot: QtBot, opened: Session, view: RowList, settled: Settle
) -> None:
    model = view.model()
    assert isinstance(model, VisitModel)
    filling = Filling(opened, model, view)
    with qtbot.waitSignal(filling.found, timeout=5000):
        filling.ask()
    visit = model.key(0)
    opened.ask(
        lambda survey: revise(survey, visit, {"$form": "0" * 64}, kind="visit"), lambda _hash: None
    )
    settled(opened)
    with qtbot.waitSignal(filling.found, timeout=5000):
        filling.ask()
    qtbot.waitUntil(lambda: model.unjudged(0, 2) == [visit], timeout=10_000)
    qtbot.waitUntil(lambda: filling._hopeless == {visit}, timeout=10_000)
    settled(opened)
    assert not filling._busy
