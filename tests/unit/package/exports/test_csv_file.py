"""CSV for Excel: mark, CRLF, quoting, no formulas; and proof that it reads back."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldaudit.errors import BadInput, Code
from fieldaudit.package.exports.content import CellKind
from fieldaudit.package.exports.csv_file import check_csv, write_csv
from tests.kit.leaving import a_table


def written(table) -> bytes:
    stream = io.BytesIO()
    write_csv(stream, table)
    return stream.getvalue()


def test_it_begins_with_a_mark_and_ends_lines_with_crlf():
    data = written(a_table(("千兆", 1), ('a "b", c', -2.5)))
    assert data.decode("utf-8") == '\ufeffa,b\r\n千兆,1\r\n"a ""b"", c",-2.5\r\n'


def test_formulas_are_text_and_numbers_stay_numbers():
    data = written(a_table(("=HYPERLINK(1)", -31.0), ("-31.0", 2)))
    assert data.splitlines()[1:] == [b"'=HYPERLINK(1),-31.0", b"-31.0,2"]


def test_what_was_written_is_compared():
    table = a_table(("x", 1), ("y", 2))
    assert check_csv(io.BytesIO(written(table)), table, file="a.csv") == 2
    for damaged in (written(table)[:-4], written(table).replace(b"y", b"z"), b""):
        with pytest.raises(BadInput) as caught:
            check_csv(io.BytesIO(damaged), table, file="a.csv")
        assert caught.value.code is Code.EXPORT_MISMATCH


@given(st.lists(st.tuples(st.text(), st.text(), st.integers() | st.none())))
def test_every_table_reads_back(rows):
    table = a_table(*rows, kinds=(CellKind.TEXT, CellKind.TEXT, CellKind.INTEGER))
    assert check_csv(io.BytesIO(written(table)), table, file="a.csv") == len(rows)


@given(st.lists(st.tuples(st.text())))
def test_even_one_of_a_single_column(rows):
    table = a_table(*rows, kinds=(CellKind.TEXT,))
    assert check_csv(io.BytesIO(written(table)), table, file="a.csv") == len(rows)


def test_a_very_long_answer_reads_back():
    table = a_table(("29.6 106.5 0 0; " * 20_000, 1))
    assert check_csv(io.BytesIO(written(table)), table, file="a.csv") == 1
