"""Workbooks: heads, types, looks; and proof that they read back."""

from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from fieldaudit.errors import BadInput, Code
from fieldaudit.package.exports.content import CellKind, Table
from fieldaudit.package.exports.workbook import (
    LONGEST,
    check_workbook,
    sheet_titles,
    shown,
    widths,
    write_workbook,
)
from tests.kit.leaving import a_table

CHONGQING = timezone(timedelta(hours=8))
KINDS = (CellKind.TEXT, CellKind.DECIMAL, CellKind.DATE, CellKind.MOMENT)
TABLE = a_table(
    ("千兆", -31.5, date(2022, 7, 8), datetime(2022, 7, 8, 9, 41, 0, 123000, CHONGQING)),
    ("=1+1", None, None, None),
    kinds=KINDS,
)


@pytest.fixture
def sheet(tmp_path: Path):
    write_workbook(tmp_path / "a.xlsx", [TABLE])
    return load_workbook(tmp_path / "a.xlsx").worksheets[0]


def test_labels_stand_above_ids_and_stay_in_sight(sheet):
    assert [cell.value for cell in sheet[1]] == ["列0", "列1", "列2", "列3", "UTC±"]
    assert [cell.value for cell in sheet[2]] == ["a", "b", "c", "d", "d:offset"]
    assert sheet.freeze_panes == "C3"
    assert sheet.auto_filter.ref == "A2:E4"
    assert sheet["A1"].font.bold


def test_numbers_are_numbers_and_dates_are_dates(sheet):
    text, number, day, moment, offset = sheet[3]
    assert (text.value, text.data_type) == ("千兆", "s")
    assert (number.value, number.data_type) == (-31.5, "n")
    assert (day.value, day.number_format) == (datetime(2022, 7, 8), "yyyy-mm-dd")
    assert moment.is_date
    assert moment.value.replace(microsecond=0) == datetime(2022, 7, 8, 9, 41)
    assert offset.value == "+08:00"


@pytest.mark.parametrize("text", ["=1+1", "+1+1", "-1+1", "@A1", "\t=1", "=", "#N/A"])
def test_text_is_never_a_formula(text, tmp_path):
    write_workbook(tmp_path / "a.xlsx", [a_table((text, 1))])
    cell = load_workbook(tmp_path / "a.xlsx").worksheets[0]["A3"]
    assert (cell.value, cell.data_type) == (text, "s")
    assert cell.quotePrefix
    assert check_workbook(tmp_path / "a.xlsx", [a_table((text, 1))]) == {"table": 1}


def test_long_texts_are_wrapped(tmp_path):
    write_workbook(tmp_path / "a.xlsx", [a_table(("问题说明" * 30, "two\nlines"))])
    first, second = load_workbook(tmp_path / "a.xlsx").worksheets[0][3]
    assert first.alignment.wrap_text
    assert second.alignment.wrap_text


def test_a_prescribed_list_has_one_row_of_heads(tmp_path):
    plain = Table("p", "清单", TABLE.columns[:2], [("x", 1.0)], plain=True)
    write_workbook(tmp_path / "a.xlsx", [plain])
    sheet = load_workbook(tmp_path / "a.xlsx").worksheets[0]
    assert [[cell.value for cell in row] for row in sheet] == [["列0", "列1"], ["x", 1]]
    assert check_workbook(tmp_path / "a.xlsx", [plain]) == {"p": 1}


def test_titles_fit_and_are_unique():
    titles = ["a" * 40, "A" * 40, "x/y:z", "x-y-z", "", "'q'"]
    found = sheet_titles([Table(f"t{n}", title, (), ()) for n, title in enumerate(titles)])
    assert all(0 < len(title) <= 31 for title in found)
    assert len({title.casefold() for title in found}) == len(titles)
    assert not set("".join(found)) & set("[]:*?/\\")


def test_columns_are_as_wide_as_their_text_within_bounds():
    narrow, wide, text = widths(a_table((1, "x" * 300, "千兆城市千兆城市千兆城市")))
    assert narrow == 8
    assert wide == 48
    assert text == 26


def test_a_text_too_long_for_a_cell_is_cut_and_told(tmp_path):
    table = a_table(("x" * (LONGEST + 1), 1))
    (problem,) = write_workbook(tmp_path / "a.xlsx", [table])
    assert problem.code is Code.EXPORT_CELL_CUT
    assert check_workbook(tmp_path / "a.xlsx", [table])
    cut = shown("x" * (LONGEST + 1))
    assert isinstance(cut, str)
    assert len(cut) == LONGEST


def test_what_was_written_is_compared(tmp_path):
    path = tmp_path / "a.xlsx"
    write_workbook(path, [TABLE])
    assert check_workbook(path, [TABLE]) == {"table": 2}
    changed = Table(
        "table", "表 table", TABLE.columns, [*TABLE.rows[:1], ("other", 1.0, None, None)]
    )
    shorter = Table("table", "表 table", TABLE.columns, TABLE.rows[:1])
    for tables in ([changed], [shorter], [TABLE, TABLE], []):
        with pytest.raises(BadInput) as caught:
            check_workbook(path, tables)
        assert caught.value.code is Code.EXPORT_MISMATCH


def test_a_torn_file_is_found(tmp_path):
    path = tmp_path / "a.xlsx"
    write_workbook(path, [TABLE])
    path.write_bytes(path.read_bytes()[:-300])
    with pytest.raises(BadInput) as caught:
        check_workbook(path, [TABLE])
    assert caught.value.code is Code.EXPORT_MISMATCH


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(st.lists(st.tuples(st.text(), st.floats(-1e9, 1e9) | st.none()), max_size=5))
def test_every_table_reads_back(tmp_path, rows):
    table = a_table(*rows, kinds=(CellKind.TEXT, CellKind.DECIMAL))
    path = tmp_path / "a.xlsx"
    path.unlink(missing_ok=True)
    write_workbook(path, [table])
    assert check_workbook(path, [table]) == {"table": len(rows)}
