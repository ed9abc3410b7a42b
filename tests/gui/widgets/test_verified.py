from pathlib import Path

from pytestqt.qtbot import QtBot

from fieldaudit.gui.widgets.verified import VerifiedFile, VerifiedList
from fieldaudit.package.verdict import Outcome, PackageVerdict


def found(name: str, outcome: Outcome) -> VerifiedFile:
    return VerifiedFile(Path(name), PackageVerdict(outcome), (f"first of {name}", "second"))


def test_the_gravest_is_chosen_first(qtbot: QtBot) -> None:
    shown = VerifiedList()
    qtbot.addWidget(shown)
    chosen: list[VerifiedFile] = []
    shown.chosen.connect(chosen.append)
    for name, outcome in (("a", Outcome.GENUINE), ("b", Outcome.CHANGED), ("c", Outcome.UNSIGNED)):
        shown.add(found(name, outcome))
    shown.show_gravest()
    assert [each.file.name for each in chosen] == ["c"]
    shown.setCurrentRow(0)
    assert chosen[-1].file.name == "a"
    assert "first of b" in shown.item(1).toolTip()


def test_a_single_file_needs_no_list(qtbot: QtBot) -> None:
    shown = VerifiedList()
    qtbot.addWidget(shown)
    shown.add(found("a", Outcome.GENUINE))
    with qtbot.waitSignal(shown.chosen):
        shown.show_gravest()
    assert shown.isHidden()
    shown.clear()
    shown.show_gravest()
    assert shown.count() == 0
