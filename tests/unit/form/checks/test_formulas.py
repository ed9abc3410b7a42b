"""Formulas and commands in cells."""

import io

import pytest
from openpyxl import Workbook

from fieldaudit.form.checks import formulas
from fieldaudit.form_codes import FormCode
from tests.kit.books import told


@pytest.mark.parametrize(
    ("cell", "wrong"),
    [
        ("=cmd\\|' /C calc'!A0", True),
        ("=1+1", True),
        ("+cmd\\|' /C calc'!A0", True),
        ("-5", False),
        ("@见附件", False),
        ("a = b", False),
    ],
)
def test_text_that_starts_like_a_formula(cell: str, wrong: bool) -> None:
    table = f"| | type | name | label |\n| | text | a | {cell} |\n"
    assert told(formulas, table) == ([(FormCode.FORM_FORMULA, "survey!2")] if wrong else [])


def test_formulas_of_a_workbook() -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "survey"
    sheet.append(["type", "name", "label"])
    sheet.append(["text", "a", "=1+1"])
    book.create_sheet("notes").append(["=2+2"])
    out = io.BytesIO()
    book.save(out)
    (found,) = formulas.formula_cells(out.getvalue())
    assert (found.where, found.params) == ("survey!2", {"column": "C", "text": "=1+1"})


def test_a_workbook_without_formulas() -> None:
    out = io.BytesIO()
    Workbook().save(out)
    assert list(formulas.formula_cells(out.getvalue())) == []
