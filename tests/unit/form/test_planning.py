"""Plans are made once."""

from fieldaudit.form.planning import plan_for
from tests.kit.forms import a_form

TABLE = "| | type | name | label |\n| | text | {name} | A |"


def test_equal_forms_share_a_plan() -> None:
    assert plan_for(a_form(TABLE.format(name="a"))) is plan_for(a_form(TABLE.format(name="a")))


def test_old_plans_are_let_go() -> None:
    first = plan_for(a_form(TABLE.format(name="first")))
    for number in range(40):
        plan_for(a_form(TABLE.format(name=f"q{number}")))
    again = plan_for(a_form(TABLE.format(name="first")))
    assert again is not first
    assert set(again.slots) == set(first.slots)
