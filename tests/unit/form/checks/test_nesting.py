"""Sections begin and end."""

import pytest

from fieldaudit.codes import Trouble
from fieldaudit.form.checks import nesting
from fieldaudit.form_codes import FormCode
from tests.kit.books import a_book, told

BEGIN, END = "| | begin group | g |\n", "| | end group | |\n"
REPEAT, LAST = "| | begin repeat | r |\n", "| | end repeat | |\n"
HEAD = "| | type | name |\n"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (BEGIN + END, []),
        (BEGIN, [(FormCode.FORM_END_MISSING, "survey!2")]),
        (END, [(FormCode.FORM_BEGIN_MISSING, "survey!2")]),
        (BEGIN + LAST, [(FormCode.FORM_END_OTHER, "survey!3")]),
        (BEGIN + REPEAT + END, [(FormCode.FORM_END_MISSING, "survey!3")]),
        (BEGIN * 61 + END * 61, [(FormCode.FORM_NESTED, "survey!62")]),
    ],
)
def test_edges(rows: str, expected: list[tuple[Trouble, str]]) -> None:
    assert told(nesting, HEAD + rows) == expected


def test_depth() -> None:
    assert nesting.depth(a_book(HEAD + BEGIN * 3 + END * 3 + BEGIN + END)) == 3


def test_an_end_that_belongs_to_nothing_is_the_only_one_told() -> None:
    table = """
    | survey |
    | | type | name | label |
    | | begin_repeat | r | R |
    | | text | a | A |
    | | end_group | | |
    | | end_repeat | | |
    """
    assert told(nesting, table) == [(FormCode.FORM_BEGIN_MISSING, "survey!4")]
