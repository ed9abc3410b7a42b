"""Texts of a live instance."""

from tests.kit.forms import an_instance

TABLE = """
| survey | | | | | | |
| | type | name | label | hint | constraint | constraint_message | required | required_message |
| | integer | a | Homes | Count ${b} | . < ${b} | Below ${b} | yes | Needed |
| | integer | b | B | | | | | |
"""


def test_labels_hints_and_messages_hold_values() -> None:
    instance = an_instance(TABLE)
    assert instance.label("a") == "Homes"
    assert instance.message("a") == "Needed"
    assert "a" in instance.set("b", "3")
    assert instance.hint("a").strip() == "Count 3"
    instance.set("a", "5")
    assert instance.message("a").strip() == "Below 3"
    instance.set("a", "2")
    assert instance.message("a") == ""


def test_the_root_has_no_label() -> None:
    assert an_instance(TABLE).label("") == ""
