"""The live instance: single rules, and incremental evaluation equal to full evaluation."""

import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fieldaudit.errors import BadInput
from fieldaudit.form.instance import Instance
from fieldaudit.form.state import Violation
from fieldaudit.form.xform import read_xform
from fieldaudit.form_codes import FormCode
from tests.kit.forms import a_form, a_xform, an_instance, read, xform_xml

SITE = """
| | type    | name  | label | relevant    | required | constraint | calculation |
| | integer | homes | Homes |             | yes      | . < 100    |             |
| | integer | lifts | Lifts | ${homes}>10 | yes      |            |             |
| | calculate | twice |     |             |          |            | ${homes} * 2 |
| | begin_group | g | G     | ${lifts}>1  |          |            |             |
| | text    | note1 | Note  |             |          |            |             |
| | end_group |     |       |             |          |            |             |
"""


def test_set_returns_what_changed() -> None:
    instance = an_instance(SITE)
    assert instance.set("homes", "20") == {"homes", "lifts", "twice"}
    assert instance.set("homes", "20") == set()
    assert instance.state("twice").value == "40"


def test_relevance_is_inherited_and_hidden_answers_are_kept() -> None:
    instance = an_instance(SITE)
    assert not instance.state("g/note1").relevant
    instance.set("homes", "20")
    instance.set("lifts", "2")
    assert instance.state("g/note1").relevant
    instance.set("g/note1", "kept")
    instance.set("homes", "5")
    assert not instance.state("g/note1").relevant
    assert instance.values()["g/note1"] == "kept"
    assert "g/note1" not in instance.relevant_values()
    instance.set("homes", "20")
    assert instance.relevant_values()["g/note1"] == "kept"


def test_required_and_constraint() -> None:
    instance = an_instance(SITE)
    assert instance.state("homes").violation is Violation.REQUIRED
    assert instance.state("lifts").violation is Violation.NONE
    instance.set("homes", "100")
    assert instance.state("homes").violation is Violation.CONSTRAINT
    instance.set("homes", "many")
    assert instance.state("homes").violation is Violation.TYPE
    instance.set("homes", "99")
    assert instance.state("homes").valid


def test_readonly_is_inherited() -> None:
    form = a_xform(
        instance='<data id="x"><g><a/></g><b/></data>',
        model='<bind nodeset="/data/g" readonly="/data/b = 1"/>',
        body='<group ref="/data/g"><input ref="/data/g/a"/></group><input ref="/data/b"/>',
    )
    instance = an_instance(form)
    assert not instance.state("g/a").readonly
    assert "g/a" in instance.set("b", "1")
    assert instance.state("g/a").readonly


def test_defaults_run_once_in_a_record() -> None:
    form = a_form(
        """
        | | type | name | label | default |
        | | text | a    | A     | fixed   |
        | | date | d    | D     | today() |
        """
    )
    first = an_instance(form)
    assert first.state("a").value == "fixed"
    assert first.state("d").value == "2022-07-08"
    first.set("a", "")
    again = an_instance(form, first.values())
    assert again.state("a").value == ""
    assert an_instance(form, {"d": "2020-01-01"}, first_load=True).values()["a"] == "fixed"


def test_a_trigger_sets_its_target_when_the_source_changes() -> None:
    instance = an_instance(
        """
        | | type     | name | label | calculation | trigger |
        | | text     | a    | A     |             |         |
        | | dateTime | at   | At    | now()       | ${a}    |
        """
    )
    assert instance.state("at").value == ""
    assert "at" in instance.set("a", "x")
    assert instance.state("at").value.startswith("2022-07-08T12:00:00")


PEOPLE = """
| | type         | name   | label            | calculation        | repeat_count |
| | integer      | n      | N                |                    |              |
| | begin_repeat | people | Person           |                    |              |
| | text         | name   | Name             |                    |              |
| | calculate    | place  |                  | position(..)       |              |
| | begin_repeat | pets   | Pet              |                    |              |
| | integer      | legs   | Legs of ${name}  |                    |              |
| | end_repeat   |        |                  |                    |              |
| | calculate    | all    |                  | sum(${legs})       |              |
| | end_repeat   |        |                  |                    |              |
| | calculate    | total  |                  | sum(${all})        |              |
| | calculate    | second |                  | indexed-repeat(${name}, ${people}, 2) | |
"""


