"""Values that the form sets by itself."""

from fieldaudit.form.actions import preloaded
from fieldaudit.form.model import Binding
from tests.kit.forms import NOON, a_xform, an_instance, ids


def test_actions_of_first_load_run_once() -> None:
    form = a_xform(
        instance='<data id="x"><a/></data>',
        model='<setvalue ref="/data/a" event="odk-instance-first-load">set</setvalue>',
        body='<input ref="/data/a"/>',
    )
    assert an_instance(form).state("a").value == "set"
    assert an_instance(form, {}, first_load=False).state("a").value == ""


def test_actions_of_load_run_each_time() -> None:
    form = a_xform(
        instance='<data id="x"><a/></data>',
        model='<setvalue ref="/data/a" event="odk-instance-load" value="1 + 1"/>',
        body='<input ref="/data/a"/>',
    )
    assert an_instance(form, {"a": "7"}).state("a").value == "2"


def test_a_new_repeat_instance_sets_its_own_node_only() -> None:
    form = a_xform(
        instance='<data id="x"><r jr:template=""><a/></r></data>',
        body='<repeat nodeset="/data/r"><setvalue ref="/data/r/a" event="odk-new-repeat"'
        ' value="position(..)"/><input ref="/data/r/a"/></repeat>',
    )
    instance = an_instance(form)
    paths = [instance.add("r"), instance.add("r")]
    assert [instance.state(f"{path}/a").value for path in paths] == ["1", "2"]


def test_changes_set_off_changes() -> None:
    form = a_xform(
        instance='<data id="x"><a/><b/><c/></data>',
        body='<input ref="/data/a"><setvalue ref="/data/b" event="xforms-value-changed"'
        ' value="/data/a"/></input><input ref="/data/b"><setvalue ref="/data/c"'
        ' event="xforms-value-changed" value="/data/b"/></input><input ref="/data/c"/>',
    )
    instance = an_instance(form)
    assert instance.set("a", "7") == {"a", "b", "c"}
    assert instance.state("c").value == "7"


def test_actions_in_a_circle_come_to_an_end() -> None:
    form = a_xform(
        instance='<data id="x"><a/><b/></data>',
        body='<input ref="/data/a"><setvalue ref="/data/b" event="xforms-value-changed"'
        ' value="/data/a + 1"/></input><input ref="/data/b"><setvalue ref="/data/a"'
        ' event="xforms-value-changed" value="/data/b + 1"/></input>',
    )
    assert an_instance(form).set("a", "1") == {"a", "b"}


def test_an_action_that_fails_leaves_its_target_alone() -> None:
    form = a_xform(
        instance='<data id="x"><a>old</a></data>',
        model='<setvalue ref="/data/a" event="odk-instance-first-load"'
        " value=\"instance('none')/root\"/>",
        body='<input ref="/data/a"/>',
    )
    state = an_instance(form).state("a")
    assert (state.value, bool(state.fault)) == ("old", True)


def test_preloads() -> None:
    def fill(kind: str, parameter: str = "") -> str:
        binding = Binding("a", preload=kind, preload_parameter=parameter)
        return preloaded(binding, now=NOON, new_id=ids())

    assert fill("uid") == "uuid:id-1"
    assert fill("date", "today") == "2022-07-08"
    assert fill("timestamp", "start") == "2022-07-08T12:00:00.000+00:00"
    assert fill("timestamp", "end") == fill("property", "deviceid") == ""
