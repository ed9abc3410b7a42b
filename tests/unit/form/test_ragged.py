"""Rows that are longer than their header."""

from fieldaudit.form.ragged import ragged_row
from fieldaudit.form_codes import FormCode
from tests.kit.forms import read

HEAD = "| survey |\n|---|---|---|\n| | type | name | label |\n"


def test_a_bar_in_a_text_makes_a_cell_too_many() -> None:
    table = f"{HEAD}| | text | a | A |\n| | text | b | x|y |\n"
    assert ragged_row(table) == "survey!3"
    (problem,) = read(table).problems
    assert (problem.code, problem.where) == (FormCode.FORM_CELLS, "survey!3")


def test_rows_that_fit() -> None:
    assert ragged_row(f"{HEAD}| | text | a | x\\|y |\n| | text | b | B | |\n\n| settings |\n") == ""
