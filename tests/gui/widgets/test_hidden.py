from pytestqt.qtbot import QtBot

from fieldaudit.gui.models.sections import sections
from fieldaudit.gui.widgets.head import Secondary
from fieldaudit.gui.widgets.section import SectionView
from tests.gui.checklist import a_model


def test_what_is_not_asked_is_listed_with_its_answer_struck_out_and_why(qtbot: QtBot) -> None:
    model = a_model(base__lift="no", base__lifts="2")
    view = SectionView()
    qtbot.addWidget(view)
    view.show_section(model, sections(model)[0], locked=False)
    view.resize(700, 500)
    with qtbot.waitExposed(view):
        view.show()
    assert view.hidden.isVisible()
    assert view.hidden.fold.text().endswith("1")
    view.hidden.fold.click()
    labels = view.hidden.findChildren(Secondary)
    assert {"电梯数", "2", "因为 有电梯 = 否"} <= {label.text() for label in labels}
    assert [label.text() for label in labels if label.font().strikeOut()] == ["2"]
    model.answer("base/lift", "yes")
    view.settle(frozenset({"base/lift", "base/lifts"}))
    assert not view.hidden.isVisible()
