"""Choices offered, and answers no longer among them."""

from tests.kit.forms import a_form, a_xform, an_instance

TABLE = """
| survey  |                    |      |       |               |
|         | type               | name | label | choice_filter |
|         | select_one s       | s    | S     |               |
|         | select_one c       | one  | One   | s = ${s}      |
|         | select_multiple c  | many | Many  | s = ${s}      |
| choices |                    |      |       |               |
|         | list_name          | name | label | s             |
|         | s                  | x    | X     |               |
|         | s                  | y    | Y     |               |
|         | c                  | x1   | X1    | x             |
|         | c                  | x2   | X2    | x             |
|         | c                  | y1   | Y1    | y             |
"""


def test_answers_that_are_no_longer_offered_go() -> None:
    instance = an_instance(TABLE)
    instance.set("s", "x")
    assert [choice.value for choice in instance.choices("one")] == ["x1", "x2"]
    instance.set("one", "x2")
    instance.set("many", "x1 x2")
    assert instance.set("s", "y") >= {"one", "many"}
    assert instance.state("one").value == instance.state("many").value == ""


def test_opening_takes_nothing_away() -> None:
    form = a_form(TABLE)
    stored = {"s": "x", "one": "gone", "meta/instanceID": "uuid:1"}
    assert an_instance(form, stored).values() == stored


def test_a_list_that_is_not_at_hand_takes_nothing_away() -> None:
    form = a_xform(
        instance='<data id="x"><k/><q/></data>',
        lists='<instance id="c" src="jr://file-csv/c.csv"/>',
        body='<input ref="/data/k"/><select1 ref="/data/q">'
        "<itemset nodeset=\"instance('c')/root/item[k = /data/k]\">"
        '<value ref="name"/><label ref="label"/></itemset></select1>',
    )
    instance = an_instance(form, {"q": "kept"})
    instance.set("k", "1")
    assert instance.state("q").value == "kept"
    full = an_instance(form, {"q": "kept"}, attachments={"c.csv": b"name,label,k\nn,N,1\n"})
    full.set("k", "1")
    assert full.state("q").value == ""
    assert [choice.value for choice in full.choices("q")] == ["n"]


def test_choice_names_in_calculations() -> None:
    instance = an_instance(
        """
| survey  |              |      |       |                               |
|         | type         | name | label | calculation                   |
|         | select_one s | s    | S     |                               |
|         | calculate    | n    |       | jr:choice-name(${s}, '${s}')  |
| choices |              |      |       |                               |
|         | list_name    | name | label |                               |
|         | s            | x    | Ex    |                               |
"""
    )
    instance.set("s", "x")
    assert instance.state("n").value == "Ex"
    instance.set("s", "other")
    assert instance.state("n").value == "other"
