"""Spelling of values."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldaudit.form.lexical import computed, default, is_of_type


@pytest.mark.parametrize(
    ("type_", "good", "bad"),
    [
        ("int", ["0", "-7", "+3"], ["1.0", "x", "1e3", "１"[:0] + "1 2"]),
        ("decimal", ["-31.0", ".5", "1e3"], ["", "1,5", "NaN"]),
        ("date", ["2022-07-08"], ["2022-13-01", "8.7.2022"]),
        ("time", ["08:30:00", "08:30:00.000+08:00"], ["25:00"]),
        ("dateTime", ["2022-07-08T08:30:00.000+08:00"], ["yesterday"]),
        ("geopoint", ["29.5 106.5", "29.5 106.5 0 5"], ["29.5", "91 0", "0 181", "a b"]),
        ("geotrace", ["1 1;2 2"], ["1 1"]),
        ("geoshape", ["1 1;2 2;3 3;1 1"], ["1 1;2 2;1 1"]),
        ("string", ["anything"], []),
    ],
)
def test_types(type_: str, good: list[str], bad: list[str]) -> None:
    assert [text for text in good if not is_of_type(text, type_)] == []
    assert [text for text in bad if is_of_type(text, type_)] == []


def test_computed_values_take_the_spelling_of_their_type() -> None:
    assert computed("4.7", "int") == "4"
    assert computed("1e999", "int") == ""
    assert computed("NaN", "string") == ""
    assert computed("2022-07-08T10:00:00.000+08:00", "date") == "2022-07-08"
    assert computed("4.7", "string") == "4.7"


def test_defaults_that_are_no_numbers_are_nothing() -> None:
    assert default("foo", "int") == ""
    assert default("foo", "string") == "foo"
    assert default("2.5", "int") == "2"


@given(st.integers())
def test_whole_numbers_are_left_alone(number: int) -> None:
    assert is_of_type(str(number), "int")


@given(st.text(), st.sampled_from(["int", "decimal", "date", "time", "dateTime", "geopoint"]))
def test_any_text_can_be_judged(text: str, type_: str) -> None:
    assert is_of_type(text, type_) in (True, False)
    computed(text, type_)
