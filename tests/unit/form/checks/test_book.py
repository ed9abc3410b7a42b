"""Sheets as rows with numbers and columns under one name each."""

import pytest
from pyxform.xls2json_backends import get_xlsform

from fieldaudit.form.checks.book import book_of, column_of

TABLE = b"""
| survey |
| | type | name | label::English (en) | media::image::English (en) | relevance | disabled |
| | text | a | A | a.png | ${b} = 1 | |
| | text | b | B | | | yes |
| | | | | | | |
| | text | c | C | | | |
| choices |
| | list name | value | label |
| | l | 1 | One |
| settings |
| | form_id | namespaces |
| | f | fa="https://x" b="c" |
"""


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("relevance", ("relevant", "")),
        ("Label::中文 (zh)", ("label", "中文 (zh)")),
        ("label:English", ("label", "English")),
        ("bind::fa:pass", ("fa:pass", "")),
        ("bind::relevant", ("relevant", "")),
        ("media::image::English (en)", ("image", "English (en)")),
        ("jr:count", ("repeat_count", "")),
        ("list name", ("list_name", "")),
        ("big-image", ("big-image", "")),
        ("constraint message", ("constraint_message", "")),
    ],
)
def test_columns(header: str, expected: tuple[str, str]) -> None:
    assert column_of(header) == expected


def test_rows_keep_their_numbers() -> None:
    book = book_of(get_xlsform(TABLE, file_type=".md"))
    assert [line.where for line in book.survey] == ["survey!2", "survey!4"]
    first = book.survey[0]
    assert (first.text("relevant"), first.text("image"), first.text("none")) == (
        "${b} = 1",
        "a.png",
        "",
    )
    assert ("label", "English (en)") in {(name, cell.language) for name, cell in first.all()}
    assert [line.text("list_name") for line in book.choices] == ["l"]
    assert book.languages == ("English (en)",)
    assert book.namespaces == {"fa": "https://x", "b": "c"}
    assert {"survey", "choices"} <= book.sheets
    assert len(list(book.lines())) == 4
