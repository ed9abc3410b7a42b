"""How pyxform's own forms are read: valid ones open, invalid ones give a sentence."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from pyxform.xls2json_backends import get_xlsform

from fieldaudit.form.reading import Reading
from fieldaudit.form.xlsform import from_workbook, read_form
from fieldaudit.form_codes import FormCode

FILE = Path(__file__).parents[3] / "shared" / "suites" / "xforms" / "pyxform_forms.json"
MISSING = pytest.mark.skipif(not FILE.is_file(), reason="pyxform_forms.json is not at hand")


@cache
def forms() -> list[dict[str, Any]]:
    return json.loads(FILE.read_text(encoding="utf-8"))


def read(form: dict[str, Any]) -> Reading:
    if form["format"] == "md":
        return read_form(form["source"].encode(), "md")
    return from_workbook(get_xlsform(form["source"]), "form")


@MISSING
def test_valid_forms_open() -> None:
    """All but those that ODK Collect's engine cannot open either, which are named."""
    shut = [(form, read(form)) for form in forms() if form["valid"]]
    shut = [(form, reading) for form, reading in shut if reading.form is None]
    told = {FormCode.FORM_CYCLE, FormCode.FORM_EXPRESSION}
    for _, reading in shut:
        assert {problem.code for problem in reading.problems} & told
        assert reading.problems[0].where
    # Collect's engine notices only on evaluation that it has no `enclosed-area()`.
    late = [reading.problems[0] for form, reading in shut if form["javarosa_loads"]]
    assert all("enclosed-area" in str(problem) for problem in late)


@MISSING
def test_invalid_forms_give_a_sentence() -> None:
    for form in forms():
        if form["valid"] or "from_file" in form["test"]:
            # What a file is called does not matter here, so a bad file name is no fault.
            continue
        reading = read(form)
        assert reading.form is None, form["id"]
        problem = reading.problems[0]
        assert any("\u4e00" <= letter <= "\u9fff" for letter in str(problem))
        assert problem.where


@MISSING
def test_rows_that_pyxform_names_are_named() -> None:
    for form in forms():
        if not form["valid"] and "[row : " in form["error"]:
            row = form["error"].partition("[row : ")[2].partition("]")[0]
            if row.isdigit():
                assert read(form).problems[0].where.endswith(f"!{row}"), form["id"]
