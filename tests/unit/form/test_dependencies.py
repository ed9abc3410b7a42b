"""Order of evaluation and edges."""

from fieldaudit.form.plan import Aspect
from fieldaudit.form.planning import plan_for
from fieldaudit.form_codes import FormCode
from tests.kit.forms import a_form, read

CHAIN = """
| | type         | name | label | calculation | relevant |
| | calculate    | c    |       | ${b} + 1    |          |
| | calculate    | b    |       | ${a} + 1    |          |
| | integer      | a    | A     |             |          |
| | begin_repeat | r    | R     |             |          |
| | integer      | x    | X     |             |          |
| | integer      | y    | Y     |             | ${x} = 1 |
| | end_repeat   |      |       |             |          |
| | calculate    | s    |       | sum(${x})   |          |
"""


def test_every_rule_stands_after_those_it_reads() -> None:
    plan = plan_for(a_form(CHAIN))
    order = [rule.path for rule in plan.rules if rule.aspect is Aspect.CALCULATE]
    assert order.index("b") < order.index("c")


def test_readers_inside_a_repeat_stay_in_their_instance() -> None:
    plan = plan_for(a_form(CHAIN))
    scopes = {plan.rules[r.rule].path: r.scope for r in plan.readers["r/x"]}
    assert scopes == {"r/y": "r", "s": ""}


def test_a_cycle_names_the_questions_in_a_circle() -> None:
    reading = read(
        """
        | | type    | name | label | relevant |
        | | integer | a    | A     | ${b} = 1 |
        | | integer | b    | B     | ${c} = 1 |
        | | integer | c    | C     | ${a} = 1 |
        """
    )
    (problem,) = (p for p in reading.problems if p.code is FormCode.FORM_CYCLE)
    assert set(str(problem.params["questions"]).split(" → ")) == {"a", "b", "c"}
    assert "(survey!" in problem.where


def test_a_group_may_not_hide_by_what_is_inside() -> None:
    reading = read(
        """
        | | type        | name | label | relevant |
        | | begin_group | g    | G     | ${a} = 1 |
        | | integer     | a    | A     |          |
        | | end_group   |      |       |          |
        """
    )
    assert reading.form is None


def test_what_is_no_cycle() -> None:
    assert read(
        """
        | | type         | name | label | relevant | constraint | repeat_count | calculation |
        | | integer      | a    | A ${a} |         | . = ${a}   |              |             |
        | | calculate    | o    |       |          |            |              | once(random()) |
        | | begin_repeat | r    | R     |          |            | ${a}         |             |
        | | calculate    | p    |       |          |            |              | position(..) |
        | | end_repeat   |      |       |          |            |              |             |
        """
    ).form
