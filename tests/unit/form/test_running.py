"""Opening, counting and shelving."""

from fieldaudit.form.running import MANY
from tests.kit.forms import a_form, an_instance

COUNTED = a_form(
    """
    | | type         | name | label | repeat_count |
    | | integer      | n    | N     |              |
    | | begin_repeat | r    | R     | ${n}         |
    | | text         | a    | A     |              |
    | | end_repeat   |      |       |              |
    """
)


def rows(instance: object) -> int:
    return len([row for row in instance.rows() if row.kind == "instance"])  # type: ignore[attr-defined]


def test_counts_that_are_no_counts() -> None:
    instance = an_instance(COUNTED)
    for text, number in [("2", 2), ("-3", 0), ("2.9", 2), ("x", 0)]:
        instance.set("n", text)
        assert rows(instance) == number


def test_a_count_taken_back_changes_nothing() -> None:
    instance = an_instance(COUNTED)
    instance.set("n", "2")
    instance.set("n", "")
    assert rows(instance) == 2


def test_a_count_cannot_ask_for_the_moon() -> None:
    instance = an_instance(COUNTED)
    instance.set("n", "99999999")
    assert rows(instance) == MANY


def test_more_instances_than_counted_are_kept_out_of_sight() -> None:
    stored = {"n": "1", "r/x/a": "1", "r/x/$order": "1", "r/y/a": "2", "r/y/$order": "2"}
    instance = an_instance(COUNTED, stored)
    assert rows(instance) == 1
    assert instance.values() == stored
    assert instance.relevant_values() == {"n": "1", "r/x/a": "1"}


def test_a_first_opening_stores_no_spare_instances() -> None:
    values = an_instance(COUNTED).values()
    assert list(values) == ["meta/instanceID"]


def test_answers_at_odd_paths_are_unknown() -> None:
    odd = {"r": "x", "r/": "y", "r/1": "z", "n/deeper": "w", "": "v"}
    assert an_instance(COUNTED, odd).unknown == odd


def test_counts_inside_counts_do_not_multiply_without_end() -> None:
    form = a_form(
        """
        | | type         | name | label | repeat_count |
        | | integer      | n    | N     |              |
        | | begin_repeat | r    | R     | ${n}         |
        | | begin_repeat | s    | S     | ${n}         |
        | | text         | a    | A     |              |
        | | end_repeat   |      |       |              |
        | | end_repeat   |      |       |              |
        """
    )
    instance = an_instance(form)
    instance.set("n", "1000")
    assert len(list(instance.paths())) < 55_000


def test_a_record_keeps_what_was_drawn_for_it() -> None:
    form = a_form("| | type | name | label | calculation |\n| | calculate | id | | uuid() |")
    first = an_instance(form)
    assert first.state("id").value
    assert an_instance(form, first.values()).values() == first.values()
