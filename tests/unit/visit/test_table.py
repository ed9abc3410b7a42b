import csv
import io
import zipfile
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from fieldaudit.codes import Trouble
from fieldaudit.errors import BadInput, Code
from fieldaudit.visit import table
from fieldaudit.visit.table import Row, read_table

TEXTS = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=8)


def a_book(rows: list[list[object]]) -> bytes:
    book = Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def refusal(data: bytes) -> Trouble:
    with pytest.raises(BadInput) as caught:
        read_table(data, "台账.csv")
    return caught.value.code


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_encodings_and_separators_are_told(encoding: str, separator: str) -> None:
    text = "编码,名称\r\nA1,甲小区\r\n".replace(",", separator)
    assert read_table(text.encode(encoding), "a") == [
        Row(1, ("编码", "名称")),
        Row(2, ("A1", "甲小区")),
    ]


def test_blank_rows_are_left_out_and_numbers_stay() -> None:
    rows = read_table("编码,名称\n\n , \nA1,甲\n".encode(), "a")
    assert [row.number for row in rows] == [1, 4]


def test_a_sheet_is_read_as_text() -> None:
    data = a_book([["编码", "数"], [1001.0, 2.5], [None, datetime(2022, 7, 8)], ["=1+1", True]])
    rows = read_table(data, "a.xlsx")
    assert [row.cells for row in rows[1:3]] == [("1001", "2.5"), ("", "2022-07-08 00:00:00")]


def test_a_file_is_read_from_disk(tmp_path: Path) -> None:
    path = tmp_path / "台账.csv"
    path.write_bytes(b"a,b\n1,2\n")
    assert len(read_table(path, "台账.csv")) == 2
    with pytest.raises(BadInput) as caught:
        read_table(tmp_path / "none.csv", "none.csv")
    assert caught.value.code is Code.FILE_NOT_FOUND
    with pytest.raises(BadInput) as caught:
        read_table(tmp_path, "folder")
    assert caught.value.code is Code.FILE_UNREADABLE


@pytest.mark.parametrize("data", [b"", b"a,b\n", b"\n\n", a_book([["a"]])])
def test_a_table_without_rows_is_refused(data: bytes) -> None:
    assert refusal(data) is Code.REGISTER_EMPTY


@pytest.mark.parametrize(
    "data", [b"PK\x03\x04 torn", b"a\0b\n1,2", b"\x81\xff\xff", a_book([["a"], ["b"]])[:900]]
)
def test_what_is_no_table_is_refused(data: bytes) -> None:
    assert refusal(data) is Code.REGISTER_UNREADABLE


def test_a_zip_that_is_no_book_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt", "a")
    assert refusal(out.getvalue()) is Code.REGISTER_UNREADABLE


@pytest.mark.parametrize(("limit", "value"), [("BYTE_LIMIT", 10), ("ROW_LIMIT", 1)])
def test_limits_hold(monkeypatch: pytest.MonkeyPatch, limit: str, value: int) -> None:
    monkeypatch.setattr(table, limit, value)
    assert refusal(b"code,name\n1,2\n3,4\n") is Code.REGISTER_TOO_LARGE


def test_a_book_that_unpacks_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "UNPACKED_LIMIT", 100)
    assert refusal(a_book([["a"], ["b"]])) is Code.REGISTER_TOO_LARGE


def test_a_row_is_blank_beyond_its_end() -> None:
    assert Row(1, ("a",)).cell(7) == ""


@given(st.lists(st.lists(TEXTS, min_size=2, max_size=4), min_size=1, max_size=6))
def test_what_a_spreadsheet_writes_is_read_back(rows: list[list[str]]) -> None:
    out = io.StringIO(newline="")
    csv.writer(out, quoting=csv.QUOTE_ALL).writerows([["编码", "名称"], ["A", "B"], *rows])
    read = read_table(out.getvalue().encode("utf-8-sig"), "a.csv")
    wanted = [[cell.strip() for cell in row] for row in rows if any(map(str.strip, row))]
    assert len(read) == len(wanted) + 2
    for row, cells in zip(read[2:], wanted, strict=True):
        assert [row.cell(number) for number in range(len(cells))] == cells


@given(st.binary(max_size=300))
def test_any_bytes_give_rows_or_a_refusal(data: bytes) -> None:
    for start in (b"", b"PK\x03\x04", b"a,b\n1,2\n"):
        try:
            rows = read_table(start + data, "a")
        except BadInput as error:
            rows = [Row(0, (error.code.name,)), Row(0, ())]
        assert len(rows) >= 2
