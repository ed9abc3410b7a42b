"""Keeping state true after edits."""

from datetime import UTC

from fieldaudit.form.running import Running
from fieldaudit.form_codes import FormCode
from tests.kit.forms import a_form, a_xform, an_instance, clock, ids

PAIR = """
| | type         | name | label | relevant  | calculation |
| | begin_repeat | r    | R     |           |             |
| | integer      | x    | X     |           |             |
| | integer      | y    | Y     | ${x} = 1  |             |
| | calculate    | z    |       |           | ${y} * 2    |
| | end_repeat   |      |       |           |             |
"""


def test_only_the_instance_that_was_edited_is_evaluated() -> None:
    instance = an_instance(PAIR)
    paths = [instance.add("r") for _ in range(5)]
    runs = instance._running.evaluation.runs
    instance.set(f"{paths[2]}/x", "1")
    assert instance._running.evaluation.runs - runs == 2
    assert [instance.state(f"{path}/y").relevant for path in paths].count(True) == 1


def test_a_hidden_answer_is_blank_to_others() -> None:
    instance = an_instance(PAIR)
    path = instance.add("r")
    instance.set(f"{path}/x", "1")
    instance.set(f"{path}/y", "4")
    assert instance.state(f"{path}/z").value == "8"
    instance.set(f"{path}/x", "0")
    assert instance.state(f"{path}/z").value == ""
    assert instance.state(f"{path}/y").value == "4"


def test_a_fault_goes_when_its_cause_goes() -> None:
    form = a_xform(
        instance='<data id="x"><a/><b/></data>',
        model='<bind nodeset="/data/b" relevant="if(/data/a = 1, instance(\'no\')/root, true())"/>',
        body='<input ref="/data/a"/><input ref="/data/b"/>',
    )
    instance = an_instance(form)
    assert "b" in instance.set("a", "1")
    assert instance.state("b").fault
    instance.set("a", "2")
    assert not instance.state("b").fault


def test_positions_follow_when_instances_go() -> None:
    instance = an_instance(
        "| | type | name | label | calculation |\n| | begin_repeat | r | R | |\n"
        "| | text | t | T | |\n| | calculate | p | | position(..) |\n| | end_repeat | | | |\n"
        "| | calculate | n | | count(${r}) |"
    )
    paths = [instance.add("r"), instance.add("r")]
    assert instance.state("n").value == "3"
    changed = instance.remove(paths[0])
    assert {"n", "r", f"{paths[1]}/p", f"{paths[0]}/t"} <= changed
    assert instance.state(f"{paths[1]}/p").value == "2"


def test_rules_that_take_too_long_are_given_up_and_named() -> None:
    running = Running(
        a_form(PAIR),
        now=clock,
        zone=UTC,
        parameters={},
        attachments={},
        new_id=ids(),
    )
    running.evaluation.patience = -1.0
    running.open({}, first_load=True)
    faults = running.evaluation.faults
    assert {path.rpartition("/")[2] for path, _ in faults} >= {"y", "z"}
    assert {fault.code for fault in faults.values()} == {FormCode.XPATH_PATIENCE}
    assert not running.evaluation.expired
