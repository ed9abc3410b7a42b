"""Answers as typed cells, and text that no spreadsheet runs."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldaudit.package.exports.cells import cell_of, clean, guarded, is_formula, kind_of, spelled
from fieldaudit.package.exports.content import CellKind
from tests.kit.leaving import small_form


@pytest.mark.parametrize(
    ("text", "kind", "cell"),
    [
        ("", CellKind.TEXT, None),
        ("42", CellKind.INTEGER, 42),
        ("-31.0", CellKind.DECIMAL, -31.0),
        ("2022-07-08", CellKind.DATE, date(2022, 7, 8)),
        ("42", CellKind.TEXT, "42"),
        ("many", CellKind.INTEGER, "many"),
        ("inf", CellKind.DECIMAL, "inf"),
        ("9" * 400, CellKind.INTEGER, "9" * 400),
        ("2022-07-08T09:00", CellKind.MOMENT, "2022-07-08T09:00"),
    ],
)
def test_a_cell_has_the_type_of_its_question(text, kind, cell):
    found = cell_of(text, kind)
    assert (found, type(found)) == (cell, type(cell))


def test_a_moment_keeps_its_offset():
    found = cell_of("2022-07-08T09:41:00+08:00", CellKind.MOMENT)
    assert isinstance(found, datetime)
    assert spelled(found) == "2022-07-08T09:41:00+08:00"


@pytest.mark.parametrize(
    "text", ["=1+1", "+86", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "=", "-", "--5"]
)
def test_what_a_spreadsheet_would_run_is_text(text):
    assert is_formula(text)
    assert guarded(text) == f"'{text}"


@pytest.mark.parametrize("text", ["-31.0", "-5", "-1e3", "a=b", "", "5-3", "’=1"])
def test_plain_numbers_and_words_stay(text):
    assert guarded(text) == text


def test_numbers_are_never_text():
    assert guarded(-31.5) == "-31.5"
    assert guarded(-3) == "-3"


@given(st.text())
def test_no_guarded_text_begins_like_a_formula(text):
    found = guarded(text)
    assert found[:1] not in set("=+@\t\r\n")
    assert not found.startswith("-") or float(found) <= 0


def test_control_characters_go():
    assert clean("a\x00b\x1b\ud800c\td\n") == "a�b��c\td\n"


def test_the_kind_of_a_column_follows_the_question():
    kinds = {question.name: kind_of(question) for question in small_form().root.questions()}
    assert kinds["RES-26"] is CellKind.DECIMAL
    assert kinds["RES-05"] is CellKind.INTEGER
    assert kinds["RES-02"] is CellKind.DATE
    assert kinds["RES-03"] is CellKind.MOMENT
    assert kinds["RES-07"] is CellKind.TEXT