def test_repeats_nest_and_totals_follow() -> None:
    instance = an_instance(PEOPLE)
    (first,) = [row.path for row in instance.rows() if row.kind == "instance" and row.depth == 1]
    second = instance.add("people")
    assert second == "people/id-2"
    assert instance.state(f"{second}/place").value == "2"
    pet = instance.add(f"{second}/pets")
    assert instance.set(f"{pet}/legs", "4") >= {f"{second}/all", "total"}
    instance.set(f"{second}/name", "Li")
    assert instance.label(f"{pet}/legs").strip() == "Legs of Li"
    assert instance.state("second").value == "Li"
    assert instance.state("total").value == "4"
    assert first in instance.remove(first)
    assert instance.state(f"{second}/place").value == "1"
    assert instance.state("second").value == ""


def test_an_empty_repeat_instance_survives_saving() -> None:
    form = a_form(PEOPLE)
    instance = an_instance(form)
    empty = instance.add("people")
    again = an_instance(form, instance.values())
    assert again.state(f"{empty}/name").value == ""
    assert again.values() == instance.values()


def test_moving_changes_one_number() -> None:
    instance = an_instance(PEOPLE)
    paths = [instance.add("people") for _ in range(3)]
    before = instance.values()
    instance.move(paths[2], before=paths[1])
    changed = {path for path, text in instance.values().items() if before.get(path) != text}
    assert {path for path in changed if path.endswith("$order")} == {f"{paths[2]}/$order"}
    assert instance.state(f"{paths[2]}/place").value == "3"
    instance.move(paths[0])
    assert instance.state(f"{paths[0]}/place").value == "4"


def test_counted_repeats_keep_what_was_typed() -> None:
    instance = an_instance(
        """
        | | type         | name | label | repeat_count |
        | | integer      | n    | N     |              |
        | | begin_repeat | r    | R     | ${n}         |
        | | text         | a    | A     |              |
        | | end_repeat   |      |       |              |
        """
    )
    assert not [row for row in instance.rows() if row.kind == "instance"]
    instance.set("n", "2")
    rows = [row.path for row in instance.rows() if row.kind == "instance"]
    assert len(rows) == 2
    instance.set(f"{rows[1]}/a", "typed")
    instance.set("n", "1")
    assert len([row for row in instance.rows() if row.kind == "instance"]) == 1
    assert instance.values()[f"{rows[1]}/a"] == "typed"
    assert f"{rows[1]}/a" not in instance.relevant_values()
    instance.set("n", "2")
    assert instance.state(f"{rows[1]}/a").value == "typed"


def test_unknown_answers_are_kept_aside() -> None:
    instance = an_instance(SITE, {"old/question": "7", "homes": "3"})
    assert instance.unknown == {"old/question": "7"}
    assert "old/question" not in instance.values()


def test_paths_that_do_not_exist_are_key_errors() -> None:
    instance = an_instance(SITE)
    for wrong in ("none", "g"):
        with pytest.raises(KeyError):
            instance.set(wrong, "1")
    with pytest.raises(KeyError):
        instance.add("homes")
    with pytest.raises(KeyError):
        instance.remove("homes")


def test_what_an_edit_does_not_touch_is_not_evaluated() -> None:
    rows = "\n".join(f"| | integer | q{n} | Q | ${{q{n - 1}}} > 0 |" for n in range(1, 50))
    instance = an_instance(
        f"| | type | name | label | relevant |\n| | integer | q0 | Q | |\n{rows}"
    )
    runs = instance._running.evaluation.runs
    instance.set("q10", "1")
    assert instance._running.evaluation.runs - runs == 1


def test_a_cycle_cannot_run() -> None:
    reading = read(
        """
        | | type      | name | calculation |
        | | calculate | a    | ${b} + 1    |
        | | calculate | b    | ${a} + 1    |
        """
    )
    assert reading.form is None
    (problem,) = [problem for problem in reading.problems if problem.code is FormCode.FORM_CYCLE]
    assert {"a", "b"} <= set(str(problem.params["questions"]).split(" → "))


def test_a_rule_that_fails_is_a_fault_and_hides_nothing() -> None:
    form = a_xform(
        instance='<data id="x"><a/></data>',
        model='<bind nodeset="/data/a" relevant="instance(\'none\')/root/item = 1"/>',
        body='<input ref="/data/a"/>',
    )
    state = an_instance(form).state("a")
    assert state.relevant
    assert state.fault


