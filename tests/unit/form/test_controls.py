"""The body of an XForm."""

import pytest

from fieldaudit.form.definition import Group, Kind
from tests.kit.forms import a_form, a_xform


@pytest.mark.parametrize(
    ("type_", "kind"),
    [
        ("text", Kind.TEXT),
        ("integer", Kind.INTEGER),
        ("decimal", Kind.DECIMAL),
        ("range", Kind.RANGE),
        ("date", Kind.DATE),
        ("time", Kind.TIME),
        ("dateTime", Kind.DATETIME),
        ("note", Kind.NOTE),
        ("calculate", Kind.CALCULATE),
        ("acknowledge", Kind.ACKNOWLEDGE),
        ("geopoint", Kind.GEOPOINT),
        ("geotrace", Kind.GEOTRACE),
        ("geoshape", Kind.GEOSHAPE),
        ("image", Kind.IMAGE),
        ("audio", Kind.AUDIO),
        ("video", Kind.VIDEO),
        ("file", Kind.FILE),
        ("barcode", Kind.BARCODE),
    ],
)
def test_each_type_has_its_kind(type_: str, kind: Kind) -> None:
    form = a_form(
        f"| | type | name | label | calculation |\n| | text | z | Z | |\n| | {type_} | a | A | 1 |"
        if kind is Kind.CALCULATE
        else f"| | type | name | label |\n| | {type_} | a | A |"
    )
    assert form.question("a").kind is kind


@pytest.mark.parametrize(
    ("type_", "kind"),
    [
        ("select_one c", Kind.SELECT_ONE),
        ("select_multiple c", Kind.SELECT_MULTIPLE),
        ("rank c", Kind.RANK),
    ],
)
def test_selects(type_: str, kind: Kind) -> None:
    form = a_form(
        f"| survey |\n| | type | name | label |\n| | {type_} | a | A |\n"
        "| choices |\n| | list_name | name | label |\n| | c | x | X |"
    )
    assert form.question("a").kind is kind
    assert form.question("a").itemset is not None


def test_a_repeat_and_the_group_around_it_are_one_section() -> None:
    form = a_form(
        "| | type | name | label | repeat_count |\n| | begin_repeat | r | R | 2 |\n"
        "| | text | a | A | |\n| | end_repeat | | | |"
    )
    repeat = next(child for child in form.root.children if isinstance(child, Group))
    assert (repeat.path, repeat.repeats, repeat.label[""]) == ("r", True, "R")
    assert repeat.count
    assert [question.path for question in repeat.questions()] == ["r/a"]


def test_relative_references_start_from_the_section() -> None:
    form = a_xform(
        instance='<data id="x"><g><a/></g></data>',
        body='<group ref="/data/g"><input ref="a"/></group><group><label>bare</label></group>',
    )
    assert form.question("g/a").kind is Kind.TEXT
    assert [c.path for c in form.root.children if isinstance(c, Group)] == ["g", ""]


def test_parameters_and_written_choices() -> None:
    form = a_xform(
        instance='<data id="x"><a/><b/></data>',
        model='<bind nodeset="/data/a" type="decimal"/>',
        body='<range ref="/data/a" start="1" end="5" step="0.5"/><select1 ref="/data/b">'
        "<item><label>Yes</label><value>y</value></item></select1>",
    )
    assert form.question("a").parameters == {"start": "1", "end": "5", "step": "0.5"}
    (choice,) = form.question("b").choices
    assert (choice.value, choice.label) == ("y", {"": "Yes"})
