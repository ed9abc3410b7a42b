"""Reading the saved record inside repeats: each instance reads the one in its place."""

from fieldaudit.form.recalling import seen_from
from fieldaudit.form.saved import saved_xml
from tests.kit.forms import a_form, an_instance

FORM = a_form("""
| survey |
| | type | name | label | default | calculation | choice_filter |
| | integer | n | N | ${last-saved#n} | | |
| | calculate | people | | | count(${last-saved#person}) | |
| | begin repeat | person | P | | | |
| | text | who | W ${last-saved#who} | ${last-saved#who} | | |
| | select_one c | pick | C | | | name = ${last-saved#pick} |
| | calculate | all | | | count(${last-saved#person}) | |
| | calculate | same | | | instance('__last-saved')/data/person[who = 'B']/pick | |
| | begin repeat | visit | V | | | |
| | text | day | D | ${last-saved#day} | | |
| | end repeat | | | | | |
| | end repeat | | | | | |
| choices |
| | list_name | name | label |
| | c | x | X |
| | c | y | Y |
""")
BEFORE = {
    "n": "3",
    "person/p2/who": "B",
    "person/p2/pick": "y",
    "person/p2/$order": "2",
    "person/p1/who": "A",
    "person/p1/pick": "x",
    "person/p1/$order": "1",
    "person/p1/visit/v1/day": "周一",
    "person/p1/visit/v1/$order": "1",
    "person/p1/visit/v2/day": "周二",
    "person/p1/visit/v2/$order": "2",
}


def test_each_instance_reads_the_saved_one_in_its_place() -> None:
    live = an_instance(FORM, attachments={"last-saved": saved_xml(FORM, BEFORE)})
    first = next(path.rpartition("/")[0] for path in live.paths() if path.endswith("/who"))
    second = live.add("person")
    third = live.add("person")
    assert [live.state(f"{at}/who").value for at in (first, second, third)] == ["A", "B", ""]
    assert [live.label(f"{at}/who").strip() for at in (first, second)] == ["W A", "W B"]
    assert [choice.value for choice in live.choices(f"{second}/pick")] == ["y"]
    inner = live.add(f"{first}/visit")
    assert live.state(f"{inner}/day").value == "周二"
    assert live.state("people").value == "2"


def test_a_repeat_itself_and_a_condition_mean_all_that_was_saved() -> None:
    live = an_instance(FORM, attachments={"last-saved": saved_xml(FORM, BEFORE)})
    added = live.add("person")
    assert live.state(f"{added}/all").value == "2"
    assert live.state(f"{added}/same").value == "y"


def test_other_lists_are_left_alone() -> None:
    text = "instance('c')/root/item and instance('__last-saved')/data/n"
    assert seen_from(text, "person/who", FORM.model) == text
    assert seen_from("/data/person/who", "person/who", FORM.model) == "/data/person/who"