def test_the_language_shown_changes_labels_not_answers() -> None:
    form = a_form(
        """
        | survey | | | | |
        | | type | name | label::中文 (zh) | label::English (en) | calculation |
        | | select_one c | a | 城市 | City | |
        | | calculate | n | | | jr:choice-name(${a}, '${a}') |
        | choices | | | |
        | | list_name | name | label::中文 (zh) | label::English (en) |
        | | c | cq | 重庆 | Chongqing |
        """
    )
    instance = an_instance(form)
    instance.set("a", "cq")
    instance.language = form.language("zh")
    assert instance.label("a") == "城市"
    assert instance.label("a", form.language("en")) == "City"
    said = instance.state("n").value
    instance.language = form.language("en")
    assert instance.label("a") == "City"
    assert instance.state("n").value == said


# --- incremental equals full -------------------------------------------------------------------

NAMES = ["a", "b", "c", "d", "e"]
EXAMPLES = int(os.environ.get("FIELDAUDIT_FORM_EXAMPLES", "50"))


@st.composite
def tables(draw: st.DrawFn) -> str:
    """Draw a form whose rules read earlier questions only, so that it has no cycle."""
    lines = ["| | type | name | label | relevant | required | constraint | calculation |"]
    known: list[str] = []
    for where in ("", "r"):
        if where:
            lines.append("| | begin_repeat | r | R | " + _rule(draw, known) + " | | | |")
        for name in NAMES:
            relevant, required = _rule(draw, known), _rule(draw, known)
            constraint = _rule(draw, known)
            sums = [f"sum(${{{other}}})" for other in known] if not where else []
            value = draw(st.sampled_from(["", *(f"${{{k}}} + 1" for k in known), *sums]))
            kind = "calculate" if value else "integer"
            full = f"{where}{name}"
            lines.append(
                f"| | {kind} | {full} | L | {relevant} | {required} | {constraint} | {value} |"
            )
            known.append(full)
    lines.append("| | calculate | ps | | | | | position(..) |")
    lines.append("| | end_repeat | | | | | | |")
    lines.append("| | calculate | total | | | | | sum(${rc}) + count(${r}) |")
    lines.append("| | integer | last | Last | ${total} > 1 | | | |")
    return "\n".join(lines)


def _rule(draw: st.DrawFn, known: list[str]) -> str:
    if not known:
        return ""
    operator, name = draw(st.sampled_from([">", "=", "!="])), draw(st.sampled_from(known))
    return draw(st.sampled_from(["", f"${{{name}}} {operator} 1"]))


def _whole(instance: Instance) -> dict[str, object]:
    return {path: instance.state(path) for path in instance.paths()}


@settings(max_examples=EXAMPLES)
@given(tables(), st.data())
def test_incremental_equals_full(table: str, data: st.DataObject) -> None:
    instance = an_instance(table)
    for _ in range(data.draw(st.integers(1, 8))):
        before = _whole(instance)
        changed = _edit(instance, data)
        after = _whole(instance)
        differing = {path for path in after if after[path] != before.get(path)}
        assert changed is None or differing <= changed
        assert _whole(an_instance(instance.form, instance.values(), first_load=False)) == after


def _edit(instance: Instance, data: st.DataObject) -> frozenset[str] | None:
    instances = [row.path for row in instance.rows() if row.kind == "instance"]
    deed = data.draw(st.sampled_from(["set", "set", "set", "add", "remove", "move"]))
    if deed == "add":
        instance.add("r")
        return None
    if deed != "set" and instances:
        path = data.draw(st.sampled_from(instances))
        return instance.remove(path) if deed == "remove" else instance.move(path)
    asked = [row.path for row in instance.rows() if row.kind == "question"]
    if not asked:
        return None
    path, value = data.draw(st.sampled_from(asked)), data.draw(st.sampled_from(["", "0", "1", "2"]))
    return instance.set(path, value)


def test_a_form_that_cannot_run_is_refused() -> None:
    xml = xform_xml(
        instance='<data id="x"><a/><b/></data>',
        model='<bind nodeset="/data/a" calculate="/data/b"/>'
        '<bind nodeset="/data/b" calculate="/data/a"/>',
    )
    with pytest.raises(BadInput) as caught:
        an_instance(read_xform(xml)[0])
    assert caught.value.code is FormCode.FORM_CYCLE
