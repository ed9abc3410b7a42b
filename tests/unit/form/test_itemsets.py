"""Choices computed from nodes."""

from fieldaudit.form.itemsets import named
from tests.kit.forms import a_xform, an_instance

LISTS = (
    '<instance id="c"><root><item><name>a</name><label>A</label><k>1</k></item>'
    "<item><name>b</name><label>B</label><k>2</k></item></root></instance>"
)


def test_filters_read_answers() -> None:
    form = a_xform(
        instance='<data id="x"><k/><q/></data>',
        lists=LISTS,
        body='<input ref="/data/k"/><select1 ref="/data/q">'
        "<itemset nodeset=\"instance('c')/root/item[k = /data/k]\">"
        '<value ref="name"/><label ref="label"/></itemset></select1>',
    )
    instance = an_instance(form)
    assert instance.choices("q") == ()
    assert "q" in instance.set("k", "2")
    (choice,) = instance.choices("q")
    assert (choice.value, choice.label) == ("b", {"": "B"})


def test_choices_may_come_from_a_repeat() -> None:
    form = a_xform(
        instance='<data id="x"><r jr:template=""><n/></r><q/></data>',
        body='<repeat nodeset="/data/r"><input ref="/data/r/n"/></repeat><select1 ref="/data/q">'
        '<itemset nodeset="/data/r[n != \'\']"><value ref="n"/><label ref="concat(n, \'!\')"/>'
        "</itemset></select1>",
    )
    instance = an_instance(form)
    path = instance.add("r")
    assert instance.choices("q") == ()
    instance.set(f"{path}/n", "Li")
    assert [(c.value, c.label[""]) for c in instance.choices("q")] == [("Li", "Li!")]


def test_names_of_choices() -> None:
    form = a_xform(
        instance='<data id="x"><q/></data>',
        lists=LISTS,
        body='<select1 ref="/data/q"><itemset nodeset="instance(\'c\')/root/item">'
        '<value ref="name"/><label ref="label"/></itemset></select1>',
    )
    choices = an_instance(form).choices("q")
    assert named(choices, "b") == {"": "B"}
    assert named(choices, "z") is None


def test_a_long_filtered_list_is_ready_before_anybody_searches() -> None:
    rows = "".join(f"<item><name>n{n}</name><kind>k{n % 9}</kind></item>" for n in range(1_000))
    lists = f'<instance id="c"><root>{rows}</root></instance>'
    items = "instance('c')/root/item[kind = /data/kind and name != 'n9']"
    form = a_xform(
        instance='<data id="x"><kind/><one/></data>',
        lists=lists,
        body='<input ref="/data/kind"/><select1 ref="/data/one">'
        f'<itemset nodeset="{items}"><value ref="name"/><label ref="name"/></itemset></select1>',
    )
    live = an_instance(form)
    (root,) = live._running.around.lists["c"].children
    assert list(root.by_value or ()) == [("item", "kind")]
    live.set("kind", "k0")
    assert [choice.value for choice in live.choices("one")][:3] == ["n0", "n18", "n27"]
