"""Why a node is as it is."""

from tests.kit.forms import an_instance

TABLE = """
| | type        | name | label | relevant  | required | constraint  |
| | integer     | a    | A     |           |          |             |
| | begin_group | g    | G     | ${a} = 1  |          |             |
| | integer     | b    | B     |           | ${a} = 1 | . > ${a}    |
| | end_group   |      |       |           |          |             |
"""


def test_hidden_by_a_section_around() -> None:
    instance = an_instance(TABLE)
    instance.set("a", "2")
    found = instance.explain("g/b")
    assert (found.hidden, found.hidden_at) == ((("a", "2"),), "g")


def test_required_and_invalid() -> None:
    instance = an_instance(TABLE)
    instance.set("a", "1")
    instance.set("g/b", "0")
    found = instance.explain("g/b")
    assert found.required == (("a", "1"),)
    assert found.invalid == (("a", "1"), ("g/b", "0"))
    assert found.hidden == ()


FOLLOWED = """
| survey |
| | type | name | label | relevant | calculation | constraint | required |
| | select_one a | access | 进入情况 | | | | |
| | calculate | entered | | | if(${access} = 'refused', 'no', 'yes') | | |
| | calculate | open | | | ${entered} = 'yes' | | |
| | begin group | inside | I | ${open} = 1 | | | |
| | text | room | 房间 | | | | ${open} = 1 |
| | text | shelf | 架子 | ${room} != '' | | | |
| | text | note | 说明 | ${shelf} = '' | | | |
| | end group | | | | | | |
| | text | after | 以后 | ${shelf} = 'full' | | | |
| | begin repeat | r | R | | | | |
| | integer | age | 年龄 | | | | |
| | end repeat | | | | | | |
| | calculate | oldest | | | max(${age}) | | |
| | integer | limit | 上限 | | | . >= ${oldest} | |
| choices |
| | list_name | name | label |
| | a | refused | R |
| | a | normal | N |
"""


def test_calculations_are_followed_to_the_answers_given() -> None:
    live = an_instance(FOLLOWED, {"access": "refused"})
    found = live.explain("inside/room")
    assert found.hidden == (("access", "refused"),)
    assert found.rules["hidden"] == "${open} = 1"
    live.set("access", "normal")
    assert live.explain("inside/room").required == (("access", "normal"),)


def test_a_hidden_answer_counts_as_none_and_what_hides_it_is_named() -> None:
    values = {"access": "refused", "inside/room": "x", "inside/shelf": "full"}
    live = an_instance(FOLLOWED, values)
    assert live.explain("after").hidden == (("inside/shelf", ""), ("access", "refused"))


def test_all_instances_that_a_rule_reads_are_named() -> None:
    live = an_instance(FOLLOWED, {"r/x/age": "3", "r/y/age": "5", "limit": "4"})
    assert set(live.explain("limit").invalid) == {
        ("limit", "4"),
        ("r/x/age", "3"),
        ("r/y/age", "5"),
    }
