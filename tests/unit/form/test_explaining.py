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
