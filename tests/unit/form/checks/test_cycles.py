"""Circles of questions."""

from fieldaudit.form.checks import cycles
from tests.kit.books import a_book

TABLE = """
| | type | name | calculation | relevant |
| | calculate | a | ${b} + 1 | |
| | calculate | b | ${c} | |
| | text | c | | ${a} = 1 |
| | calculate | d | ${d} + 1 | |
| | calculate | e | ${last-saved#e} + 1 | |
| | calculate | f | ${a} | |
"""


def test_each_circle_is_told_once_with_its_questions() -> None:
    found = list(cycles.problems(a_book(TABLE)))
    circles = [set(str(each.params["questions"]).split(" → ")) for each in found]
    assert sorted(circles, key=len) == [{"d"}, {"a", "b", "c"}]
    assert all(each.where.startswith("survey!") for each in found)
