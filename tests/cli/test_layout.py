"""Columns line up, whatever letters they hold."""

from hypothesis import given
from hypothesis import strategies as st

from fieldaudit.cli.layout import facts, table, width


def test_chinese_letters_take_two_columns() -> None:
    assert (width("ab"), width("街道"), width("，")) == (2, 4, 2)


def test_columns_start_at_the_same_place() -> None:
    lines = table(["编码", "名称"], [["RES-1", "小区"], ["B", "园区"]])
    assert lines == ["编码   名称", "RES-1  小区", "B      园区"]


def test_facts_line_up() -> None:
    assert facts([("名称", "a"), ("x", "b")]) == ["名称  a", "x     b"]
    assert facts([]) == []


@given(st.lists(st.tuples(st.text(), st.text()), max_size=5))
def test_no_cell_breaks_its_line(rows: list[tuple[str, str]]) -> None:
    lines = table(["a", "b"], rows)
    assert len(lines) == len(rows) + 1
    assert all(letter.isprintable() for line in lines for letter in line)
