"""Nodes with compiled rules."""

from fieldaudit.form.plan import Aspect, expressions_of, is_select, rules_of, unbound
from fieldaudit.form.xform import read_xform
from fieldaudit.form_codes import FormCode
from tests.kit.forms import a_form, xform_xml

TABLE = """
| | type         | name | label   | hint   | relevant | bind::fa:pass | repeat_count |
| | integer      | a    | A ${b}  | H ${b} | ${b} > 1 | . > 2         |              |
| | integer      | b    | B       |        |          |               |              |
| | begin_repeat | r    | R       |        |          |               | ${b}         |
| | text         | c    | C       |        |          |               |              |
| | end_repeat   |      |         |        |          |               |              |
"""
SETTINGS = '| settings |\n| | namespaces |\n| | fa="https://fieldaudit.cn/xforms" |\n| survey |\n'
FORM = a_form(SETTINGS + TABLE)


def test_every_expression_is_found() -> None:
    slots = rules_of(FORM).slots
    assert [aspect for aspect, _ in expressions_of(FORM, slots["a"])] == [
        Aspect.RELEVANT,
        Aspect.PASSES,
        Aspect.LABEL,
        Aspect.LABEL,
    ]
    assert not is_select(slots["a"])


def test_a_count_runs_where_its_instances_are_added() -> None:
    (rule,) = (rule for rule in rules_of(FORM).rules if rule.aspect is Aspect.COUNT)
    assert (rule.slot.path, rule.path) == ("", "r")


def test_faulty_expressions_name_question_and_column() -> None:
    xml = xform_xml(
        instance='<data id="x"><a/></data>', model='<bind nodeset="/data/a" constraint="((("/>'
    )
    (problem,) = rules_of(read_xform(xml)[0]).problems
    assert (problem.code, problem.where) == (FormCode.FORM_EXPRESSION, "a")
    assert problem.params["column"] == "constraint"


def test_controls_without_a_node_are_named() -> None:
    xml = xform_xml(instance='<data id="x"><a/></data>', body='<input ref="/data/b"/>')
    form = read_xform(xml)[0]
    (problem,) = unbound(form, rules_of(form).slots)
    assert (problem.code, problem.where) == (FormCode.FORM_UNBOUND, "b")


def test_without_a_template_new_instances_are_the_first_one_emptied() -> None:
    xml = xform_xml(
        instance='<data id="x"><r><a>1</a><s><b>2</b></s><s><b>3</b></s></r><r><a>4</a></r></data>',
        body=(
            '<group ref="/data/r"><repeat nodeset="/data/r"><input ref="/data/r/a"/>'
            '<group ref="/data/r/s"><repeat nodeset="/data/r/s"><input ref="/data/r/s/b"/>'
            "</repeat></group></repeat></group>"
        ),
    )
    pattern = rules_of(read_xform(xml)[0]).slots["r"].pattern
    assert [(each.path, each.text) for each in pattern.walk()] == [
        ("r", ""),
        ("r/a", ""),
        ("r/s", ""),
        ("r/s/b", ""),
    ]
