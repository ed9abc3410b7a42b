"""Expressions that cannot be understood."""

from fieldaudit.form.checks import expressions
from fieldaudit.form_codes import FormCode
from tests.kit.books import a_book, told

TABLE = """
| survey |
| | type | name | relevant | calculation | required | choice_filter | bind::fa:pass | constraint |
| | text | a | ${b} = (1 | | yes | | | |
| | text | b | | frobnicate(${a}) | | | . > parameter('x') | |
| | select_one l | c | | | | region = ${a} | | . != ‘x’ |
| | text | d | ${last-saved#a} = 'x' | | | | x:y(1) | |
| settings |
| | namespaces |
| | fa="https://x" |
"""


def test_cells_with_their_columns() -> None:
    assert told(expressions, TABLE) == [
        (FormCode.FORM_CELL_EXPRESSION, "survey!2"),
        (FormCode.FORM_CELL_EXPRESSION, "survey!3"),
        (FormCode.FORM_CELL_EXPRESSION, "survey!5"),
    ]
    columns = [each.params["column"] for each in expressions.problems(a_book(TABLE))]
    assert columns == ["relevant", "calculation", "bind::fa:pass"]


def test_references_become_paths() -> None:
    assert expressions.plain("${a}>${ b }") == " /data/a > /data/b "
    assert "last-saved" in expressions.plain("${last-saved#a}")
