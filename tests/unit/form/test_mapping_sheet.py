"""The `mappings` sheet as rows and as rules."""

import io
import json

from pyxform.xls2json_backends import md_table_to_workbook

from fieldaudit.form.mapping import read_mapping
from fieldaudit.form.mapping_sheet import rules_data, sheet_lines
from fieldaudit.form.xlsform import read_form

TABLE = """
# A form
| survey |
| | type | name | label |
| | text | unit | U |
| | text | role | R |
| | decimal | height_m | H |
| settings |
| | form_id | version |
| | f | 3 |

| Mappings | | |
|---|---|---|
| | version | from | to | split | factor | choices | offset |
| | 1 | contact | unit role | "、" | | | |
| | 2 | height | height_m | | 0.01 | | x |
| | 2 | kind | unit | | | a = b  c=d e | |
| | 2 | | unit | | | | |
"""


def test_rules_by_old_version() -> None:
    lines = sheet_lines(TABLE.encode(), "md")
    assert [line.where for line in lines] == [f"mappings!{number}" for number in (2, 3, 4, 5)]
    found = rules_data(lines, "f", "3")
    assert set(found) == {"1", "2"}
    first = read_mapping(found["1"], "f")
    assert (first.form, first.source, first.target) == ("f", "1", "3")
    assert (first.rules[0].targets, first.rules[0].split) == (("unit", "role"), "、")
    second = json.loads(found["2"])["rules"]
    assert second[0] == {"from": "height", "to": "height_m", "factor": "0.01"}
    assert second[1]["choices"] == {"a": "b", "c": "d"}
    assert len(second) == 2


def test_excel_and_markdown_say_the_same() -> None:
    book = io.BytesIO()
    md_table_to_workbook(TABLE).save(book)
    assert sheet_lines(book.getvalue(), "xlsx") == sheet_lines(TABLE.encode(), "md")
    assert read_form(book.getvalue(), "xlsx").mappings == read_form(TABLE.encode(), "md").mappings


def test_a_form_without_the_sheet() -> None:
    assert sheet_lines(b"| survey |\n| | type | name |\n", "md") == ()
    assert sheet_lines(b"survey,,\n,type,name\n", "csv") == ()
